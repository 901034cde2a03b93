"""Cuts an HTML page into blocks: everything that a reader would see, in order, nothing judged.

The page is parsed as browsers do (lexbor), the tree is walked once, and the text between two
block-level boundaries becomes one block, white space folded, with the evidence that `clean` will
judge it by: its kind, the path of elements above it, and the share of it that lies in links. Menus,
footers and comments are kept.

Hidden text (``hidden``, an inline ``display:none``, a closed ``dialog``) is left out, unless it
outweighs what is seen: some sites hide the article until a script shows it. The content of
``noscript`` counts only if there is nothing else. What style sheets hide or show is not known, so
closed menus and texts for screen readers are there, and words that only CSS sets apart are glued.
"""

from __future__ import annotations

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from newskit.parse import guard
from newskit.parse.frame import Found
from newskit.parse.shown import HIDDEN, NO_SCRIPT, SEEN
from newskit.parse.walk import Walk


def parse_tree(html: str) -> LexborHTMLParser:
    """Return the tree of a page, after checking that it is safe to build.

    Raises BadArticle when the page is too big, too deep or has too many attributes on a tag.
    """
    try:
        encoded = html.encode()
    except UnicodeEncodeError:
        encoded = html.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    guard.check(html, encoded)
    return LexborHTMLParser(encoded, options=LexborDocumentOptions.WO_EVENTS)


def read_blocks(tree: LexborHTMLParser) -> list[Found]:
    """Return the blocks of a page in order; the tree is not changed.

    >>> tree = parse_tree("<div class=story><p>A <b>storm</b>.</p><a href=/>More</a></div>")
    >>> for block in read_blocks(tree):
    ...     print(block.kind, block.path, block.links, block.text)
    paragraph div.story/p 0.0 A storm.
    paragraph div.story 1.0 More
    """
    body = tree.body
    if body is None:
        return []
    walk = Walk()
    walk.run(body)
    weight = [0, 0, 0]
    for unseen, block in walk.found:
        weight[unseen] += round(len(block.text) * (1 - block.links))
    accepted = {SEEN}
    if weight[HIDDEN] > weight[SEEN]:
        accepted.add(HIDDEN)
    if not any(unseen in accepted for unseen, _ in walk.found):
        accepted |= {HIDDEN, NO_SCRIPT}
    return [block for unseen, block in walk.found if unseen in accepted]
