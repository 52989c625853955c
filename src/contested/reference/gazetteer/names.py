"""Names as keys: many spellings, one key; and the plain form that news prints."""

import re
import unicodedata

_PLAIN = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ŋ": "n", "ħ": "h", "Ħ": "H", "–": "-", "—": "-", "‐": "-", "‑": "-",
})  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘ʼʻʿʾ`´′ˈˌ]")
_SPLIT = re.compile(r"[^0-9a-z]+")
_LATIN = re.compile(r"[\u0000-\u024f\u02b9-\u02cc\u1e00-\u1eff‘’′–-]+")
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "er", "es", "et", "ed", "ul", "ol", "il"})
_FOLDED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "e": "i"}


def plain_name(name: str) -> str:
    """Without diacritics and without signs for letters that English lacks: "Mazār-e Sharīf" gives "Mazar-e Sharif"."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[ʼʻʿʾˈˌ‘]|(?<=\w)’(?!\w)|(?<!\w)’", "", kept).replace("’", "'").strip()


def name_key(name: str) -> str:
    """The key of a name: case, diacritics, apostrophes, hyphens, spaces and the Arabic article's spellings do not count.

    "Deir ez-Zor" and "Deir al Zor" share a key, "Lashkar Gah" and "Lashkargah" too. Empty where nothing Latin is left.
    """
    folded = plain_name(_APOSTROPHES.sub("", name)).casefold()
    tokens = [t for t in _SPLIT.split(folded) if t]
    last = len(tokens) - 1
    return "".join("al" if i < last and t in _ARTICLES else _FOLDED.get(t, t) if last else t for i, t in enumerate(tokens))


def is_usable(name: str) -> bool:
    """Latin script, written as a name, four letters or more, and no airport code."""
    if len(name) < 4 or name.islower() or (len(name) == 4 and name.isupper()):
        return False
    return name.isascii() or bool(_LATIN.fullmatch(name))
