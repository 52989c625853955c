"""Text decoded with the wrong encoding: mended where there is one way to do it, told by its share of the words where there is none."""

import re

from contested.errors import UnreadableError

HEAVY = 0.1
"""The share of damaged words from which a text is refused."""

WINDOWS = {number: bytes([number]).decode("cp1252", errors="ignore") or chr(number) for number in range(0x80, 0xA0)}
"""The characters of Windows where Latin 1 has controls; the five that Windows leaves open stay controls."""

_BYTES = {WINDOWS.get(number, chr(number)): number for number in range(0x80, 0x100)}


def _class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(character) for character, number in _BYTES.items() if first <= number <= last) + "]"


_MARK = rf"â{_class(0x80, 0x9F)}{_class(0x80, 0xBF)}"  # quotation marks, dashes, dots: "â€™"
_LETTER = rf"[ÂÃÄÅ]{_class(0x80, 0xBF)}"  # Western letters with accents: "Ã©"
_SEQUENCE = re.compile(rf"{_MARK}|ðŸ{_class(0x80, 0xBF)}{{2}}|{_LETTER}")
_SURE = re.compile(_MARK)
_ALONE = re.compile(rf"[ÂÃ]{_class(0x80, 0xBF)}")
_DAMAGE = re.compile(rf"\ufffd|{_MARK}|â€|Ã[©¨¡¶¼¤±³­ª«§¯µ¢£¥¦®°²´¹º»½¾¿Ÿœ‰]|ï¿½|[\x80-\x84\x86-\x9f]")


def mended(text: str) -> str:
    """Two errors undone: UTF-8 that was read as a Western 8-bit encoding ("â€™", "Ã©"), and Windows' characters that were read as controls.

    The first only where it is sure: where a quotation mark or dash stands so in the text, which no language writes, or where everything beyond
    ASCII can be read so. Each sequence stands for one character, so nothing is lost.
    """
    if text.isascii():
        return text
    text = text.translate(WINDOWS)
    if _SURE.search(text):
        return _SEQUENCE.sub(_character, text)
    return _ALONE.sub(_character, text) if _ALONE.sub("", text).isascii() else text


def refuse_damaged(text: str, where: str) -> None:
    """Raises UnreadableError where the characters of so many words are lost that the text cannot be trusted."""
    if text.isascii():
        return
    words = text.split()
    damaged = sum(not word.isascii() and _DAMAGE.search(word) is not None for word in words)
    if damaged > HEAVY * len(words):
        raise UnreadableError(where, f"its characters are damaged: {damaged * 100 // len(words)} % of its words (wrong encoding, or lost in a copy)")


def _character(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[character] for character in match.group()).decode("utf-8")
    except UnicodeDecodeError:  # in the right order, and forbidden all the same
        return match.group()
