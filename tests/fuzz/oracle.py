"""Says what must hold of whatever a stage makes, for any input at all.

Any bytes are either accepted or refused with the documented error (BadArticle, BadInput); never
another exception, never silence. What is accepted keeps the promises of docs/record.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import orjson

from newskit.article import TEXT_ANNOTATIONS
from newskit.clean import Clean
from newskit.clean.pieces import fitting_blocks
from newskit.clean.restore import restore
from newskit.io.jsonl import dumps
from newskit.io.lines import Line
from newskit.limits import LIMITS
from newskit.stage import Stage, apply
from newskit.summarize import Summarize
from newskit.summarize.budget import BULLET
from newskit.summarize.trim import shown
from newskit.text.words import count_words

OWN = ("blocks", "removed", "entities", "summary_sentences", "keywords")
SECONDS, SECONDS_PER_BYTE = 2.0, 20e-6  # of a processor, that an input may take


def limit_of(data: bytes) -> float:
    """Return the seconds of a processor that an input of this size may take."""
    return SECONDS + SECONDS_PER_BYTE * len(data)


def check_stages(
    article: dict[str, Any], stages: Iterable[Stage], line: Line | None = None
) -> dict[str, Any]:
    """Run stages on an article, check what each makes, and return the last one's article.

    `line` is what it was read from. Raises BadArticle as the stages do, AssertionError for a broken
    promise.
    """
    for stage in stages:
        before = {field: repr(value) for field, value in article.items()}
        after = apply(stage, article)
        assert {f: repr(v) for f, v in article.items()} == before, "a stage changed its input"
        _check_untouched(stage, article, after)
        CHECKS[stage.name](stage, article, after)
        for field in set(OWN) & set(stage.sets):
            if field != "blocks" or stage.name != "parse":  # those that came with it may stay
                _check_numbers(after.get(field), field)
        article = after
    check_output(dumps(article, line), article)
    return article


def check_output(output: bytes, article: Mapping[str, Any]) -> None:
    """Check that bytes are one line of JSON, which says what the article does."""
    assert output.endswith(b"\n"), "the line does not end"
    assert output.count(b"\n") == 1, "more than one line"
    assert orjson.loads(output) == article, "not what the article says"


def _check_untouched(stage: Stage, article: dict[str, Any], after: dict[str, Any]) -> None:
    stale = TEXT_ANNOTATIONS if "text" in stage.sets else ()
    own = {*stage.sets, *stale, "history", "warnings"}
    rest = [(field, value) for field, value in article.items() if field not in own]
    left = [(field, value) for field, value in after.items() if field not in own]
    assert rest == left, "a field of others was changed"
    added = {}
    for field in ("history", "warnings"):
        given = article[field] if isinstance(article.get(field), list) else []
        now = after.get(field) if isinstance(after.get(field), list) else []
        assert now[: len(given)] == given, f"{field} lost something"
        added[field] = now[len(given) :]
    assert [step["stage"] for step in added["history"]] == [stage.name], "not in the history"
    for warning in added["warnings"]:
        assert set(warning) == {"stage", "code", "message"}, "half a warning"


def _check_numbers(value: Any, field: str) -> None:
    """Check that there is neither NaN nor null in what newskit itself writes."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in ("path", "links"):  # evidence is passed on as it came
                _check_numbers(part, field)
    elif isinstance(value, list):
        for part in value:
            _check_numbers(part, field)
    elif isinstance(value, float):
        assert math.isfinite(value), f"{field} holds a number that is none"
    else:
        assert isinstance(value, str | int) or field not in OWN or value is None


def block_texts(article: Mapping[str, Any]) -> list[str]:
    """Return the texts of an article's blocks."""
    return [article["text"][block["start"] : block["end"]] for block in article["blocks"]]


def _check_parse(stage: Stage, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    text = after["text"]
    assert isinstance(text, str), "no text"
    is_made = isinstance(before.get("html"), str) or isinstance(before.get("raw_text"), str)
    if is_made:
        assert "\n\n".join(block_texts(after)) == text, "the blocks are not the text"
        assert "\0" not in text, "NUL in a text"
    else:
        assert text == before["text"], "a text that is kept was changed"
        assert all(0 <= b["start"] <= b["end"] <= len(text) for b in after["blocks"]), "blocks"
    assert all(isinstance(b["kind"], str) for b in after["blocks"]), "a block without a kind"
    if not text.strip():
        assert any(w.get("code") == "empty" for w in _own_warnings(after, "parse")), "silent loss"
    assert isinstance(after["id"], str), "an id that is no string"
    assert after["id"], "an empty id"


def _own_warnings(article: Mapping[str, Any], stage: str) -> list[dict[str, Any]]:
    given = article.get("warnings")
    found = given if isinstance(given, list) else []
    return [w for w in found if isinstance(w, dict) and w.get("stage") == stage]


def _check_clean(stage: Stage, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    text, blocks = after["text"], after["blocks"]
    assert "\n\n".join(block_texts(after)) == text, "the blocks are not the text"
    came = before.get("blocks")
    if not before.get("removed") and "original" not in str(came):
        restored = restore(after)
        if fitting_blocks(before["text"], came):
            assert restored == block_texts(before), "kept and removed are not what parse wrote"
        else:
            words = "".join("".join(restored).split())
            assert words == "".join(before["text"].split()), "kept and removed are not the text"
    if before["text"].strip() and not before.get("removed"):
        assert blocks or after["removed"], "silent loss"


def _check_entities(stage: Stage, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    taken: dict[str, list[tuple[int, int]]] = {}
    for entity in after["entities"]:
        assert entity["name"], "an entity without a name"
        assert entity["count"] == len(entity["mentions"]) > 0, "a wrong count"
        assert 0 <= entity["salience"] <= 1, "salience"
        for mention in entity["mentions"]:
            string = after[mention["field"]]
            span = mention["start"], mention["end"]
            assert 0 <= span[0] < span[1] <= len(string), "a span outside"
            assert string[span[0] : span[1]] == mention["text"], "a span of something else"
            taken.setdefault(mention["field"], []).append(span)
    for spans in taken.values():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), "overlap"


def _check_summarize(stage: Stage, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    text, options = after["text"], stage.options
    _check_extras(options, after)
    if "summary" not in after:
        assert "summary_sentences" not in after, "sentences of no summary"
        assert not any(map(str.isalnum, text)), "no summary of a text with words"
        return
    pieces, at = [], 0
    for sentence in after["summary_sentences"]:
        start, end = sentence["start"], sentence["end"]
        assert at <= start < end <= len(text), "sentences out of order"
        at = end
        kept = sentence.get("kept")
        if kept:
            assert (kept[0][0], kept[-1][1]) == (start, end), "kept is not the sentence"
            assert all(a[0] < a[1] <= b[0] for a, b in pairwise(kept)), "kept"
        pieces.append(shown(text, kept) if kept else " ".join(text[start:end].split()))
    mark = BULLET if options.get("bullets") else ""
    between = "\n" if mark else " "
    assert after["summary"] == between.join(mark + p for p in pieces), "not verbatim"
    _check_budget(options, after["summary"], pieces, text)


def _check_budget(
    options: Mapping[str, Any], summary: str, pieces: Sequence[str], text: str
) -> None:
    words = sum(map(count_words, pieces))
    bounds = [(len(pieces), options.get("sentences")), (words, options.get("words"))]
    bounds += [(len(summary), options.get("chars"))]
    if options.get("ratio"):
        bounds.append((words, max(1, int(options["ratio"] * count_words(text) + 1e-9))))
    assert all(most is None or is_so <= most for is_so, most in bounds), "over the budget"


def _check_extras(options: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    if (most := options.get("keywords")) is not None:
        found = after.get("keywords") or []
        assert len(found) <= most, "too many key phrases"
        for phrase in found:
            string = after[phrase["field"]]
            assert string[phrase["start"] : phrase["end"]] == phrase["text"] != "", "key phrase"
    if options.get("headline") and after.get("headline") is not None:
        assert after["headline"].strip(), "an empty headline"


CHECKS = {
    "parse": _check_parse, "clean": _check_clean, "entities": _check_entities,
    "summarize": _check_summarize,
}  # fmt: skip


def check_again(article: dict[str, Any], stage: Clean | Summarize | Any) -> None:
    """Check that a stage changes nothing of what it has made already."""
    once = apply(stage, article)
    twice = apply(stage, once)
    if len(once["text"]) <= LIMITS.entity_characters:
        for field in stage.sets:
            assert once.get(field) == twice.get(field), f"{field} differs the second time"
