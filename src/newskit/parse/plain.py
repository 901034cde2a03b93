"""Finds title, authors and dates in a plain text, where its first lines tell them.

The headline is the line that the page's title names (page_title.py), else the likeliest one
(headline.py), else the only likely one above a byline or date. A line is a byline or a date line by
its shape; beside a sure headline shorter hints will do (beside.py). What is found stays in the text
as well.

Wrong is worse than absent: no title is given where several lines could be one, and no date that
stands within a sentence.
"""

from __future__ import annotations

from typing import Any

from newskit.parse.beside import AFTER_NAME, NO_NAME, read_beside
from newskit.parse.dates import to_rfc3339
from newskit.parse.headline import CALL, PATHS, find_headline, is_text, is_unspaced_title
from newskit.parse.page_title import find_named
from newskit.parse.people import people, sort_names
from newskit.rule import Rule
from newskit.text.stems import content_words, stop_stems
from newskit.text.words import guess_language

# Blocks of the head, from just before the headline, or from the top if it was not found.
HEAD = 80

# Blocks in which a headline is looked for: above it stand menus of hundreds of lines.
PAGE = 1_000

# Code points of a paragraph: the head ends after the first block as long as this. On 290 pages as
# plain text 128 finds 12 headlines fewer, 192 the same ones.
PARAGRAPH = 160

# Code points and words of a title.
TITLE_CHARACTERS = (12, 160)
TITLE_WORDS = (3, 30)

# Words of a title that only its place above a byline or date speaks for.
SURE_WORDS = 5

# What stands alone between the names of two authors.
AND_ALONE = ("and", "und", "et", "y", "e", "&")

# Code points by which the language is guessed.
GUESSED = 20_000

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


def read_plain(text: str, blocks: list[tuple[int, int, str]]) -> dict[str, Any]:
    """Return `title`, `authors`, `date_published` and `date_modified` as far as the text tells.

    `blocks` are its blocks as (start, end, kind). The title is verbatim.

    >>> text = "Ferry returns to Port Ellery\\nBy Mara Lindqvist\\n3 March 2025\\nIt is back."
    >>> from newskit.text.blocks import segment
    >>> found = read_plain(text, segment(text))
    >>> found["title"], found["authors"], found["date_published"]
    ('Ferry returns to Port Ellery', ['Mara Lindqvist'], '2025-03-03')
    """
    return read_lines([text[start:end] for start, end, _ in blocks[:PAGE]])


def read_lines(page: list[str], title: str = "") -> dict[str, Any]:
    """Return what read_plain does, from the texts of blocks, of which `title` may be known."""
    page = page[:PAGE]
    at = page.index(title) if title in page else -1
    if not title:
        title, at = find_named(page)
        if at < 0:
            title, at = find_headline(page)
    # Only English has both orders; in other languages with such dates the day comes first.
    day_first = guess_language("\n".join(page)[:GUESSED]) not in ("", "en") or None
    first = max(0, at - NEAR)
    lines = page[first : first + HEAD]
    behind = range(at - first + 1, len(lines))
    body = next((i for i in behind if len(lines[i]) >= PARAGRAPH), -1)
    if body < 0:  # a text of short paragraphs
        body = next((i for i in behind if is_text(lines[i])), -1)
    head = lines[: body + 1 + NEAR] if body >= 0 else lines[: NEAR * 3]
    found: dict[str, Any] = {}
    anchors = []
    for i, line in enumerate(head):
        if len(line) < PARAGRAPH and _read_line(_joined(head, i), found, day_first):
            if i and i - 1 not in anchors and _read_bare_byline(head[i - 1], title, found):
                anchors.append(i - 1)
            anchors.append(i)
    anchors.sort()
    if body >= 0 and "date_published" not in found and (place := DATELINE.match(lines[body][:200])):
        date = to_rfc3339(place["date"]) if place["date"] else None
        if date:
            found["date_published"] = date
    if not title and (title := _title(head, anchors, body) or ""):
        at = page.index(title)
    if at >= 0:
        beside = read_beside(page, at, day_first)
        if beside.get("date_modified") == found.get("date_published"):
            beside.pop("date_modified", None)
        found = beside | found
    if title:
        found["title"] = title
    return found


def _joined(head: list[str], i: int) -> str:
    """Return a line, and the name that stands two lines on if the one between is "and"."""
    line = head[i]
    if head[i + 1 : i + 2] and head[i + 1] in AND_ALONE and len(head) > i + 2:
        return f"{line} and {head[i + 2][:PARAGRAPH]}" if BYLINE.match(line) else line
    return line


def _read_line(line: str, found: dict[str, Any], day_first: bool | None) -> bool:
    """Take the authors or date from a line that consists of them; tell whether it does."""
    if (
        "authors" not in found
        and BYLINE.match(line)
        and (names := [n for n in people([AFTER_NAME.sub("", line)]) if not NO_NAME.search(n)])
    ):
        found["authors"] = names
        return True
    if (
        DATE_LINE.match(line)
        and not line.endswith((".", "!", "?"))
        and (date := to_rfc3339(line, day_first))
    ):
        field = "date_modified" if UPDATED.match(line) else "date_published"
        found.setdefault(field, date)
        return True
    return False


def _read_bare_byline(line: str, title: str, found: dict[str, Any]) -> bool:
    """Take the authors from the line above a date, if it is made of names; tell whether it is.

    What shares a word with the title is no person's name.
    """
    if not (frozenset(content_words(title)) - stop_stems()).isdisjoint(content_words(line)):
        return False
    match = BARE_BYLINE.match(line) if "authors" not in found and len(line) < PARAGRAPH else None
    if match is None or NO_NAME.search(line) or not (names := sort_names([match["names"]])[0]):
        return False
    if not all(2 <= len(name.split()) <= 4 for name in names):
        return False
    found["authors"] = names
    return True


def _title(head: list[str], anchors: list[int], body: int) -> str | None:
    """Return the first line if the text follows it, or the only headline above a byline or date."""
    if not head:
        return None
    if body < 0 and _could_be_title(head[0]):
        is_near = bool(anchors) and 0 < anchors[0] <= NEAR
        return head[0] if is_near or (len(head) > 1 and _is_prose(head[1])) else None
    if anchors and (body < 0 or anchors[0] < body):
        above = head[max(0, anchors[0] - NEAR) : anchors[0]]
        likely = [x for x in above if _could_be_title(x) and len(x.split()) >= SURE_WORDS]
        return likely[0] if len(likely) == 1 else None
    return None


def _could_be_title(line: str) -> bool:
    if not TITLE_CHARACTERS[0] <= len(line) <= TITLE_CHARACTERS[1] or "\n" in line:
        return is_unspaced_title(line)
    words = line.split()
    if not TITLE_WORDS[0] <= len(words) <= TITLE_WORDS[1]:
        return is_unspaced_title(line)
    if line[-1] in ".:;,…" or any(map(line.__contains__, PATHS)):
        return False
    return not CALL.search(line) and any(c.isalpha() for c in line)


def _is_prose(line: str) -> bool:
    return len(line) > 40 and line.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…", "。")
