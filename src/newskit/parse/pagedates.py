"""When a page says that its article was published and last changed.

Stated dates come first: JSON-LD, meta tags, microdata; then the date in the URL; then dates
in the markup and text, weighed by what stands around them.

What it gets wrong: pages that only say when they were changed get no date of publication; a
publisher that renews that date at each change is believed.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

from newskit.parse.dates import clock_time, to_rfc3339
from newskit.parse.jsonld import strings
from newskit.parse.lead import PLAIN, Lead
from newskit.parse.page import is_here
from newskit.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborHTMLParser

    from newskit.parse.page import Page

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datepublished",
    "date_published", "og:published_time", "published_time", "publishdate", "publish-date",
    "publish_date", "published-date", "pubdate", "pdate", "rnews:datepublished", "bt:pubdate",
    "citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "article_date_original", "ptime", "shareaholic:article_published_time",
    "dcsext.articlefirstpublished", "release_date", "publication_date", "publicationdate",
    "article.published", "originalpublicationdate", "og:pubdate", "vr:published_time",
    "mediator_published_time", "weibo:article:create_at",
)  # fmt: skip
# These may as well be when the page was made, delivered or changed: a date that stands plainly
# beside the headline is believed before them.
VAGUE_META = (
    "article.created", "dc.date.created", "dcterms.created", "date.created", "created",
    "datecreated", "dc.date", "dcterms.date", "date", "timestamp", "doc_date", "dat",
)  # fmt: skip
MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified",
    "datemodified", "date_modified", "dc.date.modified", "dcterms.modified", "last-modified",
    "lastmod", "modified_time", "modified-date", "updated_time", "revised", "utime",
    "weibo:article:update_at", "article.updated", "dc.modified",
)  # fmt: skip

# Hours of UTC in which it is another day in Europe (its night) or the Americas (their evening).
SMALL_HOURS = frozenset(["22", "23", "00", "01", "02", "03", "04", "05", "06", "07"])
# Code points of one script that are searched: 20 % less loses nothing on the labelled pages.
LONGEST_PROGRAM = 400_000

PUBLISHED_NAME = Rule(
    "published-name",
    r"(?i)publi(?:sh|cation)|pub-?_?date|issued|created|release-?_?date",
    "Names of meta tags outside the table that speak of publication.",
    hits=("w-published-date", "x-publication-date"),
    misses=("author", "description"),
)
MODIFIED_NAME = Rule(
    "modified-name",
    r"(?i)modif|updat|expir|publisher|unpublish",
    "Names of meta tags that speak of something else.",
    hits=("publish-updated",),
    misses=("w-published-date",),
)
SCRIPT_DATE = Rule(
    "script-date",
    r"(?i)\b(?:date_?published|publish(?:ed)?_?(?:date|at|on|time)|publication_?date|first_?published"
    r"(?:_?(?:at|date))?|date_?time_?published)(?:\\{0,3}[\"']|&quot;)?\s{0,4}[:=]\s{0,4}"
    r"(?:\\{0,3}[\"']|&quot;)(?P<value>\d{4}-\d\d-\d\d[^\"'\\&]{0,30})",
    "A date of publication in a program's data; taken only if it is the page's only one.",
    hits=('"publishedAt":"2024-03-12T14:05:00Z"', "publishedDate:'2024-03-12'",
          '\\\\"datePublished\\\\":\\\\"2024-03-12\\\\"'),
    misses=('"updatedAt":"2024-03-12"', '"publishedAt":null'),
)  # fmt: skip
URL_DATE = Rule(
    "url-date",
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/_-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[12]\d|3[01]|0[1-9]|[1-9](?=/))"
    r"(?!\d)|(?<=[/_-])(?P<d2>0[1-9]|[12]\d|3[01])-(?P<m2>0[1-9]|1[0-2])-(?P<y2>20[0-2]\d)(?=[/_.-]|$)"
    r"|(?<=[/_-])(?P<day>20[0-2]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)",
    "A whole date in the path of a URL; year and month alone are not enough.",
    hits=("/2024/03/12/fire", "/news/29-10-2021", "/20240312/fire"),
    misses=("/2024/03/fire", "/12024/03/12", "/2024/10/3-questions", "/120240312/", "/2024/13/12"),
)


class Place(NamedTuple):
    """What helps to read a page's dates."""

    url: str
    day_first: bool | None  # in 04/05/2024
    lead: Callable[[], Lead]  # what stands near the headline; walks the page when called


def page_dates(
    tree: LexborHTMLParser, page: Page, data: dict[str, Any], place: Place
) -> tuple[str | None, str | None]:
    """Return when the article was published and modified, each RFC 3339 or None."""
    first = place.day_first
    modified = _first_valid(
        [
            *strings(data.get("dateModified")),
            *_metas(page, MODIFIED_META),
            *page.properties.get("dateModified", []),
        ],
        first,
    )
    stated = [
        *strings(data.get("datePublished")),
        *_metas(page, PUBLISHED_META),
        *page.properties.get("datePublished", []),
        *strings(data.get("uploadDate")),
    ]
    vague = [
        *strings(data.get("dateCreated")),
        *_metas(page, VAGUE_META),
        *page.properties.get("dateCreated", []),
        *_other_metas(page),
    ]
    published = _first_valid(stated, first) or _marked(tree, first) or url_date(place.url)
    if published is None:
        lead = place.lead()
        created = _first_valid(vague, first)
        if created is None or lead.score >= PLAIN:
            published = lead.published
        published, modified = published or created, modified or lead.modified
    if published is None:
        published = _in_scripts(tree)
    elif published[-1] == "Z" and published[11:13] in SMALL_HOURS:
        published = local_time(published, place.lead())
    if published and modified and published[:10] > modified[:10]:
        # Scheduled articles are last edited before they appear; a record must not say so.
        modified = None
    return published, modified


def local_time(published: str, lead: Lead) -> str:
    """Return an instant given in UTC with the offset that the page's readers see it in.

    The page shows another day beside its headline, with a time of day: if the two differ by whole
    quarters of an hour, as offsets do, that difference is the offset. Else the instant stays.
    """
    if not lead.published or lead.published[:10] == published[:10]:
        return published
    instant = datetime.fromisoformat(published.replace("Z", "+00:00"))
    local = clock_time(lead.shown)
    if local is None:
        return published
    shown = datetime.fromisoformat(f"{lead.published[:10]}T{local}:00+00:00")
    minutes = round((shown - instant.replace(second=0)).total_seconds() / 60)
    if abs(minutes) > 14 * 60 or minutes % 15:
        return published
    return instant.astimezone(timezone(timedelta(minutes=minutes))).isoformat()


def _marked(tree: LexborHTMLParser, first: bool | None) -> str | None:
    """Return the date that markup itself calls the publication's (pubdate, class published)."""
    for node in tree.css("time[pubdate],time.published,abbr.published,time.entry-date")[:20]:
        if is_here(node):
            stamp = node.attributes.get("datetime") or node.attributes.get("title") or ""
            if found := to_rfc3339(stamp, first) or to_rfc3339(node.text()[:200], first):
                return found
    return None


def _other_metas(page: Page) -> list[str]:
    return [
        values[0]
        for name, values in page.meta.items()
        if PUBLISHED_NAME.search(name) and not MODIFIED_NAME.search(name)
    ]


def _in_scripts(tree: LexborHTMLParser) -> str | None:
    """Return the date in a program's data, if the page's scripts state one and no other."""
    days: dict[str, str] = {}
    for node in tree.css("script")[:200]:
        text = node.text(deep=True)[:LONGEST_PROGRAM]
        if "ublish" in text or "ublication" in text:
            for match in SCRIPT_DATE.finditer(text):
                if found := to_rfc3339(match["value"]):
                    days.setdefault(found[:10], found)
        if len(days) > 1:
            return None
    return next(iter(days.values()), None)


def _metas(page: Page, names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in page.meta.get(name, ())[:2]]


def _first_valid(texts: list[str], first: bool | None) -> str | None:
    return next((found for text in texts if (found := to_rfc3339(text, first))), None)


def day_first(language: str | None, host: str) -> bool | None:
    """Tell whether the day comes before the month in 04/05/2024; None if that is not known."""
    tag = (language or "").lower()
    end = host.rpartition(".")[2]
    if tag in ("en-us", "en-ph") or (tag in ("", "en") and end in ("gov", "edu", "mil", "us")):
        return False
    if tag.partition("-")[0] not in ("", "en") or "-" in tag:
        return True
    return True if end in ("uk", "au", "nz", "ie", "in", "za", "ng", "ke", "sg") else None


def url_date(url: str) -> str | None:
    """Return the day in a URL's path, or None."""
    for match in URL_DATE.finditer(url[:2_048]):
        part = match.groupdict()
        text = part["day"] or "-".join(part[k] or part[f"{k}2"] for k in "ymd")
        if found := to_rfc3339(text):
            return found
    return None
