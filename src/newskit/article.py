"""The record: what one article is, between the commands.

One article is one JSON object on one line. docs/record.md describes every field for users and
record.schema.json for programs; a test holds the three together. Offsets count Unicode code
points, half-open, into the string of the same record that they speak of.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

SCHEMA = "newskit/1"

# What an article's text may consist of, by markup or shape.
KINDS = ("paragraph", "heading", "list-item", "quote", "caption", "table", "code", "other")

# Roles that belong to the article, and roles that are the page's furniture.
ARTICLE_ROLES = (
    "title", "standfirst", "byline", "date", "body", "subhead",
    "list", "quote", "caption", "note", "author",
)  # fmt: skip
FURNITURE_ROLES = (
    "nav", "related", "share", "signup", "comment", "ad", "legal", "tag", "widget", "other",
)  # fmt: skip


class Source(TypedDict, total=False):
    """Where an article came from, and how its bytes became text."""

    path: str
    format: str
    offset: int
    length: int
    encoding: str
    encoding_evidence: str
    replaced: int
    sha256: str


class Block(TypedDict):
    """A piece of text between two blank lines, with what is known of it."""

    start: int
    end: int
    kind: str
    path: NotRequired[str]
    links: NotRequired[float]
    role: NotRequired[str]
    original: NotRequired[str]


class Removed(TypedDict):
    """A block that clean took out; `after` is the index of the kept block before it, or -1."""

    text: str
    kind: str
    role: str
    reason: str
    score: float
    after: int
    path: NotRequired[str]
    links: NotRequired[float]


class Mention(TypedDict):
    """One place where an entity is named: `text` is the record's `field`[start:end]."""

    field: str
    start: int
    end: int
    text: str


class Entity(TypedDict):
    """Somebody or something, with all its mentions."""

    name: str
    type: str
    count: int
    salience: float
    mentions: list[Mention]
    value: NotRequired[str]
    mod: NotRequired[str]
    country: NotRequired[str]
    score: NotRequired[float]
    id: NotRequired[str]


class SummarySentence(TypedDict):
    """A sentence of the summary: verbatim `field`[start:end], unless parts were cut out of it.

    Then `kept` are the parts that are left, [start, end] each, and `trimmed` names what was cut. In
    the record of several articles `id` says whose `field` it is.
    """

    field: str
    start: int
    end: int
    score: float
    kept: NotRequired[list[list[int]]]
    trimmed: NotRequired[list[str]]
    id: NotRequired[str]


class Keyword(TypedDict):
    """A key phrase and its weight: verbatim `field`[start:end]; `id` as in SummarySentence."""

    text: str
    score: float
    start: int
    end: int
    field: str
    id: NotRequired[str]


class Member(TypedDict):
    """An article that was summarised together with others."""

    id: str
    title: NotRequired[str]
    url: NotRequired[str]
    date_published: NotRequired[str]


class History(TypedDict):
    """A stage that has been run, with the options that differ from the defaults."""

    stage: str
    version: str
    options: NotRequired[dict[str, Any]]


class Warning(TypedDict):  # noqa: A001 - the field's own name
    """Something a person should know though the article was written."""

    stage: str
    code: str
    message: str


class Article(TypedDict, total=False):
    """One article. Unknown fields are allowed, and pass through every stage untouched.

    The record of several articles has `articles`, and no `text`.
    """

    schema: str
    id: str
    source: Source
    url: str
    canonical_url: str
    site: str
    title: str
    authors: list[str]
    date_published: str
    date_modified: str
    language: str
    section: str
    tags: list[str]
    description: str
    image: str
    text: str
    blocks: list[Block]
    removed: list[Removed]
    entities: list[Entity]
    summary: str
    summary_sentences: list[SummarySentence]
    keywords: list[Keyword]
    headline: str
    articles: list[Member]
    history: list[History]
    warnings: list[Warning]


# Fields whose meaning hangs on the very string in `text`.
TEXT_ANNOTATIONS = ("entities", "summary", "summary_sentences", "keywords")
