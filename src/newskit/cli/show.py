"""Draw one article for a person: facts, text with what was removed, entities, summary.

With colour, removed blocks are dimmed and struck through; without, they stand in brackets. All text
passes through `shown_text`, so that nothing in an article reaches the terminal as a control.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from newskit.io.shown import shown, shown_text

# SGR parameters. Entities are coloured by family: who, where, when, how much, and the rest.
_BOLD, _DIM, _STRUCK, _ITALIC = "1", "2", "2;9", "3"
_COLOURS = {
    "PERSON": "1;35", "ORG": "35", "NORP": "36", "GPE": "32", "LOC": "32", "FAC": "32",
    "DATE": "34", "TIME": "34", "DURATION": "34", "SET": "34",
    "MONEY": "33", "PERCENT": "33", "QUANTITY": "33",
}  # fmt: skip
_OTHER_COLOUR = "31"
_FACTS = (
    ("authors", "authors"), ("published", "date_published"), ("modified", "date_modified"),
    ("site", "site"), ("section", "section"), ("tags", "tags"), ("language", "language"),
    ("address", "canonical_url"), ("address", "url"),
)  # fmt: skip
_LABEL = 11  # columns for the names of facts
_ENTITIES = 24  # entities listed below the text; the rest are counted
_REMOVED = 160  # characters shown of a removed block


class Page:
    """Draws articles at a width, in colour or plain."""

    def __init__(self, width: int, colour: bool) -> None:
        self._width = max(40, min(width, 100))
        self._colour = colour

    def draw(self, article: dict[str, Any]) -> Iterator[str]:
        """Yield the lines of one article."""
        title = article.get("title")
        yield from self._wrap(shown(title) if isinstance(title, str) else "(no title)", _BOLD)
        yield from self._facts(article)
        yield ""
        yield from self._text(article)
        yield from self._entities(article)
        yield from self._summary(article)

    def _facts(self, article: dict[str, Any]) -> Iterator[str]:
        told = set()
        for label, field in _FACTS:
            value = article.get(field)
            if isinstance(value, list):
                value = ", ".join(str(v) for v in value)
            if value and label not in told:
                told.add(label)
                yield from self._fact(label, str(value))
        source = article.get("source")
        if isinstance(source, dict):
            parts = [str(source[k]) for k in ("path", "format", "encoding") if source.get(k)]
            yield from self._fact("source", ", ".join(parts))
        size = f"{len(article['text'].split())} words"
        if count := len(article.get("removed") or ()):
            size += f", {count} block{'s' * (count > 1)} removed"
        yield from self._fact("text", size)
        for warning in article.get("warnings") or []:
            yield from self._fact("warning", f"{warning['stage']}: {warning['message']}")

    def _fact(self, label: str, value: str) -> Iterator[str]:
        lines = textwrap.wrap(shown(value), self._width - _LABEL) or [""]
        yield self._paint(f"{label:<{_LABEL}}", _DIM) + lines[0]
        yield from (" " * _LABEL + line for line in lines[1:])

    def _text(self, article: dict[str, Any]) -> Iterator[str]:
        """Yield kept and removed blocks in the order in which they stood in the source."""
        text, blocks = article["text"], article.get("blocks")
        if not blocks:
            blocks = [{"start": 0, "end": len(text), "kind": "paragraph"}]
        spans = _text_mentions(article)
        removed = iter([*(article.get("removed") or []), None])
        gone = next(removed)
        for index in range(-1, len(blocks)):
            if index >= 0:
                block = blocks[index]
                yield from self._kept(text, block, spans)
            while gone is not None and gone["after"] <= index:
                yield from self._removed(gone)
                gone = next(removed)

    def _kept(
        self, text: str, block: dict[str, Any], spans: list[tuple[int, int, str]]
    ) -> Iterator[str]:
        start, end = block["start"], block["end"]
        plain = (
            shown_text(text[start:end]) if not text[start:end].isprintable() else text[start:end]
        )
        prefix = {"list-item": "- ", "quote": "> "}.get(block["kind"], "")
        if prefix and plain.startswith(("-", "*", "•", ">", "–")):
            prefix = ""
        style = _BOLD if block["kind"] == "heading" else ""
        if len(plain) != end - start:  # an escape has moved the offsets: no colours in this block
            spans = []
        inside = [(s - start, e - start, k) for s, e, k in spans if start <= s and e <= end]
        yield from self._flow(prefix, plain, inside, style)
        yield ""

    def _flow(
        self, prefix: str, text: str, spans: list[tuple[int, int, str]], style: str
    ) -> Iterator[str]:
        """Wrap a block by hand, so that spans keep their places in it."""
        room = self._width - len(prefix)
        at, first = 0, True
        while at < len(text):
            cut = self._cut(text, at, room)
            line = text[at:cut].rstrip()
            painted = self._coloured(line, at, spans) if not style else self._paint(line, style)
            yield (prefix if first else " " * len(prefix)) + painted
            first = False
            while cut < len(text) and text[cut] in " \n":
                cut += 1
            at = cut

    @staticmethod
    def _cut(text: str, at: int, room: int) -> int:
        newline = text.find("\n", at, at + room + 1)
        if newline >= 0:
            return newline
        if len(text) - at <= room:
            return len(text)
        space = text.rfind(" ", at + 1, at + room + 1)
        return space if space > at else at + room

    def _coloured(self, line: str, at: int, spans: list[tuple[int, int, str]]) -> str:
        """Paint the parts of a line that lie in mentions; a mention may go on in the next line."""
        out, here = [], 0
        for start, end, kind in spans:
            start, end = max(start - at, here), min(end - at, len(line))
            if start < end:
                out += [
                    line[here:start],
                    self._paint(line[start:end], _COLOURS.get(kind, _OTHER_COLOUR)),
                ]
                here = end
        return "".join([*out, line[here:]])

    def _removed(self, gone: dict[str, Any]) -> Iterator[str]:
        text = shown(" ".join(gone["text"].split()), _REMOVED)
        label = f"[{shown(gone['role'])}: {shown(gone['reason'])}] "
        if not self._colour:
            lines = textwrap.wrap(f"{label}{text}", self._width - 4) or [label]
            yield from ("  | " + line for line in lines)
        else:
            lines = textwrap.wrap(text, self._width - 2, initial_indent=" " * len(label))
            lines = lines or [""]
            yield "  " + self._paint(label, _DIM) + self._paint(lines[0].lstrip(), _STRUCK)
            yield from ("  " + self._paint(line, _STRUCK) for line in lines[1:])
        yield ""

    def _entities(self, article: dict[str, Any]) -> Iterator[str]:
        entities = article.get("entities")
        if not entities:
            return
        yield self._paint("Entities", _BOLD)
        for entity in entities[:_ENTITIES]:
            known = entity.get("value") or entity.get("country") or ""
            count = f" ×{entity['count']}" if entity["count"] > 1 else ""
            kind = self._paint(
                f"{shown(entity['type']):<12}", _COLOURS.get(entity["type"], _OTHER_COLOUR)
            )
            yield f"  {kind} {shown(entity['name'])}{count}" + (
                f"  = {shown(known)}" if known else ""
            )
        if len(entities) > _ENTITIES:
            yield f"  and {len(entities) - _ENTITIES} more"
        yield ""

    def _summary(self, article: dict[str, Any]) -> Iterator[str]:
        summary = article.get("summary")
        if isinstance(summary, str) and summary:
            yield self._paint("Summary", _BOLD)
            for line in summary.split("\n"):  # --bullets writes a sentence a line
                yield from self._wrap(shown_text(line), _ITALIC, "  ")
        keywords = article.get("keywords")
        phrases = [
            phrase["text"]
            for phrase in (keywords if isinstance(keywords, list) else ())
            if isinstance(phrase, dict) and isinstance(phrase.get("text"), str)
        ]
        if phrases:
            yield ""
            yield self._paint("Key phrases", _BOLD)
            yield from self._wrap(shown_text(", ".join(phrases)), _ITALIC, "  ")

    def _wrap(self, text: str, style: str, indent: str = "") -> Iterator[str]:
        lines = textwrap.wrap(text, self._width - len(indent)) or [text]
        yield from (indent + self._paint(line, style) for line in lines)

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour and text else text


def _text_mentions(article: dict[str, Any]) -> list[tuple[int, int, str]]:
    return sorted(
        (m["start"], m["end"], e["type"])
        for e in article.get("entities") or []
        for m in e["mentions"]
        if m["field"] == "text"
    )
