"""Puts all measures of an article's blocks together, with markup or from text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.learned import markup, own, place
from newskit.clean.learned.vocabulary import Paths

if TYPE_CHECKING:
    from newskit.clean.learned.own import Columns
    from newskit.clean.learned.vocabulary import Table
    from newskit.clean.rules import Hit

KINDS = {
    "paragraph": 0.0, "quote": 1.0, "list-item": 2.0, "heading": 3.0, "table": 4.0, "caption": 5.0,
    "code": 6.0, "other": 7.0,
}  # fmt: skip
ROLES = ARTICLE_ROLES + FURNITURE_ROLES
DEEPEST = 80  # steps; real pages have up to 60, and sums over containers cost a step each
SINCE_SECTION = 40  # blocks; a heading of furniture further back says nothing


class Tables(NamedTuple):
    """Weights of words and of names along paths, for article or furniture and for the roles."""

    words: Table
    names: Table


def measure(
    blocks: list[dict[str, object]], texts: list[str], *, hits: list[Hit | None],
    title: str | None, tables: Tables, wanted: frozenset[str] | None = None,
) -> tuple[Columns, list[str]]:  # fmt: skip
    """Return the columns of all blocks, and for each the worst name along its path.

    Columns of the markup are there only if a block has a path. `texts` are stripped and not empty.
    Columns that cost something and are not in `wanted` are left out, unless it is None.
    """
    columns = own.measure(texts, tables.words, wanted)
    columns["kind"] = [KINDS.get(str(block.get("kind")), 0.0) for block in blocks]
    links = [block.get("links") for block in blocks]
    columns["links"] = [float(n) if isinstance(n, (int, float)) else 0.0 for n in links]
    columns |= place.position(columns, place.prose(columns))
    columns |= place.repetition(texts, title)
    columns |= _rules(hits)
    paths = [path_of(block) for block in blocks]
    if any(paths):
        reader = Paths(tables.names, markup.TOLD)
        columns |= markup.measure(paths, columns, reader, wanted)
        worst = [reader.read(path).worst_name for path in paths]
    else:
        worst = [""] * len(blocks)
    return columns | place.neighbours(columns, wanted), worst


def path_of(block: dict[str, object]) -> str:
    """Return a block's path, "" if it has none; of one that is too deep, the innermost steps."""
    path = block.get("path")
    if not isinstance(path, str):
        return ""
    return path if path.count("/") < DEEPEST else "/".join(path.split("/")[-DEEPEST:])


def _rules(hits: list[Hit | None]) -> Columns:
    """Return what the rules say of each block, and how far back a heading of furniture stands."""
    codes, sections, counts, since = [], [], [], SINCE_SECTION
    count = 0.0
    for hit in hits:
        sections.append(float(since))
        since = min(since + 1, SINCE_SECTION)
        code = -1.0
        if hit is not None:
            code = ROLES.index(hit.role) + (0.0 if hit.whole else 0.5)
            if hit.section:
                since = 0
            if code >= len(ARTICLE_ROLES):
                count += 1
        codes.append(code)
        counts.append(min(count, 60.0))
    share = min(1.0, count / (len(hits) or 1))
    return {
        "rule": codes, "since-section": sections, "rules-before": counts,
        "rules-share": [share] * len(hits),
    }  # fmt: skip
