"""What a page says of itself outside its text, gathered without judging it.

Meta tags, links, scripts of JSON-LD, microdata, headings, <time> and bylines are read from a tree
into plain lists. The other modules of parse decide what to believe.

What it gets wrong: bylines are found by telling class names in English and a few other languages;
a byline without any such name is only found by lead.py, from its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# Caps against hostile pages; real pages stay under a tenth of each.
MOST_NODES = 4_000
LONGEST_META = 8_192  # code points
MOST_ANCESTORS = 12
MOST_NAMES = 100  # of one byline
LONGEST_BYLINE = 400  # code points

AUTHOR_CLASS = Rule(
    "author-class",
    r"(?:^|[\s_-])(?:by-?line|author|autor|auteur|autore|writer|reporter|creator|verfasser|"
    r"c-byline|postauthor|entry-author|contributor|posted-?by|written-?by|vcard|byauthor)"
    r"(?:s|en|in)?(?:$|[\s_-]|Name|Link)",
    "A class name that says author; names glued together (articleAuthor) are found by their end.",
    hits=("byline", "article-author", "post__author-name", "author vcard", "autor"),
    misses=("authority", "authorize-button", "bylinesarefun"),
    flags=2,
)
# Containers whose bylines and dates are those of other articles, of comments or of the site.
ELSEWHERE = Rule(
    "elsewhere",
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|replies|related|recommend(?:ed|ations?)?|sidebar|"
    r"widget|footer|teasers?|promo|cards?|carousel|trending|popular|most-?read|latest|more|recent|"
    r"newsletter|archive|nav(?:igation|bar)?|menu|breadcrumbs?|popup|modal|cookie|outbrain|taboola|"
    r"read-?next|up-?next|kommentare?|verwandte|aside|feed|listing|upcoming|events?)(?:s?$|[\s_-])",
    "A container of things that are not this article, by its class or id.",
    hits=("comment-list", "related posts", "sidebar", "site-footer", "most-read"),
    misses=("article-body", "post-header", "entry-meta", "moreover"),
    flags=2,
)


GLUED = Rule(
    "glued-punctuation",
    "\0(?=[,.;:!?…’”»)])",
    "The seam between two elements (written as NUL) where the second begins with punctuation.",
    hits=("Kicker\0: headline",),
    misses=("Kicker\0 headline",),
)


class Page(NamedTuple):
    """What a page says of itself."""

    language: str
    meta: dict[str, list[str]]
    links: dict[str, str]
    scripts: list[str]
    title: list[str]
    h1: list[str]
    properties: dict[str, list[str]]  # microdata: itemprop → values


def pieces_of(node: LexborNode, most: int) -> list[str]:
    """Return the texts in a node, none if they have much more than `most` code points.

    No more of them is read than that: nodes that hold the whole page may lie in each other.
    """
    left = 4 * most
    pieces = []
    for number, inner in enumerate(node.traverse(include_text=True)):
        if inner.tag == "-text":
            pieces.append(inner.text_content or "")
            left -= len(pieces[-1]) + 1
        if left < 0 or number > 4 * most:
            return []
    return pieces


def text_of(node: LexborNode, most: int = LONGEST_META) -> str:
    """Return a node's text with white space folded, "" if it is longer than `most` code points."""
    # A comma or colon that begins the next element belongs to the word before it
    text = GLUED.sub("", "\0".join(pieces_of(node, most))).replace("\0", " ")
    return " ".join(text.split())


def read_page(tree: LexborHTMLParser) -> Page:
    """Gather everything from a tree, which is left as it is."""
    root = tree.root
    language = (
        (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    )
    meta: dict[str, list[str]] = {}
    for node in tree.css("meta[content]")[:MOST_NODES]:
        _add_meta(node.attributes, meta)
    links: dict[str, str] = {}
    for node in tree.css("link[rel][href]")[:MOST_NODES]:
        attributes = node.attributes
        for rel in (attributes.get("rel") or "").lower().split():
            if not (rel == "alternate" and "hreflang" not in attributes):
                links.setdefault(rel, attributes.get("href") or "")
    scripts = [
        node.text(deep=True)
        for node in tree.css("script[type]")
        if "ld+json" in (node.attributes.get("type") or "").lower()
    ]
    # Only the page's own <title>: drawings (SVG) have some too.
    title = [text_of(node) for node in tree.css("head > title")[:1]]
    h1 = [text for node in tree.css("h1")[:50] if (text := text_of(node))]
    return Page(language, meta, links, scripts, title, h1, _microdata(tree))


def _add_meta(attributes: dict[str, str | None], meta: dict[str, list[str]]) -> None:
    content = (attributes.get("content") or "").strip()
    if not content or len(content) > LONGEST_META:
        return
    for key in ("property", "name", "itemprop", "http-equiv"):
        if name := attributes.get(key):
            values = meta.setdefault(name.strip().lower(), [])
            if content not in values and len(values) < 100:
                values.append(content)


def _microdata(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css(
        "[itemprop~=headline],[itemprop~=datePublished],[itemprop~=dateModified],"
        "[itemprop~=dateCreated],[itemprop~=articleSection],[itemprop~=inLanguage],"
        "[property~='schema:datePublished']"
    )[:200]:
        attributes = node.attributes
        names = attributes.get("itemprop") or attributes.get("property") or ""
        value = attributes.get("content") or attributes.get("datetime") or text_of(node, 1_000)
        if value and is_here(node):
            for name in names.split():
                found.setdefault(name.removeprefix("schema:"), []).append(value)
    return found


def is_here(node: LexborNode) -> bool:
    """Tell whether a node is outside of comments, related articles, footers and the like."""
    above: LexborNode | None = node
    for _ in range(MOST_ANCESTORS):
        above = above.parent if above is not None else None
        if above is None or above.tag in ("body", "html", "-document"):
            return True
        if above.tag in ("footer", "nav", "aside"):
            return False
        if above.tag in ("main", "article"):
            return True
        attributes = above.attributes
        if ELSEWHERE.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return False
    return True


# Where authors may be named, by the kind of evidence; each costs a walk over the page, so that
# the caller asks for the surest first and stops when it has a name.
BYLINES = {
    "itemprop": "[itemprop~=author],[itemprop~=creator]",
    "rel": "a[rel~=author]",
    "class": (
        "[class*=author i],[class*=byline i],[class*=autor i],[class*=auteur i],[class*=writer i],"
        "[class*=reporter i],[class*=verfasser i],[class*=posted-by i],address,[id*=author i]"
    ),
    "href": (
        "a[href*='/author'],a[href*='/autor'],a[href*='/redaktion/'],a[href*='/people/'],"
        "a[href*='/profile'],a[href*='/auteur'],a[href*='/by/'],a[href*='/contributor'],"
        "a[href*='/staff/'],a[href*='/journalist'],a[href*='/writers/'],a[href*='/producers/']"
    ),
}


def read_bylines(tree: LexborHTMLParser, evidence: str) -> list[str]:
    """Return the texts that name authors by one kind of evidence, outside comments and the like."""
    found: list[str] = []
    for node in tree.css(BYLINES[evidence])[:80]:
        attributes = node.attributes
        own = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if evidence == "itemprop":
            parts = node.css("[itemprop~=name]")[:MOST_NAMES]
            names = [text_of(name, LONGEST_BYLINE) for name in parts]
            names = [n for n in names if n] or [
                name.attributes.get("content") or "" for name in parts if name.tag == "meta"
            ]
            text = ", ".join(names) or attributes.get("content") or text_of(node, LONGEST_BYLINE)
        elif evidence == "class":
            named = node.tag != "body" and (node.tag == "address" or AUTHOR_CLASS.search(own))
            text = _parted(node) if named else ""
        else:
            text = text_of(node, 100)
        if 2 <= len(text) <= LONGEST_BYLINE and not ELSEWHERE.search(own) and is_here(node):
            found.append(text)
    return found


def _parted(node: LexborNode) -> str:
    """Return a node's text with " | " where markup parts it, so that jobs part from names."""
    parts = (" ".join(part.split()) for part in pieces_of(node, LONGEST_BYLINE))
    return " | ".join(part for part in parts if part)
