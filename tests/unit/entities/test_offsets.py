"""Every mention of every labelled article is what stands in the text at its offsets."""

import io
import json
from pathlib import Path

import pytest
import zstandard
from tests.conftest import ROOT

from newskit.entities import Entities

DATA = ROOT.parent / "shared" / "data" / "extraction"
STAGE = Entities()
# Of the largest set one article in three, for time; all 668 held when the tagger was made.
ONE_IN = {"wcxb": 3}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["fundus", "magic", "trafilatura", "wcxb"])
def test_offsets_hold(name):
    path = DATA / f"{name}.jsonl.zst"
    if not path.exists():
        pytest.skip("no labelled articles beside the checkout")
    mentions = articles = 0
    for number, article in enumerate(read(path)):
        if not article.get("gold_text") or number % ONE_IN.get(name, 1):
            continue
        given = {"title": article.get("gold_title") or "", "text": article["gold_text"]}
        articles += 1
        for entity in STAGE(given)["entities"]:
            assert entity["count"] == len(entity["mentions"])
            for mention in entity["mentions"]:
                string = given[mention["field"]]
                assert string[mention["start"] : mention["end"]] == mention["text"]
                assert mention["text"].strip() == mention["text"] != ""
                mentions += 1
    if name != "trafilatura":  # which has snippets only
        assert articles > 90
        assert mentions > 10 * articles


def read(path: Path):
    with path.open("rb") as raw:
        for line in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8"):
            yield json.loads(line)
