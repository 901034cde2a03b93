"""Metadata from whole pages, in the manner of several content systems."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from newskit.parse.metadata import read_metadata

URL = "https://www.varrowtimes.example/news/harbour-fire"


def read(html: str, url: str | None = URL) -> dict[str, object]:
    tree = LexborHTMLParser(html)
    before = tree.html
    found = read_metadata(tree, url)
    assert tree.html == before
    json.dumps(found).encode()
    return found


def page(head: str = "", body: str = "") -> str:
    return f"<html lang=en-GB><head>{head}</head><body>{body}</body></html>"


def test_a_page_that_tells_everything() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": "Fire in Port Ellery",
        "author": [{"@type": "Person", "name": "Mara Lindqvist"}, {"name": "Jo Ferro"}],
        "datePublished": "2024-03-12T14:05:00+01:00",
        "dateModified": "2024-03-13T08:00:00+01:00",
        "articleSection": "Harbour",
        "keywords": ["fire", "harbour", "Fire"],
        "publisher": {"@type": "Organization", "name": "Varrow Times"},
        "image": {"url": "/fire.jpg"},
    }
    head = f"""<title>Fire in Port Ellery | Varrow Times</title>
      <script type="application/ld+json">{json.dumps(node)}</script>
      <meta name=description content="Two warehouses burnt &amp;amp; a yard.">
      <link rel=canonical href="/news/harbour-fire#top">"""
    assert read(page(head, "<h1>Fire in Port Ellery</h1>")) == {
        "title": "Fire in Port Ellery",
        "authors": ["Mara Lindqvist", "Jo Ferro"],
        "date_published": "2024-03-12T14:05:00+01:00",
        "date_modified": "2024-03-13T08:00:00+01:00",
        "language": "en-GB",
        "section": "Harbour",
        "tags": ["fire", "harbour"],
        "description": "Two warehouses burnt & a yard.",
        "image": "https://www.varrowtimes.example/fire.jpg",
        "canonical_url": "https://www.varrowtimes.example/news/harbour-fire",
        "site": "Varrow Times",
    }


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-12">',
        "<meta name=dc.date.issued content='12. März 2024'>",
        "<meta name=parsely-pub-date content=2024-03-12T09:00:00Z>",
        "<meta itemprop=datePublished content=2024-03-12>",
        "<meta name=x-publication-date content=2024-03-12>",
    ],
)
def test_dates_from_meta_tags(head: str) -> None:
    assert str(read(page(head))["date_published"])[:10] == "2024-03-12"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Fire in town</h1><time datetime=2024-03-12>Tuesday</time>",
        "<h1>Fire in town</h1><time datetime=2024-03-12 pubdate>Tuesday</time>",
        "<h1>Fire in town</h1><p class=meta>By Jo Ferro, 12 March 2024</p>",
        "<h1>Fire in town</h1><span>Published:</span> <span>12/03/2024</span>",
        "<p class=date>12 March 2024</p><h1>Fire in town</h1>",
        "<h1>Fire in town</h1><p class=day><b>12</b> <i>March</i> <u>2024</u></p>",
        "<h1>Fire</h1><p>Updated 14 March 2024</p><p>Published 12 March 2024</p>",
        "<h1>Fire</h1><p class=date>12 March 2024</p><footer>© 5 May 2023 Varrow</footer>",
        "<h1>Fire</h1><p class=date>12 March 2024</p><div class=related><p class=date>"
        "14 March 2024</p></div>",
    ],
)
def test_dates_near_the_headline(body: str) -> None:
    assert read(page(body=body))["date_published"] == "2024-03-12"


def test_the_date_in_the_url() -> None:
    assert read(page(), "https://a.example/2024/03/12/fire")["date_published"] == "2024-03-12"
    assert "date_published" not in read(page(), "https://a.example/2024/03/fire")
    assert "date_published" not in read(page(), "https://a.example/2024/10/3-questions")


@pytest.mark.parametrize(
    "body",
    [
        "<footer>© 2001-2024 Varrow Times</footer>",
        "<h1>Fire</h1><footer>Copyright 12 March 2024</footer>",
        "<h1>Fire</h1><p>The old harbour, which was built after the great storm and opened by the "
        "mayor of Port Ellery on 12 March 2004, has burnt.</p>",
    ],
)
def test_dates_that_are_not_the_articles(body: str) -> None:
    assert "date_published" not in read(page(body=body))


def test_published_is_never_after_modified() -> None:
    head = (
        '<meta property="article:published_time" content="2024-03-12">'
        '<meta property="article:modified_time" content="2024-03-10">'
    )
    found = read(page(head))
    assert found["date_published"] == "2024-03-12"
    assert "date_modified" not in found


def test_the_shown_time_of_day_tells_the_offset() -> None:
    head = '<meta property="article:published_time" content="2024-03-13T03:05:20Z">'
    body = "<h1>Fire in town</h1><p class=date>March 12, 2024 at 10:05 p.m.</p>"
    assert read(page(head, body))["date_published"] == "2024-03-12T22:05:20-05:00"
    other = "<h1>Fire in town</h1><p class=date>March 12, 2024 at 10:13 p.m.</p>"
    assert read(page(head, other))["date_published"] == "2024-03-13T03:05:20Z"


def test_a_date_of_change_is_not_one_of_publication() -> None:
    found = read(page(body="<h1>Fire in town</h1><p class=date>Last updated: 12 March 2024</p>"))
    assert "date_published" not in found
    assert found["date_modified"] == "2024-03-12"


@pytest.mark.parametrize("text", ["0000-00-00", "99999", "2024-02-30", "2024-01-01 " * 500])
def test_nonsense_in_a_date_is_left_out(text: str) -> None:
    head = f'<meta property="article:published_time" content="{text}">'
    assert "date_published" not in read(page(head))


@pytest.mark.parametrize(
    "html",
    [
        page("<meta name=author content='By Mara Lindqvist'>"),
        page("<meta name=sailthru.author content='Mara Lindqvist'>"),
        page(
            "<meta name='twitter:label1' content='Written by'>"
            "<meta name='twitter:data1' content='Mara Lindqvist'>"
        ),
        page(body="<a rel=author href=/m>Mara Lindqvist</a>"),
        page(body="<p class=byline>By <b>Mara Lindqvist</b> Senior Reporter</p>"),
        page(body="<div itemprop=author><span itemprop=name>Mara Lindqvist</span></div>"),
        page(body="<h1>Fire in town</h1><div>By</div><div>Mara Lindqvist</div>"),
        page("<meta name=author content='Varrow Times'><meta property='og:site_name' content="
             "'Varrow Times'>", "<h1>Fire in town</h1><p>By Mara Lindqvist</p>"),
    ],
)  # fmt: skip
def test_authors_from_many_places(html: str) -> None:
    assert read(html)["authors"] == ["Mara Lindqvist"]


def test_authors_of_comments_and_of_other_articles_are_not_taken() -> None:
    body = "<div class=comments><span class=author>Jo Ferro</span></div>"
    assert "authors" not in read(page(body=body))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/fire", "https://www.varrowtimes.example/fire"),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("ftp://a.example/x", None),
        ("https://a.example/" + "a" * 3_000, None),
        ("https://a.example/a b", None),
    ],
)
def test_canonical_urls(url: str, expected: str | None) -> None:
    found = read(page(f'<link rel=canonical href="{url}">'))
    assert found.get("canonical_url") == expected


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [("de_at", "de-AT"), ("zh-hant-tw", "zh-Hant-TW"), ("x-default", None), ("english", None)],
)
def test_languages(attribute: str, expected: str | None) -> None:
    assert read(f"<html lang={attribute}><body>x").get("language") == expected


def test_a_hostile_base_changes_nothing() -> None:
    head = '<base href="javascript:1"><link rel=canonical href="/fire">'
    assert read(page(head))["canonical_url"] == "https://www.varrowtimes.example/fire"


@pytest.mark.parametrize(
    "html",
    [
        "", "x", "\0", "<frameset></frameset>", "<meta name=author content=x>" * 5_000,
        "<time datetime=2024-03-12>x</time>" * 5_000, "<div class=author>" * 1_000 + "x",
        "<title>" + " - x" * 20_000 + "</title>", "<h1>" + "a | b " * 20_000 + "</h1>",
        "<p>" + "12 March 2024 " * 20_000, "<p>by</p>" * 5_000,
        '<script type="application/ld+json">{</script>' * 2_000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("url", [None, "", "http://[", "http://\udcff/", "x" * 5_000])
def test_hostile_pages_are_survived(html: str, url: str | None) -> None:
    assert isinstance(read(html, url), dict)


def test_a_page_that_says_nothing_gives_only_its_host() -> None:
    assert read("<p>Text.") == {"site": "www.varrowtimes.example".removeprefix("www.")}
    assert read("<p>Text.", None) == {}
