"""Reports by the hundred from an invented language: who repeats whom is known, as we made them so."""

import random
import re

from contested.records import Report
from factory import report

_SYLLABLES = ["ba", "do", "fen", "gri", "hol", "kar", "lum", "mer", "nor", "pel", "qua", "ros", "sta", "tul", "vin", "wex", "yar", "zom"]
_GRAMMAR = ["the", "of", "and", "to", "in", "on", "was", "were", "by", "from", "with", "for"]


def _word(random_: random.Random) -> str:
    return "".join(random_.choices(_SYLLABLES, k=random_.randint(2, 4)))


def _sentence(random_: random.Random, common: list[str]) -> str:
    """A name, some words that everybody uses and some that hardly anybody does."""
    words = [_word(random_) if random_.random() < 0.4 else random_.choice(common) for _ in range(12)]
    for at in range(2, 12, 3):
        words.insert(at, random_.choice(_GRAMMAR))
    return f"{_word(random_).capitalize()} {' '.join(words)}."


def strangers(many: int, *, seed: int = 1, sentences: int = 6) -> list[str]:
    """Texts that have nothing in common but common words."""
    random_ = random.Random(seed)
    common = [_word(random_) for _ in range(150)]
    return [" ".join(_sentence(random_, common) for _ in range(sentences)) for _ in range(many)]


def copied(text: str, *, seed: int = 1) -> str:
    """The same sentences, one left out, one word of each replaced."""
    random_ = random.Random(seed)
    sentences = [sentence.split() for sentence in re.split(r"(?<=\.)\s+", text.strip())]
    del sentences[random_.randrange(len(sentences))]
    for words in sentences:
        words[random_.randrange(1, len(words) - 1)] = _word(random_)
    return " ".join(" ".join(words) for words in sentences)


def rewritten(text: str, *, seed: int = 1) -> str:
    """Half of the words replaced, those that stay in another order within their sentence: hardly any run of five is left."""
    random_ = random.Random(seed)
    sentences = []
    for sentence in text.rstrip(".").split(". "):
        words = [word if random_.random() < 0.6 else _word(random_) for word in sentence.split()]
        middle = len(words) // 2
        sentences.append(" ".join([*words[middle:], *words[:middle]]))
    return ". ".join(sentences) + "."


def published(texts: list[str], *, days: list[str | None] | None = None) -> list[Report]:
    """Reports of these texts in the order of their days, as candidates are looked for."""
    known = days or ["2031-03-04"] * len(texts)
    reports = [report(text, name=f"{at}.txt", published=day) for at, (text, day) in enumerate(zip(texts, known, strict=True))]
    return sorted(reports, key=lambda each: each.published or "9999")
