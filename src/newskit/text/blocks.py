"""Cuts plain text into blocks: which lines are one paragraph, and what kind of block is each?

A line is a block, as corpora and text extractors write them. The exception is text wrapped by
hand or by an editor, where a paragraph runs over several lines of nearly the same width. There a
line goes on in the next one if it is full: the next line's first word would not have fitted. That
is the rule by which such lines were broken, so it also finds where they were not: the last line of
a paragraph, and short lines of furniture between paragraphs, stay on their own.

It goes wrong where a paragraph's last line happens to be full and no blank line follows, and for
texts of a few wrapped lines only, which stay apart.
"""

from __future__ import annotations

from itertools import pairwise

from newskit.rule import Rule

# Code points. Nobody wraps wider than 100 (e-mail 72, editors 80 or 100) or narrower than 40 (20
# for Chinese and Japanese, whose characters are twice as wide); newspaper columns are not kept.
WIDEST = 100
NARROWEST = 40
NARROWEST_CJK = 20

# Full lines needed before a text counts as wrapped, and their share of the lines that go on in
# another and are longer than 0.6 of the width. On 290 pages as plain text (none is wrapped, none is
# taken for it) and 250 articles wrapped at 72, each of these 20 % up or down changes nothing.
FULL_LINES = 3
FULL_SHARE = 0.55
SHORT = 0.6

# Share of a text's characters on lines wider than WIDEST, above which it is not wrapped: a link
# or a table may stick out, prose may not. 0.08 and 0.2 give the same on the pages named above.
WIDE_SHARE = 0.1

LINE = Rule(
    "line",
    r"[^\n\r\u2028\u2029\x85\f\v]{1,}",
    "A line, ended by any of the characters that Unicode calls mandatory breaks.",
    hits=("a", "a\rb"),
    misses=("\n", "\r\n"),
)

LIST_ITEM = Rule(
    "list-item",
    r"^(?:[-*+\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u2043]|\(?\d{1,2}[.)]|\(?[a-z]\))"
    r"[ \t\u00a0]{1,9}\S",
    "A bullet or a number before a space. A dash is none: it opens speech in many languages.",
    hits=("- one", "\u2022 two", "3. three", "(a) four"),
    misses=("-5 degrees", "3.5 million", "\u2013 Yes, she said.", "1984. That was it"),
)

QUOTE = Rule(
    "quote",
    r"^>[> ]{0,9}\s?\S",
    "A quoted line, as in mail and Markdown.",
    hits=("> said", ">> said before"),
    misses=("a > b", "->"),
)

RULED = Rule(
    "ruled-line",
    r"^[\W_]{3,}$",
    "Nothing but rules and stars: it divides, and makes the line above it no heading.",
    hits=("-----", "* * *", "======"),
    misses=("--- a", "..a"),
)

HEADING = Rule(
    "marked-heading",
    r"^#{1,6} {1,3}\S|^={2,6} {0,3}[^=\s][^=]{0,200}={2,6}$",
    "A heading with its marks left on it; without marks nothing short is clearly a heading.",
    hits=("## The storm", "== The storm =="),
    misses=("#storm", "THE STORM", "==="),
)

TABLE_ROW = Rule(
    "table-row",
    r"^\|[^|]{0,500}\|.{0,5000}\|$|^[^\t]{1,500}\t[^\t]{1,500}\t[^\t]{1,500}",
    "Cells between bars or tabs; at least two bars at the ends, or three cells.",
    hits=("| a | b |", "a\tb\tc"),
    misses=("a | b", "\ta", "a\tb"),
)

_SHAPES = (
    (RULED, "other"),
    (LIST_ITEM, "list-item"),
    (QUOTE, "quote"),
    (HEADING, "heading"),
    (TABLE_ROW, "table"),
)


def segment(text: str) -> list[tuple[int, int, str]]:
    """Return the blocks of a plain text as (start, end, kind), in code points, half-open.

    Blocks leave out the white space around them; nothing else lies between them.

    >>> segment("A storm came.\\n\\n- one\\n- two")
    [(0, 13, 'paragraph'), (15, 20, 'list-item'), (21, 26, 'list-item')]
    """
    lines = _lines(text)
    width = _width(text, lines)
    blocks: list[tuple[int, int, str]] = []
    goes_on = False
    for i, (start, end, after_blank) in enumerate(lines):
        kind = _kind(text[start : min(end, start + 6_000)])
        if (
            goes_on
            and not after_blank
            and kind in ("paragraph", blocks[-1][2])
            and kind != "list-item"
        ):
            blocks[-1] = (blocks[-1][0], end, blocks[-1][2])
        else:
            blocks.append((start, end, kind))
        goes_on = (
            width > 0
            and blocks[-1][2] in ("paragraph", "list-item", "quote")
            and i + 1 < len(lines)
            and _is_full(text, lines[i], lines[i + 1], width)
        )
    return blocks


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Return (start, end, whether a blank line lies before it) of each line that is not blank."""
    lines: list[tuple[int, int, bool]] = []
    previous = 0
    for found in LINE.finditer(text):
        line = found[0]
        stripped = line.strip()
        if not stripped:
            continue
        start = found.start() + len(line) - len(line.lstrip())
        gap = text[previous:start].replace("\r\n", "\n")
        breaks = sum(gap.count(c) for c in "\n\r\u2028\u2029\x85\f\v")
        lines.append((start, start + len(stripped), breaks > 1))
        previous = start + len(stripped)
    return lines


def _width(text: str, lines: list[tuple[int, int, bool]]) -> int:
    """Return the width at which a text was wrapped, or 0 if it was not."""
    lengths = sorted((end - start for start, end, _ in lines), reverse=True)
    wide = sum(length > WIDEST for length in lengths)
    if len(lengths) - wide <= FULL_LINES or sum(lengths[:wide]) > WIDE_SHARE * sum(lengths):
        return 0
    # The third widest: one or two lines may stick out.
    width = lengths[min(wide + 2, len(lengths) - 1)]
    narrowest = NARROWEST_CJK if _is_cjk(text[lines[len(lines) // 2][0] :][:1]) else NARROWEST
    if width < narrowest:
        return 0
    candidates = full = 0
    for line, following in pairwise(lines):
        if following[2] or line[1] - line[0] < SHORT * width:
            continue
        candidates += 1
        full += _is_full(text, line, following, width)
    return width if full >= FULL_LINES and full >= FULL_SHARE * candidates else 0


def _is_full(
    text: str, line: tuple[int, int, bool], following: tuple[int, int, bool], width: int
) -> bool:
    """Tell whether the following line's first word would not have fitted into the line."""
    start, end, after_blank = following
    if after_blank or line[1] - line[0] > WIDEST:
        return False
    if _is_cjk(text[start]):
        word = 1
    else:
        head = text[start : min(end, start + width)]
        word = len(head.split(None, 1)[0]) + 1
    return line[1] - line[0] + word > width


def _is_cjk(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"


def _kind(line: str) -> str:
    return next((kind for rule, kind in _SHAPES if rule.match(line)), "paragraph")
