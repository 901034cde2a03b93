"""Faults of pages: what is deep, long, unclosed, hidden or hostile in HTML and in its metadata."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from newskit.errors import BadArticle
from newskit.parse import Parse
from newskit.parse.html import parse_tree
from tests.faults import check_survives

BODY = "<!doctype html><html><body>"
TEXT = "The fair in Port Ellery drew 40 people on Monday."


def parsed(pages: dict[str, str], **limits: Any) -> dict[str, dict[str, Any]]:
    """Return what parse makes of pages between good ones, all of which it accepts."""
    files = {f"{name}.html": (page.encode(), None) for name, page in pages.items()}
    done = check_survives("parse", files=files, **limits)
    names = [article["source"]["path"].removesuffix(".html") for article in done.articles]
    assert names == [*pages]
    return dict(zip(names, done.articles, strict=True))


def refused(pages: dict[str, str], reason: str, **limits: Any) -> None:
    """Check that pages between good ones are refused for a reason."""
    files = {f"{name}.html": (page.encode(), reason) for name, page in pages.items()}
    check_survives("parse", files=files, **limits)


def codes(article: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in article.get("warnings", ())]


# What opens at each step, deep by what the parser makes of it: lexbor takes 0.6 s to 60 s for this
# many, and the square of that for more.
STEPS = 20_000
DEEP = {
    "divisions": "<div>",
    "words": "<span>",
    "bold": "<b>",
    "unknown": "<x-y>",
    "lists": "<ul><li>",
    "tables": "<table><tr><td>",
    "end tags that end nothing": "<div></x>",
    "end tags in an attribute": "<div title='</div>'>",
    "end tags behind a paragraph": "<span><p></span></p>",
    "end tags of another heading": "<h1><div><h2></h1>",
    "forms that only seem to end": "<form><div></form>",
    "end tags that may not cross": "<span><article></span>",
    "formatting that comes back": "<em><nobr>",
    "links in a drawing": "<svg><a>",
    "what has no end tag, in a drawing": "<svg></a><link>",
    "a title in a drawing": "<svg><title><a>",
    "formulas": "<math><mi>",
    "behind a comment": "<!-- --!><div></x>",
    "behind a script": "<script><!--<script></script></script><div></x>",
}


def test_fault_044_nested_too_deeply() -> None:
    """A page of 20,000 levels is refused within a tenth of a second, however they are written."""
    for name, step in DEEP.items():
        page = BODY + step * STEPS
        start = time.process_time()
        with pytest.raises(BadArticle, match="deep"):
            parse_tree(page)
        assert time.process_time() - start < 0.5, name
    named = ("divisions", "end tags that end nothing", "links in a drawing")
    refused(
        {name: BODY + DEEP[name] * 100_000 + TEXT for name in named},
        "page nested too deeply (at most 2,000 levels)",
    )


@pytest.mark.slow
def test_fault_044_nested_as_deep_as_may_be() -> None:
    """A page of 1,900 levels is read, and one of many tags that are not nested."""
    steps = {"div": "<div>", "span": "<span>", "list": "<ul>", "svg": "<svg>x</svg><b>"}
    pages = {name: BODY + step * 1_900 + TEXT for name, step in steps.items()}
    pages["flat"] = BODY + "<p><b>Few</b> words.</x></p>" * 9_000
    pages["items"] = BODY + "<ul>" + "<li><a href=/x>Few</a> words." * 9_000
    pages["cells"] = BODY + "<table>" + "<tr><td><font size=2>Few<td>words." * 9_000
    pages["choices"] = BODY + "<select>" + "<option>Few" * 9_000 + "</select>" + TEXT
    found = parsed(pages)
    for name in steps:
        assert found[name]["text"].endswith(TEXT)
    assert found["flat"]["text"] == "\n\n".join(["Few words."] * 9_000)
    assert found["items"]["text"] == "\n\n".join(["Few words."] * 9_000)
    assert found["cells"]["text"] == "\n\n".join(["Few | words."] * 9_000)


@pytest.mark.slow
def test_fault_045_one_long_text() -> None:
    """A text of 8 MB in one line is there to its last word; a page of 34 MB is refused."""
    words = "fair " * 1_600_000
    found = parsed({"long": f"{BODY}<p>{words}{TEXT}"}, megabytes=300)
    assert found["long"]["text"] == words + TEXT
    whole = BODY.encode() + b"fair " * 6_800_000
    reason = "page of 34,000,027 characters (at most 33,554,432)"
    check_survives("parse", files={"longer.html": (whole, reason)}, megabytes=300)


@pytest.mark.slow
def test_fault_046_many_small_pieces() -> None:
    """What has more than 500,000 tags or 200,000 blocks is refused."""
    refused({"tags": BODY + "<p>x" * 600_000}, "page of 600,003 tags (at most 500,000)")
    too_many = "blocks (at most 200,000)"
    check_survives(
        "parse",
        files={
            "blocks.html": (f"{BODY}<pre>".encode() + b"a\n\n" * 201_000, too_many),
            "blocks.txt": (b"A fair.\n" * 201_000, too_many),
        },
        megabytes=300,
    )


@pytest.mark.slow
def test_fault_047_many_attributes() -> None:
    """More than 5,000 attributes on a tag are refused; one of 10 MB is no matter."""
    names = [f"a{n}" for n in range(50_000)]
    refused(
        {
            "bare": f"{BODY}<p {' '.join(names)}>{TEXT}",
            "quoted": f"{BODY}<p {' '.join(f'{n}=<>' for n in names)}>{TEXT}".replace("<>", "'<>'"),
            "slashes": f"{BODY}<p {'/'.join(names)}>{TEXT}",
            "no end": f"{BODY}<p {' '.join(names)}",
            "in an end tag": f"{BODY}<p>{TEXT}</p {' '.join(names)}>",
        },
        "tag of more than 5,000 attributes",
    )
    half = " ".join(names[:4_900])
    refused({"many": f"{BODY}<p {half}>{TEXT}" * 20}, "tags of more than 50,000 attributes")
    megabytes = "x " * 5_000_000
    pages = {name: f"{BODY}<p {name}='{megabytes}'>{TEXT}" for name in ("title", "class", "style")}
    for article in parsed(pages, megabytes=300).values():
        assert article["text"] == TEXT


def test_fault_048_what_is_not_closed() -> None:
    """What stands in a script or comment that never ends is no text of the article."""
    opened = {"script": "<script>", "style": "<style>", "comment": "<!--", "title": "<title>"}
    opened |= {
        "iframe": "<iframe>",
        "noscript": "<noscript>",
        "script in it": "<script><!--<script>",
    }
    secret = "var secret = '<p>Secret.</p>'"
    pages = {name: f"{BODY}<p>{TEXT}</p>{start}{secret}" for name, start in opened.items()}
    pages["cdata"] = f"{BODY}<p>{TEXT}</p><svg><![CDATA[{secret}]]></svg>"
    for article in parsed(pages).values():
        assert article["text"] == TEXT
    pages = {name: f"<!doctype html><body>{start}{secret}" for name, start in opened.items()}
    del pages["noscript"]  # if there is nothing else, it is the text
    for article in parsed(pages).values():
        assert article["text"] == ""
        assert codes(article) == ["empty"]


@pytest.mark.slow
def test_fault_049_nested_wrongly() -> None:
    """Elements that overlap are read as browsers read them, in linear time."""
    found = parsed(
        {
            "links": BODY + "<a><p>" * 5_000 + TEXT,
            "overlap": BODY + f"<p><b>{TEXT} <i></b>Twice</i>." * 1_000,
            "table": BODY + f"<table><b><tr><td>{TEXT}</b></td></tr></table>" * 1_000,
            "nested": BODY + "<table><b><tr><td>" * 500 + TEXT,
        },
        seconds=20,
    )
    assert found["links"]["text"] == found["nested"]["text"] == TEXT
    assert found["overlap"]["text"] == "\n\n".join([f"{TEXT} Twice."] * 1_000)
    assert found["table"]["text"] == "\n\n".join([TEXT] * 1_000)
    unclosed = "".join(f"<font size={n}><p>" for n in range(2_000))
    refused({"opened again": BODY + unclosed + TEXT}, "nested too deeply")


@pytest.mark.slow
def test_fault_049_one_in_another() -> None:
    """Elements that name authors or dates and hold the whole page are not read again and again."""
    most = 70
    pages = {
        "authors": "<div class=author>" * most,
        "names": "<div itemprop=author>" * most + "<b itemprop=name>x</b>" * 2_000,
        "headlines": "<div itemprop=headline>" * most,
        "times": "<time datetime=2024-01-01>" * most,
    }
    pages = {name: f"{BODY}{start}<p>{'fair ' * 600_000}" for name, start in pages.items()}
    pages["years"] = BODY + "<div>" + "2024<br>" * 20_000
    for name, page in pages.items():
        start = time.process_time()
        Parse()({"html": page})
        assert time.process_time() - start < 2, name


@pytest.mark.slow
def test_fault_050_no_text() -> None:
    """A page without a text is an article without one, with a warning."""
    empty = {
        "nothing": "<!doctype html>",
        "frames": "<!doctype html><title>A site</title><frameset><frame src=a><frame src=b>",
        "program": "<!doctype html><body><div id=app></div><script>show('A story.')</script>",
        "pictures": "<!doctype html><body><img src=a.png alt='A fair'><video src=b></video>",
    }
    for article in parsed(empty).values():
        assert (article["text"], article["blocks"]) == ("", [])
        assert codes(article) == ["empty"]
    fields = ("html", "raw_text", "text")
    lines = {json.dumps({f: text}).encode(): None for f in fields for text in ("", " \n\t ")}
    done = check_survives("run", lines)
    assert [article["text"].strip() for article in done.articles] == [""] * 6
    assert all("empty" in codes(article) for article in done.articles)
    check_survives("parse", files={"empty.html": (b"", None), "blank.html": (b" \n\t\n", None)})


def test_fault_051_hidden_text() -> None:
    """What a page hides by itself is no text, unless it outweighs what is seen."""
    shown = ("<p>One.", "<p aria-hidden=true>Two.", "<p hidden=until-found>Three.",
             "<p class=hidden>Four.", "<p style='visibility:hidden'>Five.",
             "<dialog open>Six.</dialog>", "<details><summary>Seven.</summary>Eight.</details>",
             )  # fmt: skip
    hidden = ("<p hidden>Nine.", "<p style='color:red;display: none'>Ten.",
              "<dialog>Eleven.</dialog>", "<template>Twelve.</template>",
              "<noscript>Thirteen.</noscript>")  # fmt: skip
    pages = {
        "few": BODY + "".join(shown) + "".join(hidden),
        "most": f"{BODY}<p>Loading.</p><div style='display:none'><p>{TEXT}</div>",
        "no script": f"{BODY}<div id=app></div><noscript>{TEXT}</noscript>",
    }
    found = parsed(pages)
    words = "One. Two. Three. Four. Five. Six. Seven. Eight."
    assert found["few"]["text"] == words.replace(" ", "\n\n")
    assert found["most"]["text"] == f"Loading.\n\n{TEXT}"
    assert found["no script"]["text"] == TEXT


HEADLINE = '"headline": "A fair opens"'
JSON_LD = {
    "broken": '{"@type": "NewsArticle", ' + HEADLINE + ', "author": ',
    "comments": '<!-- {"@type": "NewsArticle", /* a */ ' + HEADLINE + ",} -->",
    "huge": '{"@type": "NewsArticle", ' + HEADLINE + ', "articleBody": "' + "x" * 3_000_000 + '"}',
    "deep": '{"@type": "NewsArticle", ' + HEADLINE + ', "a": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "deep and open": '{"@type": "NewsArticle", ' + HEADLINE + ', "a": ' + '{"a":' * 50_000,
    "cyclic": '{"@graph": [{"@id": "1", "@type": "NewsArticle", ' + HEADLINE + ', "author": {"@id":'
    ' "2"}}, {"@id": "2", "author": {"@id": "1"}, "publisher": {"@id": "2"}}]}',
    "array": '[[[{"@type": ["Thing", "NewsArticle"], ' + HEADLINE + "}]], 7, null]",
    "entities": "{&quot;@type&quot;: &quot;NewsArticle&quot;, "
    + HEADLINE.replace('"', "&quot;")
    + "}",
    "types": '{"@type": "NewsArticle", ' + HEADLINE + ', "author": 7, "datePublished": {"a": []},'
    ' "publisher": [[[]]], "image": true, "keywords": {"@id": 3}, "inLanguage": [null]}',
    "all wrong": '{"@type": {"a": 1}, "@id": [], "@graph": "x", "headline": {"headline": []}}',
    "surrogate": '{"@type": "NewsArticle", '
    + HEADLINE
    + ', "author": "\\ud800 Tessa \\udfff Lund"}',
    "numbers": '{"@type": "NewsArticle", ' + HEADLINE + ', "datePublished": ' + "9" * 5_000 + "}",
    "many": '{"@graph": [' + '{"@type": "Person", "name": "x"},' * 40_000 + "{}]}",
}


def test_fault_052_linked_data() -> None:
    """JSON-LD that is broken, huge, deep, cyclic or of wrong types costs only itself."""
    script = '<script type="application/ld+json">{}</script>'
    pages = {
        name: f"<!doctype html><head>{script.replace('{}', data)}</head><body><p>{TEXT}"
        for name, data in JSON_LD.items()
    }
    pages["number"] = f"<!doctype html><head>{script * 5_000}</head><body><p>{TEXT}"
    found = parsed(pages, megabytes=300)
    for article in found.values():
        assert article["text"] == TEXT
        assert type(article.get("title", "")) is type(article.get("date_published", "")) is str
    for name in JSON_LD.keys() - {"all wrong", "many"}:
        assert found[name]["title"] == "A fair opens", name


def test_fault_053_nonsense_for_a_date() -> None:
    """A date that is none is no date: the field is absent, and nothing else is touched."""
    nonsense = ("0000-01-01", "99999-01-01", "2024-02-30", "2024-13-01", "2024-03-12" * 500, "NaN")
    nonsense += ("-2024-03-12", "9" * 30, "1e999", "\x00", "[object Object]", "{{ date }}", "1-1-1")
    kept = {"2099-12-31": "2099-12-31", "2024-03-12T25:61:61Z": "2024-03-12"}
    kept |= {
        "2024-03-12T10:00:00+99:00": "2024-03-12",
        "2038-01-20T03:14:08Z": "2038-01-20T03:14:08Z",
    }
    page = "<!doctype html><head><title>A fair opens</title>{}</head><body><p>" + TEXT
    linked = '{{"@type": "NewsArticle", "datePublished": "{}"}}'
    places = ("<meta property='article:published_time' content='{}'>",
              "<time pubdate datetime='{}'></time>", "<meta itemprop=datePublished content='{}'>",
              f"<script type=application/ld+json>{linked}</script>")  # fmt: skip
    pages = {
        f"{n}-{m}": page.format(place.format(date))
        for n, date in enumerate([*nonsense, *kept])
        for m, place in enumerate(places)
    }
    dates = [article.get("date_published") for article in parsed(pages).values()]
    assert dates[: len(nonsense) * len(places)] == [None] * len(nonsense) * len(places)
    assert dates[len(nonsense) * len(places) :] == [d for d in kept.values() for _ in places]


def test_fault_054_hostile_addresses() -> None:
    """An address is kept if it is http or https, has a host and at most 2,048 characters."""
    hostile = ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//[", "http://[",
               "http://", "http://[::1", "https://example.org/" + "a" * 1_000_000,
               "mailto:a@b.c", "http://exa mple.org/", "http://example.org/\u202egnp",
               "http://\ud800.example/", "ftp://example.org/a", "http://example.org:99999999/",
               "\x1b]8;;http://a\x07")  # fmt: skip
    fine = {"http://example.org/a#b": "http://example.org/a", "https://example.org/ü": None}
    fine |= {"https://example.org/" + "a" * 2_028: None}
    page = (
        "<!doctype html><head><base href='{0}'><link rel=canonical href='{0}'></head><body><p>"
        "<meta property=og:image content='{0}'><meta property=og:url content='{0}'><a href='{0}'>"
    )
    pages = {str(n): page.format(url).encode("utf-8", "replace").decode() + TEXT
             for n, url in enumerate([*hostile, *fine])}  # fmt: skip
    found = list(parsed(pages).values())
    for article in found[: len(hostile)]:
        assert not {"canonical_url", "image", "site"} & article.keys()
        assert article["text"] == TEXT
    assert [article["canonical_url"] for article in found[len(hostile) :]] == [
        kept or url for url, kept in fine.items()
    ]
    # An address that came with the article passes through, and nothing is made of it
    lines = [json.dumps({"html": "<p>" + TEXT, "url": url}).encode() for url in hostile]
    bad = {line: "not JSON" if b"ud800" in line else None for line in lines}
    articles = check_survives("parse", bad, megabytes=300).articles
    assert [article["url"] for article in articles] == [u for u in hostile if "\ud800" not in u]
    assert not any("canonical_url" in article for article in articles)


@pytest.mark.slow
def test_fault_055_data_in_attributes() -> None:
    """Pictures in data: addresses and lists of sources are no part of the article."""
    data = "data:image/png;base64," + "A" * 8_000_000
    pages = {
        "data": f"{BODY}<img src='{data}' alt='{TEXT}'><p>{TEXT}<a href='{data}'>More</a>",
        "sources": f"{BODY}<img srcset='{'a.jpg 100w, ' * 600_000}'><p>{TEXT}",
        "entities": f"{BODY}<p title='{'&amp;' * 1_500_000}'>{TEXT}",
        "meta": f"<!doctype html><meta property=og:image content='{data}'><meta name=description "
        f"content='{data}'><link rel=icon href='{data}'><body><p>{TEXT}",
    }
    for article in parsed(pages, megabytes=300).values():
        assert article["text"].startswith(TEXT)
        assert len(json.dumps(article)) < 2_000
