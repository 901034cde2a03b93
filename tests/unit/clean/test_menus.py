"""Links of menus: which blocks they are, and which role their words have."""

from __future__ import annotations

from typing import Any

import pytest

from newskit.clean.learned import Judge
from newskit.clean.learned.menus import CHARACTERS, MenuRoles, is_foot, open_rows
from newskit.errors import BadModel

NAV = "div#page/header/nav.main/ul/li"
BODY = "div#page/main/article/p"
FOOT = "div#page/footer.site-footer/ul/li"


def link(path: str = NAV, links: Any = 1.0) -> dict[str, Any]:
    return {"kind": "list-item", "path": path, "links": links}


@pytest.mark.parametrize(
    ("block", "text", "is_menu"),
    [
        (link(), "News", True),
        (link(links=1), "News", True),
        (link(FOOT), "Privacy policy", True),
        (link("div/ul.sub-menu/li~3"), "Harbour", True),
        (link("div/ul[role=menu]/li"), "Harbour", True),
        (link(), "x" * (CHARACTERS + 1), False),
        (link(links=0.5), "News from the harbour", False),
        (link(links=None), "News", False),
        (link(BODY), "News", False),
        (link("main/ol.navigate-the-harbour/li"), "News", False),
        (link("nav"), "News", False),  # what lies around the block counts, not its own step
        ({"kind": "paragraph"}, "News", False),
        (link(["nav", "li"]), "News", False),  # type: ignore[arg-type]
    ],
)
def test_links_of_menus(block: dict[str, Any], text: str, is_menu: bool) -> None:
    paragraph = {"kind": "paragraph", "path": BODY, "links": 0.0}
    found = open_rows([block, paragraph], [text, "The ferry ran again on Monday."])
    assert found == ([1] if is_menu else [0, 1])


def test_a_page_of_nothing_but_menus_is_judged_as_a_whole() -> None:
    assert open_rows([link(), link(FOOT)], ["News", "Imprint"]) == [0, 1]


def test_roles_by_what_they_say_and_where() -> None:
    roles = MenuRoles(
        {
            "anywhere": {"newsletter": "signup", "contact": "legal"},
            "foot": {"about": "legal"},
            "elsewhere": {"contact": "nav"},
        }
    )
    assert roles.role(link(), "Newsletter »") == "signup"
    assert roles.role(link(), "Contact") == "nav"
    assert roles.role(link(FOOT), "Contact") == "legal"
    assert roles.role(link(FOOT), "About") == "legal"
    assert roles.role(link(), "Harbour") == "nav"
    assert is_foot("div[role=contentinfo]/ul/li")


@pytest.mark.parametrize(
    "data", [None, {}, {"anywhere": {"a": "menu"}, "foot": {}, "elsewhere": {}}]
)
def test_damaged_data_is_refused(data: Any) -> None:
    judge = Judge(_packaged() | {"menus.json": data})
    with pytest.raises(BadModel):
        judge.judge([link(), link(BODY, 0.0)], ["News", "It began."], [None, None], None)


def _packaged() -> dict[str, Any]:
    from newskit.clean.learned import DATA
    from newskit.model.load import load

    return {name: load(DATA, name) for name in ("words.json", "page.json", "text.json")}
