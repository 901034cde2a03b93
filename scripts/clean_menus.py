"""Counts which roles the links of menus have, by what they say, in the foot and elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict

import clean_data as labelled
from newskit.clean.learned.menus import is_foot, open_rows
from newskit.clean.phrase import fold

LEAST_SITES = 3  # that a text must stand on; with 2 or 4 as many are right


def menu_roles(pages: list[dict], without: int | None) -> dict[str, dict[str, str]]:
    """Return what MenuRoles is made from, learned from all labelled pages but those of a fold."""
    seen: dict[str, dict[str, set[tuple[str, str]]]] = {
        name: defaultdict(set) for name in ("anywhere", "foot", "elsewhere")
    }
    for page in pages:
        if page["roles"] is None or page["fold"] == without:
            continue
        site = labelled.domain(page)
        open_ones = set(open_rows(page["blocks"], page["texts"]))
        rows = enumerate(zip(page["blocks"], page["texts"], page["roles"], strict=True))
        for row, (block, text, role) in rows:
            if row not in open_ones and role is not None:
                place = "foot" if is_foot(block.get("path")) else "elsewhere"
                for name in ("anywhere", place):
                    seen[name][fold(text)].add((site, role))
    anywhere = {text: role for text, role in _most(seen["anywhere"]).items() if role != "nav"}
    made = {"anywhere": anywhere}
    for name in ("foot", "elsewhere"):
        told = _most(seen[name]).items()
        made[name] = {t: role for t, role in told if role != anywhere.get(t, "nav")}
    return made


def _most(seen: dict[str, set[tuple[str, str]]]) -> dict[str, str]:
    """Return the role that each text has on most sites, of texts on enough sites, in order."""
    found = {}
    for text, marks in sorted(seen.items()):
        if len(marks) >= LEAST_SITES:
            counts = Counter(role for _, role in marks)
            found[text] = min(counts, key=lambda role: (-counts[role], role))
    return found
