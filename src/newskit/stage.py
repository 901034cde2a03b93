"""What a stage is, and the one function that runs a stage on an article.

A stage is a pure function from an article to the fields that it sets. It is built once (models are
loaded then) and called once per article. It must not open files, print, read the clock or the
environment, or keep anything between calls: that is what lets any engine run it in many processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from newskit import __version__
from newskit.article import SCHEMA, TEXT_ANNOTATIONS
from newskit.errors import BadArticle, BadInput

_JSON_NAMES = {
    "NoneType": "null", "bool": "a boolean", "int": "a number", "float": "a number",
    "str": "a string", "list": "an array", "dict": "an object",
}  # fmt: skip


class Stage(Protocol):
    """One step of the pipeline."""

    @property
    def name(self) -> str:
        """The command's name."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Fields that must be present, and be strings."""

    @property
    def sets(self) -> tuple[str, ...]:
        """The only fields it may set or, with the value None, take away."""

    @property
    def options(self) -> Mapping[str, Any]:
        """Its settings that differ from the defaults, for `history`."""

    def __call__(self, article: dict[str, Any]) -> Mapping[str, Any]:
        """Return the fields to set; None takes a field away; `warnings` are added to those there.

        A warning is a mapping with `code` and `message`. Raises BadArticle.
        """


def json_name(value: object) -> str:
    """Return what JSON calls a value, with its article, for messages.

    >>> json_name([1])
    'an array'
    """
    return _JSON_NAMES.get(type(value).__name__, type(value).__name__)


def check_schema(article: Mapping[str, Any]) -> None:
    """Raise BadInput if the article was written by a later major version of newskit."""
    schema = article.get("schema")
    if isinstance(schema, str) and schema.startswith("newskit/") and schema != SCHEMA:
        major = schema.removeprefix("newskit/").split(".")[0]
        if major != SCHEMA.removeprefix("newskit/"):
            raise BadInput(f"record of schema {schema[:40]!r}; this newskit reads {SCHEMA}")


def apply(stage: Stage, article: dict[str, Any]) -> dict[str, Any]:
    """Run a stage on an article and hold it to its declaration; return a new article.

    Fields that the stage does not name stay as they are and where they are. When `text` changes,
    annotations that pointed into the old text are dropped, with a warning. Raises BadArticle when a
    needed field is missing or no string, and whatever the stage raises.
    """
    for field in stage.needs:
        value = article.get(field)
        if value is None:
            raise BadArticle(f"no field {field!r} (run newskit parse first)")
        if not isinstance(value, str):
            raise BadArticle(f"field {field!r} must be a string, found {json_name(value)}")
    changes = dict(stage(article))
    warnings = [
        {"stage": stage.name, "code": w["code"], "message": w["message"]}
        for w in changes.pop("warnings", ())
    ]
    if undeclared := changes.keys() - set(stage.sets):
        raise AssertionError(f"stage {stage.name} sets undeclared {sorted(undeclared)}")
    if "text" in changes and changes["text"] != article.get("text"):
        stale = [f for f in TEXT_ANNOTATIONS if f in article and f not in changes]
        if stale:
            changes |= dict.fromkeys(stale)
            message = f"dropped {', '.join(stale)}: they were about the old text"
            warnings.append({"stage": stage.name, "code": "stale-annotations", "message": message})
    step: dict[str, Any] = {"stage": stage.name, "version": __version__}
    if stage.options:
        step["options"] = dict(stage.options)
    changes["history"] = [*_list(article.get("history")), step]
    if warnings:
        changes["warnings"] = [*_list(article.get("warnings")), *warnings]
    return _merge(article, changes)


def _merge(article: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return the changed article: old fields in their place, new ones behind, None gone."""
    merged: dict[str, Any] = {"schema": None} if changes.get("schema") else {}  # the first key
    merged |= article
    merged |= changes
    for field, value in changes.items():
        if value is None:
            del merged[field]
    return merged


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
