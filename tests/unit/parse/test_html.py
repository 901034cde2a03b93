"""Blocks of pages: what is seen, what it is, where it stands, and what is refused."""

import time

import pytest

from newskit.errors import BadArticle
from newskit.parse import guard
from newskit.parse.html import parse_tree, read_blocks


def blocks(html):
    return read_blocks(parse_tree(html))


def texts(html):
    return [block.text for block in blocks(html)]


def kinds(html):
    return [(block.kind, block.text) for block in blocks(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<p>A <b>st</b>orm \n  came", ["A storm came"]),
        ("<p>a&nbsp;&nbsp;b", ["a\u00a0\u00a0b"]),
        ("<p>&nbsp;</p><p> \n </p>", []),
        ("<p>one<br>two", ["one\ntwo"]),
        ("<p>one<br> <br/>two", ["one", "two"]),
        ("<p>one<br>&nbsp;<br>two", ["one", "two"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("text<p>more", ["text", "more"]),
        ("<a href=1>Home</a><a href=2>News</a>", ["Home News"]),
        ("<a href=1>Ju</a><a href=1>ly</a>", ["July"]),
        ("<p><span class=cap>T</span><span class=rest>he sea</span>", ["The sea"]),
        ("<p><span class=by>Mara</span><time class=on>3 May</time>", ["Mara 3 May"]),
        ("<select><option>North<option>South</select>", ["North\nSouth"]),
        ("<input type=submit value=Go><input value=hidden>", ["Go"]),
        ("<details><summary>Why?</summary>Because.</details>", ["Why?", "Because."]),
        ("<x-card><p>One</p></x-card><x-card>Two</x-card>", ["One", "Two"]),
        ("<p>at <x-time>noon</x-time>, said", ["at noon, said"]),
        ("<p>a<wbr>b<img alt=picture>c", ["abc"]),
        ("<p>a</p><?php echo 1 ?><p>b", ["a", "b"]),
        ("<ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", ["\u6f22kan"]),
        ("<p>1 &lt; 2 &amp;amp; 3", ["1 < 2 &amp; 3"]),
        ("", []),
        ("<frameset><frame src=a></frameset>", []),
    ],
)
def test_text(html, expected):
    assert texts(html) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script>", "<style>x</style>", "<template>x</template>", "<svg><text>x</svg>",
        "<iframe>x</iframe>", "<p hidden>x</p>", "<p style='color:red; DISPLAY : none'>x</p>",
        "<noscript>x</noscript>", "<dialog>x</dialog>", "<!-- x -->", "<video>x</video>",
        "<p>y <span style='display:none'>x</span></p>",
    ],
)  # fmt: skip
def test_not_seen(unseen):
    assert "x" not in " ".join(texts(f"<p>A long enough paragraph. {unseen}"))


@pytest.mark.parametrize(
    "seen",
    [
        "<p aria-hidden=true>xx", "<p hidden=until-found>xx", "<p style='visibility:hidden'>xx",
        "<dialog open>xx", "<footer>xx", "<nav><a href=/>xx</a>", "<object>xx</object>",
    ],
)  # fmt: skip
def test_seen(seen):
    assert "xx" in texts(f"<p>A paragraph.</p>{seen}")


def test_hidden_text_that_is_most_of_the_page_is_kept():
    html = f"<p>Loading</p><div style='display:none'><p>{'A storm came. ' * 9}</p></div>"
    assert len(texts(html)) == 2


def test_noscript_counts_only_alone():
    assert texts("<noscript><p>All of it.</p></noscript>") == ["All of it."]
    assert texts("<p>Seen.</p><noscript><p>Not.</p></noscript>") == ["Seen."]


def test_kinds():
    html = """<h2>Head</h2><ul><li>item<li><p>para</p></ul><blockquote><p>said</p></blockquote>
    <figure><figcaption>cap</figcaption></figure><pre>a\n  b\n\nc</pre><button>Go</button>
    <dl><dt>term<dd>what</dl><div>plain</div>"""
    assert kinds(html) == [
        ("heading", "Head"), ("list-item", "item"), ("paragraph", "para"), ("quote", "said"),
        ("caption", "cap"), ("code", "a\n  b"), ("code", "c"), ("other", "Go"),
        ("list-item", "term"), ("list-item", "what"), ("paragraph", "plain"),
    ]  # fmt: skip


def test_table_of_data_is_a_block_a_row():
    html = """<table><caption>Votes</caption><tr><th>Name<th>Votes<tr><td>Ober
    <td><p>1,200 <a href=x>more</a></p><tr><td><td>3 <span hidden>0003</span></table>"""
    found = blocks(html)
    assert [(b.kind, b.text) for b in found] == [
        ("caption", "Votes"), ("table", "Name | Votes"), ("table", "Ober | 1,200 more"),
        ("table", "3"),
    ]  # fmt: skip
    assert found[2].links == pytest.approx(4 / 17, abs=0.001)


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><h1>Title</h1><td>menu<tr><td>a<td>b</table>",
        f"<table><tr><td>{'word ' * 60}<td>menu<tr><td>a<td>b</table>",
        "<table><tr><td><table><tr><td>a</table><td>b<tr><td>c<td>d</table>",
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
    ],
)
def test_table_of_layout_is_a_container(html):
    assert not any(kind == "table" or " | " in text for kind, text in kinds(html))


def test_paths_tell_what_tells_something():
    html = """<div id=page><main class="content col-md-6 css-1x2y3z"><article class=post>x</article>
    <article class=post><p class=lead>y</p><ul><li>z</ul></article></main></div>"""
    assert [block.path for block in blocks(html)] == [
        "div#page/main.content/article.post",
        "div#page/main.content/article.post~2/p.lead",
        "div#page/main.content/article.post~2/ul/li",
    ]


def test_paths_have_roles():
    (block,) = blocks("<div role=navigation itemprop=articleBody><p>x</div>")
    assert block.path == "div[role=navigation][itemprop=articlebody]/p"


def test_paths_are_bounded():
    (block,) = blocks("<div class=deep>" * 500 + "x")
    assert block.path.count("/") < 30


def test_links_are_a_share():
    html = "<p>See <a href=x>that</a></p><a href=x><div>All</div></a><p>None"
    assert [block.links for block in blocks(html)] == [0.5, 1.0, 0.0]


def test_numeric_entities_for_nothing():
    assert texts("<p>a&#0;&#xD800;&#x110000;b\ud800c") == ["a\ufffd\ufffd\ufffdb\ufffdc"]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000, "deep"),
        ("<p>x" * 600_000, "tags"),
        ("x" * 34_000_000, "characters"),
        ("<a " + " ".join(f"a{i}" for i in range(50_000)) + ">x</a>", "attributes"),
        ("".join(f"<p><b class=c{i}>x" for i in range(5_000)), "deep"),
    ],
)
def test_refused(html, reason):
    with pytest.raises(BadArticle, match=reason):
        parse_tree(html)


@pytest.mark.parametrize(
    "html",
    [
        "<a><p>" * 5_000,
        "<p>x" * 50_000,
        "x<br>" * 50_000,
        "<li>x" * 50_000,
        "<style>" + "a>div{b:c} " * 20_000 + "</style>x",
        "<script>if(a<b){" + "x = y; " * 20_000 + "}</script>x",
        "<p>x</p><script>" + "<div>" * 10_000,
        "<!-- " + "<div>" * 10_000 + "-->x",
        "<" * 100_000,
        "<div style='" + "display " * 100_000 + "'>x",
    ],
)
def test_odd_but_read(html):
    blocks(html)


def test_nothing_is_cut_from_a_long_text_node():
    (block,) = blocks("<p>" + "word " * 1_000_000)
    assert len(block.text) == 4_999_999


def test_a_tag_of_megabytes_is_checked_in_linear_time() -> None:
    page = f'<p title="{"x" * 4_000_000}">It began on a Monday.</p>'
    start = time.process_time()
    guard.check(page, page.encode())
    assert time.process_time() - start < 1.0  # 0.02 s; a check that looks back each time takes 17 s
