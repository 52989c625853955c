"""What stands between quotation marks."""

import re

from contested.records import Span, Spans

_MARK = re.compile("[\"“«‘']")
_QUOTED = re.compile(r"“[^“”]{3,600}”|\"[^\"]{3,600}\"|«[^«»]{3,600}»|(?<!\w)‘[^‘]{12,600}?’(?!\w)|(?<!\w)'[^'\n]{12,300}?'(?!\w)")


def quotations(text: str, span: Span) -> Spans:
    """What stands between quotation marks, without the marks and the full stop or comma before the closing one."""
    if not _MARK.search(text, span.start, span.end):
        return ()
    return tuple(_inner(text, match) for match in _QUOTED.finditer(text, span.start, span.end))


def _inner(text: str, match: re.Match[str]) -> Span:
    words = text[match.start() + 1 : match.end() - 1].rstrip(" .,;!?")
    return Span(match.start() + 1, match.start() + 1 + len(words))
