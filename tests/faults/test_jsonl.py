"""Faults of JSON Lines: what stands on a line, how lines end, and how much is on one."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.conftest import record
from tests.faults import GOOD, check_survives, run

BOM = b"\xef\xbb\xbf"
# The rest of a record that is fine but for what stands before it.
TEXT = b'"text": "A fair opened."}'
STAGES = ("parse", "clean", "entities", "summarize")


def test_fault_001_malformed_line() -> None:
    """A line that is not JSON costs that line."""
    check_survives(
        "summarize",
        {
            b'{"id": "bad", "text": ': "not JSON",
            b"{'text': 'single quotes'}": "not JSON",
            b'{"text": "a comma too many",}': "not JSON",
            b'{"text": "no end"': "not JSON",
            b'{"text": "bad escape \\x"}': "not JSON",
            b"no braces at all": "not JSON",
        },
    )


def test_fault_002_cut_off_at_the_end() -> None:
    """The last line is cut off because who wrote it died."""
    umlaut = '{"text": "Übung"}'.encode()
    check_survives(
        "summarize",
        files={
            "text.jsonl": (
                record(7) + record(8)[:-10],
                "text.jsonl:2: not JSON: the line ends early",
            ),
            "brace.jsonl": (record(8)[:-2], "cut off?"),
            "key.jsonl": (b'{"te', "cut off?"),
            "character.jsonl": (umlaut[: umlaut.index(b"\x9c")], "cut off?"),
        },
    )


def test_fault_003_no_final_line_feed() -> None:
    """The last line is whole but has no line feed; what is written has one."""
    done = check_survives("summarize", files={"last.jsonl": (record(7)[:-1], None)})
    assert [article["id"] for article in done.articles] == ["7"]


def test_fault_004_empty_input() -> None:
    """Nothing to read gives nothing to write, and that is no failure."""
    check_survives("summarize", files={"empty.jsonl": (b"", None), "mark.jsonl": (BOM, None)})
    assert run("summarize", b"").out == b""


def test_fault_005_blank_lines() -> None:
    """Blank lines are no articles, but they count as lines."""
    stream = GOOD[0] + b"\n \t \r\n[1]\n" + b"\n" * 10_000 + GOOD[1] + b"\x0c\n[2]\n\n"
    done = run("summarize", stream, code=3, refused=2)
    assert done.err.splitlines()[0].startswith("newskit summarize: -:4: expected an object")
    assert done.err.splitlines()[1].startswith("newskit summarize: -:10007: expected an object")


def test_fault_006_carriage_returns() -> None:
    """Lines that end in CR LF are read like others, and written with LF."""
    returned = run("summarize", b"".join(GOOD).replace(b"\n", b"\r\n"))
    assert returned.out == run("summarize", b"".join(GOOD)).out


def test_fault_007_byte_order_mark() -> None:
    """A byte order mark is dropped where an input begins, and refused elsewhere."""
    first, later = BOM + record(7), BOM + record(9)
    done = check_survives(
        "summarize",
        files={
            "marked.jsonl": (first + record(8) + later, "marked.jsonl:3: not JSON: a byte order")
        },
    )
    assert [article["id"] for article in done.articles] == ["7", "8"]


def test_fault_008_wide_characters() -> None:
    """An input in UTF-16 or UTF-32 stops with the command that converts it."""
    files = {}
    for encoding in ("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"):
        plain = record(7).decode()
        files[f"bare-{encoding}"] = (plain.encode(encoding), f"iconv -f {encoding} -t UTF-8")
        marked = ("\ufeff" + plain).encode(encoding)
        files[f"marked-{encoding}"] = (marked, f"iconv -f {encoding[:6]} -t UTF-8")
    check_survives("summarize", files=files, code=4)
    marked = {name: file for name, file in files.items() if name.startswith("marked")}
    check_survives("parse", files=marked, code=4)


def test_fault_009_invalid_utf8() -> None:
    """A line with bytes that are no UTF-8 is refused: replacing them would alter the text."""
    check_survives(
        "summarize",
        {
            b'{"text": "caf\xe9"}': "not UTF-8: byte 0xe9 in column 14",
            b'{"text": "overlong \xc0\x80"}': "not UTF-8: byte 0xc0",
            b'{"text": "half a pair \xed\xa0\x80"}': "not UTF-8: byte 0xed",
            b'{"text": "too high \xf4\x90\x80\x80"}': "not UTF-8: byte 0xf4",
            b'\xff{"text": "in front"}': "not UTF-8: byte 0xff in column 1",
            b'{"text": "behind"}\x80': "not UTF-8: byte 0x80",
        },
    )


def test_fault_010_control_characters() -> None:
    """Raw control characters are refused; escaped ones are data, until clean."""
    raw = {b'{"text": "a' + bytes((c,)) + b'b"}': "not JSON" for c in (0, 1, 9, 27, 31)}
    escaped = b'{"text": "A fair\\u0000 opened\\u0001 on\\u001b[31m Monday in Port Ellery."}'
    done = check_survives("clean", raw | {escaped: None})
    assert done.articles[0]["text"] == "A fair opened on[31m Monday in Port Ellery."
    unparsed = escaped.replace(b'"text"', b'"raw_text"')
    done = check_survives("parse", {unparsed: None})
    assert done.articles[0]["text"].startswith("A fair opened")


def test_fault_011_lone_surrogate() -> None:
    """Half of a pair of escapes is no character: refused, wherever it stands."""
    done = check_survives(
        "summarize",
        {
            b'{"text": "\\ud800"}': "surrogate",
            b'{"text": "\\udc00\\ud800"}': "surrogate",
            b'{"\\udfff": 1, ' + TEXT: "surrogate",
            b'{"note": {"a": ["\\ud83d"]}, ' + TEXT: "surrogate",
            b'{"note": "\\ud83d\\ude00", ' + TEXT: None,
        },
    )
    assert done.articles[0]["note"] == "\U0001f600"


def test_fault_012_several_values_on_a_line() -> None:
    """More than one value on a line is refused with the command that parts them."""
    check_survives(
        "summarize",
        {
            b'{"text": "a"} {"text": "b"}': "jq -c .",
            b'{"text": "a"}{"text": "b"}': "jq -c .",
            b'{"text": "a"},': "jq -c .",
            b'{"text": "a"}\r{"text": "b"}': "jq -c .",
        },
    )


def test_fault_013_json_over_several_lines() -> None:
    """JSON that is indented, or one array, is told from JSON Lines, with what to do about it."""
    article = {"id": "7", "text": "A fair opened."}
    indented = json.dumps(article, indent=2).encode()
    done = run("summarize", indented, code=3, refused=4)
    assert "-:1: not one JSON object" in done.err
    assert "jq -c ." in done.err.splitlines()[0]
    many = json.dumps([article] * 60, indent=1).encode()
    done = run("summarize", many, code=4, refused=100)
    assert "jq -c ." in done.err.splitlines()[0]
    assert "is this JSON Lines?" in done.err
    check_survives(
        "parse", files={"one.json": (indented, "jq -c ."), "many.json": (many, "jq -c '.[]'")}
    )


def test_fault_014_no_object() -> None:
    """A line that holds a value but no object is refused with what it holds."""
    check_survives(
        "summarize",
        {
            b"1": "expected an object, found a number",
            b'"a"': "expected an object, found a string",
            b"true": "expected an object, found a boolean",
            b"null": "expected an object, found null",
            b'[{"text": "a"}]': "expected an object, found an array",
        },
    )


@pytest.mark.parametrize("command", ["parse", "run"])
@pytest.mark.parametrize("first", [b"[1]", b'[{"text": "a"}]', b"no JSON"])
def test_fault_001_014_first_of_all(command: str, first: bytes) -> None:
    """A bad first line does not make JSON Lines a text: it is refused, and the others are read."""
    lines = first + b"\n" + record(1) + record(2)
    piped = run(command, lines, code=3, refused=1)
    named = run(
        f"{command} a.jsonl b.jsonl", files={"a.jsonl": lines, "b.jsonl": first}, code=3, refused=2
    )
    for done in (piped, named):
        assert [article["id"] for article in done.articles] == ["1", "2"]


@pytest.mark.parametrize("stage", STAGES)
def test_fault_015_missing_field(stage: str) -> None:
    """An article without the field that a stage needs is refused, with the stage that makes it."""
    parse = "no field 'html', 'raw_text' or 'text'"
    reason = parse if stage == "parse" else "no field 'text' (run newskit parse first)"
    check_survives(stage, {b"{}": reason, b'{"title": "x"}': reason, b'{"text": null}': reason})


@pytest.mark.parametrize("stage", STAGES)
def test_fault_016_wrong_type(stage: str) -> None:
    """A needed field of another type is refused; one that is not needed spoils nothing."""
    odd = {"blocks": 5, "title": 5, "source": [], "url": {}, "language": 7, "authors": 1}
    odd |= {"entities": 5, "history": 5, "warnings": "x", "date_published": [], "removed": 1}
    blocks = [5, {}, {"start": "a", "end": None}, {"start": -5, "end": 99, "kind": 1, "links": "x"}]
    reason = "field 'text' must be a string, found "
    check_survives(
        stage,
        {
            b'{"text": 5}': reason + "a number",
            b'{"text": true}': reason + "a boolean",
            b'{"text": ["a"]}': reason + "an array",
            b'{"text": {}}': reason + "an object",
            json.dumps(odd | {"text": "A fair opened."}).encode(): None,
            json.dumps({"text": "A fair opened.", "blocks": blocks}).encode(): None,
        },
    )


def test_fault_017_repeated_keys() -> None:
    """Of a key that is repeated the last value counts."""
    line = b'{"id": "a", "text": "One came.", "id": "b", "text": "Two came."}'
    done = check_survives("summarize", {line: None})
    assert done.articles[0]["id"] == "b"
    assert done.articles[0]["summary"] == done.articles[0]["text"] == "Two came."


def test_fault_018_no_numbers() -> None:
    """NaN and infinity are no JSON, in whatever spelling."""
    numbers = ("NaN", "Infinity", "-Infinity", "nan", "1e999", "-1e999", "0x10", "01", "1.", ".5")
    check_survives("summarize", {b'{"n": %s, ' % n.encode() + TEXT: "not JSON" for n in numbers})


def test_fault_019_integers_that_do_not_fit() -> None:
    """An integer of more than 64 bits is refused rather than rounded; other numbers stay."""
    too_big = "more than 64 bits"
    lines: dict[bytes, str | None] = {
        b'{"n": 18446744073709551616, ' + TEXT: too_big,
        b'{"n": -9223372036854775809, ' + TEXT: too_big,
        b'{"n": {"m": [1, 36893488147419103232]}, ' + TEXT: too_big,
        b'{"n": 1' + b"0" * 30 + b", " + TEXT: too_big,
        b'{"n": ' + b"9" * 400 + b", " + TEXT: "not JSON",
    }
    kept = ("18446744073709551615", "-9223372036854775808", "1e+22", "0.1", "-0.0", '"1e+99"')
    lines |= {b'{"n": %s, ' % n.encode() + TEXT: None for n in kept}
    done = check_survives("summarize", lines)
    assert [json.dumps(article["n"]) for article in done.articles] == [*kept]


def test_fault_020_deep_nesting() -> None:
    """JSON nested deeper than 100 levels is refused, a million levels like 101."""
    lines: dict[bytes, str | None] = {}
    for depth in (101, 254, 255, 1024, 1_000_000):
        arrays = b"[" * (depth - 1) + b"]" * (depth - 1)
        objects = b'{"a":' * (depth - 1) + b"1" + b"}" * (depth - 1)
        for value in (arrays, objects):
            lines[b'{"n": ' + value + b", " + TEXT] = "nested deeper than 100 levels"
    lines[b'{"n": ' + b"[" * 1_000_000] = "nested deeper than 100 levels"
    lines[b'{"n": ' + b"[" * 99 + b"]" * 99 + b", " + TEXT] = None
    check_survives("summarize", lines)


@pytest.mark.slow
def test_fault_021_line_of_a_gigabyte() -> None:
    """A line that is too long is refused with little memory; the next one is read."""

    def chunks() -> Iterator[bytes]:
        yield GOOD[0] + b'{"text": "'
        for _ in range(1024):
            yield b"fair" * (1 << 18)
        yield b'"}\n' + GOOD[1]

    done = run("summarize", chunks(), code=3, refused=1, seconds=120)
    assert "-:2: line longer than 64 MiB" in done.err
    assert [article["id"] for article in done.articles] == ["1", "2"]


@pytest.mark.slow
def test_fault_022_many_and_long_keys() -> None:
    """A million keys and a key of a megabyte are accepted; what takes gigabytes is refused."""
    keys = b"".join(b'"k%d":%d,' % (n, n) for n in range(1_000_000))
    long = b"k" * 1_000_000
    many = {
        b'{"n": ['
        + b"{}," * 1_000_000
        + b"{}], "
        + TEXT: "more than 2,000,000 commas and brackets",
        b'{"n": [' + b"257," * 15_000_000 + b"1], " + TEXT: "more than 2,000,000 commas",
    }
    done = check_survives(
        "summarize",
        {b"{" + keys + TEXT: None, b'{"' + long + b'": 1, ' + TEXT: None} | many,
        megabytes=400,
    )
    assert len(done.articles[0]) > 1_000_000
    assert done.articles[1][long.decode()] == 1


@pytest.mark.parametrize("stage", STAGES)
def test_fault_023_odd_ids(stage: str) -> None:
    """Ids that are repeated, missing, empty or no strings lose no article."""
    ids = (b'"1"', b'"1"', b'"dup"', b'"dup"', b"null", b'""', b"5", b"[1]", b"{}")
    lines = {b'{"id": ' + i + b', "n": %d, ' % n + TEXT: None for n, i in enumerate(ids)}
    done = check_survives(stage, lines | {b'{"n": 9, ' + TEXT: None})
    assert [article["n"] for article in done.articles] == [*range(10)]
    given = [article.get("id") for article in done.articles]
    assert given[:4] == ["1", "1", "dup", "dup"]
    if stage == "parse":
        assert all(type(one) is str and one for one in given)


def test_fault_024_unknown_fields_and_later_schemas() -> None:
    """Unknown fields pass untouched; a record of a later major version stops the command."""
    fields = '"schema": "newskit/1.9", "Z": {"a": [null, 1.50, "\\u00e9"]}, "": "", "a b": false, '
    done = check_survives("summarize", {b"{" + fields.encode() + TEXT: None})
    assert [*done.articles[0].items()][:4] == [
        ("schema", "newskit/1.9"), ("Z", {"a": [None, 1.5, "é"]}), ("", ""), ("a b", False),
    ]  # fmt: skip
    later = record(7, schema="newskit/2")
    done = run("summarize", GOOD[0] + later + GOOD[1], code=4)
    assert "record of schema 'newskit/2'" in done.err
    assert [article["id"] for article in done.articles] == ["1"]


def test_fault_025_field_that_is_there_already() -> None:
    """A stage overwrites the fields that it sets, as documented, and no others."""
    fields = {"summary": "Gold.", "entities": "gold", "keywords": ["gold"], "headline": "Gold"}
    line = json.dumps(fields | {"text": "A fair opened."}).encode()
    done = check_survives("summarize", {line: None})
    assert done.articles[0]["summary"] == "A fair opened."
    assert {k: done.articles[0][k] for k in ("entities", "keywords", "headline")} == {
        "entities": "gold", "keywords": ["gold"], "headline": "Gold",
    }  # fmt: skip


def test_fault_026_characters_that_mislead() -> None:
    """Separators that are no line ends, wide and combining characters stay; offsets count them."""
    text = "Zoe\u0308 met\u2028Bo\u0308 \U0001f600 in Po\u0085rt. \U00020bb7 came\u2029by.\x7f"
    line = json.dumps({"text": text}, ensure_ascii=False).encode()
    article = check_survives("summarize", {line: None}).articles[0]
    assert article["text"] == text
    for sentence in article["summary_sentences"]:
        piece = text[sentence["start"] : sentence["end"]]
        assert " ".join(piece.split()) in article["summary"]
    article = check_survives("entities", {line: None}).articles[0]
    for entity in article["entities"]:
        for mention in entity["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]
