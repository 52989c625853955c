"""Words that stand for a place named elsewhere: "the city", "the capital", "the third-largest town"."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.annotate.places.cues import Cues
from contested.annotate.places.home import names_a_source
from contested.records import Marks, Place, PlaceRef, Reason, Span
from contested.reference.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DETERMINERS = frozenset({"the", "this", "that"})
_SMALL = frozenset({"town", "village"})
_TOWN_AT_MOST = 500_000  # people; nobody calls more a town
_REACH = 4  # sentences back
_FOCUS = 0.5  # salience of what a sentence may go on to speak of
OF_A_SOURCE = 0.45  # salience of a place that only says where a speaker is from: meant where nothing else is
_IN_PASSING = 0.4  # and of a capital that words stand for


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that was named: where, how salient, in which sentence (number; None outside the telling)."""

    start: int
    sentence: int | None
    salience: float
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Words that stand for a place: first and last token, and what sort."""

    first: int
    last: int
    kind: str
    rank: int | None = None
    country: str | None = None
    same_name: bool = False
    small: bool = False


class Anaphora:
    """Resolves the stand-ins of one report, left to right; a stand-in resolved keeps its place in focus."""

    def __init__(self, text: str, doc: "Doc", marks: Marks, *, main: str | None, home: str | None, cues: Cues, gazetteer: Gazetteer) -> None:
        self._text, self._doc, self._cues, self._gazetteer, self._main = text, doc, cues, gazetteer, main
        self._home = home
        self._starts = {sentence.start: number for number, sentence in enumerate(marks.sentences)}
        self._marks = marks
        self._kinds = {word: kind for kind, words in cues.anaphora.items() for word in words} | {"capital": "capital", "country": "country"}

    def resolve(self, named: list[Named], taken: frozenset[int], countries: dict[int, str]) -> list[Place]:
        """`taken`: tokens that are part of a name; `countries`: token -> country of the demonym or country name there."""
        known = sorted(named, key=lambda n: n.start)
        places = []
        for token in self._doc:
            stand = self._stand(token, taken, countries)
            if stand is None:
                continue
            span = Span(self._doc[stand.first].idx, self._doc[stand.last].idx + len(self._doc[stand.last]))
            sentence = self.sentence(span.start)
            entry, because = self._antecedent(stand, span.start, sentence, known, acting=self._acting(token, countries) if stand.kind == "capital" else None)
            ref: PlaceRef | None = entry.ref() if entry else None
            wording = self._text[span.start : span.end]
            places.append(Place(span=span, wording=wording, ref=ref, anaphor=True, reason=Reason(score=0.7 if entry else 0.2, because=because)))
            if entry and entry.kind != "country":
                known.append(Named(start=span.start, sentence=sentence, salience=self._salience(stand, token), entry=entry))
                known.sort(key=lambda n: n.start)
        return places

    def _salience(self, stand: Stand, token: "Token") -> float:
        if stand.kind == "capital":
            return _IN_PASSING
        return OF_A_SOURCE if names_a_source(token) else 2.0

    def sentence(self, offset: int) -> int | None:
        """The number of the sentence that holds an offset."""
        span = self._marks.sentence_at(offset)
        return self._starts[span.start] if span else None

    def _stand(self, token: "Token", taken: frozenset[int], countries: dict[int, str]) -> Stand | None:
        kind = self._kinds.get(token.lower_)
        if kind is None or token.i in taken or token.i == 0 or (token.text[0].isupper() and token.i - 1 not in countries) or token.tag_ == "NNS":
            return None
        if kind == "capital" and token.i + 1 < len(self._doc) and self._doc[token.i + 1].lower_ in {"city", "punishment", "letters", "crime", "flight"}:
            return None
        at, rank, provincial = self._modifiers(token, countries)
        owner = self._owner(at, taken, countries)
        if owner is None:
            return None
        first, iso, owned = owner
        of_country = owned or at in countries
        if (of_country and kind != "capital" and rank is None) or (rank is not None and not of_country):
            return None
        named_after, same_name = self._names_itself(token, taken)
        if named_after:
            return None
        sort = "settlement" if provincial and kind == "capital" else kind
        return Stand(first=first, last=token.i, kind=sort, rank=rank, country=iso, same_name=same_name, small=token.lower_ in _SMALL)

    def _modifiers(self, token: "Token", countries: dict[int, str]) -> tuple[int, int | None, bool]:
        """Leftwards over "strategic", "second-largest", "provincial": (the first token that is none of them, the rank, whether it is a provincial one)."""
        i, rank, provincial = token.i - 1, None, False
        while i > 0 and i > token.i - 6 and i not in countries:
            word = self._doc[i].lower_
            ordinal = self._cues.ordinals.get(word.split("-")[0])
            if ordinal:
                rank = max(rank or 0, ordinal)
            elif word in {"provincial", "province", "regional", "district", "state"}:
                provincial = True
            elif word not in self._cues.plain_modifiers and word != "-":
                break
            i -= 1
        return i, rank, provincial

    def _owner(self, at: int, taken: frozenset[int], countries: dict[int, str]) -> tuple[int, str | None, bool] | None:
        """(first token, country if one is named, whether a country owns it) of "the", "the country's", "Norland's", "the Norlandic"; None for anything else."""
        doc = self._doc
        if doc[at].lower_ in _DETERMINERS:
            return at, None, False
        if at in countries and at not in taken:
            first = at - 1 if at - 1 in countries else at
            return (first - 1 if first and doc[first - 1].lower_ == "the" else first), countries[at], False
        if doc[at].lower_ in {"'s", "’s"} and at > 0:
            if doc[at - 1].lower_ == "country" and at > 1 and doc[at - 2].lower_ in _DETERMINERS:
                return at - 2, None, True
            if at - 1 in countries:  # the country's name is a mark of its own
                return at + 1, countries[at - 1], True
        return None

    def _names_itself(self, token: "Token", taken: frozenset[int]) -> tuple[bool, bool]:
        """(the name follows: "the capital, Kabul", "the city of X"; "of the same name" follows)."""
        doc, i = self._doc, token.i + 1
        if i + 3 < len(doc) and doc[i].lower_ == "of" and [doc[i + 2].lower_, doc[i + 3].lower_] == ["same", "name"]:
            return False, True
        if i < len(doc) and doc[i].lower_ == "of":
            return True, False
        if i < len(doc) and doc[i].text in {",", "-", "–", "—", "("}:
            i += 1
            closing = next((t.text for t in doc[i : i + 6] if t.i not in taken), "")
            return i in taken and closing in {",", ".", "-", "–", "—", ")", ";", "'s"}, False
        return i in taken, False

    def _antecedent(self, stand: Stand, at: int, sentence: int | None, known: list[Named], *, acting: str | None) -> tuple[Entry | None, str]:
        if stand.kind == "country":
            entry = self._gazetteer.country(self._main) if self._main else None
            return entry, "the country the report speaks of most" if entry else "no country stands out"
        if stand.kind == "capital":
            return self._capital(stand, [n for n in known if n.start < at], acting=acting)
        before = [n for n in known if n.start < at]
        if stand.rank:
            return self._ranked(stand, sentence, before)
        if stand.kind == "admin1":
            return self._province(stand, sentence, before)
        kinds = {"settlement": ("settlement",), "admin2": ("admin2", "settlement")}[stand.kind]
        fits = [n for n in known if n.entry.kind in kinds and not (stand.small and n.entry.population > _TOWN_AT_MOST)]
        before = [n for n in fits if n.start < at]
        beside = [n for n in before if n.sentence == sentence]
        found = beside[-1] if beside else _in_focus(before, sentence)  # "an official in Norvale said the city": even a speaker's town, if it stands beside
        if found:
            return found.entry, f"{found.entry.name} is the place last spoken of"
        found = _most_named(fits, least=1 if len({n.entry.id for n in fits}) == 1 else 2)
        return (found.entry, f"{found.entry.name} is the place the report names most") if found else (None, "no place of the kind was named before")

    def _capital(self, stand: Stand, before: list[Named], *, acting: str | None) -> tuple[Entry | None, str]:
        """The country's whose words stand beside it; else the one just named of a country that acts in the sentence; else that of the report's country."""
        iso = stand.country
        if iso is None and acting and any(n.entry.country == acting and self._is_capital(n.entry) for n in before):
            iso = acting
        iso = iso or self._home or self._main
        entry = self._gazetteer.capital(iso) if iso else None
        return entry, f"the capital of {iso}" if entry else "no country stands out"

    def _acting(self, token: "Token", countries: dict[int, str]) -> str | None:
        """The country whose government is what the sentence is about ("Norland said it would host them in the capital")."""
        verbs = self._cues.actor_verbs - self._cues.settlement_only_verbs
        for i in range(token.sent.start, token.i):
            word = self._doc[i]
            if i in countries and word.dep_ == "nsubj" and word.tag_[:3] == "NNP" and word.head.lemma_.lower() in verbs:
                return countries[i]
        return None

    def _is_capital(self, entry: Entry) -> bool:
        seat = self._gazetteer.capital(entry.country) if entry.country else None
        return seat is not None and seat.id == entry.id

    def _province(self, stand: Stand, sentence: int | None, before: list[Named]) -> tuple[Entry | None, str]:
        found = _in_focus([n for n in before if n.entry.kind in ("admin1", "region") and n.salience != OF_A_SOURCE], sentence, reach=1) or _in_focus(
            [n for n in before if n.entry.kind in ("admin1", "settlement")], sentence
        )
        if found is None:
            return None, "no province was named before"
        if found.entry.kind in ("admin1", "region") and not stand.same_name:
            return found.entry, f"{found.entry.name} is the province last spoken of"
        province = self._gazetteer.province(found.entry)
        return province, f"{found.entry.name}, last spoken of, lies in it" if province else f"the province of {found.entry.name} is not known"

    def _ranked(self, stand: Stand, sentence: int | None, before: list[Named]) -> tuple[Entry | None, str]:
        """A rank alone names no city; it confirms the one in focus where the gazetteer's populations allow it."""
        found = _in_focus([n for n in before if n.entry.kind == "settlement"], sentence)
        iso = stand.country or self._main
        if found is None or iso is None or found.entry.country != iso or stand.rank is None:
            return None, "no large city was named shortly before"
        if found.entry.id in {e.id for e in self._gazetteer.largest(iso, stand.rank + 3)}:
            return found.entry, f"{found.entry.name} is the place last spoken of, and among the largest of {iso}"
        return None, f"{found.entry.name}, last spoken of, is not among the largest of {iso}"


def _in_focus(candidates: list[Named], sentence: int | None, *, reach: int = _REACH) -> Named | None:
    """The same sentence first, then one back, and so on; within a sentence the most salient, then the latest; else what is named most often."""
    if sentence is not None:
        for least in (_FOCUS, OF_A_SOURCE):
            for back in range(reach + 1):
                here = [n for n in candidates if n.sentence == sentence - back and n.salience >= least]
                if here:
                    return max(here, key=lambda n: (n.salience, n.start))
    if reach < _REACH:
        return None
    return _most_named(candidates)


def _most_named(candidates: list[Named], *, least: int = 2) -> Named | None:
    """The place named most often, `least` times or more; the first of two as often named."""
    counts = Counter(n.entry.id for n in candidates)
    if counts and (most := counts.most_common(1)[0])[1] >= least:
        return next(n for n in candidates if n.entry.id == most[0])
    return None
