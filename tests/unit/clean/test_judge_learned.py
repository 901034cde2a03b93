"""The trained judge on invented pages: what it keeps, what it drops, and that it never fails."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from newskit.article import ARTICLE_ROLES, FURNITURE_ROLES
from newskit.clean.learned import DATA, KEPT_ROLES, MOST_BLOCKS, Judge, Verdict
from newskit.clean.learned.decide import CLEAN_KEEP, KEEP, threshold
from newskit.clean.rules import RuleBook
from newskit.model.load import read_manifest

PROSE = (
    "The harbour council of Port Ellery said on Monday that it would close the old ferry quay for "
    "two years, because the piles under it had rotted faster than anybody had expected.",
    "“We looked at every plank,” said Mara Lindqvist, who leads the council. “There was no other "
    "way, and the people who live on the islands have known it for a long time.”",
    "The ferries will leave from the fish market until the work is done. It is to cost eleven "
    "million, of which Varrow County pays half.",
)
BODY = "div#page/main.content/article.post/div.entry-content/p"
MENU = "div#page/header.site-header/nav.main-menu/ul.menu/li.menu-item"
FOOT = "div#page/footer.site-footer/ul.footer-links/li"


def page() -> tuple[list[dict[str, Any]], list[str]]:
    rows = [(MENU, "list-item", 1.0, name) for name in ("Home", "News", "Sport", "Contact us")]
    rows.append(("div#page/main.content/article.post/h1.title", "heading", 0.0, "Quay to close"))
    rows += [(BODY, "paragraph", 0.0, text) for text in PROSE]
    related = "div#page/main.content/aside.related-posts/ul/li"
    rows += [
        (related, "list-item", 1.0, text)
        for text in ("Ferry late again", "Fish market opens its doors", "Islands ask for a bridge")
    ]
    rows += [(FOOT, "list-item", 1.0, text) for text in ("Privacy policy", "Terms of use")]
    blocks = [{"kind": kind, "path": path, "links": links} for path, kind, links, _ in rows]
    return blocks, [text for *_, text in rows]


def judged(blocks: list[dict[str, Any]], texts: list[str], title: str | None = None) -> list[Any]:
    book = RuleBook()
    hits = [book.match(text.strip(), len(text.split())) for text in texts]
    return Judge().judge(blocks, texts, hits, title)


def as_text(texts: list[str]) -> list[dict[str, Any]]:
    return [{"kind": "paragraph"} for _ in texts]


def test_an_article_stays_and_the_menu_goes() -> None:
    blocks, texts = page()
    kept = [t for t, v in zip(texts, judged(blocks, texts, "Quay to close"), strict=True) if v.keep]
    assert set(PROSE) <= set(kept)
    assert not set(kept) & {"Home", "Sport", "Privacy policy", "Ferry late again"}


def test_what_goes_says_why_and_what_stays_does_not() -> None:
    blocks, texts = page()
    for text, verdict in zip(texts, judged(blocks, texts), strict=True):
        assert isinstance(verdict, Verdict)
        assert 0 <= verdict.keep_probability <= 1
        assert verdict.keep == (verdict.role in KEPT_ROLES)
        assert len(verdict.evidence) <= 3
        assert verdict.keep or verdict.evidence, text
        if verdict.keep:
            assert verdict.evidence == ()


def test_clean_prose_passes_untouched() -> None:
    texts = list(PROSE) * 3
    assert all(verdict.keep for verdict in judged(as_text(texts), texts))


def test_leftovers_in_plain_text_go() -> None:
    texts = ["Skip to content", "Log in", *PROSE, "Share on Facebook", "All rights reserved."]
    verdicts = judged(as_text(texts), texts)
    assert [v.keep for v in verdicts[2:5]] == [True] * 3
    assert not verdicts[-1].keep


def test_no_blocks_no_verdicts() -> None:
    assert Judge().judge([], [], [], None) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200b",
        "…",
        "。",
        "\U0001f600" * 50,
        "a" * 100_000,
        "東京" * 3000,
        "\n\n1\n2",
        "ا" * 400,
    ],
)
@pytest.mark.parametrize("path", ["", "p", "/".join(["div~2"] * 2000), "///", "#.[]~"])
def test_any_text_and_path_is_judged(text: str, path: str) -> None:
    blocks = [{"kind": "paragraph", "path": path, "links": 0.5}, {"kind": "unheard-of"}]
    verdicts = judged(blocks, [text, text], text)
    assert len(verdicts) == 2
    assert {v.role for v in verdicts} <= {*ARTICLE_ROLES, *FURNITURE_ROLES}


def test_a_page_of_very_many_blocks_is_judged_in_parts() -> None:
    count = MOST_BLOCKS + 5
    blocks = [{"kind": "list-item", "path": "ul/li", "links": 1.0}] * count
    assert len(Judge().judge(blocks, ["News"] * count, [None] * count, None)) == count


def least(found: list[float], furniture: float | None) -> float:
    return threshold(np.array(found), np.full(len(found), 500.0), furniture)


def test_the_threshold_falls_only_for_clean_texts_and_unsure_ones() -> None:
    assert least([0.95, 0.02], None) == KEEP
    assert least([0.95] * 3, 0.2) == CLEAN_KEEP
    assert least([0.95] * 3, 0.0) < CLEAN_KEEP
    assert least([0.4, 0.3], 0.2) < 0.3


def test_a_path_that_is_no_string_is_none() -> None:
    assert len(judged([{"kind": "paragraph", "path": ["p"], "links": "x"}], ["Hello."])) == 1


def test_the_model_is_small_and_tells_where_it_came_from() -> None:
    manifest = read_manifest(DATA)
    assert sum(entry["bytes"] for entry in manifest["files"].values()) <= 1_500_000
    assert {"seed", "script", "trained_on", "licences", "cross_validated"} <= set(manifest)
    for name in manifest["files"]:
        json.loads((DATA / name).read_bytes())


def test_verdicts_do_not_hang_on_the_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.unit.clean.test_judge_learned import judged, page\n"
        "print(judged(*page()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src"},
        ).stdout
        for seed in ("0", "1", "77")
    }  # fmt: skip
    assert len(outputs) == 1
