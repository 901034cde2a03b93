"""Title, authors and dates of plain text: told, or left open."""

import pytest

from newskit.parse.plain import read_plain
from newskit.text.blocks import segment

PROSE = (
    "The ferry to Varrow County ran again on Monday after nine days in the yard, and the queue at "
    "the pier was long before dawn, the harbour master said, though nobody complained of the cold."
)


def found(text):
    return read_plain(text, segment(text))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ferry returns to Port Ellery\nBy Mara Lindqvist\nMarch 3, 2025",
         {"title": "Ferry returns to Port Ellery", "authors": ["Mara Lindqvist"],
          "date_published": "2025-03-03"}),
        ("Ferry returns to Port Ellery\nBy MARA LINDQVIST and Tomas Ober, Staff Writer",
         {"title": "Ferry returns to Port Ellery", "authors": ["Mara Lindqvist", "Tomas Ober"]}),
        ("Ferry returns to Port Ellery\nPublished: 12 March 2024 at 14:05\nUpdated 13 March 2024",
         {"title": "Ferry returns to Port Ellery", "date_published": "2024-03-12",
          "date_modified": "2024-03-13"}),
        ("F\u00e4hre f\u00e4hrt wieder nach Ellery\nVon Mara Lindqvist\nStand: 3. M\u00e4rz 2025",
         {"title": "F\u00e4hre f\u00e4hrt wieder nach Ellery", "authors": ["Mara Lindqvist"],
          "date_published": "2025-03-03"}),
        ("Ferry returns to Port Ellery", {"title": "Ferry returns to Port Ellery"}),
        ("Ferry returns to Port Ellery | Ellery Times\nHome\nNews\nFerry returns to Port Ellery",
         {"title": "Ferry returns to Port Ellery"}),
        ("Home\nNews\nSport\nWeather\nMore stories", {}),
        ("No time to read?\nGet a summary", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_head(head, expected):
    assert found(f"{head}\n\n{PROSE}") == expected


def test_dateline():
    text = f"Ferry returns to the island\n\nPORT ELLERY, March 3, 2025 (Reuters) - {PROSE}"
    assert found(text)["date_published"] == "2025-03-03"


@pytest.mark.parametrize(
    "line",
    ["By then it was too late.", "The storm came on March 3, 2025.", "By car", "Published by us"],
)
def test_sentences_are_no_facts(line):
    assert not {"authors", "date_published"} & found(f"{PROSE}\n\n{line}\n\n{PROSE}").keys()


@pytest.mark.parametrize("text", ["", "word", "One line that says little", "\n\n", "x" * 500])
def test_too_little(text):
    assert found(text) == {}


MENU = "\n".join(f"Section {n}" for n in range(150))
HEADLINE = "Ferry returns to Port Ellery"


@pytest.mark.parametrize(
    "first",
    [
        f"{HEADLINE} | The Ellery Times",
        f"{HEADLINE} - Ellery Times - News",
        f"Ellery Times: {HEADLINE} | Varrow County",
        f"{HEADLINE.upper()} \u2013 Ellery Times",
    ],
)
def test_a_page_title_names_the_headline_below_a_long_menu(first):
    text = f"{first}\n{MENU}\n{HEADLINE}\n{PROSE}"
    assert found(text) == {"title": HEADLINE}


def test_a_page_title_in_chinese_ends_at_an_underscore():
    headline = "\u57c3\u52d2\u91cc\u6e2f\u7684\u6e21\u8f6e\u6062\u590d\u901a\u822a"
    text = f"{headline}_\u65b0\u95fb\u9891\u9053\n{MENU}\n{headline}\n{PROSE}"
    assert found(text)["title"] == headline


def test_the_name_of_the_site_is_no_headline():
    site = "The Courier of Port Ellery"
    text = f"Ferry returns after nine days in the yard - {site}\n{site}\n{MENU}\n{PROSE}"
    assert "title" not in found(text)


def test_a_headline_counts_where_the_text_follows_it():
    """The same words stand in a trail of sections, far from the lines that say who and when."""
    trail = "\n".join(["Home", HEADLINE, "Account", "Search", "Help"])
    text = f"{HEADLINE} | Times\n{trail}\n{MENU}\n{HEADLINE}\nMara Lindqvist\nMay 3, 2025\n{PROSE}"
    assert found(text) == {
        "title": HEADLINE, "authors": ["Mara Lindqvist"], "date_published": "2025-05-03",
    }  # fmt: skip


BOTH = ["Mara Lindqvist"], "2025-05-03", None
TWO = ["Mara Lindqvist", "Jo Ferro"], "2025-05-03", None


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("Mara Lindqvist May 3, 2025", BOTH),
        ("By Mara Lindqvist \u2022 May 3, 2025 \u2022 11 min read", BOTH),
        ("May 3, 2025 By Mara Lindqvist 4 Comments", BOTH),
        ("Mara Lindqvist Published May 3, 2025, 11:21am | Updated May 4, 2025",
         (["Mara Lindqvist"], "2025-05-03T11:21:00", "2025-05-04")),
        ("Posted on May 3, 2025 by Mara Lindqvist", BOTH),
        ("Kolumne von Mara Lindqvist - 03.05.2025", BOTH),
        ("Written by\nMara Lindqvist\nPublished:\nMay 3, 2025", BOTH),
        ("Mara Lindqvist\n5 min read\nMay 3, 2025", BOTH),
        ("May 3, 2025\nMara Lindqvist and Jo Ferro", TWO),
        ("Last updated: May 4, 2025", (None, None, "2025-05-04")),
        ("Mara Lindqvist\nA standfirst says more of it", (None, None, None)),
        ("Mara Lindqvist\nTechnology reporter", (["Mara Lindqvist"], None, None)),
        ("2 hours ago\nMara Lindqvist", (["Mara Lindqvist"], None, None)),
        ("Port Ellery\nMay 3, 2025", (None, "2025-05-03", None)),
        ("By Invitation\nMay 3, 2025", (None, "2025-05-03", None)),
        ("By Mara Lindqvist, Business Reporter | May 3, 2025", BOTH),
        ("Interview: Mara Lindqvist", (["Mara Lindqvist"], None, None)),
        ("Interview: How we won", (None, None, None)),
        ("ByMara Lindqvist,\nContributor.\nFollow Author\nMay 3, 2025", BOTH),
        ("Mara Lindqvist\nTransport correspondent @mara", (["Mara Lindqvist"], None, None)),
        ("Mara Lindqvist\nHarlan County Register\nMay 3, 2025", BOTH),
        ("Mara Lindqvist\nBBC News, Port Ellery", (["Mara Lindqvist"], None, None)),
        ("By MARA LINDQVIST FOR THE DAILY HERALD", (["Mara Lindqvist"], None, None)),
        ("By Mara Lindqvist Fox News", (["Mara Lindqvist"], None, None)),
        ("By Mara Lindqvist\nand\nJo Ferro\nMay 3, 2025", TWO),
        ("Mara Lindqvist Environment correspondent\nMay 3, 2025", BOTH),
        ("Home Blog\nMay 3, 2025", (None, "2025-05-03", None)),
        ("PUBLISHED SAT, MAY 3 2025\nMara Lindqvist @mara", BOTH),
        ("The ship was built on May 3, 2025, and sank.", (None, None, None)),
        ("\u00a9 May 3, 2025", (None, None, None)),
    ],
)  # fmt: skip
def test_lines_beside_a_sure_headline(beside, expected):
    got = found(f"{HEADLINE} | Ellery Times\nHome\n{HEADLINE}\n{beside}\n{PROSE}")
    assert got.pop("title") == HEADLINE
    names = ("authors", "date_published", "date_modified")
    wanted = {name: value for name, value in zip(names, expected, strict=True) if value}
    assert {key: str(value)[:10] if "date" in key else value for key, value in got.items()} == {
        key: str(value)[:10] if "date" in key else value for key, value in wanted.items()
    }


def test_a_headline_below_a_menu_is_found_by_what_stands_around_it():
    menu = "\n".join(["Menu", "Home", "News", "Business", "Sport", "Letters", "Log in"])
    text = f"The Varrow Courier\n{menu}\n{HEADLINE} after nine days\nBy Mara Lindqvist\n{PROSE}"
    assert found(text)["title"] == f"{HEADLINE} after nine days"


@pytest.mark.parametrize(
    "line", ["Get a summary of the news", "Home > News > Varrow", "Read more of it"]
)
def test_calls_and_trails_are_no_headlines(line):
    assert "title" not in found(f"{line}\n{PROSE}")
    assert found(f"{HEADLINE}\n{line}\n{PROSE}")["title"] == HEADLINE


def test_a_text_without_headline_has_none():
    assert "title" not in found(f"{PROSE}\n\n{PROSE.replace('ferry', 'boat')}")


def test_a_text_of_short_paragraphs_has_a_head_below_its_menu():
    short = (
        PROSE[:60].rstrip() + ", and that the ferry would leave from the fish market until then."
    )
    assert 120 <= len(short) < 160
    menu = "Skip to content\nHome\nNews\nSport\nWeather\nSubscribe"
    beside = "By Mara Lindqvist\nLocal reporter\nPublished: May 3, 2025\nShare this article"
    got = found(f"{menu}\n{HEADLINE}\n{beside}\n{short}\n{short}")
    assert got["authors"] == ["Mara Lindqvist"]
    assert got["date_published"] == "2025-05-03"


def test_the_name_of_a_paper_is_no_headline():
    top = "The Ellery Courier\nSaturday, May 3, 2025\nHome\nNews\nSport"
    courier = f"{PROSE} The Courier asked for a reply."
    got = found(f"{top}\n{HEADLINE}\nBy Mara Lindqvist\nMay 3, 2025\n{courier}")
    assert got["title"] == HEADLINE


def test_lines_beside_a_headline_that_only_a_date_speaks_for():
    above = "Skip to main content\nMarkets\nBREAKING\nShares up 0.4%"
    beside = "PUBLISHED SAT, MAY 3 2025 7:02 AM EST\nGita Ramesh @GITARAMESH\nSHARE\nKEY POINTS"
    points = "Profit is to fall.\nThe maker of sweets blamed cocoa.\nIn this article\nHRLN -4.12"
    got = found(f"{above}\n{HEADLINE}\n{beside}\n{points}\n{PROSE.replace('ferry', 'firm')}")
    assert got["title"] == HEADLINE
    assert got["authors"] == ["Gita Ramesh"]


def test_each_time_of_day_goes_with_its_own_date():
    stamps = "Published: 08:14 GMT, 3 May 2025 | Updated: 10:02 GMT, 4 May 2025"
    got = found(f"{HEADLINE}\n{stamps}\n{PROSE}")
    assert got["date_published"] == "2025-05-03T08:14:00Z"
    assert got["date_modified"] == "2025-05-04T10:02:00Z"


def test_the_day_comes_first_in_languages_that_have_no_other_order():
    text = (
        "A ponte que liga o centro a três bairros caiu na madrugada depois de horas de chuva. " * 3
    )
    portuguese = f"Chuva derruba ponte em Campo Sereno\n05/01/2026 07h41\n{text}"
    assert found(portuguese)["date_published"] == "2026-01-05"
    assert "date_published" not in found(f"{HEADLINE}\n05/01/2026 07:41\n{PROSE}")


def test_a_headline_without_words_of_the_text_is_known_by_its_standfirst():
    head, standfirst = (
        "Why small towns lose banks they had",
        "A queue at dawn and nine days of work",
    )
    text = f"The Slow Ledger\nSubscribe\n{head}\n{standfirst}\nMara Lindqvist\nMay 3, 2025\n{PROSE}"
    assert found(text)["title"] == head


def test_a_name_above_a_job_far_below_the_headline_is_the_authors():
    labels = "Published\n2 hours ago\nComments\n214"
    got = found(f"{HEADLINE}\n{labels}\nJonah Creel\nFootball reporter at Skerry Park\n{PROSE}")
    assert got["authors"] == ["Jonah Creel"]


def test_how_long_ago_and_a_section_are_no_headline():
    got = found(f"2 hours ago - Transport\n{HEADLINE}\nMara Lindqvist\n{PROSE}")
    assert got["title"] == HEADLINE


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Politics",), ("The firm says it will comply.", "Today at 4:15 p.m. EDT", "5 min")),
        (("Society", "HEALTH \u203a"), ("A family asks for money", "Jo Ferro", "3 May 2025")),
        (("Courier News", "Zaterdag 7 februari, 11:32"), ()),
        (("Light for All", "Politics"), ("153", "Make us preferred on Google", "By Jo Ferro")),
    ],
)  # fmt: skip
def test_the_first_line_with_the_words_of_a_headline_is_one_below_few_others(above, below):
    head = "Ferry to Varrow runs again after nine days of work"
    assert found("\n".join((*above, head, *below, PROSE)))["title"] == head
    assert "title" not in found("\n".join((*above, "Weather is fine on all of the coast", PROSE)))
