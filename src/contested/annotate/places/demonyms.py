"""Words for a country's people: no places, but strong evidence of where a report is."""

import re
from typing import TYPE_CHECKING

from contested.annotate.places.cues import load_cues
from contested.records import Place, Reason, Report, Span
from contested.reference.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAME_WORDS = re.compile(r"(?P<words>[A-Z]\w+(?: [A-Z]\w+)?)(?=(?:[ \n]+|-)(?P<next>\w+))")


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


def national_adjectives(report: Report, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """National adjectives before a noun as places, for those who count "the Syrian army" as naming Syria; the annotator does not.

    Peoples ("the Syrians", "Syrians fled") name no place.
    """
    places, no_nouns = [], load_cues().no_nouns
    for match in _NAME_WORDS.finditer(report.text):
        words = " ".join(match["words"].split())
        iso = gazetteer.country_of_demonym(words) or gazetteer.country_of_demonym(words.split(" ")[-1])
        country = gazetteer.country(iso) if iso and match["next"].lower() not in no_nouns else None
        if country is not None:
            start = match.start() if gazetteer.country_of_demonym(words) else match.end("words") - len(words.split(" ")[-1])
            span = Span(start, match.end("words"))
            reason = Reason(score=0.9, because=f"people or things of {country.name}")
            places.append(Place(span=span, wording=report.words(span), ref=country.ref(), as_actor=True, reason=reason))
    return tuple(places)
