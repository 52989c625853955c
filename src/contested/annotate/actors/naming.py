"""From the parse to mentions: which noun phrases name or stand for an actor, and what their words alone tell."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from contested.annotate.actors.lands import camp_first, land_at, land_before
from contested.annotate.actors.lexicon import WordAt, ministry_of, word_ending_at
from contested.annotate.actors.mention import Mention
from contested.annotate.actors.people import person_mention
from contested.annotate.actors.phrase import Phrase, edges, left_end, phrase_span, read_phrase, slice_of
from contested.annotate.actors.scene import Hit, Scene
from contested.language.phrases import phrase_tokens
from contested.records import ActorRef, Place, Span
from contested.reference.actors import ActorEntry, Country, People

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIES = frozenset({"compound", "amod", "nmod", "nummod", "quantmod", "det", "advmod", "npadvmod", "predet", "case", "punct"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj", "appos", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
PRONOUNS = frozenset(["they", "them", "their", "themselves", "he", "him", "his", "she", "her", "who", "whose", "which", "that", "we", "us", "our", "it", "its"])
_NO_BODIES = frozenset({"TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_LED = frozenset({"led", "backed", "aligned", "allied", "supported", "linked", "affiliated"})
_UNDERGOES = frozenset({"have", "see", "face", "suffer", "witness", "experience", "include", "border", "need", "contain", "share", "mark", "lose"})
_ELSEWHERE = frozenset({"based", "born", "made"})
_ARMED = frozenset({"rebel", "militia", "force", "group", "state", "unidentified"})
_OF_LANDS = frozenset({"state", "unit", "government", "ministry", "political", "official"})
_OWN_WORDS = frozenset({"civil", "official", "party", "source", "media", "body", "proper", "monitors", "unit"})


def mentions(scene: Scene) -> Iterator[Mention]:
    """Every mention of the report, in no order. Heads first, then names that only modify ("the Taliban offensive")."""
    silent = [(span.start, span.end) for span in scene.report.furniture]
    for token, lower in zip(scene.doc, scene.lower, strict=True):
        if silent and any(start <= token.idx < end for start, end in silent):
            continue
        dep, pos = token.dep_, token.pos_
        if dep == "appos" and token.ent_type_ == "PERSON" and word_ending_at(scene.doc, token.head.i, token.head.i):
            continue  # "a district judge, Ivo Renn" is one phrase
        if lower in PRONOUNS and pos in {"PRON", "DET", "SCONJ"}:
            yield _pronoun(token)
        elif pos in _NOMINAL and dep not in _MODIFIES and (pos != "ADJ" or dep in _ARGUMENTS):
            yield from _of_head(scene, token)


def _pronoun(token: "Token") -> Mention:
    return Mention(
        head=token.i, first=token.i, last=token.i, span=Span(token.idx, token.idx + len(token)), role="pronoun", base=token.lower_, kind="unknown",
    )  # fmt: skip


def _of_head(scene: Scene, head: "Token") -> Iterator[Mention]:
    if head.pos_ in {"NOUN", "PROPN", "ADJ"} and (hit := scene.hit_at.get(head.i)) is not None and hit.affix is None:
        if head.i == hit.root and (found := _named(scene, head, hit)) is not None:
            yield found
        return
    low = left_end(head)
    at = word_ending_at(scene.doc, head.i, low) if head.pos_ != "NUM" else None
    found = None
    if at is not None or head.pos_ not in {"NOUN", "ADJ"} or head.i in scene.places:  # any other noun names nobody: spare the look around it
        phrase = read_phrase(scene, head, low=low, at=at)
        found = _of_words(scene, phrase) or person_mention(scene, phrase) or _place_as_actor(scene, head) or _organisation(scene, phrase)
    if found is not None:
        yield found
    else:
        yield from _modifiers(scene, head, low=low, at=at)


def _named(scene: Scene, head: "Token", hit: Hit) -> Mention | None:
    named = hit.name.named
    if _same_name(scene, hit.first - 2, hit.first):
        return None  # "(PDU)" is part of the phrase before it
    if hit.name.form == "country" or (hit.name.form == "adjective" and isinstance(named, Country)):
        return _place_as_actor(scene, head) or (_country_as_actor(scene, head, named) if isinstance(named, Country) else None)
    if head.i in scene.places and scene.places[head.i].span.covers(hit.name.span) and not scene.places[head.i].as_actor:
        return None  # a place of the same name
    tokens = phrase_tokens(head, keep_apposition=False)
    first = min(tokens[0].i, hit.first)
    first -= first == hit.first and first > 0 and scene.lower[first - 1] == "the"  # where the parse gives the article to another word
    base = slice_of(scene.doc, hit.first, hit.last)
    span = _trim(scene, first, hit.last + 3 if _same_name(scene, hit.last, hit.last + 2) else hit.last)
    if isinstance(named, ActorEntry):
        return Mention(
            head=head.i, first=first, last=hit.last, span=span, role="named", base=base, kind=named.kind, ref=named.ref, plural=True, because=hit.because,
        )  # fmt: skip
    if head.pos_ == "ADJ":
        return None
    codes = (named.code,) if isinstance(named, Country) else named.countries
    ref = ActorRef(name=base, kind="civilians" if hit.name.form == "nationals" else "unknown", countries=codes)
    return Mention(head=head.i, first=first, last=hit.last, span=span, role="civil", base=base, kind=ref.kind, ref=ref, plural=True)


def _same_name(scene: Scene, name: int, acronym: int) -> bool:
    """Whether the second of two tokens repeats in brackets the listed or found actor that the first one names."""
    if name < 0 or acronym + 1 >= len(scene.doc) or scene.lower[acronym - 1] != "(" or scene.lower[acronym + 1] != ")":
        return False
    entry = scene.entry_at(acronym)
    return entry is not None and scene.entry_at(name) is entry


def _place_as_actor(scene: Scene, head: "Token") -> Mention | None:
    """A capital or country that a mark says stands for its government."""
    place = scene.places.get(head.i)
    joined = scene.places.get(head.head.i) if head.dep_ == "conj" else None  # "Britain and France opposed it"
    if place is None or head.dep_ == "poss" or not (place.as_actor or (joined is not None and joined.as_actor) or _country_does(place, head)):
        return None
    code = place.ref.country if place.ref else None
    ref = government_of(scene, code) or ActorRef(name=place.wording, kind="government", countries=(code,) if code else ())
    first, last = scene.token_index(place.span.start), scene.token_index(place.span.end - 1)
    return Mention(head=head.i, first=first, last=last, span=place.span, role="named", base=place.wording, kind="government", ref=ref)


def _country_does(place: Place, head: "Token") -> bool:
    """A country that does something to something, whatever the place mark says; "the country saw fighting" does nothing."""
    verb = head.head
    if place.ref is None or place.ref.kind != "country" or head.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.lemma_ in _UNDERGOES:
        return False
    return any(child.dep_ == "dobj" for child in verb.children)


def _country_as_actor(scene: Scene, head: "Token", country: Country) -> Mention | None:
    """A country that no place mark speaks about, and that acts: the subject of a verb, or what something is done by."""
    by = head.dep_ == "pobj" and head.head.dep_ == "agent"
    if head.i in scene.places or not (by or (head.dep_ in _SUBJECTS and head.head.pos_ == "VERB")):
        return None
    hit = scene.hit_at[head.i]
    return Mention(
        head=head.i, first=hit.first, last=hit.last, span=hit.name.span, role="named", base=country.name, kind="government",
        ref=government_of(scene, country.code),
    )  # fmt: skip


def government_of(scene: Scene, code: str | None) -> ActorRef | None:
    """The government of a country, None where the code is unknown."""
    country = scene.actors.country(code)
    if country is None:
        return None
    return ActorRef(name=f"{country.adjective} government", kind="government", key=f"{country.code}.government", countries=(country.code,))


def _of_words(scene: Scene, phrase: Phrase) -> Mention | None:
    head = phrase.head
    if head.pos_ == "NUM" or phrase.at is None:
        return _part(phrase) if head.pos_ == "NUM" or (head.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and head.lower_ == "one") else None
    if head.pos_ == "PROPN" and head.ent_type_ == "PERSON" and phrase.at.first == head.i and head.i - 1 >= 0 and head.nbor(-1).ent_type_ == "PERSON":
        return None
    word = phrase.at.word
    if word.role == "act" or (head.pos_ in {"ADJ", "PRON"} and word.role not in {"part", "military"}):
        return None
    if word.role == "part" and (unit := _unit_of(scene, phrase)) is not None:
        return unit
    if word.role == "part" or (word.role == "group" and phrase.owner is not None and not phrase.definite):
        return _part(phrase)
    if word.role == "proper" and not head.text[:1].isupper():
        return _called(scene, phrase)
    if word.role == "ministry" and head.lower_ == "ministry":
        phrase = replace(phrase, at=WordAt(ministry_of(scene.doc, head.i) or word, phrase.at.first))
    return _described(scene, phrase)


def _described(scene: Scene, phrase: Phrase) -> Mention | None:
    """A mention of an actor word, with whatever narrows it."""
    assert phrase.at is not None
    word, _first = phrase.at
    ref = None
    if (affixed := phrase.affixed) is not None and affixed.affix not in _ELSEWHERE:
        ref = _affixed(scene, phrase, affixed)
    elif phrase.apposed_person is not None:
        ref = ActorRef(name=phrase.apposed_person, kind="person", countries=(phrase.nation,) if phrase.nation else ())
    elif (camp := camp_first(scene, phrase.low, phrase.head.i)) is not None and word.role in _ARMED:
        ref = ActorRef(name=slice_of(scene.doc, camp, phrase.head.i), kind=word.kind)
    elif word.role == "proper" and " " in phrase.base and (phrase.owner is None or scene.entry_at(phrase.owner) is None):
        ref = ActorRef(name=phrase.base, kind=word.kind, countries=(phrase.nation,) if phrase.nation else ())
    inner = _inner(scene, phrase)
    if word.role == "asset" and not (inner or phrase.entry or phrase.nation or phrase.owner is not None or land_before(scene, phrase.at.first)):
        return None
    base = phrase.base if word.role in _OWN_WORDS or (word.name == "ministry" and " " in phrase.base) else word.name
    if phrase.local is not None and word.role in {"government", "political", "body"}:
        base = phrase.local
    return Mention(
        head=phrase.head.i, first=phrase.first, last=phrase.head.i, span=phrase_span(phrase), role=word.role, base=base, kind=word.kind, ref=ref,
        nation=phrase.nation, people=phrase.people, place=phrase.place, owner=phrase.entry if phrase.entry is not None else phrase.owner,
        land=_land(scene, phrase), inner=inner, definite=phrase.definite, indefinite=phrase.indefinite, plural=phrase.plural, unidentified=phrase.unidentified,
    )  # fmt: skip


def _land(scene: Scene, phrase: Phrase) -> str | None:
    """The unlisted country in "Varlend's army", "the interior ministry of Varlend"."""
    assert phrase.at is not None
    if (before := land_before(scene, phrase.at.first)) is not None:
        return before
    return land_at(scene, phrase.owner) if phrase.owner is not None and phrase.at.word.role in _OF_LANDS else None


def _called(scene: Scene, phrase: Phrase) -> Mention | None:
    """ "the observatory", "the foundation": a common noun for a body that the report names; nobody else's. "The front" is where they fight."""
    head = phrase.head
    bare = phrase.definite and " " not in phrase.base and phrase.owner is None and head.lower_ not in {"front", "command"}
    if not bare or scene.bodies.last_called(head.lower_, head.i) is None:
        return None
    return Mention(
        head=head.i, first=phrase.first, last=head.i, span=phrase_span(phrase), role="group", base=head.lower_, kind="unknown",
        definite=True, plural=phrase.plural,
    )  # fmt: skip


def _inner(scene: Scene, phrase: Phrase) -> Mention | None:
    """The actor inside a compound: "police" in "a police spokesman", "rebel" in "rebel positions"."""
    assert phrase.at is not None
    if phrase.at.word.role not in {"official", "party", "asset", "source", "unit", "rebel", "civil"}:
        return None
    last = phrase.at.first - 1
    if last < phrase.low or scene.doc[last].dep_ not in {"compound", "amod", "nmod", "poss"} or scene.hit_at.get(last) or scene.doc[last].pos_ == "VERB":
        return None  # "suspected" is no suspect
    at = word_ending_at(scene.doc, last, phrase.low)
    if at is None or at.word.role in {"act", "part", "asset", "civil", "party", "official", "source", "media", "body", "proper"}:
        return None
    token = scene.doc[last]
    return Mention(
        head=last, first=at.first, last=last, span=Span(scene.doc[at.first].idx, token.idx + len(token)), role=at.word.role, base=at.word.name,
        kind=at.word.kind, nation=phrase.nation, people=phrase.people, place=phrase.place, owner=phrase.entry, definite=phrase.definite, plural=True,
    )  # fmt: skip


def _affixed(scene: Scene, phrase: Phrase, hit: Hit) -> ActorRef:
    """ "US-led forces", "Iran-backed militias", "pro-Houthi channels": an actor of its own, never the one named inside."""
    assert phrase.at is not None
    word = phrase.at.word
    first = hit.first if hit.affix in _LED else phrase.affix_first
    name = slice_of(scene.doc, first, phrase.head.i)
    if (entry := scene.actors.lookup(name, year=scene.year)) is not None:
        return entry.ref
    named = hit.name.named
    kind = word.kind
    if hit.affix == "led" and word.role in {"force", "coalition", "group", "state"}:
        kind = "rebel_group" if isinstance(named, People) else "external_force"
    codes = (named.code,) if isinstance(named, Country) else named.countries if hit.affix == "led" else ()
    return ActorRef(name=name, kind=kind, countries=codes)


def _part(phrase: Phrase) -> Mention | None:
    """ "dozens of rebels", "members of the Taliban": whoever they are part of."""
    if phrase.owner is None:
        return None
    return Mention(
        head=phrase.head.i, first=phrase.first, last=phrase.head.i, span=phrase_span(phrase), role="part", base=phrase.head.lower_, kind="unknown",
        owner=phrase.owner, plural=True,
    )  # fmt: skip


def _unit_of(scene: Scene, phrase: Phrase) -> Mention | None:
    """ "An army column of 450 men", "a rebel band": a part of the army, of the rebels."""
    last = phrase.head.i - 1
    if last < phrase.low or scene.doc[last].dep_ not in {"compound", "amod", "nmod"} or scene.hit_at.get(last):
        return None
    at = word_ending_at(scene.doc, last, phrase.low)
    if at is None or at.word.role not in {"state", "rebel", "militia", "coalition"}:
        return None
    return Mention(
        head=phrase.head.i, first=phrase.first, last=phrase.head.i, span=phrase_span(phrase), role=at.word.role, base=at.word.name, kind=at.word.kind,
        nation=phrase.nation, people=phrase.people, place=phrase.place, owner=phrase.entry, land=land_before(scene, at.first), definite=phrase.definite,
        indefinite=phrase.indefinite, plural=True,
    )  # fmt: skip


def _organisation(scene: Scene, phrase: Phrase) -> Mention | None:
    """A capitalised name that the list lacks: a body to the parser, or whoever does something."""
    head = phrase.head
    if head.pos_ != "PROPN" or head.i in scene.places or not head.text[:1].isupper() or len(head) < 2 or head.ent_type_ in _NO_BODIES:
        return None
    first = head.i
    if head.ent_type_ == "ORG":
        while first > phrase.low and scene.doc[first - 1].ent_type_ == "ORG" and scene.doc[first].ent_iob_ == "I":
            first -= 1
    elif head.dep_ not in _SUBJECTS or head.head.pos_ != "VERB":
        return None  # any other capitalised name counts only where it acts
    else:
        while first > phrase.low and scene.doc[first - 1].pos_ == "PROPN" and scene.doc[first - 1].dep_ == "compound":
            first -= 1
    if head.ent_type_ == "DATE" and first == head.i:
        return None
    if any(scene.hit_at.get(i) for i in range(first, head.i + 1)):
        return None
    name = slice_of(scene.doc, first, head.i)
    ref = ActorRef(name=name, kind="unknown", countries=(phrase.nation,) if phrase.nation else ())
    return Mention(head=head.i, first=first, last=head.i, span=phrase_span(phrase), role="proper", base=name, kind="unknown", ref=ref)


def _modifiers(scene: Scene, head: "Token", *, low: int, at: WordAt | None) -> Iterator[Mention]:
    """The actor inside a phrase that names none: "Taliban" in "the Taliban offensive", "Russian" in "Russian air strikes", "army" in "army shelling"."""
    act = at is not None and at.word.role == "act"
    last = (at.first if at is not None else head.i) - 1
    country = None
    for i in range(low, head.i):
        hit = scene.hit_at.get(i)
        if hit is None or hit.last != i or hit.affix is not None or scene.doc[i].dep_ == "poss" or i in scene.places:
            continue
        named = hit.name.named
        ref = named.ref if isinstance(named, ActorEntry) else None
        nation = named.code if isinstance(named, Country) else None
        country = nation or country
        if ref is not None or (act and nation is not None):
            yield Mention(
                head=i, first=hit.first, last=i, span=hit.name.span, role="named" if ref else "force", base="forces", kind=ref.kind if ref else "state_force",
                ref=ref, nation=nation, plural=True,
            )  # fmt: skip
    if act and last >= low and scene.doc[last].dep_ in {"compound", "amod", "nmod"} and not scene.hit_at.get(last):
        inner = word_ending_at(scene.doc, last, low)
        if inner is not None and inner.word.role in {"rebel", "state", "government", "coalition", "militia", "enemy"} and scene.doc[last].lower_ != "troop":
            span = Span(scene.doc[inner.first].idx, scene.doc[last].idx + len(scene.doc[last]))
            yield Mention(
                head=last, first=inner.first, last=last, span=span, role=inner.word.role, base=inner.word.name,
                kind=inner.word.kind, nation=country, plural=True,
            )  # fmt: skip


def _trim(scene: Scene, first: int, last: int) -> Span:
    first, last = edges(scene.doc, first, last)
    token = scene.doc[last]
    end = token.idx + len(token)
    hit = scene.hit_at.get(last)
    return Span(scene.doc[first].idx, min(end, hit.name.span.end) if hit else end)
