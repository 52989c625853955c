"""Who holds a view or has an aim: "condemned the raid", "wants a truce", "support for the truce", "is confident that"."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from contested.annotate.attribution.draft import Draft, indices
from contested.annotate.attribution.source import joint, sources_of
from contested.annotate.attribution.speech import cue_words_of
from contested.reference.cues import VIEWS, ViewCue, cue_words, view_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWN_VOICE = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "who", "there", "that", "which", "this"})
_HOLDERS = frozenset({"by", "from", "among", "of"})
_MORE = frozenset({"as", "for", "over"})  # praised them as heroes, condemned it for the raid
_COPULAS = frozenset({"be", "become", "remain", "seem", "stay", "grow", "feel", "appear", "sound"})
_OWN = frozenset({"his", "her", "its", "their"})
_WIDEST = 6


def view_drafts(doc: "Doc", *, beside: Iterable[Draft], quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for every word that gives a view or an aim of somebody, unless a word of saying attributes there already.

    `quoted`: tokens inside quotation marks; what somebody who is quoted says of others' views is theirs to answer for.
    """
    taken = {draft.anchor.i for draft in beside if not draft.open} | quoted
    cues = view_cues()
    for token in doc:
        if token.i in taken or token.dep_ in {"aux", "auxpass"}:
            continue
        tag = token.tag_[:2]
        if tag == "VB":
            felt = cues.get((token.lower_, "adjective")) if token.tag_ == "VBN" else None
            cue = cues.get((_with_particle(token), "verb"))
            found = list(_felt(token, felt)) if felt is not None else []
            yield from found or (_verb(token, cue) if cue is not None else ())
        elif tag == "NN" and token.tag_[:3] != "NNP":
            cue = cues.get((token.lemma_.lower(), "noun"))
            if cue is not None:
                yield from _noun(token, cue)
        elif tag == "JJ" and token.dep_ in {"acomp", "amod", "attr", "oprd", "conj", "ROOT"}:
            cue = cues.get((token.lower_, "adjective"))
            if cue is not None:
                yield from _adjective(token, cue)


def without_own_views(drafts: list[Draft]) -> list[Draft]:
    """Drafts less the views that a speaker says are his ("he says he wants a truce"): the outer one says whose they are."""
    said = frozenset[int]().union(*(draft.content for draft in drafts if draft.tells and draft.sources))
    return [draft for draft in drafts if draft.tells or draft.anchor.i not in said]


def _is_pronoun(draft: Draft) -> bool:
    return any(source.tag_[:3] == "PRP" for source in draft.sources)


def _with_particle(verb: "Token") -> str:
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()


def _verb(verb: "Token", cue: ViewCue) -> Iterator[Draft]:
    children = list(verb.children)
    if "seem" in cue.frames:
        yield from _seeming(verb, children)
        return
    content, preposition, tells = _content(children, cue, verb.i)
    if not content or not _is_held(verb) or _carries(verb, children):
        return
    sources = tuple(source for source in sources_of(verb) if source.i not in content)
    if not sources or any(not _may_hold(source) for source in sources):
        return
    words = cue_words_of(verb)
    if preposition is not None and preposition - words[-1] <= 3:
        words = (*words, *range(words[-1] + 1, preposition + 1))
    yield Draft(anchor=verb, cue=words, sources=sources, content=content - set(words), stance="says", because=f"the verb {verb.lemma_!r}", tells=tells)


def _carries(verb: "Token", children: list["Token"]) -> bool:
    """"Expressed concern about": the noun says what is felt."""
    nouns = [child for child in children if child.dep_ == "dobj" and child.i > verb.i and (child.lemma_.lower(), "noun") in view_cues()]
    return bool(nouns) and verb.lemma_.lower() in cue_words("attribution/view_carriers")


def _felt(verb: "Token", cue: ViewCue) -> Iterator[Draft]:
    """"Is opposed to", which the parse may take for a passive."""
    helper = next((child for child in verb.children if child.dep_ == "auxpass" and child.lemma_.lower() in _COPULAS), None)
    near = [*verb.children, *(helper.children if helper is not None else ())]
    subject = next((child for child in near if child.dep_ in {"nsubjpass", "nsubj"}), None)
    if subject is None or helper is None or not _may_hold(subject):
        return
    content, preposition, tells = _content([child for child in verb.children if child.dep_ != "nsubjpass"], cue, verb.i)
    if content:
        end = preposition if preposition is not None and preposition == verb.i + 1 else verb.i
        words = tuple(range(helper.i, end + 1))
        because = f"the adjective {verb.lower_!r}"
        yield Draft(anchor=verb, cue=words, sources=joint(subject), content=content - set(words), stance="says", because=because, tells=tells)


def _is_held(verb: "Token") -> bool:
    """Held, and not only thought of: no bare infinitive ("to support"), nothing that "would" or "will" be held."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ == "MD" or child.lower_ == "to" for child in auxiliaries):
        return False
    return verb.tag_ != "VB" or any(child.lemma_ == "do" for child in auxiliaries)


def _may_hold(source: "Token") -> bool:
    return source.lower_ not in _OWN_VOICE and source.tag_[:2] in {"NN", "PR", "CD", "JJ", "DT"} and source.ent_type_ not in {"DATE", "TIME"}


def _content(children: list["Token"], cue: ViewCue, after: int) -> tuple[frozenset[int], int | None, bool]:
    """What the view is of, the preposition that leads to it, and whether it tells of something."""
    frames = cue.frames
    behind = [child for child in children if child.i > after]
    clauses = [child for child in behind if child.dep_ in {"ccomp", "acl", "xcomp", "advcl"} and _is_finite(child)]
    if clauses and frames & {"clause", "that"} and (clauses[0].dep_ == "ccomp" or any(c.dep_ == "mark" and c.lower_ == "that" for c in clauses[0].children)):
        return indices(clauses[0].subtree), None, "that" in frames
    aims = [child for child in behind if child.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and _is_infinitive(child)]
    things = [child for child in children if child.dep_ in {"dobj", "nsubjpass"}]
    if aims and "person" in frames and (things or any(child.dep_ == "nsubj" for child in aims[0].children)):
        return indices(token for head in (*things, aims[0]) for token in head.subtree), None, False
    if aims and "infinitive" in frames and not things and aims[0].dep_ != "advcl":
        return indices(aims[0].subtree), None, False
    if "gerund" in frames:
        doing = next((child for child in behind if child.dep_ in {"xcomp", "ccomp", "dobj"} and child.tag_ == "VBG"), None)
        if doing is not None:
            return indices(doing.subtree), None, False
    if "object" in frames and things:
        more = [child for child in behind if child.dep_ == "prep" and child.lower_ in _MORE and child.i > things[0].i]
        return indices(token for head in (*things, *more) for token in head.subtree), None, False
    for child in behind:
        if child.dep_ in {"prep", "agent", "prt"} and child.lower_ in frames - VIEWS:
            below = [inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}]
            if below:
                return indices(token for inner in below for token in inner.subtree), child.i, False
    return frozenset(), None, False


def _is_infinitive(verb: "Token") -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_finite(verb: "Token") -> bool:
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)
    return any(child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ", "VBP", "MD"} for child in verb.children)


def _seeming(verb: "Token", children: list["Token"]) -> Iterator[Draft]:
    """"The rebels appear to have left": so it seems to somebody who is not named."""
    subject = next((child for child in children if child.dep_ == "nsubj"), None)
    seeming = next((child for child in children if child.i > verb.i and child.dep_ in {"xcomp", "acomp", "oprd", "ccomp"}), None)
    if subject is None or seeming is None or (verb.lemma_ in {"look", "sound"} and not _is_infinitive(seeming)):
        return
    content = indices(subject.subtree) | indices(seeming.subtree)
    yield Draft(anchor=verb, cue=cue_words_of(verb), sources=(), content=content, stance="says", because=f"the verb {verb.lemma_!r}", tells=False)


def _noun(noun: "Token", cue: ViewCue) -> Iterator[Draft]:
    children = list(noun.children)
    content, preposition, tells = _content(children, cue, noun.i)
    if not content:
        return
    verb = noun.head
    sources: tuple[Token, ...] = ()
    words: tuple[int, ...] = (noun.i,)
    owner = next((child for child in children if child.dep_ == "poss"), None)
    if owner is not None:
        sources = (owner,)
    else:
        holders = [child for child in children if child.dep_ in {"prep", "agent"} and child.lower_ in _HOLDERS and child.i != preposition]
        held = next((inner for child in holders for inner in child.children if inner.dep_ == "pobj"), None)
        if held is not None:
            sources = joint(held)
            content -= indices(held.subtree) | {child.i for child in holders}
    carried = noun.dep_ == "dobj" and verb.lemma_.lower() in cue_words("attribution/view_carriers") and 0 < noun.i - verb.i <= _WIDEST
    if carried and (not sources or (owner is not None and owner.lower_ in _OWN)):
        sources = sources_of(verb) or sources
        words = tuple(range(cue_words_of(verb)[0], noun.i + 1))
    if not sources or not content or any(not _may_hold(source) for source in sources):
        return
    if preposition is not None and preposition == words[-1] + 1:
        words = (*words, preposition)
    because = f"the noun {noun.lemma_!r}"
    yield Draft(anchor=noun, cue=words, sources=sources, content=content - set(words), stance="says", because=because, tells=tells)


def _adjective(adjective: "Token", cue: ViewCue) -> Iterator[Draft]:
    verb = adjective.head
    if adjective.dep_ not in {"acomp", "attr", "oprd"} or verb.lemma_.lower() not in _COPULAS:
        return
    below = [*adjective.children, *(child for child in verb.children if child.dep_ in {"ccomp", "xcomp", "prep"})]
    content, preposition, tells = _content(below, cue, adjective.i)
    sources = sources_of(verb)
    if not content or not sources or any(not _may_hold(source) for source in sources):
        return
    start = cue_words_of(verb)[0]
    end = preposition if preposition is not None and preposition - adjective.i <= 2 else adjective.i
    words = tuple(range(start, end + 1)) if 0 <= end - start <= _WIDEST else (adjective.i,)
    because = f"the adjective {adjective.lower_!r}"
    yield Draft(anchor=adjective, cue=words, sources=sources, content=content - set(words), stance="says", because=because, tells=tells)
