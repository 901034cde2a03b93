"""Times as TIMEX3 writes them, and ordinals: a table of each, one mention or none a row.

A row of timex3.jsonl with the field "fails" is a known failure, and says why.
"""

import json
from pathlib import Path

import pytest

from newskit.entities import Entities

HERE = Path(__file__).parent
TIMES = Entities(types=("DATE", "TIME", "DURATION", "SET"))
ORDINALS = Entities(types=("ORDINAL",))
# Today all of them; the floor leaves room for rows that are added with "fails".
FLOOR = 0.97


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def cases(name):
    return [case(row, f"{name}:{number}") for number, row in enumerate(rows(name), start=1)]


def case(row, name):
    why = row.get("fails")
    marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
    return pytest.param(row, id=name, marks=marks)


def found(stage, text, published=None):
    article = {"text": text, "language": "en"}
    if published:
        article["date_published"] = published
    return [
        (mention["start"], mention["text"], entity)
        for entity in stage(article)["entities"]
        for mention in entity["mentions"]
    ]


def has_row(row):
    wanted = (row["type"], row["span"], row["value"], row.get("mod", ""))
    return wanted in [
        (entity["type"], text, entity.get("value", ""), entity.get("mod", ""))
        for _, text, entity in found(TIMES, row["text"], row["published"])
    ]


@pytest.mark.parametrize("row", cases("timex3.jsonl"))
def test_time(row):
    assert has_row(row)


def test_nearly_all_times_are_right():
    every = rows("timex3.jsonl")
    assert len(every) >= 370
    assert sum(map(has_row, every)) >= FLOOR * len(every)


@pytest.mark.parametrize("row", cases("ordinals.jsonl"))
def test_ordinal(row):
    mentions = sorted(found(ORDINALS, row["text"]), key=lambda mention: mention[0])
    assert [[text, entity["value"]] for _, text, entity in mentions] == row["found"]


def test_there_are_ordinals_to_find_and_to_leave():
    hits = [bool(row["found"]) for row in rows("ordinals.jsonl")]
    assert hits.count(True) >= 15
    assert hits.count(False) >= 20
