"""Make a summary of what a model wrote: its sentences, plain, as many as the budget holds.

Models wrap their answers: a line that announces it, list marks, asterisks, their own thoughts. All
that goes. Sentences are kept from the first on while they fit, since each leans on those before it;
when not even the first fits, it is cut as any other summary is (cut.py).

It gets wrong: asterisks that belong to the text, and a first sentence that is a line and ends in a
colon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newskit.rule import Rule
from newskit.summarize.cut import cut
from newskit.text.normal import normalise
from newskit.text.sentences import spans
from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newskit.summarize.budget import Budget

LIST_MARK = Rule(
    "list-mark",
    r"^(?:[-*•–]|#{1,6})[ \t]{1,4}(?=\S)",
    "Opens a line of a list, or a heading, in Markdown.",
    hits=("- Rain fell.", "* Rain", "# Rain"),
    misses=("Rain - fell", "-5 degrees", "#rain"),
)
NUMBER_MARK = Rule(
    "numbered-mark",
    r"^\d{1,2}[.)][ \t]{1,4}(?=\S)",
    "Opens a line of a numbered list; one line alone may be a club's name.",
    hits=("1. Rain fell.", "12) Rain"),
    misses=("2024 was dry.", "1.5 metres"),
)
EMPHASIS = Rule(
    "emphasis",
    r"\*\*|__|`",
    "Marks emphasis or code in Markdown.",
    hits=("**Rain**", "__fell__", "`x`"),
    misses=("*", "snake_case"),
)
THOUGHTS = ("<think>", "</think>")


class Fitted(NamedTuple):
    """The sentences that fit, how many were left out, and whether the first was cut."""

    pieces: list[str]
    left_out: int
    is_cut: bool


def sentences_of(answer: str, *, is_unfinished: bool) -> list[str]:
    """Return the sentences of an answer, white space folded.

    Of an answer that was stopped in the middle the last sentence is left out; the list may be empty
    then.

    >>> sentences_of("Summary:\\n- **Rain** fell.\\n- It st", is_unfinished=True)
    ['Rain fell.']
    """
    opening, closing = THOUGHTS
    if answer.lstrip().startswith(opening):
        answer = answer.partition(closing)[2]
    lines = [line.strip() for line in answer.strip().split("\n")]
    if len(lines) > 1 and lines[0].endswith((":", ":**")):
        lines = lines[1:]
    lines = [LIST_MARK.sub("", line) for line in lines]
    if sum(NUMBER_MARK.match(line) is not None for line in lines) > 1:
        lines = [NUMBER_MARK.sub("", line) for line in lines]
    plain = normalise(EMPHASIS.sub("", "\n".join(lines)), characters=True)
    found = [" ".join(plain[start:end].split()) for start, end in spans(plain)]
    found = [piece for piece in found if any(map(str.isalnum, piece))]
    return found[:-1] if is_unfinished else found


def fit(pieces: Sequence[str], budget: Budget) -> Fitted:
    """Return the first of at least one sentences that fit a budget, or the first one cut.

    >>> from newskit.summarize.budget import Budget
    >>> fit(["Rain fell.", "It stopped at noon."], Budget(None, 4, None)).pieces
    ['Rain fell.']
    """
    kept: list[str] = []
    words = chars = 0
    for piece in pieces:
        words += count_words(piece)
        chars += len(piece) + budget.mark + bool(kept)
        over = (
            (budget.sentences is not None and len(kept) >= budget.sentences)
            or (budget.words is not None and words > budget.words)
            or (budget.chars is not None and chars > budget.chars)
        )
        if over:
            break
        kept.append(piece)
    if kept:
        return Fitted(kept, len(pieces) - len(kept), False)
    first = pieces[0]
    most = None if budget.chars is None else budget.chars - budget.mark
    start, end = cut(first, (0, len(first)), budget.words, most)
    return Fitted([first[start:end]], len(pieces) - 1, True)
