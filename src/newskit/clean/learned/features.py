"""Puts all measures of an article's blocks together into the rows that a network reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.learned import markup, own, place
from newskit.clean.learned.own import pair_code
from newskit.clean.learned.vocabulary import FIRST, Steps, Words
from newskit.model.network import unpack_integers
from newskit.text.words import STOP_WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newskit.clean.rules import Hit

    Column = NDArray[np.float64]
    Columns = dict[str, Column]
    Numbers = NDArray[np.int64]

KINDS = {
    "paragraph": 0.0, "quote": 1.0, "list-item": 2.0, "heading": 3.0, "table": 4.0, "caption": 5.0,
    "code": 6.0, "other": 7.0,
}  # fmt: skip
ROLES = ARTICLE_ROLES + FURNITURE_ROLES
KNOWN_KINDS = ("words", "pairs", "names")
DEEPEST = 80  # steps; real pages have up to 60, and sums over containers cost a step each
SINCE_SECTION = 40  # blocks; a heading of furniture further back says nothing

# Columns that are one of several cases, each a column of its own for the network.
CASES = {"kind": len(KINDS), "end": 6, "start": 6, "tag": len(markup.TAGS), "rule": len(ROLES) + 1}
# Columns of which the order of magnitude counts.
MAGNITUDES = frozenset((
    "length", "words", "stops", "bars", "bullets", "calls", "lines", "tokens", "prose",
    "from-start", "from-end", "blocks", "prose-total", "since-prose", "until-prose", "since-head",
    "prose-since-head", "furniture-heads", "repeated", "times", "since-title", "since-section",
    "rules-before", "depth", "parent-blocks", "outer-blocks", "third-blocks", "parent-prose",
    "pattern-blocks", "pattern-length", "after-title",
))  # fmt: skip
FURTHEST = 4.0  # standard deviations; beyond that a measure says no more


class Known:
    """The words, pairs of words and names that a model knows, with their weights.

    Args:
        data: ``{"words": words, "pairs": numbers, "names": words, "weights": {"words": numbers,
            "pairs": numbers, "names": numbers}}``: words in one string with spaces between, numbers
            as `pack_integers` stores them. A pair is two numbers of words, where 1 stands for a
            block's beginning and the first word is 2; weights are hundredths of a logit.

    Raises KeyError, TypeError, ValueError or AttributeError if the data is none of this form.
    """

    def __init__(self, data: Any) -> None:
        weights = {kind: unpack_integers(data["weights"][kind]) / 100 for kind in KNOWN_KINDS}
        words, names = data["words"].split(" "), data["names"].split(" ")
        self.words = Words(words)
        self.steps = Steps(names, weights["names"].tolist())
        self.names = len(names)
        pairs = unpack_integers(data["pairs"]).reshape(-1, 2)
        self.pairs: Numbers = pair_code(pairs[:, 0], pairs[:, 1])  # ascending
        if (np.diff(self.pairs) <= 0).any():
            raise ValueError("pairs are not in order")
        listed = (np.zeros(FIRST), weights["words"], weights["pairs"])
        self.weights: Column = np.concatenate(listed)
        self.first_pair = FIRST + len(words)
        if [len(weights[kind]) for kind in KNOWN_KINDS] != [len(words), len(pairs), len(names)]:
            raise ValueError("not as many weights as words, pairs and names")
        self.stop_words = np.array([False] * FIRST + [word in STOP_WORDS for word in words])


class Terms(NamedTuple):
    """The known words and pairs of all blocks."""

    numbers: Numbers  # rows of the table of vectors; words first, then pairs
    rows: Numbers  # the block of each, ascending within words and within pairs
    words: int  # how many of them are words


class Measured(NamedTuple):
    """All measures of an article's blocks."""

    columns: Columns
    terms: Terms
    heads: Numbers  # the last heading before each block, -1 for none
    along: Column | None  # vectors of the names along the paths; None without markup
    last: Column | None
    worst: list[str]


def measure(
    blocks: list[dict[str, Any]], texts: list[str], *, hits: list[Hit | None],
    title: str | None, known: Known, names: Column,
) -> Measured:  # fmt: skip
    """Return the measures of all blocks; those of the markup only if a block has a path.

    `texts` are stripped and not empty; `names` are the vectors of `known.steps`' names.
    """
    columns, tokens = own.measure(texts, known.stop_words, known.words)
    kinds = [block.get("kind") for block in blocks]
    columns["kind"] = np.array([KINDS.get(kind, 0.0) if kind else 0.0 for kind in kinds])
    links = [block.get("links") for block in blocks]
    shares = np.array([n if isinstance(n, (int, float)) else 0.0 for n in links], float)
    columns["links"] = np.clip(shares, 0.0, 1.0)  # whatever a record says
    terms = _terms(tokens, known)
    columns["known"] = _sums(terms.rows, known.weights[terms.numbers], len(texts))
    columns["known-mean"] = columns["known"] / np.maximum(1.0, tokens.totals)
    columns |= place.position(place.prose(columns))
    columns |= place.repetition(texts, title)
    columns |= _rules(hits)
    made, heads = place.headings(columns, columns["kind"] == KINDS["heading"])
    columns |= made
    paths = list(map(path_of, blocks))
    if not any(paths):
        return Measured(columns, terms, heads, None, None, [""] * len(blocks))
    marked = markup.measure(paths, columns, known.steps, names)
    return Measured(columns | marked.columns, terms, heads, marked.along, marked.last, marked.worst)


def _sums(rows: Numbers, values: Column, count: int) -> Column:
    return np.bincount(rows, values, count).astype(np.float64)


def _terms(tokens: own.Tokens, known: Known) -> Terms:
    """Return the numbers of the words and pairs that are known."""
    numbers, rows = tokens.words, tokens.rows
    is_known = numbers >= FIRST
    places = np.searchsorted(known.pairs, tokens.pairs)
    places[places == len(known.pairs)] = 0
    paired = known.pairs[places] == tokens.pairs if len(known.pairs) else is_known & False
    words, pairs = numbers[is_known], places[paired] + known.first_pair
    both = np.concatenate((words, pairs))
    return Terms(both, np.concatenate((rows[is_known], rows[paired])), len(words))


def bags(terms: Terms, totals: Column, vectors: Column) -> Column:
    """Return for each block the sum of its terms' vectors over the root of its word count."""
    made = np.zeros((len(totals), vectors.shape[1]))
    for part in (slice(0, terms.words), slice(terms.words, None)):
        rows = terms.rows[part]
        sums = np.zeros((len(rows) + 1, vectors.shape[1]))
        np.cumsum(vectors[terms.numbers[part]], axis=0, out=sums[1:])
        ends = np.searchsorted(rows, np.arange(len(totals) + 1))
        made += sums[ends[1:]] - sums[ends[:-1]]
    return made / np.sqrt(np.maximum(1.0, totals))[:, None]


def headed(bag: Column, heads: Numbers) -> Column:
    """Return the bag of the last heading before each block, zeros if there is none."""
    made: Column = np.where((heads >= 0)[:, None], bag[heads], 0.0)
    return made


class Input(NamedTuple):
    """How one column enters the network: less its mean, in standard deviations."""

    name: str
    mean: float
    deviation: float


def numbers(columns: Columns, inputs: list[Input]) -> Column:
    """Return the numeric columns as the network reads them."""
    table = np.array([columns[each.name] for each in inputs])  # a row a column: quicker to fill
    large = [i for i, each in enumerate(inputs) if each.name in MAGNITUDES]
    table[large] = np.sign(table[large]) * np.log1p(np.abs(table[large]))
    table -= np.array([each.mean for each in inputs])[:, None]
    table /= np.array([each.deviation for each in inputs])[:, None]
    rows: Column = np.clip(table, -FURTHEST, FURTHEST).T
    return rows


def cases(columns: Columns) -> Column:
    """Return 0 and 1 for the cases of the columns that have some."""
    found = [(columns[name], width) for name, width in CASES.items() if name in columns]
    made = np.zeros((len(columns["kind"]), sum(width for _, width in found)))
    rows = np.arange(len(made))
    first = 0
    for column, width in found:
        made[rows, first + np.clip(column, 0, width - 1).astype(np.int64)] = 1.0
        first += width
    return made


def path_of(block: dict[str, Any]) -> str:
    """Return a block's path, "" if it has none; of one that is too deep, the innermost steps."""
    path = block.get("path")
    if not isinstance(path, str):
        return ""
    return path if path.count("/") < DEEPEST else "/".join(path.split("/")[-DEEPEST:])


def _rules(hits: list[Hit | None]) -> Columns:
    """Return what the rules say of each block, and how far back a heading of furniture stands."""
    count = len(hits)
    codes, wholes, sections, furniture = (np.zeros(count) for _ in range(4))
    for row, hit in enumerate(hits):
        if hit is not None:
            role = ROLES.index(hit.role)
            codes[row] = 1.0 + role
            wholes[row] = hit.whole
            sections[row] = hit.section
            furniture[row] = role >= len(ARTICLE_ROLES)
    last = place.last_marked(sections > 0)
    back = np.where(last < 0, SINCE_SECTION, np.minimum(np.arange(count) - last, SINCE_SECTION))
    return {
        "rule": codes, "rule-whole": wholes, "since-section": back.astype(float),
        "rules-before": np.minimum(np.cumsum(furniture), 60.0),
        "rules-share": np.full(count, furniture.sum() / (count or 1)),
    }  # fmt: skip
