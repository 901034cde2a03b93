"""Summarise several articles on one story as one: the record of the story, not of an article.

    members.py          what is held of each article; ids, moments
    centrality.py       how central a sentence is to what the articles share
    near_duplicates.py  which sentences say the same: one telling of each stays
    pool.py             the sentences of all in one row, as choose.py takes them
    shared_phrases.py   key phrases of them all

docs/together.md describes the whole on a page. What it gets wrong: it knows no meaning, so an old
number and a new one stand side by side where the sentences around them differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit import __version__
from newskit.errors import BadArticle
from newskit.limits import LIMITS
from newskit.summarize import Summarize
from newskit.summarize.budget import Length
from newskit.summarize.choose import choose
from newskit.summarize.extras import Extras
from newskit.summarize.headline import headline
from newskit.summarize.query import query_words
from newskit.summarize.story.centrality import (
    count_content,
    find_distinct,
    find_unrelated,
    leading_words,
)
from newskit.summarize.story.members import (
    Member,
    count_held,
    facts_of,
    free_id,
    given_id,
    order,
    text_of,
)
from newskit.summarize.story.pool import Pool
from newskit.summarize.story.shared_phrases import CANDIDATES, shared_phrases
from newskit.text.stems import stop_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Sentences when the caller gives no budget at all. docs/together.md has what other numbers cover.
DEFAULT_SENTENCES = 5
# Options of Summarize that hold for several articles, too.
LENGTHS = ("sentences", "words", "chars", "ratio", "bullets")
OPTIONS = frozenset((*LENGTHS, "query", "keywords", "headline"))
# Articles that a warning names; the rest are counted.
NAMED = 5


def summarize_together(
    articles: Iterable[Mapping[str, Any]], stage: Summarize | None = None
) -> dict[str, Any]:
    """Return one record for articles on one story; it has no `text` (docs/record.md).

    `stage` says how: its budgets, query and so on hold for the one summary; 5 sentences without
    one. Raises BadArticle for an article that Story refuses and for no article at all, ValueError
    for an option that holds for single articles only.
    """
    story = Story((stage or Summarize()).options)
    for article in articles:
        story.add(article)
    record = story.record()
    if record is None:
        raise BadArticle("no article to summarise")
    return record


class Story:
    """Articles on one story, and the record that summarises them.

    `options` are those of a stage Summarize. Raises ValueError for one that is not in OPTIONS.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        if strange := sorted(options.keys() - OPTIONS):
            raise ValueError(f"{strange[0]} is for single articles")
        self._options = options
        lengths = {name: options[name] for name in LENGTHS if name in options}
        self._length = Length(**lengths, default=DEFAULT_SENTENCES)
        self._stops = stop_stems()
        self._asked = query_words(options.get("query", ""), self._stops)
        count = options.get("keywords")
        self._extras = Extras(count and CANDIDATES * count, headline=False)
        self._members: list[Member] = []
        self._ids: set[str] = set()
        self._characters = 0
        self._repeated: list[str] = []

    def add(self, article: Mapping[str, Any]) -> None:
        """Take an article in.

        Raises BadArticle if it has no text, or if more would be held than limits.py allows.
        """
        text_of(article)
        if len(self._members) >= LIMITS.together_articles:
            raise BadArticle(f"more than {LIMITS.together_articles:,} articles for one summary")
        size = count_held(article)
        if self._characters + size > LIMITS.together_characters:
            limit = f"{LIMITS.together_characters:,} characters for one summary"
            raise BadArticle(f"with the articles before it more than {limit}")
        own = given_id(article)
        identity = free_id(own or f"#{len(self._members) + 1}", self._ids)
        member = Member(article, identity, self._stops)
        if "keywords" in self._options:
            member.keywords = self._extras(article, (), ())["keywords"] or []
            member.is_long = member.is_long or bool(self._extras.warnings(member.text))
        if own in self._ids:
            self._repeated.append(identity)
        self._characters += size
        self._ids.add(identity)
        self._members.append(member)

    def record(self) -> dict[str, Any] | None:
        """Return the record of the articles that were taken in, or None if there are none."""
        if not self._members:
            return None
        members = sorted(self._members, key=order)
        found = find_distinct([member.text for member in members])
        for i, member in enumerate(members):
            member.is_copy = i not in found
        distinct = [member for member in members if not member.is_copy]
        counted = [count_content(member.sentences) for member in distinct]
        pool = Pool(members, leading_words(counted))
        record = facts_of(members)
        summary, warnings = self._summary(pool)
        record |= summary
        if "keywords" in self._options:
            record["keywords"] = shared_phrases(distinct, self._options["keywords"])
        if "headline" in self._options:
            record["headline"] = _headline(record.get("summary_sentences", ()), members, pool)
        options = {"together": True, **self._options}
        record["history"] = [{"stage": "summarize", "version": __version__, "options": options}]
        alone = [distinct[i].id for i in find_unrelated(counted)]
        warnings += _named("unrelated-article", "shares almost no words with another", alone)
        warnings += _named("repeated-id", "has an id that an earlier one had", self._repeated)
        record["warnings"] = [{"stage": "summarize", **warning} for warning in warnings]
        return {field: value for field, value in record.items() if value}

    def _summary(self, pool: Pool) -> tuple[dict[str, Any], list[dict[str, str]]]:
        """Return the fields of the summary, and what a person should know of it.

        The pool is narrowed to what might have been chosen.
        """
        warnings = []
        if self._asked:
            pool.focus(self._asked, self._stops)
            if not pool.asked:
                warnings.append(_warning("query-not-found", "no word of the query is there"))
        budget = self._length.budget_for(pool.text)
        pool.narrow(budget, self._stops)
        if pool.is_cut or any(member.is_long for member in self._members):
            warnings.append(_warning("long-text", "not all sentences were considered"))
        chosen = choose(pool.text, pool.sentences, pool.scores, budget, asked=pool.asked)
        if not chosen:
            return {}, [*warnings, _warning("no-summary", "the texts have no word")]
        summary = self._length.lay_out(pool.text[c.start : c.end] for c in chosen)
        return {"summary": summary, "summary_sentences": [pool.entry(c) for c in chosen]}, warnings


def _headline(
    pieces: Sequence[Mapping[str, Any]], members: Sequence[Member], pool: Pool
) -> str | None:
    """Return the title of the article that has the best piece, or of the next best that has one.

    Without any title, a headline is made of the best sentence.
    """
    titles = {m.id: m.title for m in members if any(map(str.isalnum, m.title))}
    for piece in sorted(pieces, key=lambda piece: -piece["score"]):
        if piece["id"] in titles:
            return headline("", titles[piece["id"]], (), ())
    return headline(pool.text, "", pool.sentences, pool.scores)


def _warning(code: str, message: str) -> dict[str, str]:
    return {"code": code, "message": message}


def _named(code: str, message: str, ids: Sequence[str]) -> list[dict[str, str]]:
    """Return a warning for each of the first NAMED articles, and one for the rest."""
    found = [_warning(code, f"article {identity} {message}") for identity in ids[:NAMED]]
    if len(ids) > NAMED:
        found.append(_warning(code, f"and the same of {len(ids) - NAMED} more"))
    return found
