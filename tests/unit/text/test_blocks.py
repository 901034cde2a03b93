"""Plain text to blocks: lines, wrapped paragraphs, and their shapes."""

import textwrap

import pytest

from newskit.text.blocks import segment

SENTENCES = (
    "The ferry to Varrow County ran again on Monday after nine days in the yard, and the queue at "
    "the pier was long before dawn. Nobody complained of the cold, the harbour master said, but "
    "some asked why the repair had taken so long when the part lay in a shed two streets away.",
    "The council of Port Ellery meets on Thursday. It will hear the owners of the line, who have "
    "asked for a longer lease, and the fishermen, who want the northern berth for themselves and "
    "have said that they will block the channel if they do not get it by the end of the month.",
    "A second boat is being built. It should be ready in the spring, when the island's hotels open "
    "again and the number of passengers doubles within two weeks, as it does in every year.",
)


def pieces(text):
    return [text[start:end] for start, end, _ in segment(text)]


def kinds(text):
    return [kind for _, _, kind in segment(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n\nTwo.\n", ["One.", "Two."]),
        ("One.\r\nTwo.\rThree.", ["One.", "Two.", "Three."]),
        ("One.\u2028Two.\u0085Three.\u2029Four.\x0cFive.",
         ["One.", "Two.", "Three.", "Four.", "Five."]),
        ("  One.\t\n\u00a0\n Two.", ["One.", "Two."]),
        ("", []),
        (" \n ", []),
    ],
)  # fmt: skip
def test_lines(text, expected):
    assert pieces(text) == expected


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped(width, end):
    wrapped = "\n\n".join("\n".join(textwrap.wrap(s, width)) for s in SENTENCES)
    found = pieces(wrapped.replace("\n", end))
    assert [" ".join(piece.split()) for piece in found] == list(SENTENCES)


def test_furniture_between_wrapped_paragraphs_stays_apart():
    first, second, third = ("\n".join(textwrap.wrap(s, 72)) for s in SENTENCES)
    text = f"{first}\nNo time to read?\nGet a summary\n{second}\n\nShare\n\n{third}"
    found = [" ".join(piece.split()) for piece in pieces(text)]
    assert found == [SENTENCES[0], "No time to read?", "Get a summary", SENTENCES[1], "Share",
                     SENTENCES[2]]  # fmt: skip


def test_paragraph_a_line_is_not_wrapped():
    text = "\n".join(SENTENCES)
    assert pieces(text) == list(SENTENCES)
    assert pieces("Home\nNews\nSport\nA headline of some length about the sea\n" + text)[:2] == [
        "Home",
        "News",
    ]


def test_wrapped_list():
    items = ["\n  ".join(textwrap.wrap(f"- {s}", 70)) for s in SENTENCES]
    text = "\n".join(items)
    assert kinds(text) == ["list-item"] * 3


def test_chinese_wrapped():
    line = "\u5e02\u957f\u5728\u6e2f\u53e3\u8fce\u63a5\u4e86\u7b2c\u4e00\u8258\u6e21\u8f6e\u5b83"
    paragraph = f"{line}{line}\n{line}{line}\n{line}{line}\n\u5b8c\u3002"
    assert len(pieces(f"{paragraph}\n\n{paragraph}")) == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- one", "list-item"), ("\u2022 one", "list-item"), ("3. one", "list-item"),
        ("> said", "quote"), ("## The storm", "heading"), ("a\tb\tc", "table"),
        ("| a | b |", "table"), ("* * *", "other"), ("A storm came.", "paragraph"),
        ("\u2013 Yes, she said.", "paragraph"), ("1984 was a year.", "paragraph"),
        ("THE STORM", "paragraph"),
    ],
)  # fmt: skip
def test_kinds(line, kind):
    assert kinds(line) == [kind]


@pytest.mark.parametrize(
    "text", ["\n" * 200_000, "a\n" * 100_000, "x" * 1_000_000, ("y" * 70 + "\n") * 20_000]
)
def test_long_texts_are_quick(text):
    spans = segment(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
