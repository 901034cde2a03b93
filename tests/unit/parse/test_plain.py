"""Title, authors and dates of plain text: told, or left open."""

import pytest

from newskit.parse.plain import read_plain
from newskit.text.blocks import segment

PROSE = (
    "The ferry to Varrow County ran again on Monday after nine days in the yard, and the queue at "
    "the pier was long before dawn, the harbour master said, though nobody complained of the cold."
)


def found(text):
    return read_plain(text, segment(text))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ferry returns to Port Ellery\nBy Mara Lindqvist\nMarch 3, 2025",
         {"title": "Ferry returns to Port Ellery", "authors": ["Mara Lindqvist"],
          "date_published": "2025-03-03"}),
        ("Ferry returns to Port Ellery\nBy MARA LINDQVIST and Tomas Ober, Staff Writer",
         {"title": "Ferry returns to Port Ellery", "authors": ["Mara Lindqvist", "Tomas Ober"]}),
        ("Ferry returns to Port Ellery\nPublished: 12 March 2024 at 14:05\nUpdated 13 March 2024",
         {"title": "Ferry returns to Port Ellery", "date_published": "2024-03-12",
          "date_modified": "2024-03-13"}),
        ("F\u00e4hre f\u00e4hrt wieder nach Ellery\nVon Mara Lindqvist\nStand: 3. M\u00e4rz 2025",
         {"title": "F\u00e4hre f\u00e4hrt wieder nach Ellery", "authors": ["Mara Lindqvist"],
          "date_published": "2025-03-03"}),
        ("Ferry returns to Port Ellery", {"title": "Ferry returns to Port Ellery"}),
        ("Ferry returns to Port Ellery | Ellery Times\nHome\nNews\nFerry returns to Port Ellery",
         {"title": "Ferry returns to Port Ellery"}),
        ("Home\nNews\nSport\nWeather\nMore stories", {}),
        ("No time to read?\nGet a summary", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_head(head, expected):
    assert found(f"{head}\n\n{PROSE}") == expected


def test_dateline():
    text = f"Ferry returns to the island\n\nPORT ELLERY, March 3, 2025 (Reuters) - {PROSE}"
    assert found(text)["date_published"] == "2025-03-03"


@pytest.mark.parametrize(
    "line",
    ["By then it was too late.", "The storm came on March 3, 2025.", "By car", "Published by us"],
)
def test_sentences_are_no_facts(line):
    assert not {"authors", "date_published"} & found(f"{PROSE}\n\n{line}\n\n{PROSE}").keys()


@pytest.mark.parametrize("text", ["", "word", "One line that says little", "\n\n", "x" * 500])
def test_too_little(text):
    assert found(text) == {}
