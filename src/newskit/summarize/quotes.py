"""Say which sentences lie in quotations, or begin or end inside one.

A quotation of several sentences is cut apart by the splitter; none of the pieces reads well alone.
So the marks are followed through the article: each sentence is `open-quote` when a mark stays open
before or after it, `quote-only` when nothing stands outside its marks, `mostly-quote` when little.

What it gets wrong: an apostrophe at the end of a word may pass for a closing mark (the boys’ boat),
and after a lost mark up to QUOTE_SENTENCES sentences are taken for speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.summarize.rules import HEAD, QUOTE_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.sentence import Sentence

# Share of letters outside quotation marks below which a sentence is mostly quotation.
QUOTE_SHARE = 0.25
# Sentences after which an opened quotation counts as never closed, so that a lost mark
# costs four sentences and not the rest of the article.
QUOTE_SENTENCES = 4
# All that QUOTE_MARKS finds.
MARKS = "\"“”„«»‘'’"


def find_quotes(text: str, sentences: Sequence[Sentence]) -> None:
    """Add the defects of quotation to the sentences of `text`, which must come in order."""
    low_opening = "„" in text
    angles = sorted("«»", key=lambda mark: text.find(mark) % (len(text) + 1))
    find = QUOTE_MARKS.compiled().finditer
    marks = [mark for mark in MARKS if mark in text]
    opened, age, before = "", 0, 0
    for sentence in sentences:
        if opened and ("\n" in text[before : sentence.start] or age >= QUOTE_SENTENCES):
            opened, age = "", 0  # English opens a quotation anew in every paragraph
        before = sentence.end
        began, head = opened, sentence.folded[:HEAD]
        found = [m.start() for m in find(head)] if any(map(head.__contains__, marks)) else ()
        if not opened and not found:
            continue
        opened, quoted, stray = _read_quotes(head, found, opened, (low_opening, angles[0]))
        age = age + 1 if opened else 0
        if began or opened or stray:
            sentence.defects.append("open-quote")
            continue
        if quoted:
            letters = sum(map(str.isalnum, head))
            outside = 1 - quoted / max(1, letters)
            if outside < 0.05:
                sentence.defects.append("quote-only")
            elif outside < QUOTE_SHARE:
                sentence.defects.append("mostly-quote")


def _read_quotes(
    folded: str, marks: Sequence[int], opened: str, style: tuple[bool, str]
) -> tuple[str, int, bool]:
    """Return the mark open at the end, the letters inside quotations, whether a closer is stray.

    `marks` are the offsets of all QUOTE_MARKS in `folded`.
    """
    quoted, since, stray = 0, 0, False
    for at in marks:
        mark = folded[at]
        single = mark in "'‘’"
        if opened and single != (opened in "'‘"):
            continue
        if opened:
            if mark in "„‘" or (mark == '"' and _opens_here(folded, at) and at + 1 < len(folded)):
                continue
            quoted += sum(map(str.isalnum, folded[since:at]))
            opened = ""
        elif _is_opener(folded, at, style):
            opened, since = mark, at
        elif mark == "”" or (mark == '"' and not folded[at - 1].isdigit()):
            stray = True
    if opened:
        quoted += sum(map(str.isalnum, folded[since:]))
    return opened, quoted, stray


def _is_opener(folded: str, at: int, style: tuple[bool, str]) -> bool:
    """Tell whether the mark at `at` opens a quotation where none is open."""
    mark = folded[at]
    low_opening, angle = style
    if mark in "\"'":
        return _opens_here(folded, at)
    return mark in "„‘" or mark == angle or (mark == "“" and not low_opening)


def _opens_here(folded: str, at: int) -> bool:
    """Tell whether a straight mark opens: nothing, a space or a bracket stands before it."""
    return at == 0 or folded[at - 1] in " ([—–-"
