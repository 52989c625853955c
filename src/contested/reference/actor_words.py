"""The words that stand for actors without naming them ("militants"), those that names of bodies are built with, and the titles before a name."""

from dataclasses import dataclass
from functools import cache

from contested.errors import DataError
from contested.reference.actors import KINDS, rows

CLASSES = frozenset(
    [
        "rebel",
        "militia",
        "unidentified",
        "enemy",
        "group",
        "state",
        "unit",
        "force",
        "coalition",
        "peacekeepers",
        "government",
        "ministry",
        "official",
        "party",
        "political",
        "civil",
        "monitors",
        "source",
        "media",
        "body",
        "proper",
        "asset",
        "act",
        "part",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWord:
    """`role`: what the words do (one of CLASSES); `kind`: the actor kind they give by themselves; `name`: how such an actor is called."""

    words: str
    role: str
    kind: str
    name: str


@cache
def actor_words() -> dict[str, ActorWord]:
    """Lower-case words, the last one as its lemma, to what they stand for. Raises DataError (file:line)."""
    found: dict[str, ActorWord] = {}
    for where, (words, role, kind, name) in rows("words.tsv", 4):
        if role not in CLASSES:
            raise DataError(where, f'"{role}" is no class of actor words')
        if role not in {"act", "part"} and (kind not in KINDS or not name):
            raise DataError(where, "expected a kind of actor and a name")
        found[words] = ActorWord(words=words, role=role, kind=kind or "unknown", name=name)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWord:
    """A word that names of bodies end or begin with ("Front", "Liwa"). `armed`: a word of struggle beside it makes the body a rebel group.

    `where`: "last", "both" (also before "of" and "for"), "first" (a foreign head), "held" (one before "-e-X" or "al-X") or "name" (in the middle).
    """

    word: str
    where: str
    kind: str
    armed: bool


@cache
def body_words() -> dict[str, BodyWord]:
    """Lower-case singular words to what they make of a name. Raises DataError (file:line)."""
    found = {}
    for where, (word, stands, kind, armed) in rows("bodies.tsv", 4):
        if stands not in {"last", "both", "first", "held", "name"}:
            raise DataError(where, f'"{stands}" is no place in a name')
        if kind not in KINDS:
            raise DataError(where, f'"{kind}" is no kind of actor')
        found[word] = BodyWord(word=word, where=stands, kind=kind, armed=bool(armed))
    return found


@cache
def body_cues(tells: str) -> dict[str, str]:
    """The words that tell one thing about a name ("struggle", "particle"...) with the kind they give, "" where they give none. Raises DataError."""
    found = {}
    for where, (word, what, kind) in rows("body_cues.tsv", 3):
        if kind and kind not in KINDS:
            raise DataError(where, f'"{kind}" is no kind of actor')
        if what == tells:
            found[word] = kind
    if not found:
        raise DataError("body_cues.tsv", f'nothing tells "{tells}"')
    return found


@cache
def titles() -> dict[str, str]:
    """Lower-case titles to the kind of the body their bearers speak for ("unknown" where the title does not say)."""
    found = {}
    for where, (title, kind) in rows("titles.tsv", 2):
        if kind not in KINDS:
            raise DataError(where, f'"{kind}" is no kind of actor')
        found[title] = kind
    return found
