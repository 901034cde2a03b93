"""Read the articles of one story: what of each a summary of them all needs.

Only that is held, so that what else a record carries costs no memory. Every article gets an id that
no other has, since the pieces of the summary name it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any

from newskit.article import SCHEMA
from newskit.errors import BadArticle
from newskit.limits import LIMITS
from newskit.rule import Rule
from newskit.stage import json_name
from newskit.summarize.block_kinds import note_blocks
from newskit.summarize.defects import find_defects
from newskit.summarize.sentence import Sentence
from newskit.summarize.weights import weigh
from newskit.text.sentences import spans

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

DATE = Rule(
    "rfc-3339-date",
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?",
    "A date in the form that the record has it; what another program wrote may have another form.",
    hits=("2024-03-08", "2024-03-08T14:05:00Z", "2024-03-08T14:05:00.5+01:00"),
    misses=("2024-3-8", "8 March 2024"),
)

# What the record says of each of its articles, besides the id.
SHOWN = ("title", "url", "date_published")
# Hexadecimal digits of the record's id, as of an article's.
ID_DIGITS = 16


class Member:
    """One article of several: its text in sentences with their scores, and how to name it."""

    __slots__ = (
        "id", "is_copy", "is_long", "keywords", "language", "moment", "scores", "sentences",
        "shown", "text",
    )  # fmt: skip

    def __init__(self, article: Mapping[str, Any], identity: str, stops: frozenset[str]) -> None:
        self.id = identity
        self.text = text_of(article)
        self.shown: dict[str, str] = {
            f: article[f] for f in SHOWN if isinstance(article.get(f), str)
        }
        self.moment = moment(self.shown.get("date_published", ""))
        language = article.get("language")
        self.language = language if isinstance(language, str) else ""
        self.sentences, self.is_long = read_sentences(article)
        self.scores = weigh(self.sentences, self.title, stops)
        self.keywords: list[dict[str, Any]] = []
        self.is_copy = False  # of another article: together.py

    @property
    def title(self) -> str:
        """The title, or nothing."""
        return self.shown.get("title", "")


def read_sentences(article: Mapping[str, Any]) -> tuple[list[Sentence], bool]:
    """Return the sentences of `text` that have a word, with their defects; whether some are left.

    Only the first LIMITS.sentences are read.
    """
    text = article["text"]
    worded = (s for s in spans(text) if any(map(str.isalnum, text[s[0] : s[1]])))
    found = list(islice(worded, LIMITS.sentences + 1))
    sentences = [Sentence(i, text, span) for i, span in enumerate(found[: LIMITS.sentences])]
    note_blocks(sentences, article.get("blocks"), len(text))
    find_defects(text, sentences, article)
    return sentences, len(found) > LIMITS.sentences


def text_of(article: Mapping[str, Any]) -> str:
    """Return the article's text. Raises BadArticle if there is none."""
    text = article.get("text")
    if text is None:
        raise BadArticle("no field 'text' (run newskit parse first)")
    if not isinstance(text, str):
        raise BadArticle(f"field 'text' must be a string, found {json_name(text)}")
    return text


def given_id(article: Mapping[str, Any]) -> str:
    """Return the article's own id, or nothing if it has none."""
    given = article.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return given if isinstance(given, str) else ""


def count_held(article: Mapping[str, Any]) -> int:
    """Return how many code points of an article a Member holds."""
    held = (article.get(field) for field in ("text", "language", "id", *SHOWN))
    return sum(len(value) for value in held if isinstance(value, str))


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return an id that is not taken: the wanted one, or that with the first number that is free.

    >>> free_id("a", ()), free_id("a", ("a", "a#2"))
    ('a', 'a#3')
    """
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}#{number}", number + 1
    return found


def moment(date: str) -> float | None:
    """Return the seconds since 1970 of an RFC 3339 date, None if it is none.

    A date alone is the beginning of that day; that and a time without an offset are in UTC.

    >>> moment("2024-03-08T00:30:00+01:00") < moment("2024-03-08") == moment("2024-03-08T00:00:00Z")
    True
    """
    try:
        found = datetime.fromisoformat(date.upper())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def order(member: Member) -> tuple[bool, float, str]:
    """Return what members are sorted by: the moment, then the id; those without one come last.

    Those without one stay in the order in which they came.
    """
    if member.moment is None:
        return True, 0.0, ""
    return False, member.moment, member.id


def facts_of(members: Sequence[Member]) -> dict[str, Any]:
    """Return what the record says of its articles: schema, id, date, language, list.

    The id depends on the articles' ids alone, whatever their order. The date is the last one. The
    language is that of all articles that say theirs, without its region where that differs.
    """
    told = "".join(f"{len(i)}:{i}" for i in sorted(member.id for member in members))
    facts: dict[str, Any] = {"schema": SCHEMA}
    facts["id"] = sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:ID_DIGITS]
    dated = [member.shown["date_published"] for member in members if member.moment is not None]
    if dated and DATE.fullmatch(dated[-1]):
        facts["date_published"] = dated[-1]
    said = {member.language for member in members if member.language}
    if len(said) > 1:
        said = {language.lower().split("-")[0] for language in said}
    if len(said) == 1:
        facts["language"] = said.pop()
    facts["articles"] = [{"id": member.id, **member.shown} for member in members]
    return facts
