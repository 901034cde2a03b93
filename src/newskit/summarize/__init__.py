"""Choose the sentences that carry the story: an extractive summary, verbatim and in order.

    defects.py   what speaks against a sentence, and the rungs of the ladder
    weights.py   how much of the story a sentence carries
    choose.py    the best sentences of the lowest rung, within exact budgets
    cut.py       what to do when not even one sentence fits

docs/summarize.md describes the whole on a page. What it gets wrong: it knows no meaning, so a story
told backwards is summarised by its anecdote.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from newskit.limits import LIMITS
from newskit.summarize.choose import Budget, choose
from newskit.summarize.defects import Sentence, find_defects
from newskit.summarize.weights import stop_stems, weigh
from newskit.text.sentences import spans

if TYPE_CHECKING:
    from collections.abc import Mapping

# Sentences when the caller gives no budget at all: what readers expect of a summary.
DEFAULT_SENTENCES = 3


class Summarize:
    """The stage `summarize`: sets `summary` and `summary_sentences`.

    Args:
        sentences: the most sentences, at least 1; 3 when no budget is given.
        words: the most words, at least 1, as newskit.text.words.count_words counts them: runs
            between spaces; two Chinese or Japanese characters are one.
        chars: the most code points of `summary`, at least 1.

    All budgets that are given hold together. Raises ValueError for a budget below 1.
    """

    name = "summarize"
    needs = ("text",)
    sets = ("summary", "summary_sentences")

    def __init__(
        self, sentences: int | None = None, words: int | None = None, chars: int | None = None
    ) -> None:
        given = {"sentences": sentences, "words": words, "chars": chars}
        self.options = {name: value for name, value in given.items() if value is not None}
        for name, value in self.options.items():
            if value < 1:
                raise ValueError(f"{name} must be at least 1, not {value}")
        self._stops = stop_stems()
        self._budget = Budget(sentences if self.options else DEFAULT_SENTENCES, words, chars)

    def __call__(self, article: Mapping[str, Any]) -> dict[str, Any]:
        """Return `summary` and `summary_sentences` ({field, start, end, score}, in order).

        Offsets are code points of `text`; `summary` joins the pieces with one space and writes
        every run of white space inside them as one. Both are None for a text without any word.
        """
        text = article["text"]
        worded = (s for s in spans(text) if any(map(str.isalnum, text[s[0] : s[1]])))
        found = list(islice(worded, LIMITS.sentences + 1))
        sentences = [Sentence(i, text, s) for i, s in enumerate(found[: LIMITS.sentences])]
        _note_blocks(sentences, article.get("blocks"), len(text))
        find_defects(text, sentences, article)
        scores = weigh(sentences, _string(article, "title") or "", self._stops)
        chosen = choose(text, sentences, scores, self._budget)
        result: dict[str, Any] = {"summary": None, "summary_sentences": None}
        if chosen:
            result["summary"] = " ".join(" ".join(text[c.start : c.end].split()) for c in chosen)
            result["summary_sentences"] = [
                {"field": "text", "start": c.start, "end": c.end, "score": scores[c.number]}
                for c in chosen
            ]
        warnings = _warnings(len(found) > LIMITS.sentences, not chosen)
        return result | {"warnings": warnings} if warnings else result


def _string(article: Mapping[str, Any], field: str) -> str | None:
    value = article.get(field)
    return value if isinstance(value, str) else None


def _warnings(is_long: bool, is_empty: bool) -> list[dict[str, str]]:
    """Return what a person should know of this summary."""
    warnings = []
    if is_long:
        message = f"only the first {LIMITS.sentences} sentences were considered"
        warnings.append({"code": "long-text", "message": message})
    if is_empty:
        warnings.append({"code": "no-summary", "message": "the text has no word"})
    return warnings


def _note_blocks(sentences: list[Sentence], blocks: object, length: int) -> None:
    """Give each sentence the kind and role of its block, if the blocks fit the text.

    Blocks of another text, or malformed ones, are as good as none: then only shape counts.
    """
    if not isinstance(blocks, list) or not all(_is_block(block, length) for block in blocks):
        return
    if any(a["end"] > b["start"] for a, b in pairwise(blocks)):
        return
    position = 0
    for sentence in sentences:
        while position < len(blocks) and blocks[position]["end"] <= sentence.start:
            position += 1
        if position == len(blocks):
            return
        block = blocks[position]
        if block["start"] <= sentence.start:
            sentence.kind = _string(block, "kind") or ""
            sentence.role = _string(block, "role") or ""


def _is_block(block: object, length: int) -> bool:
    if not isinstance(block, dict):
        return False
    start, end = block.get("start"), block.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length
