"""What stands between quotation marks."""

import re

from contested.records import Span, Spans

_MARK = re.compile("[\"“«‘']")
_QUOTED = re.compile(
    r"“[^“”\n]{3,1200}(?:”|(?=\n|$))|\"[^\"\n]{3,1200}\"|«[^«»\n]{3,1200}»|(?<!\w)‘[^‘\n]{12,600}?’(?!\w)|(?<!\w)'[^'\n]{12,300}?'(?!\w)"
)
_PARAGRAPH = re.compile(r"[^\n]+")


def quotations(text: str) -> Spans:
    """What stands between quotation marks, without the marks and the full stop or comma before the closing one.

    A quotation may run over several sentences of one paragraph; one that goes on in the next paragraph is not closed there.
    """
    if not _MARK.search(text):
        return ()
    return tuple(
        _inner(text, match) for paragraph in _PARAGRAPH.finditer(text) for match in _QUOTED.finditer(text, *paragraph.span())
    )


def _inner(text: str, match: re.Match[str]) -> Span:
    closed = match.group()[-1] in "”\"»’'"
    words = text[match.start() + 1 : match.end() - closed].rstrip(" .,;!?")
    return Span(match.start() + 1, match.start() + 1 + len(words))
