"""Places and peoples: what stands alone is found, what is part of a longer name is not."""

import json
from pathlib import Path

import pytest

from newskit.entities import Entities
from newskit.entities.places import load
from newskit.errors import BadModel

HERE = Path(__file__).parent
STAGE = Entities(types=("GPE", "LOC", "NORP"))
CASES = (HERE / "places.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", CASES)
def test_case(line):
    case = json.loads(line)
    expected = case.pop("found")
    mentions = [
        (mention["start"], mention["text"], entity["type"], entity.get("country"))
        for entity in STAGE(case)["entities"]
        for mention in entity["mentions"]
    ]
    assert [list(mention[1:]) for mention in sorted(mentions)] == expected


def test_a_damaged_gazetteer_is_refused(tmp_path):
    path = tmp_path / "places.tsv"
    path.write_text("Oslo\tGPE NO 1\n", encoding="utf-8")
    with pytest.raises(BadModel, match="damaged"):
        load(path)
    with pytest.raises(BadModel, match="cannot be read"):
        load(tmp_path / "none.tsv")


def test_the_manifest_is_about_the_file():
    import hashlib

    import newskit.entities

    data = Path(newskit.entities.__file__).parent / "data"
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    raw = (data / manifest["name"]).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == manifest["sha256"]
    assert len(raw) == manifest["bytes"]
    assert raw.count(b"\n") == manifest["rows"]
    assert {"version", "licence", "source", "script"} <= manifest.keys()


def test_every_row_is_whole():
    for name, facts in load().items():
        kind, country, trust, *_ = facts.split(" ", 3)
        assert kind in ("GPE", "LOC", "NORP"), name
        assert country == "-" or (len(country) == 2 and country.isupper()), name
        assert trust in "1234", name
