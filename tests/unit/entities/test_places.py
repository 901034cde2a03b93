"""Which place a name is: the gazetteer, the country beside a town, damaged data."""

import json
import shutil
from pathlib import Path

import pytest

from newskit.entities import Entities
from newskit.entities.places import COUNTRY, DATA, Places, read_places
from newskit.entities.spans import Candidate
from newskit.errors import BadModel

PLACES = Places()


STAGE = Entities(types=("GPE", "LOC", "NORP"))


def cases():
    """Return the cases; those with a field `fails`, which says why, are known failures."""
    for line in (Path(__file__).parent / "places.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        why = case.pop("fails", "")
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        yield pytest.param(case, marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_case(case):
    given = dict(case)
    expected = given.pop("found")
    mentions = sorted(
        (mention["start"], mention["text"], entity["type"], entity.get("country"))
        for entity in STAGE(given)["entities"]
        for mention in entity["mentions"]
    )
    assert [list(mention[1:]) for mention in mentions] == expected


def placed(text, *names):
    found = []
    for name in names:
        start = text.index(name, found[-1].end if found else 0)
        found.append(Candidate(start, start + len(name), "GPE", ""))
    return [(c.key, c.country, c.id) for c in PLACES.place(found, text)]


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("U.S.", "United States"), ("U.S", "United States"), ("USA", "United States"),
        ("america", "United States"), ("PERU", "Peru"), ("Viet\u00adnam", "Vietnam"),
        ("San\nMarino", "San Marino"), ("uk", "United Kingdom"),
    ],
)  # fmt: skip
def test_a_name_is_known_in_other_spellings(name, entity):
    place = PLACES.find(name, "GPE")
    assert place is not None
    assert place.name == entity


def test_a_name_is_known_as_one_type():
    assert PLACES.find("Peru", "NORP") is None
    assert PLACES.find("Peruvian", "NORP").country == "PE"
    assert PLACES.find("Nowhere at all", "GPE") is None


def test_a_place_has_a_country_and_an_id():
    assert placed("in Lagos", "Lagos") == [("Lagos", "NG", "geonames:2332459")]


def test_a_town_before_its_country_or_state_is_theirs():
    assert placed("in Paris, Texas", "Paris", "Texas")[0] == ("Paris, Texas", "US", "")
    assert placed("in Ellery, N.H.", "Ellery", "N.H.")[0][1] == ""
    assert placed("in Ellery, Ky.", "Ellery", "Ky.") == [
        ("Ellery, Ky", "US", ""),
        ("", "US", ""),
    ]
    assert placed("in Ellery, Peru", "Ellery", "Peru")[0] == ("Ellery, Peru", "PE", "")
    assert placed("in Atlanta, Georgia", "Atlanta", "Georgia")[1][1] == "US"
    assert placed("in Lagos, Nigeria", "Lagos", "Nigeria")[0][2] == "geonames:2332459"


def test_a_list_of_towns_is_no_address():
    assert placed("Paris, Rome and Lagos", "Paris", "Rome")[0][1] == "FR"
    assert placed("Texas, Ohio", "Texas", "Ohio")[0][0] == "Texas"


def test_the_stage_gives_country_and_id():
    stage = Entities(types=("GPE", "NORP"))
    found = stage({"text": "Peruvian officials flew to Lagos, Nigeria, on Monday."})["entities"]
    rows = {e["name"]: (e.get("country"), e.get("id")) for e in found}
    assert rows == {
        "Peruvian": ("PE", None),
        "Lagos": ("NG", "geonames:2332459"),
        "Nigeria": ("NG", "geonames:2328926"),
    }


def test_damaged_data_are_refused(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    (folder / "places.bin").write_bytes(b"Oslo")
    with pytest.raises(BadModel, match="changed or cut off"):
        Places(folder)
    (folder / "places.bin").unlink()
    with pytest.raises(BadModel, match="reinstall newskit"):
        Places(folder)


def test_every_row_is_whole():
    rows = read_places(DATA)
    manifest = json.loads((DATA / "manifest.json").read_text("utf-8"))
    assert len(rows) == manifest["gazetteer"]["names"]
    countries = 0
    for name, facts in rows.items():
        kind, country, trust, number, *_ = facts.split(" ", 4)
        assert kind in ("GPE", "LOC", "NORP"), name
        assert country == "-" or (len(country) == 2 and country.isupper()), name
        assert trust in "01234", name
        assert number == "-" or number.isdecimal(), name
        countries += trust == COUNTRY
    assert countries > 250
