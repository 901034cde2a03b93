"""A user's own names: how the list is read, and that it wins."""

import pytest

from newskit.entities import Entities, read_list
from newskit.entities.listed import Finder

LIST = "# ours\nORG\tAcme Steel\tQ1\r\n\nPRODUCT\tmax\nDATE\tFounders' Day\nORG\tAcme\tQ2\n"
NAMES = read_list(LIST)


def test_lines_are_read():
    assert [tuple(name) for name in NAMES] == [
        ("ORG", "Acme Steel", "Q1"),
        ("PRODUCT", "max", ""),
        ("DATE", "Founders' Day", ""),
        ("ORG", "Acme", "Q2"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ORG\tAcme\nSHIP\tAda\n", "line 2: no type 'SHIP'"),
        ("ORG\n", "line 1: expected TYPE<TAB>name"),
        ("ORG\t \n", "line 1: expected TYPE<TAB>name"),
        ("Acme\n", "line 1: no type 'Acme'"),
    ],
)
def test_a_bad_line_is_named(text, message):
    with pytest.raises(ValueError, match=message):
        read_list(text)


def test_the_longest_name_is_found_as_it_is_written():
    text = "Acme Steel and Acme sold max, not Max or maximum or acme, to Acme-Steel."
    found = [(text[c.start : c.end], c.id) for c in Finder(NAMES)(text)]
    assert found == [
        ("Acme Steel", "Q1"), ("Acme", "Q2"), ("max", ""), ("Acme", "Q2"),
    ]  # fmt: skip


def test_listed_names_win():
    text = "The Boston Globe said on Monday, Founders' Day, that rain fell in Boston."
    listed = read_list("PRODUCT\tBoston Globe said on Monday\tmine:1\n")
    found = Entities(listed=listed)({"text": text, "language": "en"})["entities"]
    by_name = {entity["name"]: entity for entity in found}
    assert by_name["Boston Globe said on Monday"]["id"] == "mine:1"
    assert "Monday" not in by_name
    assert by_name["Boston"]["type"] == "GPE"


def test_names_of_one_id_are_one_entity():
    listed = read_list("ORG\tAcme\tQ2\nORG\tThe Old Firm\tQ2\n")
    found = Entities(("ORG",), listed=listed)({"text": "Acme is The Old Firm.", "language": "en"})
    (entity,) = found["entities"]
    assert (entity["name"], entity["count"], entity["id"]) == ("The Old Firm", 2, "Q2")
