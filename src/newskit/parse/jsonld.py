"""Which node of a page's JSON-LD describes its article, and what that node says.

Every script is read as leniently as is safe (comments, trailing commas, control characters, HTML
entities, several values in a row), nodes are gathered breadth-first and tied together by @id, and
the node that is most probably the page's own article wins: by its type, by naming the page's URL,
and by coming early. What it leaves open is filled from the page's own WebPage node. Values of a
wrong type are ignored one by one.

What it gets wrong: on a page with several equally good article nodes and no URL in them it takes
the first. A script that no repair makes JSON gives only the fields in SALVAGE.
"""

from __future__ import annotations

import json
from collections import deque
from html import unescape
from typing import Any

from newskit.rule import Rule

# Code points. The largest script of the labelled pages has 0.4 million.
LONGEST_SCRIPT = 2_000_000
# Real pages have 1–12 scripts and under 300 nodes; the caps only stop hostile pages.
MOST_SCRIPTS = 40
MOST_NODES = 3_000
# Levels below a script's own value. Graphs nest 3–5 deep; half of 12 still reads all of them.
DEEPEST_NODE = 12
# Code points of a single string value; whole bodies stand in articleBody, which is not read.
LONGEST_VALUE = 4_096

BLOCK_COMMENT = Rule(
    "json-block-comment",
    r"/\*[^*]{0,2000}\*/",
    "Comments that templates leave in JSON; tried only after the script failed as JSON.",
    hits=('{"a": 1} /* end */',),
    misses=("a / b", "/* open"),
)
TRAILING_COMMA = Rule(
    "json-trailing-comma",
    r",[ \t\r\n]{0,200}(?=[}\]])",
    "A comma before a closing bracket; inside a string it costs one comma of that string.",
    hits=('{"a": 1,}', "[1,\n]"),
    misses=('{"a": 1}', "[1, 2]"),
)
BAD_ESCAPE = Rule(
    "json-bad-escape",
    r"\\(?![\"\\/bfnrtu])",
    "A backslash that JSON does not know, as in an escaped apostrophe.",
    hits=(r"it\'s", r"\x41"),
    misses=(r"\n", r"\"", "A"),
)
SALVAGE = {
    field: Rule(
        f"salvage-{field.lower()}",
        rf'"{field}"\s{{0,8}}:\s{{0,8}}"(?P<value>[^"\\<>]{{1,300}})"',
        "A field read from a script that is no JSON at all: commonly an unescaped quotation mark.",
        hits=(f'{{"{field}": "2024-03-12"',),
        misses=(f'"{field}": {{', "other"),
    )
    for field in ("datePublished", "dateModified", "headline", "inLanguage", "articleSection")
}

# Edges from a node to others that describe the same page. Left out are those that lead to other
# articles: hasPart, isPartOf, mentions, citation, itemListElement, relatedLink, comment, review.
_EDGES = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "subjectOf")

# Types by how surely they are the page's article; others have no rank and are not taken.
_RANKS = {
    "newsarticle": 0, "reportagenewsarticle": 0, "analysisnewsarticle": 0, "opinionnewsarticle": 0,
    "backgroundnewsarticle": 0, "reviewnewsarticle": 0, "askpublicnewsarticle": 0,
    "satiricalarticle": 0, "advertisercontentarticle": 0, "liveblogposting": 0, "blogposting": 0,
    "article": 0, "techarticle": 0, "scholarlyarticle": 0, "medicalscholarlyarticle": 0,
    "report": 0,
    "posting": 1, "socialmediaposting": 1, "discussionforumposting": 1, "recipe": 1, "howto": 1,
    "review": 2, "creativework": 2, "medicalwebpage": 3, "itempage": 3, "profilepage": 4,
    "faqpage": 4, "qapage": 3, "webpage": 4, "collectionpage": 5, "videoobject": 5,
    "podcastepisode": 3, "event": 6,
}  # fmt: skip
_WEBPAGE_RANK = 3  # from here on a node describes the page rather than the article


def load_json(text: str) -> list[Any]:
    """Return the values of one script: none if it cannot be read even after repairs.

    >>> load_json('<!-- {"a": "b&quot;",} -->')
    [{'a': 'b&quot;'}]
    """
    text = text.strip("\ufeff \t\r\n;")[:LONGEST_SCRIPT]
    for opening, closing in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")):
        text = text.removeprefix(opening).removesuffix(closing).strip(" \t\r\n;")
    values = _decode(text)
    if values is None:
        repaired = TRAILING_COMMA.sub("", BLOCK_COMMENT.sub("", text))
        repaired = BAD_ESCAPE.sub(r"\\\\", repaired)
        values = _decode(repaired)
        if values is None and "&quot;" in repaired:
            values = _decode(unescape(repaired))
    return values or []


def _decode(text: str) -> list[Any] | None:
    decoder = json.JSONDecoder(strict=False)  # newlines and tabs inside strings are common
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < MOST_SCRIPTS:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values or None
        values.append(value)
        at = end
        while at < len(text) and text[at] in " \t\r\n;,":
            at += 1
    return values


def read_jsonld(scripts: list[str], addresses: frozenset[str]) -> dict[str, Any]:
    """Return the fields of the page's article node, those of its WebPage node beneath them.

    `addresses` are the page's own URLs, as address() writes them. The result maps schema.org names
    to raw JSON values; "author" and "publisher" have their @id references resolved.
    """
    nodes: list[tuple[int, dict[str, Any]]] = []
    by_id: dict[str, dict[str, Any]] = {}
    lost: dict[str, Any] = {}
    for script in scripts[:MOST_SCRIPTS]:
        values = load_json(script)
        if not values:
            _salvage(script, lost)
        _gather(values, nodes, by_id)
    chosen: dict[str, Any] = {}
    best = sorted(
        (rank + (0 if _is_here(node, addresses) else 1), rank, order)
        for order, (rank, node) in enumerate(nodes)
    )
    page_node = False
    for _, rank, order in best:
        node = nodes[order][1]
        if not chosen or (rank >= _WEBPAGE_RANK and not page_node):
            page_node = page_node or rank >= _WEBPAGE_RANK
            chosen = {k: v for k, v in node.items() if v not in (None, "", [], {})} | chosen
            chosen.setdefault("is_article", rank < _WEBPAGE_RANK)
    for name in ("author", "creator", "publisher", "isPartOf", "image"):
        if name in chosen:
            chosen[name] = resolve(chosen[name], by_id)
    for name, value in lost.items():
        chosen.setdefault(name, value)
    site = next((n for n in by_id.values() if _types(n) & {"website"}), None)
    if site and isinstance(site.get("name"), str):
        chosen["website_name"] = site["name"]
    return chosen


def _salvage(script: str, lost: dict[str, Any]) -> None:
    for field, rule in SALVAGE.items():
        if field not in lost and (match := rule.search(script[:LONGEST_SCRIPT])):
            lost[field] = match["value"]


def _gather(
    values: list[Any], nodes: list[tuple[int, dict[str, Any]]], by_id: dict[str, dict[str, Any]]
) -> None:
    """Append the ranked nodes of some values, breadth-first, and index all nodes by their @id."""
    queue: deque[tuple[int, bool, Any]] = deque((0, True, value) for value in values)
    seen = 0
    while queue and seen < MOST_NODES:
        depth, main, value = queue.popleft()
        seen += 1
        if isinstance(value, list):
            if depth < DEEPEST_NODE:
                queue.extend((depth + 1, main, item) for item in value[:MOST_NODES])
            continue
        if not isinstance(value, dict):
            continue
        types = _types(value)
        rank = min((_RANKS.get(t, 9) for t in types), default=9)
        if rank < 9 and main:
            nodes.append((rank, value))
        name = value.get("@id")
        if "website" in types and not isinstance(name, str):
            name = f"website-{len(by_id)}"
        if isinstance(name, str) and len(value) > len(by_id.get(name, ())):
            by_id[name] = value
        if depth < DEEPEST_NODE:
            for key, item in value.items():
                if isinstance(item, dict | list):
                    queue.append((depth + 1, main and key in _EDGES, item))


def _types(node: dict[str, Any]) -> set[str]:
    found = node.get("@type")
    found = found if isinstance(found, list) else [found]
    return {t.rpartition("/")[2].lower() for t in found[:8] if isinstance(t, str)}


def address(url: str) -> str:
    """Return a URL without scheme, "www.", query, fragment and final slash, for comparing."""
    url = url.split("#")[0].split("?")[0].lower().rstrip("/")
    return url.removeprefix("https:").removeprefix("http:").lstrip("/").removeprefix("www.")


def _is_here(node: dict[str, Any], addresses: frozenset[str]) -> bool:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and address(value) in addresses:
            return True
    return False


def resolve(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """Return a value with {"@id": …} references at its top level replaced by their nodes."""
    if isinstance(value, list):
        return [resolve(item, by_id) if isinstance(item, dict) else item for item in value[:50]]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return by_id.get(value["@id"], value)
    return value


def strings(value: Any, key: str = "name") -> list[str]:
    """Return the strings in a value: itself, its items, or what `key` gives in its objects.

    >>> strings([{"name": "Mara Lindqvist"}, "Jo Ferro", 7])
    ['Mara Lindqvist', 'Jo Ferro']
    """
    items = value[:100] if isinstance(value, list) else [value]
    found = []
    for item in items:
        if isinstance(item, dict):
            item = item.get(key) or item.get("@value")
            if isinstance(item, list):
                found += [x for x in item[:10] if isinstance(x, str)]
        if isinstance(item, str):
            found.append(item)
    return [text for x in found if (text := " ".join(unescape(x[:LONGEST_VALUE]).split()))]
