"""What every page of a site says is furniture; what one page says is not."""

from __future__ import annotations

from newskit.clean.repeats import ENTRIES, Repeats

NAMES = ["Ada", "Bo", "Cy", "Dag", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo"]
STORY = "The council of Port Ellery met on Monday, and {} spoke for hours about the pier."
NOTICE = "The Courier is read on three islands."


def page(number: int, url: str = "https://www.courier.example/a") -> dict[str, object]:
    text = f"{STORY.format(NAMES[number])}\n\n{NOTICE}"
    return {"url": f"{url}/{number}", "title": f"Story {number}", "text": text}


def repeated(article: dict) -> list[str]:
    return [article["text"][b["start"] : b["end"]] for b in article["blocks"] if "repeats" in b]


def test_from_the_fourth_article_of_a_site_on() -> None:
    repeats = Repeats()
    found = [repeated(repeats.mark(page(n))) for n in range(6)]
    assert found == [[], [], [], [NOTICE], [NOTICE], [NOTICE]]


def test_sites_are_kept_apart() -> None:
    repeats = Repeats()
    for n in range(5):
        repeats.mark(page(n))
    assert repeated(repeats.mark(page(9, "https://other.example/b"))) == []


def test_the_title_is_never_marked() -> None:
    repeats = Repeats()
    for n in range(5):
        repeats.mark(page(n) | {"title": NOTICE})
    assert repeated(repeats.mark(page(9) | {"title": NOTICE})) == []


def test_blocks_of_parse_are_kept_and_wrong_ones_do_no_harm() -> None:
    repeats = Repeats()
    blocks = [{"start": 0, "end": 5, "kind": "paragraph", "links": 0.5}, {"start": "x"}, 7]
    marked = repeats.mark({"text": "Hello", "blocks": blocks})
    assert marked["blocks"] == blocks
    assert repeats.mark({"text": 5}) == {"text": 5}


def word(number: int) -> str:
    """Return a word for a number: figures are all alike to the table."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def test_memory_is_bounded() -> None:
    repeats = Repeats()
    for n in range(ENTRIES // 400):
        text = "\n\n".join(f"Line {word(n)} {word(m)} of a list" for m in range(1000))
        repeats.mark({"text": text, "url": f"https://s{n}.example/"})
        assert len(repeats._counts) <= ENTRIES + 1000


def test_what_recurs_is_still_known_when_the_table_fills() -> None:
    repeats = Repeats()
    menu = "Weather and tides"
    for n in range(6):
        repeats.mark({"text": f"{menu}\n\nStory {n} of the day", "url": "https://a.example/"})
    for n in range(ENTRIES // 1000 + 50):  # more than the table holds, each line seen once
        text = "\n\n".join(f"Line {word(n)} {word(m)} of a list" for m in range(1000))
        repeats.mark({"text": text, "url": f"https://s{n}.example/"})
    again = repeats.mark({"text": f"{menu}\n\nStory 7", "url": "https://a.example/"})
    assert "repeats" in again["blocks"][0]
