"""The record: schema, types and documentation say the same, and every command's output obeys."""

from __future__ import annotations

import json
import typing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newskit import article as types
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "src/newskit/record.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SAMPLES = sorted(
    p
    for p in (ROOT / "samples").iterdir()
    if p.suffix in (".txt", ".html", ".md") and p.stem != "README"
)
EXTRAS = ["--keywords", "5", "--headline"]
COMMANDS = (["parse"], ["clean"], ["entities"], ["summarize", *EXTRAS])


def test_newskit_schema_prints_it(newskit: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(newskit("schema").out) == SCHEMA


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Article", SCHEMA),
        ("Source", SCHEMA["properties"]["source"]),
        ("Block", SCHEMA["properties"]["blocks"]["items"]),
        ("Removed", SCHEMA["properties"]["removed"]["items"]),
        ("Entity", SCHEMA["properties"]["entities"]["items"]),
        ("SummarySentence", SCHEMA["properties"]["summary_sentences"]["items"]),
        ("Keyword", SCHEMA["properties"]["keywords"]["items"]),
        ("Member", SCHEMA["properties"]["articles"]["items"]),
        ("History", SCHEMA["properties"]["history"]["items"]),
        ("Warning", SCHEMA["properties"]["warnings"]["items"]),
    ],
)
def test_types_and_schema_name_the_same_fields(name: str, where: dict[str, Any]) -> None:
    assert set(typing.get_type_hints(getattr(types, name))) == set(where["properties"])


def test_the_documentation_names_every_field() -> None:
    page = (ROOT / "docs/record.md").read_text("utf-8")
    for field in SCHEMA["properties"]:
        assert f"`{field}`" in page, field
    kinds = SCHEMA["properties"]["blocks"]["items"]["properties"]["kind"]["enum"]
    assert tuple(kinds) == types.KINDS
    roles = SCHEMA["properties"]["blocks"]["items"]["properties"]["role"]["enum"]
    assert list(dict.fromkeys(types.ARTICLE_ROLES + types.FURNITURE_ROLES)) == roles


def check_offsets(article: dict[str, Any]) -> None:
    """Assert that every offset points at what it says."""
    text = article["text"]
    end = 0
    for block in article["blocks"]:
        assert end <= block["start"] <= block["end"] <= len(text)
        end = block["end"]
    assert "\n\n".join(text[b["start"] : b["end"]] for b in article["blocks"]) == text
    for entity in article.get("entities", ()):
        assert entity["count"] == len(entity["mentions"])
        for mention in entity["mentions"]:
            where = article[mention["field"]]
            assert where[mention["start"] : mention["end"]] == mention["text"]
    for keyword in article.get("keywords", ()):
        where = article[keyword["field"]]
        assert where[keyword["start"] : keyword["end"]] == keyword["text"]
    for sentence in article.get("summary_sentences", ()):
        said = article[sentence["field"]][sentence["start"] : sentence["end"]]
        assert " ".join(said.split()) in " ".join(article["summary"].split())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_every_stage_on_every_sample(newskit: Any, sample: Path) -> None:
    data = sample.read_bytes()
    parsed: dict[str, Any] = {}
    for command in COMMANDS:
        done = newskit(*command, stdin=data)
        assert done.code == 0, done.err
        assert "read 1, written 1, refused 0" in done.err
        data = done.out
        article = done.articles()[0]
        assert next(iter(article)) == "schema"
        VALIDATOR.validate(article)
        check_offsets(article)
        if command == ["parse"]:
            parsed = article
        if command == ["clean"]:
            from newskit.clean.restore import restore

            assert "\n\n".join(restore(article)) == parsed["text"]
    fused = newskit("run", *EXTRAS, stdin=sample.read_bytes())
    assert fused.out == data, "run and the shell pipe differ"


def test_the_record_of_several_articles(newskit: Any) -> None:
    samples = [str(path) for path in SAMPLES[:3]]
    members = newskit("parse", *samples).out
    (record,) = newskit("summarize", "--together", *EXTRAS, stdin=members).articles()
    VALIDATOR.validate(record)
    whole = {article["id"]: article for article in map(json.loads, members.splitlines())}
    assert [member["id"] for member in record["articles"]]
    said = []
    for piece in (*record["summary_sentences"], *record["keywords"]):
        said.append(whole[piece["id"]][piece["field"]][piece["start"] : piece["end"]])
        assert said[-1] == piece.get("text", said[-1])
    pieces = said[: len(record["summary_sentences"])]
    assert record["summary"] == " ".join(" ".join(piece.split()) for piece in pieces)
    assert "text" not in record
    for other in ({}, {"title": "x"}, record | {"articles": []}):
        with pytest.raises(jsonschema.ValidationError):
            VALIDATOR.validate(other)


def test_a_line_with_only_text_enters_every_stage(newskit: Any) -> None:
    line = b'{"text": "The fair in Port Ellery opened on Monday. It drew 40,000 people."}\n'
    for command in ("parse", "clean", "entities", "summarize"):
        article = newskit(command, stdin=line).articles()[0]
        VALIDATOR.validate(article)
        assert article["text"].startswith("The fair in Port Ellery")
