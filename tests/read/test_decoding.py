import pytest

from contested.errors import UnreadableError
from contested.read.decoding import decode

_TEXT = "Rebels took Norvale – “at dawn”, said Zoë.\r\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert decode(_TEXT.encode(encoding), "a.txt") == _TEXT


def test_cyrillic_text_is_read_without_being_told_its_encoding() -> None:
    text = "Боевики захватили город Норваль в понедельник, сообщает министерство обороны страны. " * 2
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_one_broken_byte_does_not_turn_utf_8_into_another_encoding() -> None:
    raw = "“Rebels” took “Norvale” – “at dawn”.".encode() + b"\xe2\x80"
    assert decode(raw, "a.txt").startswith("“Rebels” took “Norvale”")


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x7fELF\x02\x01\x01\x00" * 20, bytes(range(1, 32)) * 9])
def test_bytes_that_are_no_text_are_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary file"):
        decode(raw, "a.bin")
