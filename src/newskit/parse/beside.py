"""Who wrote an article and when, from the short lines beside its headline in a plain text.

Once the headline's place is sure, lines that would say nothing elsewhere say who and when: "Mara
Lindqvist | 3 March 2025 | 5 min read", a name above a date, "Written by" above a name. Lines are
cut at marks and at dates; each piece is a name, a byline, or nothing.

What it gets wrong: the date of an event that is announced right below the headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from newskit.parse.dates import Found, find_dates
from newskit.parse.lead import (
    MODIFIED_WORDS,
    OTHER_WORDS,
    PUBLISHED_WORDS,
    YEAR_OR_SHORT,
    last_match,
)
from newskit.parse.people import ORGANISATION, people
from newskit.rule import Rule
from newskit.text.stems import content_words, stop_stems

# Lines before the headline and behind it.
BEFORE, BEHIND = 3, 12

# Code points of a line beside a headline, of a label in a line of its own, and of what may stand in
# a line before a date that no word calls the publication's.
LONGEST_LINE, LONGEST_LABEL, LONGEST_LEAD = 160, 30, 60

# Lines behind the headline in which a name alone is the author's.
NAMED = 4

BY = Rule(
    "by",
    r"^(?i:(?:(?:written|posted|published|reported|words|story|column|opinion|analysis|kolumne|kommentar"
    r"|analyse|gastbeitrag|bericht|interview|essay|escrito|publicado|écrit|publié|scritto)\s{1,2})?"
    r"(?:by|von|par|por|di|door|przez|av|af))(?::\s{0,3}|\s{1,3})(?=[\p{Lu}\p{Lo}])"
    r"|^By(?=\p{Lu}\p{Ll}{1,20}\s\p{Lu})",
    "What a byline begins with.",
    hits=("By Mara Lindqvist", "Kolumne von Jo Ferro", "Posted by Mara", "ByMara Lindqvist"),
    misses=("Byron Hale", "by car", "Stand by Me"),
)

CREDIT = Rule(
    "credit-with-colon",
    r"(?i)^(?:interview|words|text|texte|story|report|reportage|bericht|entrevista|intervista):\s{1,3}",
    "What a byline of features and interviews begins with; a name must follow.",
    hits=("Interview: Mara Lindqvist", "Words: Jo Ferro"),
    misses=("Interview with Jo", "Storyline: Jo"),
)

BY_ALONE = Rule(
    "by-alone",
    r"(?i)^(?:(?:written|posted|published|reported)\s{1,2})?(?:by|von|par|por|di|author|autor|autorin"
    r"|auteur|autore):?$",
    "A line that names nobody, but the next one does.",
    hits=("By", "Written by", "Author:", "von"),
    misses=("By Mara", "Authors of note", "author of"),
)

NAME = Rule(
    "name-beside-headline",
    r"^(?:\p{Lu}[\p{L}\p{M}.'’-]{1,20}(?:\s(?:(?:van|von|de|da|del|di|al|bin|den|der)\s){0,2}"
    r"\p{Lu}[\p{L}\p{M}.'’-]{0,20}){1,3}(?:,\s|\s(?:and|und|et|y|e|&)\s)?){1,4}$",
    "One to four persons' names and nothing else.",
    hits=("Mara Lindqvist", "Mara Lindqvist and Jo Ferro", "Jean-Luc van der Meer"),
    misses=("Mara", "Port Ellery wins the cup", "mara lindqvist"),
)

CUT = Rule(
    "byline-cut",
    r"\s{0,3}[•|·⋅∙]\s{0,3}|\s{1,3}[-–—]{1,2}\s{1,3}",
    "What parts a name from a date, a section or a reading time.",
    hits=("Mara • 3 min", "Jo Ferro | News", "Jo - 3 min"),
    misses=("Jean-Luc", "Mara, Jo"),
)

TAIL = Rule(
    "byline-tail",
    r"(?i)[\s,:;(]{1,3}(?:(?:last|zuletzt)\s{1,2})?(?:published|posted|updated|modified|on|at|am|um|den|le"
    r"|el|il|veröffentlicht|aktualisiert|publicado|actualizado|publié|stand)?[\s,:;(]{0,3}$",
    "Words between a name and the date after it.",
    hits=("Mara Lindqvist on ", "Jo Ferro Published ", "Jo Ferro, "),
    misses=("Mara Lindqvist", "Jo Upton"),
)

READING_TIME = Rule(
    "reading-time",
    r"(?i)^(?:\W{1,3}|[\w :]{0,25}\b\d{1,3}[- ]?min\w{0,6}\.?(?: read| leestijd)?)$",
    "How long it takes to read, or a mark: lines between the author and the date.",
    hits=("5 min read", "•", "Lesezeit: 5 Min.", "Estimated reading time 11 minutes"),
    misses=("Mara Lindqvist", "3 March 2025"),
)

JOB = Rule(
    "job-below-name",
    r"(?i)^(?:[\p{L}&,.’'-]{1,20}\s){0,5}(?:reporter|correspondent|editor|journalist|columnist"
    r"|writer|contributor|producer|redakteur(?:in)?|korrespondent(?:in)?|reporterin|redactor(?:a)?"
    r"|corresponsal|journaliste|correspondante?)"
    r"(?:(?:,|\s(?:in|at|for|aus))\s[\p{L} &’'.-]{2,40})?(?:\s@\w{2,30})?$",
    "What a writer is, in the line below the name.",
    hits=("Technology reporter", "Local democracy reporter", "Europe correspondent, Berlin"),
    misses=("The reporter was jailed in May.", "Reporters say", "Editors' picks"),
)

AGO = Rule(
    "how-long-ago",
    r"(?i)^(?:(?:published|posted|updated|aktualisiert|actualizado|publié)[:\s]{1,2})?"
    r"(?:vor|hace|il y a|há)?\s?(?:an?|\d{1,3})\s?(?:min\w{0,6}|h(?:ou)?rs?|days?|weeks?|months?"
    r"|stunden?|tagen?|horas?|días?|dias?|heures?|jours?)(?:\s(?:ago|atrás)"
    r"(?:\s{0,2}[-–—|•·]\s{0,2}[^\n.!?]{2,40})?)?$",
    "When it was published, told from the moment at which the page was saved; perhaps a section.",
    hits=(
        "2 hours ago",
        "2 hours ago - Energy & Climate",
        "Updated 3 hours ago",
        "vor 2 Stunden",
        "hace 3 horas",
        "il y a 2 heures",
    ),
    misses=("Two hours ago it rained.", "3 days in May", "vor Ort"),
)

STAMP = Rule(
    "stamp-without-year",
    r"(?i)^(?:today|yesterday|heute|gestern|hoy|ayer|aujourd['’]hui|hier|oggi|ieri|vandaag|gisteren"
    r"|hoje|ontem|dzisiaj|dziś|wczoraj|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens"
    r"|donners|frei|sams|sonn)tag|mittwoch|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b"
    r"[^\n.!?]{0,30}\d{1,2}[:.]\d\d[^\n!?]{0,20}$",
    "A day and a time of day, whose year a reader of the page knew.",
    hits=("Today at 4:15 p.m. EDT", "Zaterdag 7 februari, 11:32", "Heute, 14.05 Uhr"),
    misses=("Today the port was shut.", "Sunday roast", "On Friday at 4:15"),
)

OUTLET = Rule(
    "outlet-below-name",
    r"^(?:BBC|ITV|CBC|CBS|NBC|ABC|CNN|NPR|PBS|RTÉ|AFP|dpa|Reuters|Bloomberg|Sky|Fox|"
    r"Local Democracy|Press Association|(?:The )?Associated Press)"
    r"(?:\s[\p{Lu}&][\p{L}&]{0,20}){0,4}"
    r"(?:,\s[\p{L} '’-]{2,40})?$",
    "Whom a writer works for, in the line below the name; above it the same is the paper's name.",
    hits=("BBC News, Port Ellery", "Reuters", "Local Democracy Reporting Service", "Sky News"),
    misses=("BBC reporters were told", "Skye", "ABC of gardening"),
)

NO_NAME = Rule(
    "no-name-beside-headline",
    r"(?i)\b(?:news|blogs?|articles?|tags?|home|page|tips|features?|events?|types?|categor\w{1,4}|all|invitation|topics?"
    r"|follow|author|sponsored|trends?|hotels?|activity|travel|career|industry|update[ds]?|güncelleme|share|read|views?"
    r"|comments?|menu|search|magazine|politics|sports?|business|opinion|culture|world|local"
    r"|published|posted|modified|created|issued|veröffentlicht|aktualisiert|publicado|actualizado)\b",
    "Words of sections and labels, which look like names beside a date.",
    hits=("Home Blog", "Article Tags", "Travel Tips", "PUBLISHED TUE"),
    misses=("Mara Lindqvist", "Jo Ferro"),
)

AFTER_NAME = Rule(
    "after-name",
    r"(?i)\s{1,2}(?:\d{1,5}(?:\s{1,2}(?:comments?|kommentare?|ergänzungen|shares?))?"
    r"|korrespondent(?:in)?|redakteur(?:in)?|reporter(?:in)?|journalist(?:in)?|staff writer"
    r"|(?<=\p{Lu}\S{1,20}\s\p{Lu}\S{1,20}\s{1,2})(?:\p{L}{3,15}\s){0,2}(?:correspondent|editor|reporter|columnist|writer)"
    r"|view (?:in|all|profile)\b.{0,40}|leave a (?:comment|reply)|follow|sponsored|@\w{2,30})$",
    "What stands behind an author's name in the same line.",
    hits=(
        "Mara Lindqvist 4 Comments",
        "Jo Ferro Korrespondent",
        "Jo Ferro Environment correspondent",
        "J. Neal View in Digital Edition",
        "Mara Lindqvist @mara",
    ),
    misses=("Mara Lindqvist", "Jo Viewer"),
)


def read_beside(lines: list[str], at: int, day_first: bool | None = None) -> dict[str, Any]:
    """Return `authors`, `date_published` and `date_modified` as the lines beside lines[at] tell.

    `lines` are those of the page, at least one; what is not told is absent. `day_first` is what
    find_dates asks for.
    """
    end = min(len(lines), at + 1 + BEHIND)
    behind = [i for i in range(at + 1, end) if len(lines[i]) < LONGEST_LINE]
    before = [
        i for i in range(at - 1, max(-1, at - 1 - BEFORE), -1) if len(lines[i]) < LONGEST_LINE
    ]
    found: dict[str, Any] = {}
    dated: set[int] = set()
    for i in (*behind, *before):
        for date in find_dates(lines[i], day_first):
            kind = _kind(lines, i, date)
            if kind:
                dated.add(i)
                found.setdefault(kind, date.value)
    stems = frozenset(content_words(lines[at])) - stop_stems()
    for i in (*behind, *before):
        near = at < i <= at + NAMED and (i in dated or _has_date_beside(lines, i, dated))
        bare = near or (i > at and _has_job_below(lines, i))
        if names := _names(lines, i, stems if bare else None):
            found["authors"] = names
            break
    return found


def _kind(lines: list[str], i: int, date: Found) -> str:
    """Return the field that a date of a line is for; the empty string if for none."""
    line = lines[i]
    label = line[: date.start][-2 * LONGEST_LABEL :]
    if not label.strip() and i and len(lines[i - 1]) <= LONGEST_LABEL:
        label = lines[i - 1]
    published = last_match(PUBLISHED_WORDS, label)
    modified = last_match(MODIFIED_WORDS, label)
    if max(published, modified) >= 0:
        return "date_modified" if modified > published else "date_published"
    if OTHER_WORDS.search(label) or date.start > LONGEST_LEAD or line.endswith((".", "?", "!")):
        return ""
    return "date_published"


def says_who_or_when(line: str) -> bool:
    """Tell whether a line is a byline or holds a date."""
    if len(line) >= LONGEST_LINE:
        return False
    if any(rule.match(line) for rule in (BY, BY_ALONE, JOB, AGO, STAMP)):
        return True
    return YEAR_OR_SHORT.search(line) is not None and any(True for _ in find_dates(line, True))


def _has_date_beside(lines: list[str], i: int, dated: set[int]) -> bool:
    """Tell whether a date stands in the next line or the one before, reading times not counted."""
    for step in (-1, 1):
        other = i + step
        while 0 <= other < len(lines) and _is_between(lines[other]):
            other += step
        if other in dated:
            return True
        if 0 <= other < len(lines) and (AGO.match(lines[other]) or STAMP.match(lines[other])):
            return True
    return False


def _is_between(line: str) -> bool:
    """Tell whether a line may stand between a name and a date: a reading time, the paper."""
    return READING_TIME.match(line) is not None or (
        len(line) <= LONGEST_LABEL and ORGANISATION.search(line) is not None
    )


def _has_job_below(lines: list[str], i: int) -> bool:
    """Tell whether the next line is what a writer is, or for whom."""
    below = lines[i + 1] if i + 1 < len(lines) else ""
    return JOB.match(below) is not None or OUTLET.match(below) is not None


def _names(lines: list[str], i: int, headline: Set[str] | None) -> list[str]:
    """Return the authors that a line names.

    Bare names count if the words of the headline are given: what shares one with it is a section's
    name ("Deutsche Sprache" below a headline about the language).
    """
    if i and BY_ALONE.match(lines[i - 1]):
        return _people(next(_pieces(lines[i]), ""))
    for piece in _pieces(CREDIT.sub("By ", lines[i]) if _is_credit(lines[i]) else lines[i]):
        is_byline = BY.match(piece) is not None
        if not is_byline and (headline is None or not _may_be_name(piece, headline)):
            continue
        if names := _people(piece):
            return names
    return []


def _is_credit(line: str) -> bool:
    """Tell whether a line is a name behind a word for what the person did."""
    credit = CREDIT.match(line)
    return credit is not None and NAME.match(line[credit.end() :]) is not None


def _people(piece: str) -> list[str]:
    if piece.startswith("By") and piece[2:3].isupper():
        piece = piece[2:]  # "ByMara Lindqvist", where the text of two elements has grown together
    return [name for name in people([piece]) if not NO_NAME.search(name)]


def _may_be_name(piece: str, headline: Set[str]) -> bool:
    return NAME.match(piece) is not None and headline.isdisjoint(content_words(piece))


def _pieces(line: str) -> Iterator[str]:
    """Yield what stands between the marks and dates of a line."""
    at = 0
    for start, end in [*((date.start, date.end) for date in find_dates(line)), (len(line),) * 2]:
        for piece in CUT.compiled().split(line[at:start]):
            name = AFTER_NAME.sub("", TAIL.sub("", piece).strip(" ,:;"))
            if name:
                yield name
        at = end
