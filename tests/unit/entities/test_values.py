"""Dates, times, durations and amounts: every case of the two data files, exactly."""

import json
from pathlib import Path

import pytest

from newskit.entities import Entities

HERE = Path(__file__).parent
VALUED = ("DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")
STAGE = Entities(types=VALUED)


def cases(name):
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), start=1):
        yield pytest.param(json.loads(line), id=f"{name}:{number}")


@pytest.mark.parametrize("case", [*cases("times.jsonl"), *cases("amounts.jsonl")])
def test_case(case):
    expected = case.pop("found")
    mentions = [
        (mention["start"], mention["text"], entity)
        for entity in STAGE(case)["entities"]
        for mention in entity["mentions"]
    ]
    found = [
        [
            text,
            entity["type"],
            entity.get("value", ""),
            *([entity["mod"]] if "mod" in entity else []),
        ]
        for _, text, entity in sorted(mentions, key=lambda m: m[0])
    ]
    assert found == expected


def test_there_are_enough_cases():
    assert len(list(cases("times.jsonl"))) >= 120
    assert len(list(cases("amounts.jsonl"))) >= 80
