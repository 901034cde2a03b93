"""What must hold of every stage for any article: Hypothesis looks for one for which it does not.

`--hypothesis-profile thorough` tries a hundred times as many.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newskit.clean import Clean
from newskit.entities import Entities
from newskit.parse import Parse, read_document
from newskit.run.inputs import Unit, units
from newskit.run.work import Work
from newskit.stage import Stage, apply
from newskit.summarize import Summarize
from tests.fuzz.oracle import block_texts, check_stages
from tests.fuzz.targets import TARGETS

IS_THOROUGH = settings.get_current_profile_name() == "thorough"


def few(examples: int) -> settings:
    """Return settings for that many examples, always the same ones; or for many."""
    return settings(
        max_examples=100 * examples if IS_THOROUGH else examples,
        derandomize=not IS_THOROUGH,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


PROSE = """
the a of and Port Ellery Ada Marsh said on Monday 3 March 2024 $40 million fell. rose. Mr. But he it
12 per cent in Kilometre “Yes,” she (again) ferry harbour? council! 5 p.m. U.S. – Subscribe Share
Advertisement Read more cookies
"""
MARKUP = b"<p> </p> <div <h1> a=' & &# ; <!-- --> <script> </script> <a\thref"
WORDS = st.sampled_from(PROSE.split()) | st.text(max_size=8)
LINES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
TEXTS = st.lists(LINES, max_size=6).map("\n\n".join) | st.text(max_size=200)
TITLES = st.none() | LINES
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(max_size=10)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip
BLOCKS = VALUES | st.lists(
    st.fixed_dictionaries(
        {
            "start": st.integers(-1, 60),
            "end": st.integers(-1, 60),
            "kind": st.sampled_from(["paragraph", "heading", "", "list-item"]),
        },
        optional={"path": VALUES, "links": VALUES, "role": VALUES, "original": VALUES},
    ),
    max_size=3,
)
# A record as some corpus might bring it: a text, and anything at all in the fields about it.
RECORDS = st.fixed_dictionaries(
    {"text": TEXTS},
    optional={
        "title": VALUES | LINES, "blocks": BLOCKS, "removed": VALUES | st.lists(VALUES, max_size=2),
        "entities": VALUES, "summary": VALUES, "keywords": VALUES, "history": VALUES,
        "warnings": VALUES, "language": VALUES | st.sampled_from(["en", "de", "zh-Hant"]),
        "date_published": VALUES | st.sampled_from(["2024-03-01", "9999-12-31", "0001-01-01"]),
        "authors": VALUES, "source": VALUES, "id": VALUES, "url": VALUES, "tags": VALUES,
        "mine": VALUES, "Ω": VALUES,
    },
)  # fmt: skip

PARSE, CLEAN, ENTITIES = Parse(), Clean(), Entities()
SUMMARIZE = Summarize(words=40, keywords=5, headline=True, trim=True)
STAGES: tuple[Stage, ...] = (PARSE, CLEAN, ENTITIES, SUMMARIZE)


@few(40)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    TARGETS["page-extras"](data)
    TARGETS["input"](data)


@few(40)
@given(st.lists(st.sampled_from(MARKUP.split()) | WORDS.map(str.encode), max_size=30))
def test_any_markup_is_read_or_refused(pieces: list[bytes]) -> None:
    TARGETS["page-plain"](b"<html>" + b" ".join(pieces))


@few(40)
@given(RECORDS)
def test_stages_keep_their_promises_whatever_a_record_says(record: dict[str, Any]) -> None:
    """Spans, verbatim sentences, budgets and fields of others: see tests/fuzz/oracle.py."""
    check_stages(record, STAGES)
    for stage in STAGES:
        check_stages(record, [stage])


@few(16)
@given(TEXTS, TITLES)
def test_cleaning_takes_paragraphs_out_and_adds_none(text: str, title: str | None) -> None:
    parsed = apply(PARSE, {"raw_text": text, "title": title})
    came = block_texts(parsed)
    cleaned = apply(Clean(normalise="nothing"), parsed)
    rest = iter(came)
    assert all(paragraph in rest for paragraph in block_texts(cleaned)), "not in order"
    assert len(cleaned["blocks"]) + len(cleaned["removed"]) == len(came)


@few(16)
@given(TEXTS, TITLES)
def test_a_stage_changes_nothing_the_second_time(text: str, title: str | None) -> None:
    article = apply(PARSE, {"raw_text": text, "title": title})
    for stage in (CLEAN, ENTITIES, SUMMARIZE):
        article = apply(stage, article)
        again = apply(stage, article)
        for field in stage.sets:
            assert again.get(field) == article.get(field), field


@few(25)
@given(st.lists(RECORDS, max_size=4), st.integers(0, 4))
def test_files_put_together_give_what_they_give_apart(
    records: list[dict[str, Any]], at: int
) -> None:
    lines = [orjson.dumps(record) + b"\n" for record in records]
    work = Work(lambda: [CLEAN])
    with TemporaryDirectory() as folder:
        paths = [str(Path(folder) / name) for name in ("both", "one", "other")]
        for path, part in zip(paths, (lines, lines[:at], lines[at:]), strict=True):
            Path(path).write_bytes(b"".join(part))
        both = [work(item) for item in units(paths[:1]) if isinstance(item, Unit)]
        apart = [work(item) for item in units(paths[1:]) if isinstance(item, Unit)]
    assert both == apart
    assert len(both) == len(records)


PLAIN = st.lists(st.from_regex(r"[A-Za-zé,.0-9]{1,9}", fullmatch=True), min_size=1, max_size=25)
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(("p", "h2", "li", "blockquote")), PLAIN.map(" ".join)),
    min_size=1, max_size=6,
)  # fmt: skip


def page(paragraphs: list[tuple[str, str]], attribute: str = "", between: str = "\n") -> str:
    """Return a page of these paragraphs."""
    parts = [f"<{tag}{attribute}>{text}</{tag}>" for tag, text in paragraphs]
    return f"<!DOCTYPE html>\n<html><body>\n{between.join(parts)}\n</body></html>"


def text_of(html: str) -> str:
    text: str = apply(PARSE, read_document(html.encode(), "a.html"))["text"]
    return text


@few(25)
@given(PARAGRAPHS)
def test_what_no_reader_sees_changes_no_text(paragraphs: list[tuple[str, str]]) -> None:
    plain = page(paragraphs)
    expected = text_of(plain)
    assert [text for _, text in paragraphs] == [
        line.removeprefix("- ") for line in expected.split("\n\n")
    ]
    assert text_of(plain.replace("\n", "\r\n")) == expected, "CRLF"
    assert text_of(plain.replace(" ", "\n")) == expected, "lines broken elsewhere"
    assert text_of(page(paragraphs, ' data-x="1 &gt; 2"')) == expected, "an attribute"
    assert text_of(page(paragraphs, between="\n<!-- <p>no</p> -->\n")) == expected, "a comment"
    wrapped = plain.replace("<body>", "<body><div><div class='x'>").replace(
        "</body>", "</div></div>"
    )
    assert text_of(wrapped) == expected, "a wrapper"
