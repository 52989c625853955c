"""Where the name of a body begins and ends: a run of capitals around a word such bodies are called by ("Front", "Liwa")."""

from typing import TYPE_CHECKING

from contested.reference.actor_words import BodyWord, actor_words, body_cues, body_words, titles

if TYPE_CHECKING:
    from contested.annotate.actors.scene import Scene

_RIGHT = frozenset({"of", "for", "against", "de", "du", "des", "del", "pour", "para", "da", "do", "dos"})
_ARTICLES = frozenset({"the", "la", "le", "les", "el", "los", "las", "l'"})
_HYPHENS = frozenset({"-", "–", "‑"})
_APOSTROPHES = frozenset({"'", "’", "`"})
_CLOSED = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "PUNCT", "SPACE", "NUM", "SYM", "PART", "INTJ"})
_TITLES_IN_NAMES = frozenset({"general", "private", "father"})
_STATE = frozenset({"state_force", "government"})
UNITS = frozenset({"brigade", "battalion", "division", "regiment", "corps", "squadron", "legion", "army"})
_LONGEST = 9  # tokens to either side


def singular(lower: str) -> str:
    """A plural as the body words list it: "brigades" is "brigade", "parties" "party"; words of the list stay."""
    if lower in body_words():
        return lower
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and len(lower) > 3 else lower


class Runs:
    """Runs of capitals in one report. Capitals are the text's own: the parse has headlines in small letters."""

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene
        self.doc = scene.doc
        text = scene.report.text
        self.capital = [text[token.idx].isupper() for token in scene.doc]
        self.headline = {scene.sentence[t.i] for t, cap in zip(scene.doc, self.capital, strict=True) if cap and t.text[:1].islower()}

    def around(self, i: int, word: BodyWord) -> tuple[int, int] | None:
        """First and last token of the name that a body word at a token makes; None where it makes none."""
        if word.where in {"first", "held"}:
            last = self._foreign(i) if word.where == "first" or self._holds(i + 1) else i
            return (i, last) if last > i else None
        if word.where == "name":
            return (i - 1, i + 1) if 0 < i < len(self.doc) - 1 and self.capital[i] and self.capital[i - 1] and self.capital[i + 1] else None
        if self.goes_on(i):
            return None
        first = self.left(i)
        if first is None:
            return None
        if self._is_numbered(first, i, word):
            first -= 1
        if word.where == "both" and self._is_part(i):
            return None
        last = self._right(i, word, alone=first == i) if word.where == "both" else i
        return (first, last) if last > first else None

    def _is_numbered(self, first: int, i: int, word: BodyWord) -> bool:
        """ "57 Division", "10th Mountain Division"; in "15 Afghan Army soldiers" the number counts them."""
        if first == 0 or self.doc[first].is_sent_start or word.word not in UNITS - {"army"} or self.doc[i].tag_ == "NNPS":
            return False
        number = self._scene.lower[first - 1]
        return number[:1].isdigit() and (number.endswith(("st", "nd", "rd", "th")) or (number.isdigit() and first == i))

    def _is_part(self, i: int) -> bool:
        """ "General Command of the Highland Front": its command, no body of its own."""
        k = i + 2 + (self._scene.lower[i + 2 : i + 3] == ["the"])
        if self._scene.lower[i + 1 : i + 2] != ["of"] or k >= len(self.doc) or not self._follows(k):
            return self._scene.lower[i + 1 : i + 2] == ["of"] and k < len(self.doc) and self._scene.entry_at(k) is not None
        word = body_words().get(singular(self._scene.lower[self._capitals(k)]))
        return word is not None and word.where in {"last", "both"}

    def goes_on(self, i: int) -> bool:
        """ "Front Street", "Council Resolution": a capital behind it that is no actor's word is the head of something else."""
        if i + 1 >= len(self.doc) or not self.capital[i + 1] or self._scene.sentence[i + 1] != self._scene.sentence[i]:
            return False
        after = self._scene.lower[i + 1]
        if singular(after) in body_words():
            return body_words()[singular(after)].where in {"last", "both"}
        return (
            self.doc[i].dep_ == "compound" and self.doc[i].head.i == i + 1 and self.doc[i + 1].pos_ == "PROPN"
            and after not in titles() and singular(after) not in actor_words()
        )  # fmt: skip

    def left(self, i: int) -> int | None:
        """Where the run of capitals that ends at a token begins; None where a listed actor stands right before it."""
        first = i
        while first > 0 and i - first < _LONGEST and not self.doc[first].is_sent_start:
            before = first - 1
            if self._scene.entry_at(before) is not None:
                return None
            if self._joins(before, first_of=first):
                first = before
            elif (further := self._bridge(before)) is not None:
                first = further
            else:
                break
        return first

    def _joins(self, k: int, *, first_of: int) -> bool:
        """Whether a capitalised word belongs to the name behind it."""
        if not self.capital[k] or self._scene.entry_at(k) is not None:
            return False
        token, lower = self.doc[k], self._scene.lower[k]
        if token.pos_ in _CLOSED and not self._is_article_of_name(k):
            return False
        if (lower in titles() and lower not in _TITLES_IN_NAMES) or token.ent_type_ == "DATE":
            return False
        if self._scene.sentence[k] in self.headline:
            return token.pos_ == "PROPN"
        if token.is_sent_start and token.tag_ not in {"NNP", "NNPS"}:
            return lower in body_cues("opens") or (token.tag_ == "NN" and lower not in actor_words()) or self.doc[first_of].text in _HYPHENS
        return True

    def _is_article_of_name(self, k: int) -> bool:
        """ "Al" in "Al-Farooq"."""
        return k + 1 < len(self.doc) and self.doc[k + 1].text in _HYPHENS

    def _owns(self, k: int) -> bool:
        """Whether bodies are called after such people: "Farmers' League", "Ploughmen's Host"; not after a town or a person."""
        lower = self._scene.lower[k]
        if lower in body_cues("owner"):
            return True
        own = k not in self._scene.places and k not in self._scene.hit_at and self.doc[k].ent_type_ not in {"PERSON", "GPE"}
        return own and (self.doc[k].tag_ in {"NNS", "NNPS"} or lower.endswith("men")) and singular(lower) not in actor_words()

    def _bridge(self, k: int) -> int | None:
        """Over a hyphen, "'s", "and" or "of" to the capitalised word before it."""
        lower, before = self._scene.lower[k], k - 1
        if before < 0 or self.doc[k].is_sent_start:
            return None
        if lower in _HYPHENS and not self.doc[k].whitespace_ and not self.doc[before].whitespace_:
            return before if self._joins(before, first_of=k) or self._scene.lower[before] in body_cues("particle") else None
        if lower in {"'s", "’s", "'", "’"}:
            return before if self.capital[before] and self._owns(before) else None
        if lower == "of" and self._joins(before, first_of=k) and singular(self._scene.lower[before]) not in actor_words():
            return before
        if lower == "and" and self._joins(before, first_of=k):
            first = before
            while first > 0 and not self.doc[first].is_sent_start and self._joins(first - 1, first_of=first):
                first -= 1
            plain = all(i not in self._scene.hit_at and i not in self._scene.places and self.doc[i].ent_type_ != "PERSON" for i in range(first, before + 1))
            headless = all(singular(self._scene.lower[i]) not in body_words() | actor_words() for i in range(first, before + 1))
            if plain and headless and first > 0 and self._scene.lower[first - 1] == "the":
                return first
        return None

    def _right(self, i: int, word: BodyWord, *, alone: bool) -> int:
        """The end of "Front for the Liberation of X"; an army of a place is that place's."""
        last = i
        for _ in range(4):
            k = last + 1
            if k >= len(self.doc) or self._scene.lower[k] not in _RIGHT or self.doc[k].is_sent_start:
                break
            k += 1
            while k < len(self.doc) and self._scene.lower[k] in _ARTICLES:
                k += 1
            if k >= len(self.doc) or k - i > _LONGEST or not self._follows(k):
                break
            if (word.kind in _STATE or (alone and word.word == "army")) and (k in self._scene.places or self._scene.nation_at(k)):
                break
            end = self._capitals(k)
            if self.doc[end].pos_ == "ADJ":
                break
            last = end
        return last

    def _follows(self, k: int) -> bool:
        token = self.doc[k]
        return (
            self.capital[k] and token.pos_ not in _CLOSED and not token.is_sent_start and token.ent_type_ not in {"DATE", "PERSON"}
            and self._scene.entry_at(k) is None and (token.pos_ == "PROPN" or self._scene.sentence[k] not in self.headline)
        )  # fmt: skip

    def _capitals(self, k: int) -> int:
        while k + 1 < len(self.doc):
            step = 2 if self._scene.lower[k + 1] == "and" else 1
            if k + step >= len(self.doc) or not self._follows(k + step):
                break
            if step == 2 and (k + 2 in self._scene.hit_at or k + 2 in self._scene.places or singular(self._scene.lower[k + 2]) in body_words()):
                break
            k += step
        return k

    def _foreign(self, i: int) -> int:
        """The end of "Jaysh al-Nur", "Lashkar-e-X", "Frente Popular del Sur"."""
        last = i
        for k in range(i + 1, min(i + _LONGEST, len(self.doc))):
            lower = self._scene.lower[k]
            if self.doc[k].is_sent_start or self._scene.entry_at(k) is not None or (self._scene.nation_at(k) and last == k - 1):
                break
            if self.capital[k] and lower[0].isalpha() and singular(lower) not in actor_words() and self.doc[k].ent_type_ != "DATE":
                last = k
            elif lower[:1] in _HYPHENS and lower[1:2].isalpha():
                last = k  # "-Zahran" in one token
            elif lower not in _HYPHENS and lower not in _APOSTROPHES and lower not in body_cues("particle") and not self._hangs(k):
                break
        return last

    def _holds(self, k: int) -> bool:
        """Whether "-e-X" or "al-X" follows."""
        return k < len(self.doc) and (self.doc[k].text[:1] in _HYPHENS or self._scene.lower[k] in body_cues("particle"))

    def _hangs(self, k: int) -> bool:
        """A small word held by hyphens ("e" in "Lashkar-e-X")."""
        return self.doc[k - 1].text in _HYPHENS and not self.doc[k - 1].whitespace_
