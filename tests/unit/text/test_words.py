"""Counting words with and without spaces, and the stop words that tell prose from menus."""

import pytest

from newskit.text.words import STOP_WORDS_BY_LANGUAGE, count_words, guess_language, stop_share


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Rain fell.", 2),
        ("Дождь шёл весь день", 4),
        ("東京", 1),
        ("東京で雨が降った。", 4),
        ("GDP 增长 5%", 3),
        ("한국어 문장", 2),
    ],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


PROSE = {
    "en": "The harbour was closed for the day because of the storm that came in from the west.",
    "de": "Der Hafen war am Montag geschlossen, weil ein Sturm aus dem Westen über die Stadt zog.",
    "fr": "Le port est resté fermé toute la journée à cause de la tempête qui venait de l'ouest.",
    "es": "El puerto estuvo cerrado todo el día por la tormenta que llegó desde el oeste.",
    "ru": "Порт был закрыт весь день из-за шторма, который пришёл с запада, и не только он.",
    "pl": "Port był zamknięty przez cały dzień, bo z zachodu nadeszła burza, a to się nie zdarza.",
    "zh": "由于西边来的风暴，港口关闭了一整天，这是今年的第一次，也是不常见的事。",
    "ja": "西からの嵐のために港は一日中閉鎖されていたと、市の担当者は話している。",
}


@pytest.mark.parametrize("language", PROSE)
def test_prose_has_stop_words(language: str) -> None:
    assert stop_share(PROSE[language]) >= 0.2


@pytest.mark.parametrize(
    "menu", ["Home News Sport Culture", "Startseite Wirtschaft Kultur", "新闻 体育 财经"]
)
def test_menus_have_none(menu: str) -> None:
    assert stop_share(menu) == 0.0


def test_lists_are_lower_case_and_told_apart() -> None:
    for listed in STOP_WORDS_BY_LANGUAGE.values():
        assert listed == listed.lower()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said on Monday that it would not pay for the bridge to the island.", "en"),
        ("El consejo dijo el lunes que no pagaría por el puente de la isla, y que lo haría.", "es"),
        ("Home News Sport", ""),
    ],
)
def test_a_language_is_guessed_only_if_one_leads(text: str, language: str) -> None:
    assert guess_language(text) == language
