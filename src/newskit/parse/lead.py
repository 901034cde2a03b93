"""Which date and which byline stand near a page's headline, when its metadata names none.

The text is walked once. Every date in a short piece of text, or in a <time>, is weighed by the
words before it ("Published", "Updated", "©"), the class names around it, its distance from the
headline, and whether it stands among comments, related articles or in the footer. The best one is
taken if it reaches ENOUGH. A byline is a line that begins with "By" in one of several languages.

What it gets wrong: the date of an event announced right below the headline; a news agency's
dateline of another day than the page's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.parse.dates import Found, find_dates
from newskit.parse.page import is_here, pieces_of, text_of
from newskit.rule import Rule

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# Code points of a text node that may hold the article's date; "Published … by … in …" has 150.
LONGEST_LINE = 240
# A dateline opens its paragraph: "PORT ELLERY, March 3, 2025 -". Code points before its date.
LONGEST_DATELINE = 40
# Code points of a line of authors: four names with jobs have about 100.
LONGEST_BY_LINE = 120
# Code points of a text node that holds the year alone, day and month standing beside it.
LONGEST_YEAR = 10
# Code points of a label that stands in a text node of its own: "Originally published on:".
MOST_LABEL = 30
# Text nodes walked, dates weighed: bounds for hostile pages.
MOST_NODES, MOST_DATES = 60_000, 400
# Text nodes between headline and date: bylines, share buttons and captions lie between.
NEAR, FAR = 15, 50
# Points that a date needs: those of a short line by itself, or of one near the headline. On the
# labelled pages 4 instead finds 1.4 % fewer of the dates; of the pages labelled as undated, 2 gives
# 34 % a date and 4 gives 33 %.
ENOUGH = 2
# Points from which a date is plainly the article's: near the headline, short, and labelled.
PLAIN = 8
FIRST_WEB_YEAR = "1995"  # a date before is one of history, not of publication

YEAR_OR_SHORT = Rule(
    "year-or-short-date",
    r"(?:19|20)\d\d|\d\d\.\d\d\.\d\d|[٠-٩]{4}",
    "A text node without this holds no date; it spares the eight rules of dates.py.",
    hits=("March 2025", "12.03.24"),
    misses=("a page", "10:30"),
)
PUBLISHED_WORDS = Rule(
    "published-words",
    r"(?i)(?:publish|posted|first\s(?:seen|aired)|written|created|issued|released|date\s?:|"
    r"veröffentlicht|publiziert|erschienen|erstellt|geschrieben|eingestellt|verfasst|datum\s?:|"
    r"pressemitteilung vom|meldung vom|"
    r"publicad|publié|mis en ligne|pubblicat|gepubliceerd|geplaatst|opublikowan|dodano|опубликован|"
    r"publicerad|publisert|offentliggjort|yayın|julkaistu|diterbitkan|发布|發布|掲載|公開|نشر)",
    "Words before a date that call it the publication's.",
    hits=("Published on", "Veröffentlicht am", "Publié le", "Posted"),
    misses=("Updated", "Copyright", "on"),
)
MODIFIED_WORDS = Rule(
    "modified-words",
    r"(?i)(?:updat|modif|revis|review|edited|last\s(?:changed|checked|edit)|aktualisier|geändert|"
    r"bearbeitet|stand\s?:|letzte änderung|actualiz|mis à jour|mise à jour|aggiornat|bijgewerkt|"
    r"gewijzigd|atualizad|zaktualizowan|обновлен|uppdaterad|oppdatert|opdateret|güncel|更新)",
    "Words before a date that call it that of a change.",
    hits=("Last updated", "Aktualisiert am", "Mis à jour le"),
    misses=("Published", "Posted on"),
)
OTHER_WORDS = Rule(
    "other-date-words",
    r"(?i)(?:©|\(c\)|copyright|all rights|since|seit|founded|born|geboren|deadline|expires|until|"
    r"accessed|retrieved|abgerufen|besucht|member since|joined|registered|registriert|beigetreten|"
    r"next|nächste|valid|gültig|version|photo|foto|archiv|bis zum|comment)",
    "Words before a date that make it neither.",
    hits=("© 2001 –", "Retrieved on", "Member since"),
    misses=("Published", "Updated"),
)
DATE_CLASS = Rule(
    "date-class",
    r"(?i)(?:date|datum|time(?!line)|publi|posted|fecha|byline|meta(?!l)|dateline|info|created|"
    r"kicker|stand\b|submitted|timestamp|entry-head|post-head|article-head|page-head|details)",
    "Class names around an article's date.",
    hits=("post-date", "entry-meta", "published", "datum"),
    misses=("timeline", "content", "metal"),
)
BY_LINE = Rule(
    "by-line",
    r"^(?i:(?:(?:written|posted|published|words|story|reported|text|article|verfasst|geschrieben|"
    r"veröffentlicht|escrito|publicado|publié|rédigé|scritto|redactie)\s)?"
    r"(?:by|von|por|par|di|door|av|af|przez)|text|autor|autorin|auteur|author)\b[\s:|]{0,3}(?P<name>.*)$",
    "A line that begins as bylines do; the rest, or the next line, must be a person's name.",
    hits=("By Mara Lindqvist", "By", "Von Jo Ferro", "Written by: Jo"),
    misses=("Byron Hale", "Stand by me", "Vonda"),
)


class Lead(NamedTuple):
    """What stands near the headline."""

    published: str | None  # RFC 3339
    score: int  # the points of `published`
    shown: str  # the line that `published` stands in
    modified: str | None  # RFC 3339
    bylines: list[str]


class _Line(NamedTuple):
    place: int  # among the page's text nodes
    text: str
    before: str  # the text node before, if short
    node: LexborNode
    stamp: str  # the datetime of a <time>


def read_lead(tree: LexborHTMLParser, headline: str | None, day_first: bool | None) -> Lead:
    """Return the best date of publication, that of a change, and lines that look like bylines."""
    lines, bylines, heading = _walk(tree, headline)
    published: list[tuple[int, int, str, str]] = []
    modified: list[tuple[int, int, str, str]] = []
    for line in lines[:MOST_DATES]:
        for found in find_dates(line.stamp or line.text, day_first):
            if found.value < FIRST_WEB_YEAR:
                continue
            score, kind = _score(line, found, line.place - heading if heading else None)
            (modified if kind == "modified" else published).append(
                (-score, line.place, found.value, line.text)
            )
    near = [text for place, text in bylines if heading and -NEAR <= place - heading <= FAR]
    score, _, day, shown = min(published, default=(0, 0, "", ""))
    changed, _, changed_day, _ = min(modified, default=(0, 0, "", ""))
    return Lead(
        day if -score >= ENOUGH else None,
        -score,
        shown,
        changed_day if -changed >= ENOUGH else None,
        near[:5],
    )


def _walk(
    tree: LexborHTMLParser, headline: str | None
) -> tuple[list[_Line], list[tuple[int, str]], int]:
    """Return the lines with dates, the bylines by place, and the headline's place (0: none)."""
    lines: list[_Line] = []
    bylines: list[tuple[int, str]] = []
    heading = place = 0
    before, open_byline = "", False
    body = tree.body
    has_year, by_line = YEAR_OR_SHORT.compiled().search, BY_LINE.compiled().match
    for node in body.traverse(include_text=True) if body is not None else ():
        tag = node.tag
        if tag == "time" and (stamp := node.attributes.get("datetime")):
            lines.append(_Line(place, _stamped(node), before, node, stamp))
        if tag == "h1" and (not heading or place < NEAR):
            heading = place + 1
        if tag != "-text":
            continue
        content = node.text_content
        if not content or content.isspace():  # a third of all, between elements
            continue
        text = " ".join(content[: 2 * LONGEST_LINE].split())
        if not text or (parent := node.parent) is None or parent.tag in _UNSEEN:
            continue
        place += 1
        if place > MOST_NODES:
            break
        if headline and text == headline and (not heading or parent.tag in _HEADINGS):
            heading = place
        if open_byline:
            bylines.append((place, text[:LONGEST_BY_LINE]))
        open_byline = False
        if len(text) <= LONGEST_BY_LINE and (match := by_line(text)):
            open_byline = not match["name"]
            if match["name"]:
                bylines.append((place, match["name"]))
        if has_year(text[:LONGEST_LINE]):
            lines.append(_Line(place, _whole(node, text[:LONGEST_LINE]), before, node, ""))
        before = text if len(text) <= MOST_LABEL else ""
    return lines, bylines, heading


def _stamped(node: LexborNode) -> str:
    """Return the text of a <time>."""
    return " ".join("".join(pieces_of(node, LONGEST_LINE)).split())[:LONGEST_LINE]


def _whole(node: LexborNode, text: str) -> str:
    """Return a line; for a year alone the short text of the element around its day and month."""
    above = node.parent
    for _ in range(2):
        if above is None or len(text) > LONGEST_YEAR:
            break
        if len(text) < len(around := text_of(above, 20)) <= 4 * LONGEST_YEAR:
            text = around.replace(" ,", ",")
        above = above.parent
    return text


_UNSEEN = frozenset({"script", "style", "noscript", "template", "textarea", "option", "title"})
_HEADINGS = frozenset({"h1", "h2", "h3"})


def _score(line: _Line, found: Found, distance: int | None) -> tuple[int, str]:
    """Weigh a date: its points, and whether the words before it call it published or modified."""
    own = (line.text if line.stamp else line.text[: found.start])[-50:]
    words = own if own.strip() or line.stamp else line.before[-MOST_LABEL:]
    kind, points = "", 0
    parent = line.node if line.stamp else line.node.parent
    classes = " ".join(_classes(parent))
    # The nearer word decides in "Published by Jo, updated 3 March"
    published = last_match(PUBLISHED_WORDS, words)
    modified = last_match(MODIFIED_WORDS, words)
    if modified > published:
        kind, points = "modified", 3
    elif published >= 0:
        # What is written out is believed before an attribute that says another day
        kind, points = "published", 4 if line.stamp else 7
    elif OTHER_WORDS.search(words if own.strip() or words.endswith((":", "©")) else ""):
        points = -8
    if not kind and "updated" in classes.lower() and "published" not in classes.lower():
        kind = "modified"
    if DATE_CLASS.search(classes):
        points += 3
    if line.stamp or len(line.text) - (found.end - found.start) <= 40:
        points += 2
    elif found.start > LONGEST_DATELINE and not kind:
        points -= 4
    if distance is None:
        points += 2 if line.place <= NEAR * 3 else 0
    elif -NEAR <= distance <= NEAR:
        points += 4
    elif -FAR <= distance <= FAR:
        points += 2
    if not is_here(line.node):
        points -= 3 if distance is not None and 0 < distance <= NEAR else 5
    return points, kind


def last_match(rule: Rule, text: str) -> int:
    """Return where the last match of a rule begins, -1 for none."""
    return max((match.start() for match in rule.finditer(text)), default=-1)


def _classes(node: LexborNode | None) -> list[str]:
    found = []
    for _ in range(3):
        if node is None or node.tag in ("body", "main", "article"):
            break
        attributes = node.attributes
        found += [attributes.get("class") or "", attributes.get("id") or ""]
        node = node.parent
    return found
