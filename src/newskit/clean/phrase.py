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
    " \t\n.,:;!?¿¡…-–—_|/\\·•●▪■▸►▶▼▾→←↑↓»«›‹>< ()[]{}*#+~=\"'“”‘’„&✓✔×↗⟶➜➤"
    "。、，：；！？（）【】「」《》〉〈📱📲✅👉👇➡🔔📧📩📰📣💬🔴🎧🎥📸▶\ufe0f"
)

# How characters are spelled in the tables, and those that are left out.
_SAME = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‑": "-", "–": "-",
    "—": "-", "\u00a0": " ", "\u202f": " ", "：": ":", "？": "?", "！": "!", "\u0307": "",
    "\u00ad": "", "\u200b": "", "\ufeff": "",
}  # fmt: skip
_SPELLED = frozenset(_SAME)
_ASCII = bytes(range(128))
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
        outer = OUTER.replace("#", "")  # here it stands for a figure
        return [cell.strip(outer) for cell in _cells(self.whole)]

    def opening_phrases(self) -> list[str]:
        """Return the folded phrases that must begin a line; marks at their end count."""
        return _cells(self.opens)


def _cells(table: str) -> list[str]:
    """Return the cells of a table, spelled as lines are; all at once, which is quicker."""
    spelled = _spelled(table.replace("#", "0"), True)
    return [
        cell for row in spelled.split("\n") for part in row.split("|") if (cell := part.strip())
    ]


def fold(line: str, figures: bool = True) -> str:
    """Return `line` as phrases are spelled: lower case, # for figures, no punctuation around it.

    A caller who knows that the line holds no figures says so, and saves looking for them.

    >>> fold("» 12 Comments:")
    '# comments'
    """
    return _same(line.strip(OUTER), figures)


def _same(line: str, figures: bool = True) -> str:
    line = _spelled(line, figures)
    if line.isprintable() and "  " not in line and line[:1] != " " != line[-1:]:
        return line  # the only spaces that are printable are single ones: nothing to join
    return " ".join(line.split())


def _spelled(line: str, figures: bool) -> str:
    line = line.lower()
    if not line.isascii():
        # Most letters are ASCII; what is not is cut out as bytes, the quickest way to find it
        others = line.encode("utf-8", "replace").translate(None, _ASCII).decode()
        for character in _SPELLED.intersection(others):
            line = line.replace(character, _SAME[character])
    if "`" in line:
        line = line.replace("`", "'")
    return NUMBER.sub("#", line) if figures else line
