"""Whether a report tells of war or unrest at all: a match, a takeover or a film talks of battles too."""

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from contested.reference.ontology import Ontology
from contested.reference.question import chance_of
from contested.reference.topics import telling_of_war, walks_of_life, words_near_war

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIGURES = {
    "war": "words of war in a hundred",
    "war_kinds": "different words of war (logarithm)",
    "borrowed": "words of war that peace borrows, in a hundred",
    "near": "words that reports of war are full of, in a hundred",
    "near_kinds": "different such words (logarithm)",
    "armed": "armed groups that the actor list knows (logarithm)",
    "domain": "words of the one walk of life that has most of them, in a hundred",
    "domain_kinds": "different words of that walk of life (logarithm)",
    "peace": "words of any walk of life, in a hundred",
}
_TELLING = frozenset({"NOUN", "VERB", "ADJ"})
_NAMES = frozenset({"PERSON", "GPE"})
FEWEST = 40
"""Known words: of a text with fewer, each word says no more than in one that has so many."""
_MOST = 6.0
_MOST_OF_PEACE = 3.0  # a battle for a stadium has its words of sport
_SHORTEST = 60
"""Shares of a text of fewer words are taken of this many: one word of two is no half of a report."""


def chance_of_war(lemmas: Sequence[str], words: Collection[str], *, armed: int, ontology: Ontology) -> float:
    """0..1: how likely a report tells of war or unrest, by its figures and its telling words (see `telling_words`)."""
    telling = telling_of_war()
    known = [word for word in words if word in telling.words]
    by_words = math.fsum(telling.words[word] for word in known) / math.sqrt(max(FEWEST, len(known)))
    return chance_of(telling.war.score(figures_of(lemmas, armed=armed, ontology=ontology)) + by_words)


def telling_words(doc: "Doc", ontology: Ontology) -> frozenset[str]:
    """The nouns, verbs and adjectives of a report, names left out."""
    return frozenset(
        ontology.lemma(token.text, token.lemma_) for token in doc if token.pos_ in _TELLING and token.ent_type_ not in _NAMES and token.text.isalpha()
    )


def figures_of(lemmas: Sequence[str], *, armed: int, ontology: Ontology) -> dict[str, float]:
    """What tells of a report's topic, by name: see FIGURES. `lemmas`: its words, corrected, in order; `armed`: how many known armed groups it names."""
    domains, near_war = walks_of_life(), words_near_war()
    hundred = max(len(lemmas), _SHORTEST) / 100
    war = [lemma for lemma in lemmas if lemma in ontology.classes["war"]]
    near = [lemma for lemma in lemmas if lemma in near_war]
    borrowed = sum(lemma in ontology.classes["war_borrowed"] for lemma in lemmas)
    by_domain = [[lemma for lemma in lemmas if lemma in words] for words in domains.values()]
    fullest = max(by_domain, key=len, default=[])
    peace = len([lemma for lemma in lemmas if any(lemma in words for words in domains.values())])
    return {
        "war": min(len(war) / hundred, _MOST), "war_kinds": math.log1p(len(set(war))), "borrowed": min(borrowed / hundred, _MOST),
        "near": min(len(near) / hundred, 2 * _MOST), "near_kinds": math.log1p(len(set(near))), "armed": math.log1p(armed),
        "domain": min(len(fullest) / hundred, _MOST_OF_PEACE), "domain_kinds": math.log1p(len(set(fullest))), "peace": min(peace / hundred, 2 * _MOST_OF_PEACE),
    }
