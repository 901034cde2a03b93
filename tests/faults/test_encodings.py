"""Faults of encodings: what a page says of its bytes, what they are, and what is no text at all."""

from __future__ import annotations

import json
from typing import Any

from tests.faults import check_survives

TEXT = "Zoë’s café in Port Ellery reopened on Monday – à la carte, très naïf."
RUSSIAN = "Ярмарка открылась в понедельник, сказала мэр города Эллери."
PAGE = "<!doctype html><html><head>{}<title>A fair</title></head><body><p>{}</p>"
META = "<meta charset={}>"


def page(declared: str, encoding: str, text: str = TEXT) -> bytes:
    """Return a page that says it is in one encoding, and is in another."""
    return PAGE.format(META.format(declared), text).encode(encoding)


def parsed(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return what parse makes of pages between good ones, all of which it accepts."""
    done = check_survives("parse", files={name: (data, None) for name, data in files.items()})
    assert [article["source"]["path"] for article in done.articles] == [*files]
    return done.articles


def told(article: dict[str, Any]) -> tuple[str, str]:
    """Return a page's encoding, and what decided it."""
    return article["source"]["encoding"], article["source"]["encoding_evidence"]


def test_fault_027_wrong_declaration() -> None:
    """A page that declares Latin-1 and is UTF-8, or the other way round, is read rightly."""
    articles = parsed(
        {
            "a.html": page("iso-8859-1", "utf-8"),
            "b.html": page("windows-1251", "utf-8"),
            "c.html": page("utf-16", "utf-8"),
            "d.html": page("iso-8859-1", "cp1252"),
            "e.html": page("utf-8", "cp1252"),
            "f.html": page("utf-8", "cp1251", RUSSIAN * 20),
        }
    )
    assert [article["text"] for article in articles] == [TEXT] * 5 + [RUSSIAN * 20]
    assert [told(article) for article in articles] == [
        ("utf-8", "utf-8"), ("utf-8", "utf-8"), ("utf-8", "utf-8"),
        ("windows-1252", "declared"), ("windows-1252", "default"), ("cp1251", "detected"),
    ]  # fmt: skip


def test_fault_028_declarations_that_disagree() -> None:
    """A byte order mark wins, then what the bytes prove, then the first of the declarations."""
    wide = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    marked = {
        f"{encoding}.html": ("\ufeff" + PAGE.format(META.format("koi8-r"), TEXT)).encode(encoding)
        for encoding in wide
    }
    koi, windows = META.format("koi8-r"), META.format("windows-1251")
    old = '<meta http-equiv=Content-Type content="text/html; charset=koi8-r">'
    xml = '<?xml version="1.0" encoding="{}"?>'
    heads = {
        "two.html": koi + windows,
        "old.html": old + windows,
        "xml.html": xml.format("windows-1251") + koi,
        "only-xml.html": xml.format("koi8-r") + "<html>",
    }
    declared = {name: f"{h}<p>{RUSSIAN}</p>".encode("koi8-r") for name, h in heads.items()}
    articles = parsed(marked | declared)
    assert [article["text"] for article in articles] == [TEXT] * 5 + [RUSSIAN] * 4
    assert [told(article) for article in articles] == [
        *((encoding, "bom") for encoding in wide), *[("koi8-r", "declared")] * 4,
    ]  # fmt: skip


def test_fault_029_hostile_names_of_encodings() -> None:
    """A name that browsers do not know is ignored, whatever Python would do with it."""
    names = ("utf-7", "rot13", "zip", "hex", "idna", "unicode_escape", "raw-unicode-escape", "mbcs")
    names += ("x" * 10_000, "../../etc/passwd", "&#117;tf-7", "undefined", "")
    articles = parsed({f"{n}.html": page(name, "cp1252") for n, name in enumerate(names)})
    for name, article in zip(names, articles, strict=True):
        assert article["text"] == TEXT, name[:40]
        assert article["source"]["encoding"] == "windows-1252", name[:40]


def test_fault_030_several_encodings_in_one_page() -> None:
    """Foreign bytes in a page of UTF-8 become U+FFFD and are counted; above 1 % it is said."""
    foreign = "<p>“It is naïve”".encode("cp1252")
    few, many = parsed(
        {
            "few.html": page("iso-8859-1", "utf-8", TEXT * 40) + foreign,
            "many.html": page("utf-8", "utf-8") + foreign,
        }
    )
    assert few["text"] == TEXT * 40 + "\n\n\ufffdIt is na\ufffdve\ufffd"
    assert many["text"] == TEXT + "\n\n\ufffdIt is na\ufffdve\ufffd"
    for article in (few, many):
        assert article["source"]["encoding"] == "utf-8"
        assert article["source"]["replaced"] == 3
    assert "warnings" not in few
    assert many["warnings"][0]["code"] == "encoding"


def test_fault_031_encoded_twice() -> None:
    """Text that was encoded twice is left as it was published."""
    twice = TEXT.encode("utf-8").decode("cp1252")
    (article,) = parsed({"twice.html": page("utf-8", "utf-8", twice)})
    assert article["text"] == twice
    done = check_survives("clean --normalise nothing", {json.dumps({"text": twice}).encode(): None})
    assert done.articles[0]["text"] == twice


def test_fault_032_no_text() -> None:
    """A file that is not text is refused with what it looks like, whatever its name says."""
    plain = PAGE.format("", TEXT)
    magic = {
        "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF\0",
        "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "GIF": b"GIF89a\x01\0\x01\0",
        "picture": b"RIFF\x24\0\0\0WEBPVP8 ",
        "film": b"\0\0\0\x18ftypmp42",
        "program": b"\x7fELF\x02\x01\x01",
        "SQLite": b"SQLite format 3\0",
        "binary": bytes(range(256)) * 8,
        "UTF-16 without": plain.encode("utf-16-le"),
        "UTF-16 without a": plain.encode("utf-16-be"),
        "UTF-32 without": plain.encode("utf-32-be"),
    }
    files = {f"{n}.html": (data, name) for n, (name, data) in enumerate(magic.items())}
    done = check_survives("parse", files=files)
    assert done.err.count(": not text: ") == len(files)


def test_fault_033_characters_that_cannot_be_seen() -> None:
    """Overrides of direction, soft hyphens and the like are kept, unless clean is told to drop."""
    text = "The \u202ecafe\u202c in Port\u200b Ellery re\u00adopened\u2066 on\u2069 Monday \ue000."
    (article,) = parsed({"page.html": page("utf-8", "utf-8", text)})
    assert article["text"] == text
    line = json.dumps({"text": text}).encode()
    assert check_survives("clean", {line: None}).articles[0]["text"] == text
    done = check_survives("clean --normalise characters", {line: None})
    assert done.articles[0]["text"] == "The cafe in Port Ellery reopened on Monday \ue000."


def test_fault_034_impossible_character_references() -> None:
    """References to NUL, to surrogates and beyond Unicode become U+FFFD."""
    hostile = "&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#9999999999999999999999;"
    harmless = {"&#x80;": "€", "&#xFFFE;": "\ufffe", "&#1;": "\x01", "&#x1F600;": "\U0001f600"}
    harmless |= {"&#;": "&#;", "&#x;": "&#x;", "&nosuch;": "&nosuch;"}
    body = "-".join((*hostile, *harmless))
    (article,) = parsed({"page.html": page("utf-8", "utf-8", f"Begin {body} end")})
    shown = "-".join(("\ufffd",) * 5 + (*harmless.values(),))
    assert article["text"] == f"Begin {shown} end"
    title = f"<title>{hostile[1]} in titles</title><meta name=author content='{hostile[2]}'>"
    (article,) = parsed({"page.html": f"<html>{title}<p>Text.".encode()})
    assert article["title"] == "\ufffd in titles"
