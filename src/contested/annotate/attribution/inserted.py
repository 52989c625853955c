"""Speakers set into a sentence by commas, where the parse lost them: "The town, a man in Tarsk says, has fallen", "..., the army claims"."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import Draft
from contested.reference.cues import SpeechVerb, attributing_verbs, cue_words, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_EDGES = frozenset({",", ";", "-", "--", "–", "—", ".", "!", "?", ":"})
_PHRASE = frozenset(
    {"DT", "PDT", "PRP", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "IN", "HYPH", "CC", "VBN", "VBG", "RB", "FW", "``", "''"}
)
_OPENS = frozenset({"DT", "PRP", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PDT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TOLD = _FINITE | {"VBN"}
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_NO_SPEAKERS = frozenset({"i", "we", "you", "it", "which", "who"})
_LONGEST = 14
_AFTERWARDS = 10


def inserted_drafts(doc: "Doc", *, beside: Iterable[Draft]) -> Iterator[Draft]:
    """One draft for every "X said" that commas set into a sentence and that no draft stands for yet."""
    taken = {draft.anchor.i for draft in beside if not draft.open and (draft.sources or draft.anchor.tag_ == "VBN")}
    for sentence in doc.sents:
        for token in sentence:
            if token.i not in taken and token.i > sentence.start and (verb := _verb_of(token)) is not None:
                yield from _inserted(sentence, token, verb)


def _verb_of(token: "Token") -> SpeechVerb | None:
    """A finite verb of saying, or a word that the tagger took for something else where only a verb can stand ("officials report.")."""
    if token.tag_ in {"VBD", "VBZ", "VBP"}:
        verb = speech_verbs().get(token.lemma_.lower())
        return verb if verb is not None and {"clause", "quote"} <= verb.frames else _seen(token)
    if token.tag_ in {"NN", "NNS", "VB"}:
        lemma = token.lower_ if token.lower_ in cue_words("attribution/inserted") else token.lower_[:-1] if token.lower_.endswith("s") else ""
        return speech_verbs().get(lemma) if lemma in cue_words("attribution/inserted") else _seen(token)
    return None


def _seen(token: "Token") -> SpeechVerb | None:
    return attributing_verbs().get("see") if token.lower_ == "saw" else None


def _inserted(sentence: "Span", token: "Token", verb: SpeechVerb) -> Iterator[Draft]:
    doc, first = sentence.doc, token.i
    while first > sentence.start and doc[first - 1].tag_ in _PHRASE and doc[first - 1].text not in _EDGES and token.i - first < _LONGEST:
        first -= 1
    start = first
    if first == token.i and doc[first - 1].text == ",":  # "a spokesman, Olan Brec, said"
        start = _with_apposition(sentence, first - 1)
    if start >= token.i or doc[start].tag_ not in _OPENS or not (start == sentence.start or doc[start - 1].text in _EDGES or doc[start - 1].tag_ == "''"):
        return
    end = token.i + 1
    while end < sentence.end and doc[end].text not in _EDGES and end - token.i < _AFTERWARDS:
        if doc[end].tag_ in _FINITE or doc[end].tag_ in {"TO", "WDT", "WRB"} or doc[end].lower_ == "that":
            return
        end += 1
    if end < sentence.end and doc[end].text not in _EDGES:
        return
    if end < sentence.end and start == sentence.start:
        return
    content = [word.i for word in _clause(sentence, start, end) if not start <= word.i < end]
    head = _head(doc, start, token.i)
    before = [i for i in content if i < start]
    if head is None or head.lower_ in _NO_SPEAKERS or not any(doc[i].tag_ in _TOLD for i in content) or not _says(head, verb):
        return
    if not before or (end >= sentence.end and not any(doc[i].tag_ in _TOLD for i in before)):
        return
    because = f"{token.lower_!r} between commas"
    for phrase in _speakers(doc, range(start, _end(doc, start, token.i))):
        who = _head(doc, phrase.start, phrase.stop)
        if who is not None:
            yield Draft(anchor=token, cue=(token.i,), sources=(who,), content=frozenset(content), stance=verb.stance, because=because, phrase=phrase)


def _speakers(doc: "Doc", phrase: range) -> Iterator[range]:
    """"Hospital workers and a militia leader" are two."""
    at = next((i for i in phrase if doc[i].lower_ == "and" and i + 1 < phrase.stop and doc[i + 1].tag_ in {"DT", "CD", "PRP$", "NNS"}), None)
    if at is None or at == phrase.start:
        yield phrase
    else:
        yield range(phrase.start, at)
        yield range(at + 1, phrase.stop)


def _clause(sentence: "Span", start: int, end: int) -> "Span":
    """The part of a sentence, between semicolons, that the speaker is set into; a contrast behind him is not his ("..., but")."""
    doc, low, high = sentence.doc, sentence.start, sentence.end
    for i in range(sentence.start, start):
        if doc[i].text == ";":
            low = i + 1
    for i in range(sentence.end - 1, end - 1, -1):
        if doc[i].text == ";":
            high = i
    if end + 1 < high and doc[end].text == "," and doc[end + 1].lower_ in {"but", "while", "though", "although", "whereas", "yet"}:
        high = end
    return doc[low:high]


def _with_apposition(sentence: "Span", comma: int) -> int:
    """Where a phrase with an apposition between commas starts; the comma's own place where there is none."""
    doc, starts = sentence.doc, []
    at = comma
    for _ in range(2):
        i = at
        while i > sentence.start and doc[i - 1].tag_ in _PHRASE and doc[i - 1].text not in _EDGES:
            i -= 1
        if i == at or doc[i].tag_ not in _OPENS:
            return comma + 1
        starts.append(i)
        at = i - 1
        if at < sentence.start or doc[at].text != ",":
            break
    return starts[-1] if len(starts) == 2 else comma + 1


def _end(doc: "Doc", start: int, end: int) -> int:
    while end > start + 1 and (doc[end - 1].is_punct or doc[end - 1].tag_ == "RB"):
        end -= 1
    return end


def _head(doc: "Doc", start: int, end: int) -> "Token | None":
    """The last noun of the phrase's first stretch: "official" in "an official in the president's office"."""
    found = None
    for token in doc[start:end]:
        if token.tag_ in {"IN", ","} or token.text in _EDGES or (token.tag_ in {"VBN", "VBG"} and found is not None):
            if found is not None:
                break
        elif token.tag_ in _NOUNS:
            found = token
    return found


def _says(head: "Token", verb: SpeechVerb) -> bool:
    """Seeing is somebody's who can tell of it; saying may be anybody's but a day's."""
    if "perceived" in verb.frames:
        return head.lemma_.lower() in cue_words("attribution/roles")
    return head.ent_type_ not in {"DATE", "TIME"}
