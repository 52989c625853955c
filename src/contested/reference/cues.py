"""The words by which a report attributes, and by which it doubts: cue lists as data, read once."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, get_args

from contested.errors import DataError
from contested.records import Modality, Stance

FRAMES: Final = frozenset(
    {
        "clause",  # said (that) the town had fallen
        "quote",  # "They left," she said
        "object",  # admitted the loss of a bridge
        "gerund",  # confirmed shelling the town
        "infinitive",  # claimed to have taken the town
        "order",  # urged the fighters to leave
        "of",  # boasted of a victory, warned of attacks
        "about",  # tweeted about the attack
        "as",  # described the attack as a mistake
        "charge",  # accused the rebels of shelling the town
        "cite",  # quoted a witness as saying; citing a witness
        "carrier",  # posted photos of the tank; video showed
        "naming",  # called him "a traitor"
        "asking",  # demanded that they leave: no account of a thing
        "put",  # put the toll at 40
        "with",  # charged the army with the murders
        "perceived",  # heard shooting; counted 40 dead
    }
)
_WITNESSED: Final = frozenset({"perceived", "put"})
VIEWS: Final = frozenset(
    {
        "object",  # condemned the raid
        "infinitive",  # wants to leave; a plan to leave
        "person",  # wants them to leave
        "gerund",  # opposes arming the militia
        "clause",  # hopes (that) the truce holds
        "that",  # fears that the truce will break
        "seem",  # seems to hold, appeared closed
    }
)
PREPOSITIONS: Final = frozenset(  # called for a truce, support for the truce
    {"about", "against", "as", "at", "behind", "by", "for", "from", "in", "of", "on", "over", "to", "toward", "upon", "with"}
)
REACHES: Final = frozenset(
    {
        "clause",  # its finite clause ("feared that the town had fallen")
        "infinitive",  # its infinitive or gerund ("planned to leave", "denied shelling")
        "object",  # its object, where that is an event noun
        "report",  # what hangs on a report or claim that is its object ("dismissed reports of a retreat")
        "subject",  # its subject ("the attack did not take place")
        "of",  # what hangs on it by a preposition ("fear of attack", "prevented them from leaving")
        "compound",  # the noun before it ("withdrawal plan")
        "noun",  # the noun it describes ("attempted coup")
        "verb",  # the verb it stands by ("probably fled")
        "with",  # what hangs on it by "with" ("charged with looting")
        "against",  # what hangs on it by "against" ("decided against an offensive")
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechVerb:
    """A verb that attributes: how the speaker is reported to say it, and what may follow as the content (`FRAMES`)."""

    lemma: str
    stance: Stance
    frames: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechNoun:
    """A noun that attributes: a `word` takes a that-clause ("the claim that"), a `carrier` bears words or pictures ("a statement by")."""

    lemma: str
    stance: Stance
    word: bool
    carrier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewCue:
    """A word that gives a view or an aim: `kind` is verb, noun or adjective, `frames` what may follow as the content (`VIEWS`, `PREPOSITIONS`)."""

    lemma: str
    kind: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtCue:
    """A word that changes the truth of others: `kind` is verb, noun, adjective or adverb, `reaches` where those others stand (`REACHES`)."""

    lemma: str
    kind: str
    modality: Modality
    reaches: frozenset[str]


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Verbs of saying and thinking, by lemma. Raises DataError."""
    return {lemma: verb for lemma, verb in attributing_verbs().items() if verb.frames - _WITNESSED}


@cache
def attributing_verbs() -> dict[str, SpeechVerb]:
    """Verbs that attribute, those of seeing and counting among them, by lemma. Raises DataError."""
    return {
        lemma: SpeechVerb(lemma=lemma, stance=_stance(stance, where), frames=_known(frames, FRAMES, where=where))
        for where, (lemma, stance, frames) in _rows("attribution/verbs.tsv", 3)
    }


@cache
def speech_nouns() -> dict[str, SpeechNoun]:
    """Nouns that attribute, by lemma. Raises DataError."""
    found = {}
    for where, (lemma, stance, kinds) in _rows("attribution/nouns.tsv", 3):
        known = _known(kinds, frozenset({"word", "carrier"}), where=where)
        found[lemma] = SpeechNoun(lemma=lemma, stance=_stance(stance, where), word="word" in known, carrier="carrier" in known)
    return found


@cache
def view_cues() -> dict[tuple[str, str], ViewCue]:
    """Words that give a view or an aim, by lemma and kind. Raises DataError."""
    found = {}
    for where, (lemma, kind, frames) in _rows("attribution/attitudes.tsv", 3):
        if kind not in {"verb", "noun", "adjective"}:
            raise DataError(where, f"unknown kind {kind!r}")
        found[lemma, kind] = ViewCue(lemma=lemma, kind=kind, frames=_known(frames, VIEWS | PREPOSITIONS, where=where))
    return found


@cache
def doubt_cues() -> dict[tuple[str, str], DoubtCue]:
    """Words that change the truth of others, by lemma and kind. Raises DataError."""
    found = {}
    for where, (lemma, kind, modality, reaches) in _rows("doubt/cues.tsv", 4):
        if kind not in {"verb", "noun", "adjective", "adverb"}:
            raise DataError(where, f"unknown kind {kind!r}")
        known = next((m for m in get_args(Modality) if m == modality), None)
        if known is None:
            raise DataError(where, f"unknown modality {modality!r}")
        found[lemma, kind] = DoubtCue(lemma=lemma, kind=kind, modality=known, reaches=_known(reaches, REACHES, where=where))
    return found


@cache
def cue_words(name: str) -> frozenset[str]:
    """A plain list of words: `attribution/roles`, `doubt/carried_out`. Raises DataError where a line holds more than one word or none."""
    return frozenset(fields[0] for _, fields in _rows(f"{name}.txt", 1))


def _rows(name: str, width: int) -> list[tuple[str, list[str]]]:
    """The lines of a data file as (file:line, fields); `#` starts a comment line."""
    rows = []
    for number, line in enumerate(files("contested.reference").joinpath("data", *name.split("/")).read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where, fields = f"{name}:{number}", [field.strip() for field in line.split("\t")]
        if len(fields) != width or not all(fields):
            raise DataError(where, f"expected {width} fields, got {len(fields)}")
        rows.append((where, fields))
    return rows


def _known(words: str, allowed: frozenset[str], *, where: str) -> frozenset[str]:
    given = frozenset(words.split())
    if unknown := given - allowed:
        raise DataError(where, f"unknown {sorted(unknown)[0]!r}")
    return given


def _stance(word: str, where: str) -> Stance:
    known: Stance | None = next((stance for stance in get_args(Stance) if stance == word), None)
    if known is None:
        raise DataError(where, f"unknown stance {word!r}")
    return known
