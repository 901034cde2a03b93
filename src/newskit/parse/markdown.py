"""Reads Markdown line by line: what a reader of the rendered page would see, as blocks.

Front matter becomes metadata, the first ``#`` heading the title. Marks of emphasis go, links leave
their text (and their share of the block), images go, since what describes them is not seen. A
small reader of our own, and not CommonMark: articles need its blocks and no more.

It goes wrong for lists nested deeper than their bullets show, for reference links whose
definition spans lines, and for asterisks and underscores meant as such next to a word.
"""

from __future__ import annotations

from typing import Any

from newskit.parse.dates import to_rfc3339
from newskit.rule import Rule

FRONT_MATTER = Rule(
    "front-matter-fence",
    r"^---[ \t]{0,9}$",
    "The line that begins front matter.",
    hits=("---", "---  "),
    misses=("----", "--- a"),
)
KEY = Rule(
    "front-matter-key",
    r"^([A-Za-z_][\w -]{0,40})[ \t]{0,9}:(?:[ \t]{1,9}(.{0,2000}))?$",
    "A key and its value, if it has one on the line.",
    hits=("title: A storm", "tags:"),
    misses=("https://example.org", "- item"),
)
HEADING = Rule(
    "markdown-heading-line",
    r"^ {0,3}(#{1,6})[ \t]{1,9}(.{0,2000})$",
    "A heading with number signs before it.",
    hits=("# Title", "## Part ##"),
    misses=("#tag", "a # b"),
)
UNDERLINE = Rule(
    "markdown-underline",
    r"^ {0,3}(?:={2,200}|-{2,200})[ \t]{0,9}$",
    "What makes the paragraph above it a heading.",
    hits=("=====", "--"),
    misses=("- a", "= b"),
)
RULE = Rule(
    "markdown-rule",
    r"^ {0,3}(?:(?:\*[ \t]{0,3}){3,99}|(?:-[ \t]{0,3}){3,99}|(?:_[ \t]{0,3}){3,99})$",
    "A line across the page; nothing to read.",
    hits=("---", "* * *", "___"),
    misses=("--", "- a", "**bold**"),
)
ITEM = Rule(
    "markdown-item",
    r"^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]{1,9}(?:\[[ xX]\][ \t]{1,3})?",
    "The mark of a list item, and of a task.",
    hits=("- one", "12. twelve", "* [x] done"),
    misses=("-one", "1.5 million"),
)
QUOTE = Rule(
    "markdown-quote",
    r"^ {0,3}(?:>[ \t]?){1,9}",
    "The mark of a quote.",
    hits=("> said", ">said"),
    misses=("a > b",),
)
FENCE = Rule(
    "markdown-code-fence",
    r"^ {0,3}(`{3,20}|~{3,20})[^`]{0,200}$",
    "The line that begins or ends a block of code.",
    hits=("```", "~~~ python"),
    misses=("`` ` ``", "``"),
)
TABLE_LINE = Rule(
    "markdown-table-line",
    r"^[ \t]{0,3}\|?[ \t]{0,99}:?-{2,99}:?[ \t]{0,99}\|[ \t|:-]{0,2000}$",
    "The line below a table's heading.",
    hits=("|---|:--:|", "--- | ---"),
    misses=("---", "| a | b |"),
)
DEFINITION = Rule(
    "markdown-definition",
    r"^ {0,3}\[[^\[\]]{1,200}\]:[ \t]{1,9}\S{1,2000}(?:[ \t]{1,9}[\"'(].{0,500})?$",
    "Where a reference link points to; not seen.",
    hits=('[map]: https://example.org "Map"',),
    misses=("[a] b", "[^1] note"),
)

# In this order: what is inside one is left for the next.
IMAGE = Rule(
    "markdown-image",
    r"!\[[^\[\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])",
    "An image: what describes it is not seen.",
    hits=("![map](map.png)", "![map][1]"),
    misses=("[map](map.png)", "wow![1]"),
)
LINK = Rule(
    "markdown-link-text",
    r"\[([^\[\]]{1,500})\](?:\(([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?)\)|\[[^\[\]]{0,200}\])",
    "A link; its text stays.",
    hits=("[here](https://example.org/a_(b))", "[here][1]"),
    misses=("[1]", "[x] (y)"),
)
AUTOLINK = Rule(
    "markdown-autolink",
    r"<((?:https?://|mailto:)[^\s<>]{1,2000})>",
    "An address that is its own link.",
    hits=("<https://example.org/>",),
    misses=("<b>",),
)
CODE_SPAN = Rule(
    "markdown-code-span",
    r"(`{1,3})([^`\n]{1,500})\1(?!`)",
    "Code in line; its marks go.",
    hits=("`a`", "``a b``"),
    misses=("it`s", "``"),
)
EMPHASIS = Rule(
    "markdown-emphasis-marks",
    r"(?<![\w*\\])(\*{1,3}|_{1,3}|~~)(?=[^\s*_~])([^*_~]{1,1000})(?<=[^\s\\])\1(?![\w*])",
    "Emphasis; its marks go.",
    hits=("**bold**", "an _old_ word", "~~gone~~"),
    misses=("2 * 3 * 4", "snake_case_name"),
)
ESCAPED = Rule(
    "markdown-escape",
    r"\\([!-/:-@\[-`{-~])",
    "A mark that is meant as such.",
    hits=(r"\*", r"\#"),
    misses=(r"\a",),
)
INLINE_TAG = Rule(
    "markdown-html-tag",
    r"</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->",
    "HTML within Markdown; tags go, the text stays.",
    hits=("<br>", "</div>", '<a href="x">', "<!-- more -->"),
    misses=("a < b", "<3"),
)

# Front matter's keys (lower case) and the record's fields.
FIELDS = {
    "title": "title", "headline": "title", "author": "authors", "authors": "authors",
    "byline": "authors", "date": "date_published", "published": "date_published",
    "pubdate": "date_published", "date_published": "date_published", "updated": "date_modified",
    "lastmod": "date_modified", "modified": "date_modified", "tags": "tags", "keywords": "tags",
    "section": "section", "category": "section", "description": "description",
    "summary": "description", "lang": "language", "language": "language", "site": "site",
}  # fmt: skip


def read_markdown(text: str) -> tuple[dict[str, Any], list[tuple[str, str, float]]]:
    """Return what front matter says, and the blocks as (text, kind, share inside links).

    >>> read_markdown("---\\ntitle: A storm\\n---\\nSee **the** [map](m.png).")
    ({'title': 'A storm'}, [('See the map.', 'paragraph', 0.25)])
    """
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    metadata, first = _front_matter(lines)
    reader = _Reader()
    for line in lines[first:]:
        reader.line(line)
    reader.end_block()
    if "title" not in metadata and reader.title:
        metadata = {"title": reader.title, **metadata}
    return metadata, reader.blocks


class _Reader:
    """The state between two lines: the block that is being read."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, str, float]] = []
        self.title = ""
        self.lines: list[str] = []
        self.kind = "paragraph"
        self.fence = ""
        self.in_table = False

    def line(self, line: str) -> None:
        """Read one line."""
        line = line[:20_000] if len(line) > 20_000 and self.fence else line
        if self.fence or FENCE.match(line):
            self.code(line)
        elif not line.strip():
            self.end_block()
            self.in_table = False
        elif found := HEADING.match(line):
            self.end_block()
            self.heading(found[2].strip().rstrip("#").strip(), len(found[1]))
        elif self.lines and self.kind == "paragraph" and UNDERLINE.match(line):
            words, self.lines = " ".join(self.lines), []
            self.heading(words, 1 if line.strip()[0] == "=" else 2)
        elif TABLE_LINE.match(line):
            self.begin_table()
        elif RULE.match(line) or DEFINITION.match(line):
            self.end_block()
        elif self.in_table and "|" in line:
            self.add(_row(line), "table")
        else:
            self.prose(line)

    def prose(self, line: str) -> None:
        """Read a line of a list, a quote or a paragraph."""
        if found := ITEM.match(line):
            self.end_block()
            self.kind = "list-item"
            line = line[found.end() :]
        elif found := QUOTE.match(line):
            if self.kind != "quote":
                self.end_block()
            self.kind = "quote"
            line = line[found.end() :]
            if not line.strip():
                self.end_block()
                return
        ends = line.endswith(("  ", "\\"))
        self.lines.append(line.strip().rstrip("\\") + ("\n" if ends else ""))

    def code(self, line: str) -> None:
        """Read a line of a fenced block of code."""
        found = FENCE.match(line)
        if not self.fence:
            self.end_block()
            self.fence, self.kind = (found[1] if found else "```"), "code"
        elif found and found[1].startswith(self.fence) and line.strip() == found[1]:
            self.end_block()
            self.fence = ""
        elif line.strip():
            self.lines.append(line.rstrip())
        else:
            self.end_block()
            self.kind = "code"

    def heading(self, words: str, level: int) -> None:
        text = self.add(words, "heading")
        if level == 1 and not self.title:
            self.title = text

    def begin_table(self) -> None:
        """What was read last is the heading of a table."""
        rows, self.lines = self.lines, []
        for row in rows:
            self.add(_row(row), "table")
        self.in_table = True

    def end_block(self) -> None:
        """Write the block that was being read."""
        if self.lines:
            if self.kind == "code":
                self.blocks.append(("\n".join(self.lines).strip("\n"), "code", 0.0))
            else:
                self.add(" ".join(self.lines).replace("\n ", "\n"), self.kind)
        self.lines, self.kind = [], "paragraph"

    def add(self, source: str, kind: str) -> str:
        """Write a block, if anything of it is seen; return its text."""
        text, links = _inline(source)
        if text:
            self.blocks.append((text, kind, links))
        return text


def _inline(source: str) -> tuple[str, float]:
    """Return the text of a block without its marks, and the share of it inside links."""
    text = IMAGE.sub("", source)
    linked = sum(len(found[1]) for found in LINK.finditer(text))
    linked += sum(len(found[1]) for found in AUTOLINK.finditer(text))
    text = AUTOLINK.sub(r"\1", LINK.sub(r"\1", text))
    text = INLINE_TAG.sub("", CODE_SPAN.sub(r"\2", text))
    for _ in range(3):  # emphasis within emphasis; more is not written
        text = EMPHASIS.sub(r"\2", text)
    text = ESCAPED.sub(r"\1", text)
    text = "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    return text, round(min(1.0, linked / len(text)), 3) if text else 0.0


def _row(line: str) -> str:
    cells = (cell.strip() for cell in line.strip().strip("|").split("|"))
    return " | ".join(cell for cell in cells if cell)


def _front_matter(lines: list[str]) -> tuple[dict[str, Any], int]:
    """Return the metadata above the text, and the index of the first line of the text."""
    if not FRONT_MATTER.match(lines[0]):
        return {}, 0
    last = next(
        (i for i in range(1, min(len(lines), 200)) if lines[i].rstrip() in ("---", "...")), 0
    )
    if not last or not any(KEY.match(line) for line in lines[1:last]):
        return {}, 0
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:last]:
        if found := KEY.match(line):
            key = found[1].strip().lower()
            values[key] = _values(found[2] or "")
        elif key and line.lstrip().startswith("- "):
            values[key].append(_unquoted(line.lstrip()[2:]))
    metadata: dict[str, Any] = {}
    for key, found_values in values.items():
        field = FIELDS.get(key)
        if field and field not in metadata and (value := _field(field, found_values)):
            metadata[field] = value
    return metadata, last + 1


def _values(written: str) -> list[str]:
    """Return a value as a list: of one, or of those between brackets."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [value for part in written[1:-1].split(",") if (value := _unquoted(part))]
    return [value] if (value := _unquoted(written)) else []


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value


def _field(field: str, values: list[str]) -> str | list[str] | None:
    """Return a field's value in the record's type, or None."""
    if not values:
        return None
    if field in ("authors", "tags"):
        if len(values) == 1 and field == "tags":
            values = [value for part in values[0].split(",") if (value := part.strip())]
        return values
    return to_rfc3339(values[0]) if field.startswith("date") else values[0]
