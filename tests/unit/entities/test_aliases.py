"""Aliases: which names of one type are one entity."""

import io
import json
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, SHARED

from newskit.entities.aliases import Mentioned, fold, group
from newskit.entities.places import Places
from newskit.entities.spans import Candidate

PLACES = Places()
CASES = (Path(__file__).parent / "aliases.jsonl").read_text(encoding="utf-8").splitlines()


def mentioned(names, kind):
    return [Mentioned(kind, "", name, -1) for name in names]


@pytest.mark.parametrize("line", CASES)
def test_case(line):
    case = json.loads(line)
    found = group(mentioned(case["names"], case["type"]))
    parts = case["groups"]
    pairs = [(a, b) for a in range(len(parts)) for b in range(a)]
    assert [found[a] == found[b] for a, b in pairs] == [parts[a] == parts[b] for a, b in pairs]


def test_parentheses_introduce_what_the_letters_do_not():
    names = mentioned(["Movement for Change in Zambia", "Umodzi", "Umodzi"], "ORG")
    names[1] = names[1]._replace(introduced=0)
    assert group(names) == [0, 0, 0]


def test_what_the_gazetteer_knows_is_joined_by_it():
    names = mentioned(["U.S.", "America", "Peru"], "GPE")
    names[0] = names[0]._replace(key="United States")
    names[1] = names[1]._replace(key="United States")
    assert group(names) == [0, 0, 2]


def test_types_stay_apart():
    names = [*mentioned(["Washington"], "PERSON"), *mentioned(["Washington"], "GPE")]
    assert group(names) == [0, 1]


def test_many_names_are_not_compared_with_one_another():
    names = mentioned([f"Name{n} Of{n}" for n in range(20_000)], "PERSON")
    assert group(names) == list(range(20_000))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["PERSON", "ORG", "GPE", "EVENT"]), st.text("aB. -é'", min_size=1)
        )
    )
)
def test_groups_are_named_by_a_mention_of_their_type(pairs):
    names = [Mentioned(kind, "", text, -1) for kind, text in pairs]
    found = group(names)
    assert all(found[number] == number for number in found)
    assert all(names[a].type == names[b].type for a, b in enumerate(found))


def test_fold():
    assert fold("U.N.") == ("un",)
    assert fold("—") == ("—",)


LABELS = ROOT / "scripts" / "labels" / "aliases.jsonl"
WORLD = SHARED / "data" / "entities" / "world.jsonl.zst"


@pytest.mark.slow
@pytest.mark.skipif(not WORLD.exists(), reason="no annotated articles beside the checkout")
def test_forty_articles_are_put_together_as_by_hand(capsys):
    """B-cubed (Bagga and Baldwin 1998) over all mentions, with the mentions given."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    with WORLD.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        articles = {article["id"]: article for article in map(json.loads, lines)}
    precision, recall = [], []
    for label in labels:
        found = group(gold_mentions(articles[label["id"]]))
        cluster = {place: set(places) for places in label["clusters"] for place in places}
        for place, number in enumerate(found):
            own = {other for other, same in enumerate(found) if same == number}
            both = len(own & cluster[place])
            precision.append(both / len(own))
            recall.append(both / len(cluster[place]))
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    with capsys.disabled():
        print(f"B-cubed of {len(precision)} mentions: {p:.4f} {r:.4f} {2 * p * r / (p + r):.4f}")
    assert len(labels) == 40
    assert 2 * p * r / (p + r) >= 0.98


def gold_mentions(article):
    """Return the annotated mentions of an article as the stage would hand them on."""
    found = []
    for field, gold in (("title", "gold_title_entities"), ("text", "gold_entities")):
        text = article[field]
        spans = [Candidate(start, end, kind, "") for start, end, kind in sorted(article[gold])]
        before = None
        for span in PLACES.place(spans, text):
            behind = before is not None and text[before.end : span.start] == " ("
            introduced = len(found) - 1 if behind and text[span.end : span.end + 1] == ")" else -1
            found.append(Mentioned(span.type, span.key, text[span.start : span.end], introduced))
            before = span
    return found
