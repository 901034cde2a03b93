"""Markdown: what a reader of the rendered page would see."""

import pytest

from newskit.parse.markdown import read_markdown
from newskit.parse.shapes import from_markdown


def shown(text):
    return [(kind, text) for text, kind, _ in read_markdown(text)[1]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A storm #\n\nText\ngoes on.", [("heading", "A storm"), ("paragraph", "Text goes on.")]),
        ("A storm\n===\nText", [("heading", "A storm"), ("paragraph", "Text")]),
        ("one  \ntwo", [("paragraph", "one\ntwo")]),
        ("- one\n  more\n* two\n1. three",
         [("list-item", "one more"), ("list-item", "two"), ("list-item", "three")]),
        ("> said\n> more\n>\n> again", [("quote", "said more"), ("quote", "again")]),
        ("```python\na = 1\n\nb = 2\n```\nText",
         [("code", "a = 1"), ("code", "b = 2"), ("paragraph", "Text")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nText",
         [("table", "a | b"), ("table", "1 | 2"), ("paragraph", "Text")]),
        ("a **bold** and *old* and ***both*** and ~~gone~~ word",
         [("paragraph", "a bold and old and both and gone word")]),
        ("snake_case_name and 2 * 3 * 4", [("paragraph", "snake_case_name and 2 * 3 * 4")]),
        ("![alt](a.png)\n\nText ![alt](b.png) here", [("paragraph", "Text here")]),
        ("[a]: https://example.org\n\nSee [it][a] or <https://example.org>.",
         [("paragraph", "See it or https://example.org.")]),
        ("<div>\n\nText<br>more\n\n</div>", [("paragraph", "Textmore")]),
        (r"\*not\* `a*b*c`", [("paragraph", "*not* a*b*c")]),
        ("one\n\n---\n\ntwo", [("paragraph", "one"), ("paragraph", "two")]),
        ("", []),
        ("```\nnever ended", [("code", "never ended")]),
        ("one\r\n\r\ntwo", [("paragraph", "one"), ("paragraph", "two")]),
    ],
)  # fmt: skip
def test_blocks(source, expected):
    assert shown(source) == expected


def test_front_matter():
    fields, blocks = read_markdown(
        '---\ntitle: "A storm: the sea"\ndate: 3 March 2025\nauthors:\n  - Mara Lindqvist\n'
        "  - Tomas Ober\ntags: [sea, wind]\nlayout: post\n---\n# Another\n"
    )
    assert fields == {
        "title": "A storm: the sea",
        "date_published": "2025-03-03",
        "authors": ["Mara Lindqvist", "Tomas Ober"],
        "tags": ["sea", "wind"],
    }
    assert blocks == [("Another", "heading", 0.0)]


def test_first_heading_is_the_title():
    assert read_markdown("## Part\n\n# A **storm**\n\n# Later")[0] == {"title": "A storm"}


def test_a_rule_is_no_front_matter():
    assert shown("---\nA storm\n---\n")[0][1] == "A storm"


def test_links_are_a_share():
    assert read_markdown("[All](x)")[1] == [("All", "paragraph", 1.0)]


def test_who_and_when_beside_the_heading():
    below = "\n\nWaves closed the harbour of Port Ellery on Monday, and the ferry did not sail."
    beside = "*By Mara Lindqvist*\n\n**Published 3 May 2025**"
    fields, blocks = from_markdown(f"# Harbour closes\n\n{beside}{below}")
    assert fields["authors"] == ["Mara Lindqvist"]
    assert fields["date_published"] == "2025-05-03"
    assert fields["text"][blocks[1]["start"] : blocks[1]["end"]] == "By Mara Lindqvist"
    front = "---\nauthor: Jo Ferro\n---\n"
    fields, _ = from_markdown(f"{front}# Harbour closes\n\n{beside}{below}")
    assert fields["authors"] == ["Jo Ferro"]
