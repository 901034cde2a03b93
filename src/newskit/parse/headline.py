"""Which line of a plain text is its headline: a weighed sum of what speaks for and against a line.

Texts begin with their headline, or with a menu of a hundred lines, or lack it. So every short line
before a paragraph is weighed: whether its words come back in the paragraphs behind it and in the
page's title, whether it is repeated, whether a date or a byline stands below it, how far the text
is, and whether it looks like a call, a sentence or a trail of sections. The likeliest line is the
headline if it is more likely than not.

The weights are fitted by scripts/train_headline.py to 290 labelled pages as plain text, each whole,
without its page's title, from the headline on, and without its headline, and to 766 articles with
their headline and without it.

What it gets wrong: a subhead or standfirst at the top of a text that lost its headline passes for
one; below a menu, without the page's title, two of three headlines are not found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from math import exp, log
from operator import mul
from typing import TYPE_CHECKING

from newskit.parse.beside import AGO, STAMP, says_who_or_when
from newskit.rule import Rule
from newskit.text.stems import content_words, stop_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

# Log odds of a line to be the headline.
BIAS = -5.34
WEIGHTS = {
    "overlap": 2.72, "gap": -0.83, "page": -5.72, "page_both": 11.03, "repeats": 3.12,
    "dated": 1.95, "texts_before": -1.23, "top": 6.28, "top_few": 3.07, "short_before": 3.44,
    "text_next": -0.98, "long": -4.25, "few": -6.65, "call": -2.25, "stop": -2.96, "path": -3.18,
    "unspaced": 3.94,
}  # fmt: skip

# Likelihood of another line from which a first line of FEW_WORDS and fewer is no headline but the
# paper's name. On the labelled texts it changes nothing between 0.4 and 1.
RIVAL, FEW_WORDS = 0.4, 4
# Words up to which it is a section's or a place's name where another line is as headlines are.
LABEL_WORDS = 2

# Lines that are weighed, and how far behind them the text may begin.
MOST_LINES, FARTHEST_TEXT = 500, 40

# Code points of a headline, at most; of a paragraph, at least; of it that are compared.
LONGEST, PARAGRAPH, COMPARED = 200, 120, 1_000

# Paragraphs whose words are compared; lines below in which a date counts; lines above in which
# short ones (of a menu) count, and how short.
TEXTS, BELOW, ABOVE, SHORT = 4, 3, 5, 25

# A headline is the first line of LONG_WORDS within SHORT_TOP lines, if it shares SHARED of its
# words with the text and who or when is said within ABOVE_IT lines above or FAR_BELOW below it.
LONG_WORDS, SHORT_TOP, SHARED, ABOVE_IT, FAR_BELOW = 6, 12, 0.4, 2, 5

# Words in common from which the first line may be the page's title, and not the name of the site.
COMMON = 3

# These stand between the names of sections, not in headlines.
PATHS = (" | ", " › ", " > ", " → ", " » ")

_ENDS = '.!?”"»。…)’'

CALL = Rule(
    "call-beside-headline",
    r"(?i)^(?:no time to|as told to |make us |add us |support us|get (?:a|the|our)|sign (?:up|in)"
    r"|log in|subscribe|share|follow"
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


OF_PICTURE = Rule(
    "picture-below-headline",
    r"(?i)\((?:symbolbild|symbolfoto|archivbild|archivfoto|file photo|file|pictured|foto|photo)\b"
    r"[^()]{0,40}\)$",
    "A caption that says in brackets at its end that it is one.",
    hits=("Police praise the pensioner (Symbolbild)", "The pier (file photo)"),
    misses=("Photo finish in Port Ellery", "The pier (old) is shut"),
)


def find_headline(lines: Sequence[str]) -> tuple[str, int]:
    """Return the headline and its place among the lines; "" and -1 if none is likely enough."""
    rows = dict(weighed(lines))
    likely = {i: _likelihood(row) for i, row in rows.items()}
    at = max(likely, key=likely.__getitem__, default=-1)
    if at < 0 or likely[at] <= 0.5:
        at = _first_long(lines, rows)
        return (lines[at], at) if at >= 0 else ("", -1)
    if at == 0 and len(lines[0].split()) <= FEW_WORDS:
        rival = max((i for i in likely if i), key=likely.__getitem__, default=0)
        if likely[rival] <= RIVAL:
            rival = _first_long(lines, rows) if len(lines[0].split()) <= LABEL_WORDS else 0
        at = max(0, rival)
    return lines[at], at


def _first_long(lines: Sequence[str], rows: Mapping[int, Sequence[float]]) -> int:
    """Return the place of the first line with the words of a headline, if all is as it should be.

    Few lines above it, its words in the text, and who or when beside it; else -1.
    """
    top = lines[: SHORT_TOP + 1]
    at = next((i for i, line in enumerate(top) if _is_long(line)), -1)
    if at not in rows or lines[at][-1] in ".:;,…":
        return -1
    overlap = max(row[0] for i in (at, at + 1) if (row := rows.get(i)))  # or that of its standfirst
    beside = (*lines[max(0, at - ABOVE_IT) : at], *lines[at + 1 : at + 1 + FAR_BELOW])
    told = any(map(says_who_or_when, beside))
    return at if told and overlap >= SHARED else -1


def _is_long(line: str) -> bool:
    """Tell whether a line has the words of a headline, and is no call and no date."""
    return len(line.split()) >= LONG_WORDS and not (CALL.search(line) or says_who_or_when(line))


def _likelihood(row: Sequence[float]) -> float:
    return 1 / (1 + exp(-BIAS - sum(map(mul, WEIGHTS.values(), row))))


def weighed(lines: Sequence[str]) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield the places of the lines that may be headlines, and what WEIGHTS weighs of them."""
    lines = lines[: MOST_LINES + FARTHEST_TEXT]
    texts = [i for i, line in enumerate(lines) if is_text(line)]
    if not texts:
        return
    stops = stop_stems()
    words = [frozenset(content_words(line[:COMPARED])).difference(stops) for line in lines]
    counts = Counter(line.casefold() for line in lines)
    dated = [says_who_or_when(line) for line in lines]
    short = [len(line) < SHORT for line in lines]
    top = next((i for i, line in enumerate(lines) if not AGO.match(line)), 0)
    for i, line in enumerate(lines[:MOST_LINES]):
        at = bisect_right(texts, i)
        behind = texts[at : at + TEXTS]
        if not behind or behind[0] - i > FARTHEST_TEXT or not _could_be_headline(line):
            continue
        said = frozenset[str]().union(*(words[text] for text in behind))
        yield (
            i,
            (
                _share(words[i], said),
                log(behind[0] - i),
                *_of_page(words[i], words[0] if i else frozenset()),
                min(counts[line.casefold()] - 1, 3) / 3,
                float(any(dated[i + 1 : i + 1 + BELOW])),
                log(1 + at),
                float(i == top),
                float(i == top) * _few(line),
                sum(short[max(0, i - ABOVE) : i]) / ABOVE,
                float(behind[0] - i == 1),
                *_looks(line),
            ),
        )


def _share(own: Set[str], other: Set[str]) -> float:
    return len(own & other) / max(1, len(own))


def _of_page(own: Set[str], page: Set[str]) -> tuple[float, float]:
    """Return how much of a page's title a line says, and how far the two are the same."""
    if len(own & page) < COMMON:
        return 0.0, 0.0
    share = _share(page, own)
    return share, share * _share(own, page)


def _looks(line: str) -> tuple[float, ...]:
    """Return what a line shows by itself."""
    number = len(line.split())
    return (
        max(0, number - 16) / 10,
        _few(line),
        float(CALL.search(line) is not None),
        float(line[-1] in ".:;,…"),
        float(any(map(line.__contains__, PATHS))),
        float(is_unspaced_title(line)),
    )


def _few(line: str) -> float:
    return max(0, 5 - len(line.split())) / 5


def _could_be_headline(line: str) -> bool:
    """Tell whether a line is one line, not too long, and has two words, of letters."""
    if len(line) > LONGEST or "\n" in line or not any(map(str.isalpha, line)):
        return False
    if AGO.match(line) or STAMP.match(line) or OF_PICTURE.search(line):
        return False
    return len(line.split()) >= 2 or is_unspaced_title(line)


def is_unspaced_title(line: str) -> bool:
    """Tell whether a line could be a title in a script that has no spaces."""
    return (
        8 <= len(line) <= 60
        and line.count(" ") <= 3
        and sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in line)
        > len(line) / 2
        and line[-1] not in "。，：；…"
    )


def is_text(line: str) -> bool:
    """Tell whether a line is a paragraph of a text."""
    return len(line) >= PARAGRAPH and line.rstrip()[-1:] in _ENDS
