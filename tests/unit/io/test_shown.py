"""No control character reaches a person's terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newskit.io.shown import shown, shown_text

HOSTILE = "a\x1b]0;title\x07\x9b31m\u202eb\u2066c\x7f\x00\ud800d\r\n"


def is_safe(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs") and not 0x202A <= ord(char) <= 0x202E


def test_hostile_text() -> None:
    assert all(is_safe(c) for c in shown(HOSTILE))
    assert all(is_safe(c) or c == "\n" for c in shown_text(HOSTILE))


@given(st.text(st.characters(codec=None)))
def test_any_text(text: str) -> None:
    assert all(is_safe(c) and not 0x2066 <= ord(c) <= 0x2069 for c in shown(text))
    shown_text(text).encode("utf-8")


def test_names_that_are_no_utf8_show_their_bytes() -> None:
    assert shown("a\udcff") == "a\\xff"


def test_cut() -> None:
    assert shown("abcdef", 4) == "abc…"
