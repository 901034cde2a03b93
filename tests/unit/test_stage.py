"""apply() holds a stage to what it declares, and leaves everything else alone."""

from __future__ import annotations

from typing import Any

import pytest

from newskit.errors import BadArticle, BadInput
from newskit.stage import apply, check_schema


class Fake:
    """A stage that returns what it is told."""

    name = "fake"
    needs = ("text",)
    sets = ("text", "summary", "schema", "gone")

    def __init__(self, changes: dict[str, Any], **options: Any) -> None:
        self.changes = changes
        self.options = options

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        return self.changes


def test_fields_keep_their_places_and_new_ones_come_last() -> None:
    article = {"b": 1, "text": "x", "a": None}
    done = apply(Fake({"summary": "s", "text": "x"}), article)
    assert list(done) == ["b", "text", "a", "summary", "history"]
    assert done["a"] is None
    assert list(article) == ["b", "text", "a"], "the article that came in was changed"


def test_none_takes_a_field_away_and_the_schema_comes_first() -> None:
    done = apply(Fake({"gone": None, "schema": "newskit/1"}), {"gone": 1, "text": "x"})
    assert list(done) == ["schema", "text", "history"]


def test_history_names_the_options_that_differ() -> None:
    done = apply(Fake({}, words=5), {"text": "x", "history": [{"stage": "before"}]})
    assert [h["stage"] for h in done["history"]] == ["before", "fake"]
    assert done["history"][1]["options"] == {"words": 5}


def test_annotations_of_an_old_text_are_dropped_with_a_warning() -> None:
    article = {"text": "old", "entities": [], "summary": "s", "keywords": []}
    done = apply(Fake({"text": "new", "summary": "t"}), article)
    assert "entities" not in done
    assert "keywords" not in done
    assert done["summary"] == "t"
    assert [w["code"] for w in done["warnings"]] == ["stale-annotations"]
    same = apply(Fake({"text": "old"}), article)
    assert same["entities"] == []
    assert "warnings" not in same


def test_a_headline_that_a_corpus_brings_stays() -> None:
    done = apply(Fake({"text": "new"}), {"text": "old", "headline": "theirs"})
    assert done["headline"] == "theirs"
    assert "warnings" not in done


@pytest.mark.parametrize(
    ("value", "reason"),
    [(None, "no field 'text'"), (5, "found a number"), ([], "found an array"), (True, "a boolean")],
)
def test_needs(value: Any, reason: str) -> None:
    with pytest.raises(BadArticle, match=reason):
        apply(Fake({}), {"text": value})


def test_an_undeclared_field_is_our_bug() -> None:
    with pytest.raises(AssertionError, match="undeclared"):
        apply(Fake({"titel": 1}), {"text": "x"})


def test_schema_versions() -> None:
    for fine in ("newskit/1", "newskit/1.2", "of somebody else", 7, None):
        check_schema({"schema": fine})
    with pytest.raises(BadInput, match="newskit/2"):
        check_schema({"schema": "newskit/2"})
