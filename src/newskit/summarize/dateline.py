"""Where a dateline ends, and what it is about begins: "PORT ELLERY, Varrow (AP) — The ferry"."""

from __future__ import annotations

from newskit.summarize.rules import COLON_DATELINE, DATELINES

# Code points in which a dateline must end.
HEAD = 120
# Code points before which an article begins.
OPENING = 400


def dateline_end(text: str, start: int = 0, end: int | None = None) -> int:
    """Return where the dateline ends with which text[start:end] begins; `start` if there is none.

    >>> dateline_end("PORT ELLERY, Varrow (AP) — The ferry sails.")
    26
    """
    head = text[start : start + HEAD if end is None else min(end, start + HEAD)]
    if "(" in head or "- " in head or "– " in head or "— " in head:
        for rule in DATELINES:
            if match := rule.match(head):
                return start + len(match.group())
    if ": " in head and (match := COLON_DATELINE.match(head)) and _begins(text, start):
        label = match.group()
        return start + len(label) if text.count(label) == 1 else start
    return start


def _begins(text: str, start: int) -> bool:
    """Tell whether an article begins here: at most a standfirst comes before."""
    if start == 0:
        return True
    return start <= OPENING and text[start - 1] == "\n" and len(text[:start].split("\n\n")) <= 2
