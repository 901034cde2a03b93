"""normalise: one test per line of the module's list, and that twice is once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.normal import is_wrapped, normalise

CASES = {
    "line ends": ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    "control characters": ("a\x00b\x07c\x85d", "abc\nd"),
    "soft hyphen": ("govern\u00adment", "government"),
    "zero width": ("a\u200bb\ufeffc\u2060d", "abcd"),
    "bidirectional overrides": ("safe\u202etxt\u202c", "safetxt"),
    "joiners stay": ("می\u200cخواهم", "می\u200cخواهم"),
    "composed": ("Cafe\u0301", "Café"),
    "not compatibility": ("x² ﬁn Ａ", "x² ﬁn Ａ"),
    "no-break space": ("10\u00a0km", "10 km"),
    "ideographic space": ("\u3000東京\u3000都", "東京 都"),
    "narrow space in a number": ("10\u202f000 and 2\u2009500", "10\u202f000 and 2\u202f500"),
    "narrow space elsewhere": ("Quoi\u202f? 10\u202f€", "Quoi ? 10 €"),
    "runs of spaces": ("  a \t  b  ", "a b"),
    "ends of lines": ("a  \n   b\n\n\n c", "a\nb\nc"),
    "address": ("12 Quay Street\nPort Ellery", "12 Quay Street\nPort Ellery"),
    "empty": (" \u200b\u00a0\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_listed(case: str) -> None:
    raw, normal = CASES[case]
    assert normalise(raw, characters=True) == normal


def test_characters_stay_unless_asked() -> None:
    raw = "Cafe\u0301 co\u00adop\u200b \u202eme\u202c"
    assert normalise(f"{raw} \u00a0 end\x00") == f"{raw} end"


def test_hard_wraps_are_undone_and_hyphens_with_them() -> None:
    wrapped = (
        "The harbour authority in Port Ellery said on Monday that the pas-\n"
        "senger terminal would stay closed until the inspectors had seen\n"
        "every one of its forty doors."
    )
    assert normalise(wrapped) == (
        "The harbour authority in Port Ellery said on Monday that the passenger terminal would "
        "stay closed until the inspectors had seen every one of its forty doors."
    )


def test_chinese_is_joined_without_spaces() -> None:
    wrapped = "港务局星期一表示，在检查人员检查完所有的门之前，客运\n码头将继续关闭。"
    assert normalise(wrapped) == wrapped.replace("\n", "")


def test_lines_that_were_not_wrapped_stay() -> None:
    verse = ["The tide goes out, the tide comes in,", "and nobody knows", "where it has been."]
    assert not is_wrapped(verse)
    assert normalise("\n".join(verse)) == "\n".join(verse)


@given(
    st.text(
        alphabet=st.sampled_from(
            "aB1.- \n\t\u00a0\u00ad\u200b\u202f\u2009\u0301\u3000東\u1100\u1161"
        )
    )
)
def test_twice_is_once(text: str) -> None:
    for characters in (False, True):
        once = normalise(text, characters=characters)
        assert normalise(once, characters=characters) == once


@given(st.text())
def test_any_text(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\n\n" not in once
    assert once == once.strip(" \n")
