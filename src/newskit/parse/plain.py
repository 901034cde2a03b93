"""Finds title, authors and dates in a plain text, where its first lines tell them.

Only the head is looked at: the lines before and just after the first paragraph. A line is a byline
or a date line by its shape; the title is the line above them, or above the first paragraph, that
looks like a headline: some words, no full stop, not a section's name, not a call to action. What
is found stays in the text as well.

Wrong is worse than absent: no title is given where several lines could be one and none stands
beside a byline or date, and no date that stands within a sentence.
"""

from __future__ import annotations

from typing import Any

from newskit.parse.beside import AFTER_NAME, NO_NAME, read_beside
from newskit.parse.dates import to_rfc3339
from newskit.parse.people import people
from newskit.parse.titles import BREAK, plain
from newskit.rule import Rule

# Blocks of the head: above it stand menus of up to about twenty lines in texts from web pages.
HEAD = 80

# Blocks in which a headline is looked for that the page's title names.
PAGE = 1_000

# Code points of a page's title, and breaks in it, half at either end: hostile ones have more.
LONGEST_PAGE_TITLE, MOST_BREAKS = 400, 12

# Share of a page's title above which its end is no site's name.
NO_SITE = 0.6

# These stand between the names of sections, not in headlines.
PATHS = (" | ", " › ", " > ", " → ", " » ")

# Code points by which a line is told from most that are no part of the page's title.
OPENING = 3

# Code points of a paragraph: the head ends after the first block as long as this. On 290 pages as
# plain text 128 finds 12 headlines fewer, 192 the same ones.
PARAGRAPH = 160

# Code points and words of a title.
TITLE_CHARACTERS = (12, 160)
TITLE_WORDS = (3, 30)

# Words of a title that only its place above a byline or date speaks for.
SURE_WORDS = 5

# Blocks between the title and a byline, date or paragraph: standfirst, section, credit.
NEAR = 3

BYLINE = Rule(
    "byline",
    r"^(?:(?i:by|von|par|por|di|door|written by|reported by|text|autor|author|przez|автор)"
    r"(?::\s{0,3}|\s{1,3}))(?=[\p{Lu}\p{Lo}])[\p{L}\p{M}.,'’ &/()|-]{4,120}$",
    "A line of its own that names who wrote the article.",
    hits=("By Mara Lindqvist", "By MARA LINDQVIST and Tomas Ober, Staff Writer", "Von Jo Ferro"),
    misses=("By then it was too late.", "by car", "Byron Hale", "Von 9 bis 5 Uhr"),
)

# A name alone is a byline only above a date line: there a person's name means the writer.
BARE_BYLINE = Rule(
    "bare-byline",
    r"^(?:(?i:interview|words|story|report|reportage|analysis|opinion|comment|texte?|entrevista"
    r"|bericht)s?:\s{0,3})?(?P<names>\p{Lu}[\p{L}\p{M}.'’-]{1,20}(?:\s(?:(?:and|und|et|y|e|van|von|de"
    r"|da|al|bin|the)\s)?\p{Lu}[\p{L}\p{M}.'’-]{0,20}){1,7})"
    r"(?:,?\s(?:in|at|from|aus|à|en|desde)\s[\p{L}\p{M} .'’-]{2,40})?$",
    "A line that is a person's name, perhaps with where it was written; two or three persons.",
    hits=(
        "Mara Lindqvist",
        "Interview: Mara Lindqvist",
        "Mara Lindqvist and Jo Ferro in Skarvik",
        "Jo Ferro at the Tannery Hall",
    ),
    misses=("The story so far.", "mara", "Port Ellery wins 3-1", "Fire at the mill kills two"),
)

DATE_LINE = Rule(
    "date-line",
    r"(?i)^(?:(?:first |last |date )?(?:published|posted|updated|modified|created|date|issued"
    r"|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|atualizado"
    r"|pubblicato|aggiornato|gepubliceerd|bijgewerkt|opublikowano|aktualizacja|опубликовано"
    r"|обновлено|datum|fecha|data|дата)[\s:]{1,4}(?:(?:on|at|am|le|el|il|op|em|dnia)\s{1,3})?)?"
    r"(?:[\p{L}.]{2,12},?\s{1,3})?(?:\p{L}{3,12}\.?\s{1,2}\d|\d).{4,60}$",
    "A line that is a date, perhaps with a word before it that says of what.",
    hits=("Published: 12 March 2024 at 14:05", "March 3, 2025", "2024-03-12", "Stand: 3. Mai 2024"),
    misses=("The storm came on March 3, 2025, at night.", "Published by Ellery Press"),
)

UPDATED = Rule(
    "updated",
    r"(?i)\b(?:last )?(?:updated|modified)|aktualisiert|mis à jour|actualizado|atualizado"
    r"|aggiornato|bijgewerkt|aktualizacja|обновлено",
    "The date is that of the last change.",
    hits=("Updated 3 May 2024", "Last modified: 2024-05-03", "Aktualisiert: 3. Mai 2024"),
    misses=("Published 3 May 2024", "Date: 3 May 2024"),
)

DATELINE = Rule(
    "dateline",
    r"^\p{Lu}[\p{Lu}\p{M} .'’-]{2,40}(?:,\s{1,2}[\p{L}. ]{2,30}){0,2},?\s{1,2}"
    r"(?:\(?(?P<date>\p{Lu}\p{L}{2,9}\.?\s{1,2}\d{1,2}(?:,\s{1,2}\d{4})?|\d{1,2}\s{1,2}\p{L}{3,9}"
    r"(?:\s{1,2}\d{4})?)\)?\s{0,2})?(?:\([\p{L} /.]{2,30}\)\s{0,2})?(?:[-–—]{1,2}|:)\s",
    "Where and when a wire story was written, at the beginning of its first paragraph.",
    hits=("PORT ELLERY, March 3 (Reuters) - The", "PORT ELLERY, Varrow, 3 March 2025 — A"),
    misses=("Port Ellery is a town - small", "THE END", "BREAKING NEWS"),
)

NO_TITLE = Rule(
    "no-title",
    r"(?i)^(?:no time to|get (?:a|the|our)|sign (?:up|in)|log in|subscribe|share|follow"
    r"|read (?:more|also|next|the)|skip to|menu|home\b|search|advert|listen|watch|click"
    r"|download|join|support|related|most |more |photo|image|picture|credit|updated"
    r"|published|posted|by |copyright|©|http|www\.|tags?:|topics?:|category|section"
    r"|breaking news$|latest news$|top stories$|opinion$"
    r"|accept|cookie|we use|this (?:article|story|site|website|page)|comments?|print|e-?mail|save\b"
    r"|\d{1,3} (?:min|comments?|shares?))",
    "Calls to action, labels and credits that stand near a headline.",
    hits=("No time to read?", "Get a summary", "Share this article", "By Mara Lindqvist"),
    misses=("Homes flooded in Port Ellery", "Storm hits Port Ellery", "Moreland wins the cup"),
)


def read_plain(text: str, blocks: list[tuple[int, int, str]]) -> dict[str, Any]:
    """Return `title`, `authors`, `date_published` and `date_modified` as far as the text tells.

    `blocks` are its blocks as (start, end, kind). The title is verbatim.

    >>> text = "Ferry returns to Port Ellery\\nBy Mara Lindqvist\\n3 March 2025\\nIt is back."
    >>> from newskit.text.blocks import segment
    >>> found = read_plain(text, segment(text))
    >>> found["title"], found["authors"], found["date_published"]
    ('Ferry returns to Port Ellery', ['Mara Lindqvist'], '2025-03-03')
    """
    page = [text[start:end] for start, end, _ in blocks[:PAGE]]
    title, at = _repeated(page)
    first = max(0, at - NEAR)
    lines = page[first : first + HEAD]
    bodies = (i for i, line in enumerate(lines) if i > at - first and len(line) >= PARAGRAPH)
    body = next(bodies, -1)
    head = lines[: body + 1 + NEAR] if body >= 0 else lines[: NEAR * 3]
    found: dict[str, Any] = {}
    anchors = []
    for i, line in enumerate(head):
        if len(line) < PARAGRAPH and _read_line(line, found):
            if i and i - 1 not in anchors and _read_bare_byline(head[i - 1], found):
                anchors.append(i - 1)
            anchors.append(i)
    anchors.sort()
    if body >= 0 and "date_published" not in found and (place := DATELINE.match(lines[body][:200])):
        date = to_rfc3339(place["date"]) if place["date"] else None
        if date:
            found["date_published"] = date
    if at >= 0:
        found = read_beside(page, at) | found
    if headline := title or _title(head, anchors, body):
        found["title"] = headline
    return found


def _read_line(line: str, found: dict[str, Any]) -> bool:
    """Take the authors or date from a line that consists of them; tell whether it does."""
    if (
        "authors" not in found
        and BYLINE.match(line)
        and (names := people([AFTER_NAME.sub("", line)]))
    ):
        found["authors"] = names
        return True
    if DATE_LINE.match(line) and not line.endswith((".", "!", "?")) and (date := to_rfc3339(line)):
        field = "date_modified" if UPDATED.match(line) else "date_published"
        found.setdefault(field, date)
        return True
    return False


def _read_bare_byline(line: str, found: dict[str, Any]) -> bool:
    """Take the authors from the line above a date, if it is made of names; tell whether it is."""
    match = BARE_BYLINE.match(line) if "authors" not in found and len(line) < PARAGRAPH else None
    if match is None or NO_NAME.search(line) or not (names := people([match["names"]])):
        return False
    if not all(2 <= len(name.split()) <= 4 for name in names):
        return False
    found["authors"] = names
    return True


def _title(head: list[str], anchors: list[int], body: int) -> str | None:
    """Return the line that is surely the headline, or None."""
    if not head:
        return None
    end = min([*anchors, *([body] if body >= 0 else [])], default=0)
    if _could_be_title(head[0]) and (0 < end <= NEAR or (len(head) > 1 and _is_prose(head[1]))):
        return head[0]
    if anchors and anchors[0] == end:
        likely = [line for line in head[max(0, end - NEAR) : end] if _could_be_title(line)]
        likely = [line for line in likely if len(line.split()) >= SURE_WORDS]
        return likely[0] if len(likely) == 1 else None
    return None


def _repeated(lines: list[str]) -> tuple[str, int]:
    """Return the headline and its place if the first line is a page's title; else "" and -1.

    That is the headline between the names of sections and of the site. The place is that of the
    last line with it before the next paragraph.
    """
    if not lines or len(lines[0]) > LONGEST_PAGE_TITLE:
        return "", -1
    parts = _parts(lines[0])
    openings = tuple({part[:OPENING] for part in parts})
    likely = [
        (parts[key], line[0] not in "/|-–—:•›»", -i, line)
        for i, line in enumerate(lines)
        if i
        and len(line) <= TITLE_CHARACTERS[1]
        and (key := plain(line)).startswith(openings)
        and key in parts
        and _could_be_repeated(line)
    ]
    if not likely:
        return "", -1
    length, _, first, title = max(likely)
    places = [-place for other, _, place, _ in likely if other == length]
    end = next((i for i, x in enumerate(lines) if i > -first and len(x) >= PARAGRAPH), len(lines))
    return title, max(place for place in places if place < end)


def _parts(title: str) -> dict[str, int]:
    """Return what stands between any two breaks of a page's title, for comparing, and its length.

    What ends it is the site's name, unless it is most of it.
    """
    breaks = [(0, 0), *(match.span() for match in BREAK.finditer(title)), (len(title), len(title))]
    if len(breaks) > MOST_BREAKS:
        breaks = [*breaks[: MOST_BREAKS // 2], *breaks[-MOST_BREAKS // 2 :]]
    found: dict[str, int] = {}
    for i, (_, start) in enumerate(breaks):
        for end, _ in breaks[i + 1 :]:
            part = title[start:end]
            is_site = start > 0 and end == len(title) and len(part) < NO_SITE * len(title)
            if part and not is_site and (key := plain(part)):
                found[key] = max(len(part), found.get(key, 0))
    return found


def _could_be_repeated(line: str) -> bool:
    if _is_cjk_title(line):
        return True
    is_long = len(line) >= TITLE_CHARACTERS[0] and len(line.split()) >= TITLE_WORDS[0]
    return is_long and not any(map(line.__contains__, PATHS))


def _could_be_title(line: str) -> bool:
    if not TITLE_CHARACTERS[0] <= len(line) <= TITLE_CHARACTERS[1] or "\n" in line:
        return _is_cjk_title(line)
    words = line.split()
    if not TITLE_WORDS[0] <= len(words) <= TITLE_WORDS[1]:
        return _is_cjk_title(line)
    if line[-1] in ".:;,…" or any(map(line.__contains__, PATHS)):
        return False
    return not NO_TITLE.search(line) and any(c.isalpha() for c in line)


def _is_cjk_title(line: str) -> bool:
    """Tell whether a line could be a title in a script that has no spaces."""
    return (
        8 <= len(line) <= 60
        and line.count(" ") <= 3
        and sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in line)
        > len(line) / 2
        and line[-1] not in "。，：；…"
    )


def _is_prose(line: str) -> bool:
    return len(line) > 40 and line.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…", "。")
