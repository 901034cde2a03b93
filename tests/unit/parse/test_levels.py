"""The levels that are counted before parsing, against the tree that the parser makes."""

from __future__ import annotations

import random

from selectolax.lexbor import LexborHTMLParser

from newskit.parse import guard

NAMES = (
    "div p span b i a ul li dl dd dt table tr td th tbody caption form h1 h2 select option button "
    "svg g path title desc foreignObject math mi annotation-xml ruby rt br img x-y font nobr "
    "section article script style textarea object em label center pre"
)
REPEATED = 60
PAGES = 150


def deepest(html: str) -> int:
    """Return the levels of the tree that the parser makes."""
    most = 0
    nodes = [(LexborHTMLParser(html).root, 1)]
    while nodes:
        node, level = nodes.pop()
        most = max(most, level)
        child = node.first_child
        while child is not None:
            if child.tag and child.tag[0] not in "-!":
                nodes.append((child, level + 1))
            child = child.next
    return most


def counted(html: str) -> int:
    """Return the levels of a page as the guard counts them."""
    check, most = guard._Check(html), 0
    push = check.levels._push

    def watch(name: str) -> None:
        nonlocal most
        push(name)
        most = max(most, len(check.levels.open))

    check.levels._push = watch  # type: ignore[method-assign]
    check.run(follow=True)
    return most


def test_a_page_is_never_much_deeper_than_counted() -> None:
    """Any few tags, repeated: if the parser nests them, the count sees it."""
    chance = random.Random(2)

    def tag() -> str:
        end, close = chance.random() < 0.45, chance.random() < 0.05
        return f"<{'/' * end}{chance.choice(NAMES.split())}{'/' * close}>"

    for _ in range(PAGES):
        steps = "".join(tag() for _ in range(chance.randint(2, 7)))
        page = "<!doctype html><body>" + steps * REPEATED
        assert deepest(page) <= 3 * counted(page) + 20, steps


def test_flat_pages_are_counted_flat() -> None:
    for steps in ("<p>a", "<ul><li>a<li>b</ul>", "<table><tr><td>a<td>b</table>", "<option>a",
                  "<dl><dt>a<dd>b</dl>", "<p><b>a</p>", "<a href=x>a", "<svg><path/></svg>",
                  "<h2>a</h3>", "<p><font size=2>a", "<script>'<div>'</script>", "<!-- <div> -->",
                  "<img alt='<div>'>", "<ruby>a<rt>b</ruby>", "<b><div>a</b></div>"):  # fmt: skip
        page = "<!doctype html><body>" + steps * REPEATED
        assert counted(page) <= 10, steps
