"""Aliases: which names of one type are one entity."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.entities.aliases import Mentioned, fold, group

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
