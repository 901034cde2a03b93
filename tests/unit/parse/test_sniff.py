"""What a file is, by its content, and what is refused as no text."""

import pytest

from newskit.errors import BadArticle
from newskit.parse.sniff import sniff

MARKDOWN = b"# A storm\n\nSee [the map](map.png) of *Port Ellery*.\n\n- one\n- two\n"


@pytest.mark.parametrize(
    ("data", "path", "expected"),
    [
        (b"<!DOCTYPE html><html>", "-", "html"),
        (b"\xef\xbb\xbf  <HTML lang=en>", "-", "html"),
        (b"<!-- saved from x --><html>", "-", "html"),
        (b"<p>A storm came.</p><p>It went.</p>", "-", "html"),
        (b"A storm came.<br>It went.<p>Then<p>more", "-", "html"),
        (b"The <b> tag is old.\nNobody uses it.", "-", "text"),
        (b"The <p> tag is old.\nNobody uses it.", "-", "text"),
        (b"a < b and c > d", "-", "text"),
        (b"Text <i>here</i>", "x.html", "html"),
        (b"Text without tags", "x.html", "text"),
        (MARKDOWN, "-", "markdown"),
        (MARKDOWN, "x.txt", "markdown"),
        (b"---\ntitle: A storm\ndate: 2025-03-03\n---\nText.", "-", "markdown"),
        (b"- one\n- two\n- three\n", "x.md", "markdown"),
        (b"- one\n- two\n- three\n", "x.txt", "text"),
        (b"# a comment\nkey = 1\n# another\n", "x.toml", "text"),
        (b"#storm is a hashtag", "-", "text"),
        (b"A storm came.\n", "x.md", "text"),
        (b'\n\n{"text": "x"}\n', "x.txt", "json"),
        (b'{"text": "<p>x</p>"}\n', "x.html", "json"),
        (b"{curly} words", "-", "text"),
        (b'[1]\n{"text": "x"}\n', "-", "json"),
        (b'\n5\n{"text": "x"}\n{"text": "y"}\n', "x.txt", "json"),
        (b'no object\n{"text": "x"}\n', "-", "json"),
        (b'[{"text": "x"}]\n{"text": "y"}\n', "-", "json"),
        (b"[1]\n", "x.jsonl", "json"),
        (b"[1]\n", "X.NDJSON.gz", "json"),
        (b'[1]\n{"text": "' + b"x" * 70_000, "-", "json"),
        (b"[1]\nA footnote.\n", "-", "text"),
        (b'The settings:\n\n{"depth": 3}\n\nare read at start.\nNo more.\n', "-", "text"),
        (b"", "-", "text"),
        ("\ufeff<html>".encode("utf-16-le"), "-", "html"),
        ("\ufeff<html>".encode("utf-32-le"), "-", "html"),
        ("\u5e02\u9577\u304c\u8fce\u3048\u305f".encode(), "-", "text"),
    ],
)
def test_shape(data, path, expected):
    assert sniff(data, path) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04abc", "unpack first"),
        (b"x" * 257 + b"ustar\x0000", "unpack first"),
        (b"\x00\x00\x00\x18ftypmp42", "film"),
        (b"\x1f\x8b\x08", "unpack first"),
        ("<html>A storm came.".encode("utf-16-le"), "UTF-16"),
        ("<html>A storm came.".encode("utf-16-be"), "UTF-16"),
        ("<html>A storm came.".encode("utf-32-be"), "UTF-32"),
        (b'{\n  "text": "A storm came."\n}\n', "several lines"),
        (b'[\n{"text": "A storm came."},\n{"text": "It went."}\n]\n', "JSON array"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04" * 100, "binary"),
    ],
)
def test_not_text(data, reason):
    with pytest.raises(BadArticle, match=reason):
        sniff(data, "page.html")


def test_one_stray_nul_is_forgiven():
    assert sniff(b"A storm\x00 came." * 1, "-") == "text"
