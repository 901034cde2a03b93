"""Measures what the markup says: names along the path, containers and how much prose they hold.

A path prefix identifies one container of the page, so sums over prefixes give each container's
prose, text and links. The main container is the deepest one that holds most of the prose.

What it gets wrong: pages whose paragraphs each stand in a box of their own, with the advertisements
between them, have a main container that says little.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newskit.clean.learned.own import says

if TYPE_CHECKING:
    from newskit.clean.learned.own import Columns
    from newskit.clean.learned.vocabulary import Paths

MAIN_SHARE = 0.6  # share of the prose that the main container must hold (0.5 and 0.7 do the same)
MANY = 60  # blocks of one pattern; more are all the same

# Words of tags, classes and ids that say what a container is for; each group is one column. They
# repeat, as yes or no, what the learned names say in sum.
GROUPS: dict[str, str] = {
    "in-article": "article main articlebody article-body entry-content post-content story-body",
    "in-nav": "nav menu navigation navbar breadcrumb breadcrumbs pagination toc",
    "in-footer": "footer contentinfo copyright colophon",
    "in-header": "header masthead banner topbar",
    "in-aside": "aside sidebar complementary widget rail widgets",
    "in-form": "form fieldset label button input select textarea search",
    "in-list": "ul ol dl",
    "in-table": "table",
    "in-figure": "figure figcaption caption gallery slideshow image photo wp-caption credit",
    "in-quote": "blockquote quote pullquote",
    "in-comments": "comment comments commentlist respond replies reply disqus",
    "in-related": "related recommended recommendations recirc popular trending latest teaser "
    "teasers more outbrain taboola similar next prev",
    "in-signup": "newsletter subscribe subscription signup paywall promo donate membership cookie "
    "consent gdpr modal popup overlay",
    "in-share": "share sharing social follow sharedaddy",
    "in-author": "author authors byline bio vcard about-author author-box contributor",
    "in-meta": "meta date time timestamp tags tag category categories published entry-meta kicker "
    "dateline",
    "in-ad": "ad ads advert advertisement sponsor sponsored adsense",
}  # fmt: skip
NAMES = {group: frozenset(words.split()) for group, words in GROUPS.items()}
TOLD = frozenset(name for names in NAMES.values() for name in names)
TAGS = {
    tag: float(code)
    for code, tag in enumerate(
        ("other", "p", "div", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "a",
         "blockquote", "section", "article", "span", "header", "footer", "time", "label", "button",
         "dd", "dt", "pre", "aside")
    )
}  # fmt: skip


class Sums:
    """What one container holds, in blocks and characters."""

    __slots__ = ("blocks", "links", "prose", "text")

    def __init__(self) -> None:
        self.blocks = 0
        self.text = self.links = self.prose = 0.0


def measure(
    paths: list[str], columns: Columns, reader: Paths, wanted: frozenset[str] | None = None
) -> Columns:
    """Return the columns that the paths give; `columns` has length, links and prose."""
    steps = [reader.read(path) for path in paths]
    made: Columns = {
        "path": [step.total for step in steps],
        "path-last": [step.last for step in steps],
        "path-best": [step.best for step in steps],
        "path-worst": [step.worst for step in steps],
        "depth": [step.depth for step in steps],
        "tag": [TAGS.get(tag_of(path), 0.0) for path in paths],
        "hidden": ["[hidden]" in path for path in paths],
    }
    for group, names in NAMES.items():
        if wanted is None or group in wanted:
            made[group] = [not names.isdisjoint(step.names) for step in steps]
    made |= says([step.says for step in steps], "path-says", wanted)
    made |= _containers(paths, columns)
    made |= _patterns(paths, columns)
    return made | _from_title(paths, columns)


def tag_of(path: str) -> str:
    """Return the tag of a path's last step.

    >>> tag_of("div#page/p.lead")
    'p'
    """
    step = path.rpartition("/")[2]
    for mark in ".#[~":
        step = step.partition(mark)[0]
    return step


def _sum_up(paths: list[str], columns: Columns) -> dict[str, Sums]:
    """Return every container of the page by its path, with the sums of its blocks.

    Blocks are added to their own path first, then each path to the one around it.
    """
    sums: dict[str, Sums] = {"": Sums()}
    rows = zip(paths, columns["length"], columns["links"], columns["prose"], strict=True)
    for path, length, links, prose in rows:
        own = sums.get(path)
        if own is None:
            own = sums[path] = Sums()
        own.blocks += 1
        own.text += length
        own.links += length * links
        own.prose += prose
    levels: dict[int, list[str]] = {}
    for path in sums:
        levels.setdefault(depth_of(path), []).append(path)
    for depth in range(max(levels), 0, -1):  # the inner ones are whole before they are added
        for path in levels.get(depth, ()):
            outer = path.rpartition("/")[0]
            own, around = sums[path], sums.get(outer)
            if around is None:
                around = sums[outer] = Sums()
                levels.setdefault(depth - 1, []).append(outer)
            around.blocks += own.blocks
            around.text += own.text
            around.links += own.links
            around.prose += own.prose
    return sums


def depth_of(path: str) -> int:
    """Return the number of steps of a path.

    >>> depth_of(""), depth_of("div/p")
    (0, 2)
    """
    return path.count("/") + 1 if path else 0


CONTAINER_NAMES = (
    "parent-share", "outer-share", "parent-prose", "parent-links", "outer-links",
    "parent-blocks", "outer-blocks", "parent-density", "away", "main-above", "main-below",
)  # fmt: skip


def _containers(paths: list[str], columns: Columns) -> Columns:
    """Return what the containers around each block hold, and how far it is from the main one."""
    sums = _sum_up(paths, columns)
    total = sums[""].prose or 1.0
    main = max(
        (path for path, own in sums.items() if own.prose >= MAIN_SHARE * total),
        key=lambda path: (depth_of(path), sums[path].prose),
        default="",
    )
    main_depth = depth_of(main)
    rows = []
    known: dict[str, tuple[float, ...]] = {}
    for path in paths:
        row = known.get(path)
        if row is None:
            parent = path.rpartition("/")[0]
            near, outer = sums[parent], sums[parent.rpartition("/")[0]]
            depth = depth_of(path)
            shared = _shared(path, main)
            away = depth - shared if shared < main_depth else 0
            row = known[path] = (
                near.prose / total, outer.prose / total, min(near.prose, 9e3),
                near.links / (near.text or 1.0), outer.links / (outer.text or 1.0),
                min(near.blocks, MANY), min(outer.blocks, 99), near.prose / (near.text or 1.0),
                away, main_depth - shared, -1 if away else depth - main_depth,
            )  # fmt: skip
        rows.append(row)
    return dict(zip(CONTAINER_NAMES, map(list, zip(*rows, strict=True)), strict=True))


def _shared(path: str, other: str) -> int:
    """Return how many steps two paths have in common from the top."""
    if path == other or path.startswith(other + "/"):
        return depth_of(other)
    count = 0
    for one, two in zip(path.split("/"), other.split("/"), strict=False):
        if one != two:
            break
        count += 1
    return count


def _headline(paths: list[str], columns: Columns) -> int:
    """Return the block that says most of the title, h1 first; else the only h1; else -1."""
    best, at = 0.6, -1
    shares = zip(columns["title-share"], columns["title-own"], strict=True)
    for row, (share, own) in enumerate(shares):
        if share >= 0.5 and own >= 0.3:
            score = share + own + (1.0 if tag_of(paths[row]) == "h1" else 0.0)
            if score > best:
                best, at = score, row
    if at >= 0:
        return at
    tops = [row for row, path in enumerate(paths) if tag_of(path) == "h1"]
    return tops[0] if len(tops) == 1 else -1


def _from_title(paths: list[str], columns: Columns) -> Columns:
    """Return how far each block's container is from that of the headline; -1 without one."""
    at = _headline(paths, columns)
    if at < 0:
        missing = [-1.0] * len(paths)
        return {"title-above": missing, "title-below": missing, "after-title": missing}
    wanted = paths[at].rpartition("/")[0]
    depth = depth_of(wanted)
    known = {path: _shared(path, wanted) for path in dict.fromkeys(paths)}
    return {
        "title-above": [depth - known[path] for path in paths],
        "title-below": [depth_of(path) - 1 - known[path] for path in paths],
        "after-title": [max(-30, min(60, row - at)) for row in range(len(paths))],
    }


def without_ordinals(path: str) -> str:
    """Return a path without the numbers that tell like containers apart.

    >>> without_ordinals("ul~2/li~14/p")
    'ul/li/p'
    """
    if "~" not in path:
        return path
    return "/".join([step.partition("~")[0] for step in path.split("/")])


def _patterns(paths: list[str], columns: Columns) -> Columns:
    """Return how many blocks have the same path but for ordinals, and their means."""
    folded: dict[str, str] = {}
    patterns = []
    for path in paths:
        pattern = folded.get(path)
        if pattern is None:
            pattern = folded[path] = without_ordinals(path)
        patterns.append(pattern)
    sums: dict[str, list[float]] = {}
    rows = zip(patterns, columns["length"], columns["links"], columns["prose"], strict=True)
    for pattern, length, links, prose in rows:
        entry = sums.setdefault(pattern, [0.0, 0.0, 0.0, 0.0])
        entry[0] += 1
        entry[1] += length
        entry[2] += length * links
        entry[3] += prose
    total = sum(columns["prose"]) or 1.0
    same = [float(a == b) for a, b in pairwise(patterns)]
    parents = [path.rpartition("/")[0] for path in paths]
    siblings = [float(a == b) for a, b in pairwise(parents)]
    entries = [sums[pattern] for pattern in patterns]
    return {
        "pattern-blocks": [min(e[0], MANY) for e in entries],
        "pattern-length": [e[1] / e[0] for e in entries],
        "pattern-links": [e[2] / e[1] for e in entries],
        "pattern-prose": [e[3] / total for e in entries],
        "same-before": [0.0, *same], "same-after": [*same, 0.0],
        "sibling-before": [0.0, *siblings], "sibling-after": [*siblings, 0.0],
    }  # fmt: skip
