import pytest

from contested.errors import UnreadableError
from contested.read.mojibake import WINDOWS, mended, refuse_damaged

_GOOD = (
    "The governor’s “army” left – at dawn – for Zoë’s café…", "José Müller of Norvale spoke.", "CAFÉ’S ÅLAND’s é “É” É’",
    "voilà\u00a0» and là\u00a0».", "naïve Zoë", "«À bientôt»",
    "Plain words.", "", "Она сказала ‘нет’.", "SÃO PAULO and NIÑOS", "Â is a letter, and so is Ã.",
)


@pytest.mark.parametrize("text", _GOOD)
def test_text_that_is_right_stays(text: str) -> None:
    assert mended(text) == text
    refuse_damaged(text, "a.txt")


@pytest.mark.parametrize("text", ["The governor’s “army” – Zoë’s café", "José Müller of Norvale spoke.", "a\u00a0b", "“É”", "Smoke… and 5 € for 20 °C"])
def test_utf_8_read_as_western_is_read_again(text: str) -> None:
    assert mended(text.encode().decode("latin-1").translate(WINDOWS)) == text
    assert mended(text.encode().decode("latin-1")) == text


def test_of_a_mixed_text_only_the_damaged_part_is_mended() -> None:
    assert mended("José said “no”. It wasnâ€™t JosÃ©.") == "José said “no”. It wasn’t José."


def test_characters_of_windows_that_were_read_as_controls_are_mended() -> None:
    assert mended("the army\x92s \x93road\x94 \x96 shut\x85") == "the army’s “road” – shut…"


def test_a_text_whose_words_are_lost_is_refused_with_their_share() -> None:
    with pytest.raises(UnreadableError, match="its characters are damaged: 33 % of its words"):
        refuse_damaged("The gov\ufffdrnor left.", "a.txt")
    refuse_damaged("The gov\ufffdrnor left the town of Norvale at dawn on Monday with his men.", "a.txt")
    refuse_damaged("x" * 1_000_000 + "é", "a.txt")
