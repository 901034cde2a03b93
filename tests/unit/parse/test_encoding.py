"""Bytes to text: what decides, and what is never tried."""

import pytest

from newskit.parse.charsets import LABELS
from newskit.parse.encoding import declared_encoding, decode

CAFE = "<meta charset={}><p>Caf\u00e9"


@pytest.mark.parametrize(
    ("data", "encoding", "evidence"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9", "utf-8", "bom"),
        (b"\xff\xfe" + "Caf\u00e9".encode("utf-16-le"), "utf-16-le", "bom"),
        (b"\xfe\xff" + "Caf\u00e9".encode("utf-16-be"), "utf-16-be", "bom"),
        (b"\xef\xbb\xbf" + CAFE.format("latin1").encode(), "utf-8", "bom"),
        (CAFE.format("iso-8859-1").encode("utf-8"), "utf-8", "utf-8"),
        (CAFE.format("iso-8859-1").encode("latin-1"), "windows-1252", "declared"),
        (CAFE.format("utf-16").encode("utf-8"), "utf-8", "utf-8"),
        (CAFE.format("utf-8").encode("latin-1"), "windows-1252", "default"),
        (b"Caf\xe9", "windows-1252", "default"),
        (b"plain", "utf-8", "utf-8"),
        (b"", "utf-8", "utf-8"),
    ],
)
def test_evidence(data, encoding, evidence):
    decoded = decode(data)
    assert (decoded.encoding, decoded.evidence, decoded.replaced) == (encoding, evidence, 0)
    assert data in (b"plain", b"") or decoded.text.endswith("Caf\u00e9")


def test_declaration_from_outside_wins_over_the_page():
    page = '<meta charset="koi8-r"><p>\u0434\u0430'.encode("cp1251")
    assert decode(page, "windows-1251").text.endswith("\u0434\u0430")


@pytest.mark.parametrize("name", ["utf-7", "rot13", "zip", "hex", "idna", "x" * 10_000, ""])
def test_hostile_names_are_ignored(name):
    assert decode(b"Caf\xe9 " + f"<meta charset={name}>".encode(), name).encoding == "windows-1252"


@pytest.mark.parametrize("label", sorted(set(LABELS.values())))
def test_every_name_can_be_decoded(label):
    assert decode(b"\xff" + b"abc", next(k for k, v in LABELS.items() if v == label)).text


def test_mixed_encodings_are_counted():
    decoded = decode(("Caf\u00e9 na\u00efve \u00fcber \u00e9t\u00e9 " * 9).encode() + b"\x93x\x94")
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 2)


def test_a_few_foreign_bytes_do_not_make_it_what_a_page_declares():
    page = (
        CAFE.format("latin1") + " na\u00efve \u00fcber \u00e9t\u00e9 \u00e0" * 9
    ).encode() + b"\x93x"
    assert decode(page)[1:] == ("utf-8", "utf-8", 1)
    few = CAFE.format("utf-8").encode() + b" na\xc3\xafve \xe9"
    assert decode(few)[1:] == ("utf-8", "declared", 1)


def test_undefined_bytes_of_windows_1252():
    assert decode(b"a\x81b\xe9", "latin1") == ("a\ufffdb\u00e9", "windows-1252", "declared", 1)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Prom wr\u00f3ci\u0142 w poniedzia\u0142ek, a burmistrz powita\u0142 "
         "pasa\u017cer\u00f3w. ", "cp1250"),
        ("Prom wr\u00f3ci\u0142 w poniedzia\u0142ek, a burmistrz powita\u0142 "
         "pasa\u017cer\u00f3w. ", "iso8859-2"),
        ("Belediye ba\u015fkan\u0131 yolcular\u0131 kar\u015f\u0131lad\u0131. ", "cp1254"),
        ("\u5e02\u957f\u8fce\u63a5\u4e86\u4e58\u5ba2\uff0c\u5e76\u611f\u8c22\u4e86"
         "\u5de5\u4eba\u3002", "gb18030"),
        ("\u5e02\u9577\u306f\u4e57\u5ba2\u3092\u51fa\u8fce\u3048\u307e\u3057\u305f\u3002",
         "euc_jp"),
        ("\u00ab Le ferry est revenu \u00e0 l\u2019\u00eele \u00bb, dit\u2026 la mairesse. ",
         "cp1252"),
        ("\u0421\u0435\u0433\u043e\u0434\u043d\u044f \u0432 \u0433\u043e\u0440\u043e\u0434\u0435 "
         "\u043f\u0440\u043e\u0448\u0451\u043b \u0441\u0438\u043b\u044c\u043d\u044b\u0439 "
         "\u0434\u043e\u0436\u0434\u044c. ", "cp1251"),
        ("Die B\u00fcrgermeisterin er\u00f6ffnete die Br\u00fccke \u00fcber den Flu\u00df. ",
         "cp1252"),
        ("El ni\u00f1o comi\u00f3 una pi\u00f1a y un lim\u00f3n en la plaza de Le\u00f3n. ",
         "cp1252"),
    ],
)  # fmt: skip
def test_detected(text, encoding):
    assert decode((text * 20).encode(encoding)).text == text * 20


def test_declaration_is_looked_for_at_the_beginning_only():
    assert declared_encoding(b" " * 5_000 + b"<meta charset=koi8-r>") is None
    assert declared_encoding(b'<?xml version="1.0" encoding="koi8-r"?><html>') == "koi8-r"
