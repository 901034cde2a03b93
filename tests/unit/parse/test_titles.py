"""Headlines without the site's name."""

import pytest

from newskit.parse.titles import folded, headline, is_site, without_site

TIMES = ["Varrow Times", "varrowtimes.example", "varrowtimes"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Fire in Port Ellery | Varrow Times", "Fire in Port Ellery"),
        ("Fire in Port Ellery - Varrow Times", "Fire in Port Ellery"),
        ("Fire in Port Ellery – The Varrow Times", "Fire in Port Ellery"),
        ("Varrow Times: Fire in Port Ellery", "Fire in Port Ellery"),
        ("Varrow Times » Fire in Port Ellery", "Fire in Port Ellery"),
        ("Fire - and smoke - in Port Ellery", "Fire - and smoke - in Port Ellery"),
        ("Fire: what we know", "Fire: what we know"),
        ("Port-Ellery burns", "Port-Ellery burns"),
    ],
)
def test_the_site_is_taken_off(title: str, expected: str) -> None:
    assert without_site(title, TIMES) == expected


def test_a_part_that_stands_elsewhere_is_the_headline() -> None:
    title = "Fire in Port Ellery - News - Elsewhere"
    assert without_site(title, [], ["Fire in Port Ellery"]) == "Fire in Port Ellery"


def test_entities_and_white_space_are_folded() -> None:
    assert (
        folded("  Fire &amp;amp; smoke\n in&nbsp;Port\u00ad Ellery ")
        == "Fire & smoke in Port Ellery"
    )


def test_initials_are_the_site() -> None:
    assert is_site("Varrow County Courier", ["vcc"])
    assert not is_site("Fire in Port Ellery", ["varrowtimes"])


def test_a_heading_that_others_bear_out_wins() -> None:
    places = {
        "og": ["What we know of the fire"],
        "title": ["Fire in Port Ellery | Varrow Times"],
        "h1": ["Varrow Times", "Fire in Port Ellery"],
    }
    assert headline(places, TIMES) == "Fire in Port Ellery"


def test_a_cut_headline_gives_way_to_the_whole_one() -> None:
    whole = "Fire in the old harbour of Port Ellery destroys two warehouses and a boat yard"
    places = {"jsonld": [whole[:65]], "h1": [whole]}
    assert headline(places, TIMES) == whole


def test_no_place_no_title() -> None:
    assert headline({}, []) is None
    assert headline({"h1": ["x" * 1_000]}, []) is None
