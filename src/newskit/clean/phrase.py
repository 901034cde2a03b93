"""A phrase rule: a role, a reason and the lines, in many languages, by which it is known.

News pages say the same few hundred things everywhere, so most rules need no pattern, only a list. A
line is folded first (see `fold`), then looked up: `whole` phrases must be the whole line, `opens`
phrases must begin it, end at a word's end there, and the line may have at most `words` words. What
this gets wrong: a heading of the article itself that is spelled like a button ("Subscribe").
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.rule import Rule

# What may stand around a phrase without changing it: punctuation, brackets, bullets, arrows.
OUTER = (
    " \t\n.,:;!?…-–—_|/\\·•●▪■▸►▶▼▾→←↑↓»«›‹>< ()[]{}*#+~=\"'“”‘’„&✓✔×↗⟶➜➤"
    "。、，：；！？（）【】「」《》〉〈"
)

_SAME = {
    ord("’"): "'", ord("‘"): "'", ord("`"): "'", ord("´"): "'", ord("“"): '"', ord("”"): '"',
    ord("„"): '"', ord("‑"): "-", ord("–"): "-", ord("—"): "-", 0xA0: " ", 0x202F: " ",
    ord("："): ":", ord("？"): "?", ord("！"): "!", 0x0307: "", 0xAD: "", 0x200B: "", 0xFEFF: "",
}  # fmt: skip

_DIGITS = frozenset("0123456789")
NUMBER = Rule(
    "number",
    "[0-9]+(?:[.,':][0-9]+)*",
    "Figures differ from page to page; phrases write them as #.",
    hits=("12", "1,024.5", "14:05"),
    misses=("twelve", ".,"),
)


class Phrases(NamedTuple):
    """One reason to call a line furniture; phrases are separated by ``|`` or a line end."""

    name: str  # the reason that users see; unique; lower-case with hyphens
    role: str
    why: str
    whole: str = ""
    opens: str = ""
    words: int = 12  # the longest line, in words, for `opens`
    section: bool = False  # as a heading it also condemns what follows it (see judge.py)
    headlines: bool = False  # `opens` begin headlines: without a colon, no line with a full stop
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def whole_phrases(self) -> list[str]:
        """Return the folded phrases that must be a whole line."""
        return [fold(phrase) for phrase in _cells(self.whole)]

    def opening_phrases(self) -> list[str]:
        """Return the folded phrases that must begin a line; marks at their end count."""
        return [_same(phrase) for phrase in _cells(self.opens)]


def _cells(table: str) -> list[str]:
    cells = (cell.strip() for row in table.split("\n") for cell in row.split("|"))
    return [cell.replace("#", "0") for cell in cells if cell]


def fold(line: str) -> str:
    """Return `line` as phrases are spelled: lower case, # for figures, no punctuation around it.

    >>> fold("» 12 Comments:")
    '# comments'
    """
    return _same(line.strip(OUTER))


def _same(line: str) -> str:
    line = line.lower()
    if not line.isascii() or "`" in line:
        line = line.translate(_SAME)
    if not _DIGITS.isdisjoint(line):
        line = NUMBER.sub("#", line)
    return " ".join(line.split())
