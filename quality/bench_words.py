"""Reports without number for the benchmarks: sentences of our own stories with most of their words exchanged, so that no two stories are alike."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from contested.language import split_sentences
from contested.trace.words import tokens
from quality.corpus import read_story, story_folders

_SYLLABLES = ("ar", "ben", "cor", "dal", "esk", "far", "gol", "hem", "ist", "jor", "kel", "lum", "mar", "nor", "ost", "pel", "qua", "rin", "sal", "tev",
              "ulm", "var", "wen", "yor", "zim")  # fmt: skip
_WORDS_A_REPORT = 400
_A_DAY = 100
_EXCHANGED = 0.85
_REWORDED = 0.35
_KEPT_SENTENCES = 0.75


class Writer:
    """The same reports for the same seed."""

    def __init__(self, *, seed: int) -> None:
        self._chance = random.Random(seed)
        self._sentences: list[str] = []
        self._likes: dict[str, list[str]] = defaultdict(list)
        for folder in story_folders():
            for report in read_story(folder).reports:
                text = report["text"]
                for span in split_sentences(text):
                    if span.end - span.start > 40:
                        self._sentences.append(text[span.start : span.end])
                    for token in tokens(text, span.start, span.end):
                        if token.content and not token.name and not token.number:
                            self._likes[token.lower[-2:]].append(token.lower)

    def reports(self, count: int) -> Iterator[dict[str, str]]:
        """JSON lines. Of ten, seven tell a story of their own, two copy one of the last hundred stories, one re-words one."""
        recent: list[list[str]] = []
        for number in range(count):
            kind = number % 10
            if kind < 7 or not recent:
                told = self._story()
                recent = [*recent[-99:], told]
            elif kind < 9:
                told = [sentence for sentence in self._chance.choice(recent) if self._chance.random() < _KEPT_SENTENCES]
            else:
                told = [self._exchanged(sentence, _REWORDED, None) for sentence in self._chance.choice(recent)]
            day = date(2031, 1, 1) + timedelta(days=number // _A_DAY)
            yield {"id": f"bench-{number}", "text": " ".join(told), "published": day.isoformat()}

    def _story(self) -> list[str]:
        names: dict[str, str] = {}
        told: list[str] = []
        words = 0
        while words < _WORDS_A_REPORT:
            sentence = self._exchanged(self._chance.choice(self._sentences), _EXCHANGED, names)
            told.append(sentence)
            words += sentence.count(" ") + 1
        return told

    def _exchanged(self, sentence: str, share: float, names: dict[str, str] | None) -> str:
        """A share of the words for others with the same ending; with `names` (what names became so far) also names and numbers for others."""

        def other(match: re.Match[str]) -> str:
            word = match.group()
            if word[0].isupper() and match.start():
                return word if names is None else names.setdefault(word, "".join(self._chance.choices(_SYLLABLES, k=3)).capitalize())
            if word.isdigit():
                return word if names is None else str(self._chance.randint(2, 400))
            if len(word) > 3 and word.islower() and self._chance.random() < share and (likes := self._likes.get(word[-2:])):
                return self._chance.choice(likes)
            return word

        return re.sub(r"\w+", other, sentence)
