"""Which language a text is in: words of grammar lead, names and capitals do not mislead."""

import pytest

from contested.language import language_of
from contested.reference.grammar_words import grammar_words


@pytest.mark.parametrize(
    "text",
    [
        "REBELS SEIZED THE TOWN OF NORVALE ON MONDAY, THE ARMY SAID. THE GOVERNOR HAD LEFT IT THE DAY BEFORE WITH HIS GUARDS.",
        "HOSTAGE SWAP CALLED OFF AS MERROW TRUCE BREAKS\n\nMORTAR ROUNDS TORE INTO THE HARBOUR OF SAINT ORLA AT NOON.",
    ],
)
def test_english_in_capitals_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Renn, Marek Dossa, Anna Holt and Teodor Vask of Norvale, Estrade, Quillmark, Lakesend and Saint Orla were named by the Tidal League.",
        "Al-Qasr, Deir al-Merrow and Tell Skarn were shelled by Liwa al-Bahr, Jund al-Tarik and Katibat Orla, said Sheikh Abu Yusuf al-Merrowi.",
        "Général Jean-Baptiste d'Estrade and Colonel François de Quillmark from the Front de Libération de Merrow were not at the talks.",
    ],
)
def test_english_full_of_foreign_names_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Les rebelles ont pris la ville de Norvale lundi, a annoncé l'armée, qui dit avoir perdu douze soldats dans les combats.", "fr"),
        ("Повстанцы заняли город Норваль в понедельник, сообщила армия, потерявшая в боях двенадцать солдат.", "ru"),
        ("سيطر المتمردون على مدينة نورفال يوم الاثنين، وقال الجيش إنه فقد اثني عشر جنديا في القتال قرب الجسر الكبير.", "ar"),
    ],
)
def test_another_language_is_told_by_its_code(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", " \n\t ", "Rebels seized Norvale.", "Норваль взят.", "12 34 56 — … !? " * 40])
def test_too_few_letters_tell_no_language(text: str) -> None:
    assert language_of(text) is None


def test_the_case_of_letters_and_the_shape_of_white_space_do_not_matter() -> None:
    text = "Rebels seized the town of Norvale on Monday, the army said, and the governor had left it with his guards."
    assert {language_of(text), language_of(text.upper()), language_of(text.lower()), language_of(text.replace(" ", "\n \t"))} == {"en"}


def test_a_long_text_is_told_by_its_beginning() -> None:
    english = "Rebels seized the town of Norvale on Monday, the army said, and the governor had left it with his guards. "
    french = "Les rebelles ont pris la ville de Norvale lundi, a annoncé l'armée, qui dit avoir perdu douze soldats. "
    assert language_of(english * 40 + french * 400) == "en"


def test_words_of_grammar_are_in_small_letters() -> None:
    assert "en" in grammar_words()
    assert all(word == word.casefold() for words in grammar_words().values() for word in words)
