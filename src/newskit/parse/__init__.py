"""Turns whatever an article came as into the record's text and blocks: everything, nothing judged.

One rule for each shape of input: a page is walked (html.py), Markdown is read line by line
(markdown.py), plain text is cut into lines or paragraphs (newskit.text.blocks). Metadata comes from
where that shape keeps it. What a record already says of itself is believed.
"""

from __future__ import annotations

import hashlib
from typing import Any

from newskit.article import SCHEMA
from newskit.errors import BadArticle
from newskit.parse.shapes import from_html, from_kept_text, from_markdown, from_text
from newskit.stage import json_name

FIELDS = (
    "title", "authors", "date_published", "date_modified", "language", "section", "tags",
    "description", "image", "canonical_url", "site",
)  # fmt: skip

# Share of characters lost to U+FFFD above which a person should know of it.
REPLACED_SHARE = 0.01

# Hexadecimal digits of an identifier: 64 bits, so that a million articles do not collide.
ID_DIGITS = 16

_DEFAULTS = {
    "html_field": "html", "raw_text_field": "raw_text", "text_field": "text", "url_field": "url",
}  # fmt: skip


class Parse:
    """The stage that makes text and blocks.

    Args:
        html_field: the field that holds a page; it is consumed.
        raw_text_field: the field that holds plain text (or Markdown, if `source.format` says so);
            it is consumed.
        text_field: the field that holds text taken as it is.
        url_field: the field that holds the article's address.

    Raises BadArticle for a record with none of the three, or whose field is no string, and for
    pages that are too big or too deep.
    """

    name = "parse"
    needs: tuple[str, ...] = ()

    def __init__(
        self,
        *,
        html_field: str = "html",
        raw_text_field: str = "raw_text",
        text_field: str = "text",
        url_field: str = "url",
    ) -> None:
        self.html_field = html_field
        self.raw_text_field = raw_text_field
        self.text_field = text_field
        self.url_field = url_field
        chosen = {name: getattr(self, name) for name in _DEFAULTS}
        self.options = {k: v for k, v in chosen.items() if v != _DEFAULTS[k]}
        consumed = (html_field, raw_text_field, text_field)
        names = ("schema", "id", "source", "url", *FIELDS, "text", "blocks", *consumed)
        self.sets = tuple(dict.fromkeys(names))

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return the fields found in an article that came as HTML, raw text or text."""
        field = self._consumed(article)
        content: str = article[field]
        source = dict(given) if isinstance(given := article.get("source"), dict) else {}
        url = article.get(self.url_field)
        url = url if isinstance(url, str) and url else None
        shape = "html" if field == self.html_field else source.setdefault("format", "text")
        source["format"] = shape
        if field == self.html_field:
            found, blocks = from_html(content, url)
        elif field == self.raw_text_field:
            found, blocks = (from_markdown if shape == "markdown" else from_text)(content)
        else:
            found, blocks = from_kept_text(content, article.get("blocks"))
        changes: dict[str, Any] = {"schema": SCHEMA}
        changes["id"] = _identity(article, source, url or "", content)
        changes["source"] = source
        if url and article.get("url") is None:
            changes["url"] = url
        changes |= {k: found[k] for k in FIELDS if k in found and article.get(k) is None}
        changes |= _listed(article) | {field: None}
        changes |= {"text": found["text"], "blocks": blocks}
        return changes | _warnings(found["text"], content, str(shape))

    def _consumed(self, article: dict[str, Any]) -> str:
        """Return the name of the field that holds the content."""
        fields = (self.html_field, self.raw_text_field, self.text_field)
        for field in fields:
            value = article.get(field)
            if isinstance(value, str):
                return field
            if value is not None:
                raise BadArticle(f"field {field!r} must be a string, found {json_name(value)}")
        raise BadArticle(f"no field {fields[0]!r}, {fields[1]!r} or {fields[2]!r}")


def read_document(data: bytes, path: str) -> dict[str, Any]:
    """Turn a whole file that is no JSON Lines into a record for the stage.

    `path` is ``-`` for standard input. Raises BadArticle for what is not text.

    >>> record = read_document(b"A storm came.", "storm.txt")
    >>> record["raw_text"], record["source"]["format"], record["source"]["encoding_evidence"]
    ('A storm came.', 'text', 'utf-8')
    """
    from newskit.parse.encoding import decode
    from newskit.parse.sniff import sniff

    shape = sniff(data, path)
    decoded = decode(data)
    source: dict[str, Any] = {
        "path": path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"),
        "format": "text" if shape == "json" else shape,
        "encoding": decoded.encoding,
        "encoding_evidence": decoded.evidence,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if decoded.replaced:
        source["replaced"] = decoded.replaced
    identity = _identity({}, source, "", decoded.text)
    field = "html" if shape == "html" else "raw_text"
    return {"id": identity, "source": source, field: decoded.text}


def _identity(article: dict[str, Any], source: dict[str, Any], url: str, content: str) -> str:
    """Return the record's own id as a string, or a hash of where it came from and its content."""
    given = article.get("id")
    if isinstance(given, str) and given:
        return given
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    path = source.get("path")
    origin = url or (path if isinstance(path, str) else "")
    told = f"{origin}\n{content}".encode("utf-8", "backslashreplace")
    return hashlib.sha256(told).hexdigest()[:ID_DIGITS]


def _listed(article: dict[str, Any]) -> dict[str, list[str]]:
    """Return authors and tags that came as one string in the type that the record gives them."""
    strings = {name: article.get(name) for name in ("authors", "tags")}
    return {name: [value] for name, value in strings.items() if isinstance(value, str) and value}


def _warnings(text: str, content: str, format_name: str) -> dict[str, list[dict[str, str]]]:
    warnings = []
    if not text.strip():
        message = f"no text that a reader would see in this {format_name}"
        warnings.append({"code": "empty", "message": message})
    replaced = content.count("\ufffd")
    if replaced > REPLACED_SHARE * len(content):
        message = f"{replaced:,} of {len(content):,} characters could not be decoded"
        warnings.append({"code": "encoding", "message": message})
    return {"warnings": warnings} if warnings else {}
