"""Where a dateline ends, and what it is about begins: "PORT ELLERY, Varrow (AP) — The ferry"."""

from __future__ import annotations

from newskit.summarize.rules import DATELINES

# Code points in which a dateline must end.
HEAD = 120


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
    return start
