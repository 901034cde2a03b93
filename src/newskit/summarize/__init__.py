"""Choose the sentences that carry the story: an extractive summary, verbatim and in order.

    sentence.py  a sentence and all that is found out about it
    defects.py   what speaks against it (leaning.py, quotes.py)
    weights.py   how much of the story a sentence carries
    query.py     how much of what the reader asked for it holds
    budget.py    how long it may be, and how it is laid out
    choose.py    the best sentences of the lowest rung, within exact budgets (draft.py, fill.py)
    cut.py       what to do when not even one sentence fits
    trim.py      shorter sentences, when asked for
    headline.py  a short headline, when asked for
    keyphrases/  key phrases, when asked for
    story/       one summary of many articles
    abstractive/ a summary by a model of the user's, checked

docs/summarize.md describes the whole on a page. What it gets wrong: it knows no meaning, so a story
told backwards is summarised by its anecdote.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from newskit.limits import LIMITS
from newskit.summarize.block_kinds import note_blocks
from newskit.summarize.budget import Length
from newskit.summarize.choose import Chosen, choose
from newskit.summarize.defects import find_defects
from newskit.summarize.extras import Extras
from newskit.summarize.query import find_asked, focus, query_words
from newskit.summarize.sentence import Sentence
from newskit.summarize.trim import Span, Trim, shown
from newskit.summarize.weights import weigh
from newskit.text.sentences import spans
from newskit.text.stems import stop_stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Summarize:
    """The stage `summarize`: sets `summary` and `summary_sentences`.

    Args:
        sentences: the most sentences, at least 1; 3 when no budget is given.
        words: the most words, at least 1, as newskit.text.words.count_words counts them: runs
            between spaces; two Chinese or Japanese characters are one.
        chars: the most code points of `summary`, at least 1; at least 3 with bullets.
        ratio: the most words, as a share (above 0, up to 1) of those of `text`; one word at least.
        query: words or a phrase that the summary is to be about; at least one word.
        bullets: write each sentence on a line of its own, begun with "- " (which is no word).
        keywords: the most key phrases, at least 1; none when not given.
        headline: make a headline, too.
        trim: cut out of the sentences what a reader does not miss (docs/trim.md).

    All budgets that are given hold together. Raises ValueError for a value that is out of bounds.
    """

    name = "summarize"
    needs = ("text",)
    sets = ("summary", "summary_sentences", "keywords", "headline")

    def __init__(
        self,
        sentences: int | None = None,
        words: int | None = None,
        chars: int | None = None,
        *,
        ratio: float | None = None,
        query: str | None = None,
        bullets: bool = False,
        keywords: int | None = None,
        headline: bool = False,
        trim: bool = False,
    ) -> None:
        self._length = Length(sentences, words, chars, ratio=ratio, bullets=bullets)
        if keywords is not None and keywords < 1:
            raise ValueError(f"keywords must be at least 1, not {keywords}")
        self._stops = stop_stems()
        self._asked = query_words(query or "", self._stops)
        if query is not None and not self._asked:
            raise ValueError("query must hold a word")
        given: dict[str, Any] = {"sentences": sentences, "words": words, "chars": chars}
        given |= {"ratio": ratio, "query": query, "bullets": bullets or None}
        given |= {"keywords": keywords, "headline": headline or None, "trim": trim or None}
        self.options = {name: value for name, value in given.items() if value is not None}
        self._extras = Extras(keywords, headline)
        self._trim = trim

    def __call__(self, article: Mapping[str, Any]) -> dict[str, Any]:
        """Return `summary` and `summary_sentences` ({field, start, end, score}, in order).

        Offsets are code points of `text`; `summary` joins the pieces with one space (or writes one
        a line) and every run of white space inside them as one. Both are None for a text without
        any word. A piece of which something was cut out has `kept` ([[start, end], …], the parts
        of `text` that newskit.summarize.trim.shown puts together) and `trimmed` (what was cut).
        """
        text = article["text"]
        worded = (s for s in spans(text) if any(map(str.isalnum, text[s[0] : s[1]])))
        found = list(islice(worded, LIMITS.sentences + 1))
        trim = Trim(text, self._asked) if self._trim else None
        sentences, scores = self._weighed(article, found[: LIMITS.sentences], trim)
        whole = sentences, scores
        if trim and self._extras.headline:  # which is verbatim
            whole = self._weighed(article, found[: LIMITS.sentences], None)
        extras = self._extras(article, *whole)
        asked: set[int] = set()
        if self._asked:
            asked, weights = find_asked(sentences, self._asked, self._stops)
            scores = focus(scores, weights)
        chosen = choose(text, sentences, scores, self._length.budget_for(text), asked=asked)
        result: dict[str, Any] = {"summary": None, "summary_sentences": None, **extras}
        if chosen:
            result["summary"] = self._length.lay_out(_said(text, c) for c in chosen)
            result["summary_sentences"] = [_entry(c, scores[c.number]) for c in chosen]
        warnings = _warnings(len(found) > LIMITS.sentences, not chosen)
        warnings += self._extras.warnings(text)
        if self._asked and not asked:
            warnings.append({"code": "query-not-found", "message": "no word of the query is there"})
        return result | {"warnings": warnings} if warnings else result

    def _weighed(
        self, article: Mapping[str, Any], found: Sequence[Span], trim: Trim | None
    ) -> tuple[list[Sentence], list[float]]:
        """Return the sentences at these spans with their defects, and their scores."""
        text = article["text"]
        sentences = [Sentence(i, text, span) for i, span in enumerate(found)]
        note_blocks(sentences, article.get("blocks"), len(text))
        find_defects(text, sentences, article, trim)
        title = article.get("title")
        titled = title if isinstance(title, str) else ""
        return sentences, weigh(sentences, titled, self._stops)


def _said(text: str, piece: Chosen) -> str:
    return shown(text, piece.kept) if piece.kept else text[piece.start : piece.end]


def _entry(piece: Chosen, score: float) -> dict[str, Any]:
    """Return a piece as it stands in `summary_sentences`."""
    entry = {"field": "text", "start": piece.start, "end": piece.end, "score": score}
    if piece.kept:
        entry |= {"kept": [list(span) for span in piece.kept], "trimmed": list(piece.trimmed)}
    return entry


def _warnings(is_long: bool, is_empty: bool) -> list[dict[str, str]]:
    """Return what a person should know of this summary."""
    warnings = []
    if is_long:
        message = f"only the first {LIMITS.sentences} sentences were considered"
        warnings.append({"code": "long-text", "message": message})
    if is_empty:
        warnings.append({"code": "no-summary", "message": "the text has no word"})
    return warnings
