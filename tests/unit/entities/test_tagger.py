"""The tagger: exact offsets, one article in title and text, other case, and damaged data."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.entities.tagger import DATA, Known, load_tagger
from newskit.entities.tagger.decode import MAY_FOLLOW, TAGS, Span, decode
from newskit.entities.tagger.features import case_of, describe, fold, shape_of
from newskit.errors import BadModel

TAGGER = load_tagger()
TEXT = (
    "Ngozi Adeyemi, who leads the Nigerian Ports Authority, met Angela Merkel in Berlin on "
    "Tuesday.\n\nAdeyemi thanked the German chancellor and the European Union."
)


def found(title, text):
    return [
        ((title if n.field == "title" else text)[n.start : n.end], n.type)
        for n in TAGGER(title, text)
    ]


def test_names_are_found():
    assert found("", TEXT) == [
        ("Ngozi Adeyemi", "PERSON"),
        ("Nigerian Ports Authority", "ORG"),
        ("Angela Merkel", "PERSON"),
        ("Berlin", "GPE"),
        ("Adeyemi", "PERSON"),
        ("German", "NORP"),
        ("European Union", "ORG"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Adeyemi Meets Merkel in Berlin",
        "ADEYEMI MEETS MERKEL IN BERLIN",
        "Adeyemi meets Merkel in Berlin",
    ],
)
def test_the_text_vouches_for_the_headline(title):
    names = [(name.lower(), kind) for name, kind in found(title, TEXT)][:3]
    assert names == [("adeyemi", "PERSON"), ("merkel", "PERSON"), ("berlin", "GPE")]


def test_scores_are_probabilities():
    assert all(0 < name.score <= 1 for name in TAGGER("Berlin", TEXT))


def test_what_was_tagged_before_does_not_matter():
    fresh = load_tagger()
    for _ in range(3):
        fresh("", "Other words about Peru, NASA and Ursula K. Le Guin")
    assert fresh("Berlin", TEXT) == TAGGER("Berlin", TEXT)


def test_tokens_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr("newskit.entities.tagger.MOST_TOKENS", 10)
    small = load_tagger()
    expected = TAGGER("", TEXT)
    assert all(small("", TEXT) == expected for _ in range(3))


@given(st.text("AB ab.,'’-\n\u00ad\u0301東7$(", max_size=80), st.text("AB ab.\n", max_size=20))
@settings(max_examples=150, deadline=None)
def test_any_text_has_spans_in_order_on_whole_tokens(text, title):
    ends = {"title": 0, "text": 0}
    for name in TAGGER(title, text):
        string = title if name.field == "title" else text
        assert ends[name.field] <= name.start < name.end <= len(string)
        assert string[name.start : name.end].strip() == string[name.start : name.end]
        ends[name.field] = name.end


def test_no_name_goes_across_a_break():
    for text in ("New York\nTimes Square", "Bank of\n\nEngland said"):
        assert not any("\n" in text[n.start : n.end] for n in TAGGER("", text))


def test_tags_that_make_no_sense_are_mended():
    import numpy as np

    scores = np.zeros((3, TAGS), np.float32)
    scores[0, 1], scores[1, 3], scores[2, 0] = 5, 5, 5  # begin, end, outside: sense
    breaks = np.zeros(3, bool)
    assert decode(scores, breaks)[0][:3] == (0, 1, "PERSON")
    scores[1, 3], scores[1, 7] = 0, 4  # begin of PERSON, end of NORP: none
    scores[1, 3] = 3.9
    (span,) = decode(scores, breaks)
    assert span[:3] == Span(0, 1, "PERSON", 0)[:3]
    assert not MAY_FOLLOW[1, 7]
    scores[2, 0], scores[2, 1] = 0, 9  # begins at the end
    assert decode(scores, breaks)[-1].first <= 2


def test_tokens_are_described():
    assert (fold("O’Brien"), shape_of("O’Brien"), case_of("O’Brien")) == ("o'brien", "X’Xxx", 4)
    assert [case_of(t) for t in ("a", "Ab", "AB", "A", "7", "-", "\n", "iOS", "東")] == [
        1, 2, 3, 6, 5, 0, 7, 4, 4,
    ]  # fmt: skip
    assert "w=⏎" in describe("\n\n ", TAGGER._known._lexicon).features


@pytest.mark.parametrize("name", ["tagger.bin", "words.bin", "names.bin", "manifest.json"])
@pytest.mark.parametrize("harm", ["cut", "changed", "missing"])
def test_damaged_data_are_refused(tmp_path, name, harm):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    data = (folder / name).read_bytes()
    if harm == "missing":
        (folder / name).unlink()
    elif harm == "cut":
        (folder / name).write_bytes(data[: len(data) // 2])
    else:
        (folder / name).write_bytes(bytes([data[0] ^ 1]) + data[1:])
    with pytest.raises(BadModel, match="reinstall newskit"):
        load_tagger(folder)


def test_the_data_are_small():
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= 5_000_000


def test_the_manifest_says_where_the_data_come_from():
    manifest = json.loads((DATA / "manifest.json").read_text("utf-8"))
    assert {"names.bin", "places.bin", "tagger.bin", "words.bin"} == manifest["files"].keys()
    assert manifest["tagger"]["scores"]["cross_validated"]["world"]["f1"] > 0.85
    for part in ("gazetteer", "lexicon", "tagger"):
        assert Path(manifest[part]["script"]).parts[0] == "scripts"


def test_known_tokens_keep_their_numbers():
    known = Known(TAGGER._known._lexicon, TAGGER._network)
    first = known.ids(["a", "b", "a"])
    assert first.tolist() == [0, 1, 0]
    assert known.ids(["b", "c"]).tolist() == [1, 2]
