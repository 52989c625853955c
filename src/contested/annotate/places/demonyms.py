"""Words for a country's people: no places, but strong evidence of where a report is."""

from typing import TYPE_CHECKING

from contested.records import Place, Reason, Report, Span
from contested.reference.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc


def demonyms(text: str, doc: "Doc", gazetteer: Gazetteer) -> list[tuple[int, int, str]]:
    """(first token, last token, country) of every demonym, two words before one ("South Korean")."""
    found, i, words = [], 0, [text[token.idx : token.idx + len(token)] for token in doc]
    while i < len(words):
        if words[i][0].isupper():
            for last in (i + 1, i):
                if last < len(words) and (iso := gazetteer.country_of_demonym(" ".join(words[i : last + 1]))):
                    found.append((i, last, iso))
                    i = last
                    break
        i += 1
    return found


def demonym_places(report: Report, doc: "Doc", gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The demonyms of a text as places, for those who count "the Syrian army" as naming Syria; the annotator does not."""
    places = []
    for first, last, iso in demonyms(report.text, doc, gazetteer):
        country = gazetteer.country(iso)
        span = Span(doc[first].idx, doc[last].idx + len(doc[last]))
        if country:
            reason = Reason(score=0.9, because=f"people or things of {country.name}")
            places.append(Place(span=span, wording=report.words(span), ref=country.ref(), as_actor=True, reason=reason))
    return tuple(places)
