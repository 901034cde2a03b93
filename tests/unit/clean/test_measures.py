"""What the judge measures: characters, words, places and containers, on hand-made blocks."""

from __future__ import annotations

import numpy as np
import pytest

from newskit.clean.learned import characters, place
from newskit.clean.learned.characters import CALL, DIGIT, ELLIPSIS, LOWER, STOP, UNSPACED, UPPER
from newskit.clean.learned.features import Known, bags, headed, measure
from newskit.clean.learned.own import COLON_END, STOP_END
from newskit.clean.learned.tree import Tree
from newskit.clean.learned.vocabulary import MOST_REMEMBERED, NOTHING, UNKNOWN, Steps, Words
from newskit.model.network import pack_integers

KNOWN = {
    "words": "more read the",
    "pairs": pack_integers([1, 3, 3, 2]),
    "names": "article div related",
    "weights": {
        "words": pack_integers([-100, -50, 50]), "pairs": pack_integers([-25, -200]),
        "names": pack_integers([100, 0, -200]),
    },
}  # fmt: skip


def test_characters_are_counted_by_class() -> None:
    counts = characters.count(["Ab 12.", "東京!", "ÄÖ жЖ"])
    assert counts.classes[0, [UPPER, LOWER, DIGIT, STOP]].tolist() == [1, 1, 2, 1]
    assert counts.classes[1, [UNSPACED, CALL]].tolist() == [2, 1]
    assert counts.classes[2, [UPPER, LOWER]].tolist() == [3, 1]
    assert counts.words.tolist() == [2, 1, 2]
    assert counts.capitals.tolist() == [1, 0, 1]
    assert counts.classes.sum(1).tolist() == [6, 3, 5]


def test_the_last_mark_is_seen_through_quotes() -> None:
    texts = ["He said “No.”", "Wait ...", "Wait…", "?", "\U0001f600"]
    assert characters.count(texts).last.tolist() == [STOP, ELLIPSIS, ELLIPSIS, CALL, 0]


def test_parts_make_the_same_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["One two.", "Three", "4 five"] * 5
    whole = characters.count(texts)
    monkeypatch.setattr(characters, "AT_ONCE", 10)
    for one, other in zip(whole, characters.count(texts), strict=True):
        assert np.array_equal(one, other)


def test_words_are_known_without_what_stands_around_them() -> None:
    words = Words(["more", "read", "0"])
    assert [words[t] for t in ("read", "more:", "(12", "…", "harbour")] == [
        3, 2, 4, NOTHING, UNKNOWN
    ]  # fmt: skip


def test_what_is_remembered_is_bounded() -> None:
    words = Words(["more"])
    for number in range(MOST_REMEMBERED + 10):
        assert words[f"w{number}"] == UNKNOWN
    assert len(words) <= MOST_REMEMBERED


def test_known_words_and_pairs_add_up() -> None:
    known = Known(KNOWN)
    blocks = [{"kind": "paragraph"}, {"kind": "paragraph"}]
    measured = measure(
        blocks, ["Read more", "Nothing of it"], hits=[None, None], title=None, known=known,
        names=np.zeros((3, 1)),
    )  # fmt: skip
    assert measured.columns["known"].tolist() == [-0.5 - 1.0 - 0.25 - 2.0, 0.0]
    table = np.arange(len(known.weights), dtype=float)[:, None]
    bag = bags(measured.terms, measured.columns["tokens"], table)
    assert bag[0, 0] == pytest.approx((2 + 3 + 5 + 6) / 2**0.5)
    assert headed(bag, np.array([-1, 0])).tolist() == [[0.0], bag[0].tolist()]


@pytest.mark.parametrize(
    "change",
    [{"pairs": pack_integers([3, 2, 1, 3])}, {"words": "read"}, {"weights": {}}, {"names": 1}],
)
def test_knowledge_that_does_not_fit_is_refused(change: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        Known(KNOWN | change)


def test_containers_hold_what_their_blocks_hold() -> None:
    tree = Tree(["div/p", "div/p", "div~2/ul/li", "div"], Steps(["div"], [1.0]))
    sums = tree.sums(np.array([[1.0], [2.0], [4.0], [8.0]]))[:, 0]
    named = {path: sums[node] for path, node in tree.nodes.items()}
    assert named == {
        "": 15.0, "div": 11.0, "div/p": 3.0, "div~2": 4.0, "div~2/ul": 4.0, "div~2/ul/li": 4.0
    }  # fmt: skip
    vectors = np.array([[float(step.tag == "div")] for step in tree.steps])
    assert tree.along(vectors)[tree.at][:, 0].tolist() == [1.0, 1.0, 1.0, 1.0]
    shared = tree.shared(tree.nodes["div/p"])
    assert [int(shared[node]) for node in tree.at] == [2, 2, 0, 1]


def test_deep_paths_need_no_recursion() -> None:
    tree = Tree(["/".join(["div.related"] * 5000)], Steps(["related"], [-1.0]))
    assert max(tree.depth) == 5000
    assert tree.steps[1].worst == "related"


def test_distances_count_blocks() -> None:
    marks = np.array([False, True, False, False, True])
    assert place.since(marks).tolist() == [60, 60, 1, 2, 3]
    assert place.last_marked(marks).tolist() == [-1, -1, 1, 1, 1]


def test_the_title_is_found_again() -> None:
    found = place.repetition(["Quay to close", "The quay is to close", "Other"], "Quay to close")
    assert found["title-share"].tolist() == [2.0, 1.0, 0.0]
    assert found["title-own"].tolist() == [2.0, 3 / 5, 0.0]
    assert found["since-title"].tolist() == [0.0, 1.0, 2.0]


def test_ends_are_named() -> None:
    assert (COLON_END, STOP_END) == (1, 3)
