"""What is known of an article from its page: title, authors, dates, language and the like.

For each field there is an ordered table of places; the first that holds something believable wins
(docs/metadata.md). JSON-LD about the article comes before meta tags, these before microdata, that
before markup, and the URL last. The title is weighed over all places (titles.py), the authors are
judged name by name (people.py), the dates against each other (pagedates.py).

What it gets wrong: it believes publishers. A page that states another article's metadata (often a
content system's default) is described by that.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from newskit.limits import LIMITS
from newskit.parse.jsonld import address, read_jsonld, strings
from newskit.parse.lead import read_lead
from newskit.parse.page import Page, read_bylines, read_page
from newskit.parse.pagedates import Place, day_first, page_dates
from newskit.parse.people import sort_names
from newskit.parse.titles import (
    BREAK,
    LONGEST_TITLE,
    folded,
    headline,
    is_site,
    plain,
    without_site,
)
from newskit.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

# Code points. Real descriptions end at about 1,000; a longer one is the article itself.
LONGEST_DESCRIPTION = 2_000
MOST_TAGS, LONGEST_TAG = 50, 100
LONGEST_SECTION = 100
LONGEST_SITE = 100

LANGUAGE = Rule(
    "language-tag",
    r"^\s{0,3}([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?=$|[\s,;.@])",
    "Language, script and region of BCP 47; also as locales write them (de_AT.UTF-8).",
    hits=("en", "en-US", "de_AT.UTF-8", "zh-Hant-TW", "es-419", "en, de"),
    misses=("english", "x-default", "1", "deutsch"),
)
TAG_BREAK = Rule(
    "tag-break",
    r"[,;|،、，]",
    "What parts tags in one string.",
    hits=("storms, harbour", "a|b"),
    misses=("storm warning",),
)

CARD_LABEL = Rule(
    "card-label",
    r"(?i)^(?:written by|by|author|verfasst von|geschrieben von|escrito por|écrit par|scritto da|"
    r"autor|geschreven door|written|skriven av|napisane przez)\b",
    "The label beside an author's name on a card.",
    hits=("Written by", "Verfasst von"),
    misses=("Est. reading time", "Time to read"),
)

TITLE_META = ("parsely-title", "sailthru.title", "twitter:title", "dc.title", "dcterms.title",
              "cxenseparse:title", "title", "headline")  # fmt: skip
AUTHOR_META = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "byl",
    "cxenseparse:author", "og:article:author", "dc.creator", "dcterms.creator", "dc.contributor",
    "citation_author", "article.author", "authors", "twitter:creator:name", "creator", "rbauthors",
    "news_author", "author_name", "article_author", "mediator_author",
    "shareaholic:article_author_name",
)  # fmt: skip
DESCRIPTION_META = ("og:description", "description", "twitter:description", "dc.description",
                    "dcterms.description", "dcterms.abstract", "sailthru.description")  # fmt: skip
SECTION_META = ("article:section", "parsely-section", "cxenseparse:section", "sailthru.section",
                "section", "og:article:section", "article.section", "dc.type.section", "category",
                "mediator_theme")  # fmt: skip
TAG_META = ("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "news_keywords",
            "keywords", "dc.subject", "dcterms.subject", "cxenseparse:keywords")  # fmt: skip
IMAGE_META = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image",
              "twitter:image:src", "sailthru.image.full", "parsely-image-url",
              "thumbnail")  # fmt: skip
LANGUAGE_META = ("og:locale", "content-language", "dc.language", "dcterms.language", "language",
                 "inlanguage")  # fmt: skip
SITE_META = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher",
             "cre", "apple-mobile-web-app-title", "al:ios:app_name")  # fmt: skip

# Code points of a page's text in which its headline stands: menus before it have thousands.
HEAD_CHARACTERS = 20_000


def read_metadata(tree: LexborHTMLParser, url: str | None) -> dict[str, Any]:
    """Return the fields of a record that the page tells; those that it does not are left out.

    Keys: title, authors, date_published, date_modified, language, section, tags, description,
    image, canonical_url, site. `url` is where the page came from, if that is known. The tree is
    not changed. Never raises for anything a page may contain.
    """
    page = read_page(tree)
    canonical = _canonical(page, url)
    here = canonical or _http(url) or ""
    addresses = frozenset(address(u) for u in (url, canonical, _first(page, ("og:url",))) if u)
    data = read_jsonld(page.scripts, addresses)
    host = _host(url) or _host(canonical)
    language = _language(page, data)
    sites = _sites(page, data, host)
    title = _title(page, data, sites)
    if title and not page.h1:
        title = _borne_out(tree, title)
    first = day_first(language, host)
    lead = cache(lambda: read_lead(tree, title, first))  # walks the page, so only when needed
    published, modified = page_dates(tree, page, data, Place(here or url or "", first, lead))
    authors = _authors(tree, page, data, sites)
    if not authors or all(is_site(name, sites) for name in authors):
        # A site that signs everything itself may still name the writer below the headline
        authors = _lead_authors(lead().bylines) or authors
    fields = {
        "title": title,
        "authors": authors,
        "date_published": published,
        "date_modified": modified,
        "language": language,
        "section": _section(page, data),
        "tags": _tags(page, data),
        "description": _description(page, data),
        "image": _image(page, data, here),
        "canonical_url": canonical,
        "site": next((s for s in sites if len(s) <= LONGEST_SITE), None),
    }
    return {name: value for name, value in fields.items() if value}


def _first(page: Page, names: tuple[str, ...]) -> str | None:
    return next((page.meta[name][0] for name in names if name in page.meta), None)


def _http(url: str | None, base: str = "") -> str | None:
    """Return an absolute http(s) URL without fragment, or None if it is no such thing."""
    if not url or len(url) > LIMITS.url_characters:
        return None
    try:
        whole = urljoin(base, url.strip())
        parts = urlsplit(whole)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # "http://[": broken IPv6; or a port above 65535
        return None
    whole = whole.split("#")[0]
    printable = whole.isprintable() and not {" ", "\ufffd"} & set(whole)
    return whole if good and printable and len(whole) <= LIMITS.url_characters else None


def _host(url: str | None) -> str:
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return host if host.isprintable() else ""  # lone surrogates cannot be written


def _canonical(page: Page, url: str | None) -> str | None:
    base = _http(url) or ""
    for candidate in (page.links.get("canonical"), _first(page, ("og:url",))):
        if found := _http(candidate, base):
            return found
    return None


def _sites(page: Page, data: dict[str, Any], host: str) -> list[str]:
    """Return the site's names, best first: stated ones, then the host and its telling label."""
    stated = [value for name in SITE_META for value in page.meta.get(name, ())[:1]]
    names = [
        *stated[:1],
        *strings(data.get("publisher"))[:1],
        *strings(data.get("website_name")),
        *stated[1:],
    ]
    labels = host.split(".")
    label = max(labels[:-1], key=len, default="") if len(labels) > 1 else ""
    found = [folded(n) for n in names] + [host, label]
    return list(dict.fromkeys(n for n in found if n and not n.startswith("@")))


def _title(page: Page, data: dict[str, Any], sites: list[str]) -> str | None:
    named = data.get("headline") or (data.get("name") if data.get("is_article") else None)
    places = {
        "jsonld": strings(named),
        "og": page.meta.get("og:title", [])[:1],
        "meta": [value for name in TITLE_META for value in page.meta.get(name, ())[:1]],
        "title": page.title,
        "h1": page.h1,
        "itemprop": page.properties.get("headline", [])[:1],
    }
    return headline(places, sites)


def _borne_out(tree: LexborHTMLParser, title: str) -> str:
    """Return the part of a title that stands alone on the page, else the title.

    A page without <h1> shows its headline in some other element; what <title> has more than that
    is the site's name, though nothing else on the page may say so.
    """
    if tree.body is None or not BREAK.search(title[:LONGEST_TITLE]):
        return title
    lines = tree.body.text(separator="\n", strip=True)[:HEAD_CHARACTERS].split("\n")
    wanted = plain(title)
    parts = [line for line in lines if line and plain(line) in wanted]
    # Both parts may stand there: of headline and name of the site, the headline is the longer one
    return without_site(title, [], [max(parts, key=len)]) if parts else title


def _authors(
    tree: LexborHTMLParser, page: Page, data: dict[str, Any], sites: list[str]
) -> list[str]:
    """Return the names from the best place that names people, else organisations."""
    fallback: list[str] = []
    for place in _author_places(tree, page, data):
        persons, others = sort_names(place)
        if persons:
            return persons
        # The site itself is no author when a byline names somebody else
        others = [o for o in others if not is_site(o, sites)] or others
        fallback = fallback or others
    return fallback


def _author_places(tree: LexborHTMLParser, page: Page, data: dict[str, Any]) -> Iterator[list[str]]:
    """Yield what each place says of the authors, the surest place first."""
    yield strings(data.get("author")) or strings(data.get("creator"))
    for name in AUTHOR_META:
        yield [value for value in page.meta.get(name, ()) if "://" not in value]
    yield _labelled(page)
    for evidence in ("itemprop", "rel"):
        yield read_bylines(tree, evidence)
    for evidence in ("class", "href"):
        for text in read_bylines(tree, evidence):
            yield [text]


def _lead_authors(bylines: list[str]) -> list[str]:
    return next((persons for byline in bylines if (persons := sort_names([byline])[0])), [])


def _labelled(page: Page) -> list[str]:
    """Return the author from twitter:label/data pairs, which WordPress writes for cards."""
    found = []
    for number in ("1", "2"):
        label = _first(page, (f"twitter:label{number}",)) or ""
        if CARD_LABEL.search(label):
            found += page.meta.get(f"twitter:data{number}", [])
    return found


def _language(page: Page, data: dict[str, Any]) -> str | None:
    stated = [page.language, *strings(data.get("inLanguage"))]
    stated += [value for name in LANGUAGE_META for value in page.meta.get(name, ())[:1]]
    for text in stated:
        if match := LANGUAGE.match(text):
            language, script, region = match.groups()
            parts = (language.lower(), (script or "").title(), (region or "").upper())
            return "-".join(part for part in parts if part)
    return None


def _section(page: Page, data: dict[str, Any]) -> str | None:
    stated = [
        *strings(data.get("articleSection")),
        *(value for name in SECTION_META for value in page.meta.get(name, ())),
        *page.properties.get("articleSection", []),
    ]
    found = (folded(text) for text in stated)
    return next((t for t in found if t and len(t) <= LONGEST_SECTION and "://" not in t), None)


def _tags(page: Page, data: dict[str, Any]) -> list[str]:
    """Return the tags of the first place that has any."""
    for stated in (
        *(page.meta.get(name, []) for name in TAG_META[:2]),
        strings(data.get("keywords")),
        *(page.meta.get(name, []) for name in TAG_META[2:]),
    ):
        parts = [folded(part) for text in stated for part in TAG_BREAK.sub("\n", text).split("\n")]
        unique: dict[str, str] = {}
        for part in parts:
            if 1 < len(part) <= LONGEST_TAG:
                unique.setdefault(part.casefold(), part)
        if unique:
            return list(unique.values())[:MOST_TAGS]
    return []


def _description(page: Page, data: dict[str, Any]) -> str | None:
    stated = [value for name in DESCRIPTION_META for value in page.meta.get(name, ())[:1]]
    for text in (*stated, *strings(data.get("description"))):
        if (found := folded(text)) and len(found) <= LONGEST_DESCRIPTION:
            return found
    return None


def _image(page: Page, data: dict[str, Any], base: str) -> str | None:
    stated = [value for name in IMAGE_META for value in page.meta.get(name, ())[:1]]
    stated += [*strings(data.get("image"), "url"), page.links.get("image_src", "")]
    return next((found for text in stated if (found := _http(text, base))), None)
