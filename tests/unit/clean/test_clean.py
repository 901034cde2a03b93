"""The clean stage on small articles: what stays, what goes and why, and that nothing is lost."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.clean import Clean, restore
from newskit.clean.headline import find_headline
from newskit.stage import apply

PARAGRAPHS = (
    "The harbour authority in Port Ellery said on Monday that it would close the passenger "
    "terminal for the rest of the month, after inspectors found cracks in two of its piers.",
    "Mara Lindqvist, who leads the authority, told the council of Varrow County that the ferries "
    "would leave from the fish market until the repairs had been paid for and finished.",
    "The council is expected to vote on the money on Friday. Some of its members have asked why "
    "the cracks were not seen earlier, when the piers were last painted.",
)
CLEAN = Clean()


def page(*parts: tuple[str, str, str, float], title: str = "") -> dict[str, Any]:
    """Return a parsed article of (text, kind, path, links) parts."""
    blocks, at = [], 0
    for text, kind, path, links in parts:
        block: dict[str, Any] = {"start": at, "end": at + len(text), "kind": kind}
        blocks.append(block | {"path": path, "links": links})
        at += len(text) + 2
    article: dict[str, Any] = {"text": "\n\n".join(part[0] for part in parts), "blocks": blocks}
    return article | ({"title": title} if title else {})


MENU = "header#top/nav.menu/ul/li"
BODY = "main/article.post/div.entry-content/p"
PAGE = page(
    *((name, "list-item", MENU, 1.0) for name in ("Home", "News", "Sport", "Culture", "Sign in")),
    ("Ferry terminal to close", "heading", "main/article.post/h1", 0.0),
    ("By Jonas Brandt", "paragraph", "main/article.post/div.byline/span", 0.5),
    ("3 March 2021, 14:05", "paragraph", "main/article.post/div.byline/time", 0.0),
    (PARAGRAPHS[0], "paragraph", BODY, 0.0),
    ("A crack in the north pier. Photo: Jonas Brandt", "caption", BODY + "/figcaption", 0.0),
    ("What happens next", "heading", "main/article.post/div.entry-content/h2", 0.0),
    (PARAGRAPHS[1], "paragraph", BODY, 0.05),
    ("Read more: Council votes on the budget", "paragraph", BODY, 0.9),
    ("the north pier", "list-item", "main/article.post/div.entry-content/ul/li", 0.0),
    ("the south pier", "list-item", "main/article.post/div.entry-content/ul/li", 0.0),
    (PARAGRAPHS[2], "paragraph", BODY, 0.0),
    ("Related articles", "heading", "aside.related/h3", 0.0),
    ("A new boat for the coast guard", "list-item", "aside.related/ul/li", 1.0),
    ("Varrow County buys a bridge", "list-item", "aside.related/ul/li", 1.0),
    ("12 comments", "heading", "section#comments/h3", 0.0),
    ("I never liked that terminal, it was always cold and they never had any coffee in there.",
     "paragraph", "section#comments/ol.commentlist/li.comment/p", 0.0),
    ("© 2021 Port Ellery Times", "paragraph", "footer.site-footer/p", 0.0),
    title="Ferry terminal to close",
)  # fmt: skip


def test_a_page_with_markup() -> None:
    result = CLEAN(PAGE)
    assert result["text"].split("\n\n") == [
        PARAGRAPHS[0], "What happens next", PARAGRAPHS[1], "the north pier", "the south pier",
        PARAGRAPHS[2],
    ]  # fmt: skip
    roles = [block["role"] for block in result["blocks"]]
    assert roles == ["body", "subhead", "body", "list", "list", "body"]
    assert all("path" in block and "links" in block for block in result["blocks"])
    reasons = {entry["text"]: (entry["role"], entry["reason"]) for entry in result["removed"]}
    assert reasons["Ferry terminal to close"] == ("title", "title")
    assert reasons["By Jonas Brandt"] == ("byline", "byline")
    assert reasons["Read more: Council votes on the budget"] == ("related", "read-also")
    assert reasons["Varrow County buys a bridge"] == ("related", "related")
    assert reasons["12 comments"] == ("comment", "comments")
    assert result["warnings"] == []


def test_nothing_is_lost() -> None:
    article = apply(CLEAN, PAGE)
    assert restore(article) == PAGE["text"].split("\n\n")


def test_again_changes_nothing() -> None:
    once = apply(CLEAN, PAGE)
    twice = apply(CLEAN, once)
    assert {k: v for k, v in twice.items() if k != "history"} == {
        k: v for k, v in once.items() if k != "history"
    }


def test_again_with_other_settings_judges_the_whole_article() -> None:
    once = apply(CLEAN, PAGE)
    captions = Clean(keep=("caption",))
    assert captions(once)["text"] == captions(PAGE)["text"]
    assert "A crack in the north pier" in captions(once)["text"]


def plain(*lines: str, **fields: str) -> list[str]:
    article = {"text": "\n\n".join(lines)} | fields
    result = CLEAN(article)
    assert restore(article | result) == list(lines)
    return result["text"].split("\n\n")


def test_plain_text_that_is_clean_stays() -> None:
    lines = (PARAGRAPHS[0], "What happens next", *PARAGRAPHS[1:], "“We shall see,” she said.")
    assert plain(*lines) == list(lines)


def test_leftovers_in_plain_text() -> None:
    kept = plain(
        "No time to read? Get a summary",
        PARAGRAPHS[0],
        "Advertisement",
        "READ ALSO: Varrow County buys a bridge",
        PARAGRAPHS[1],
        "No time to read? Get a summary",
        "Photo: Jonas Brandt/Port Ellery Times",
        PARAGRAPHS[2],
        "Share this article",
        "Sign up for our newsletter",
        "Previous Article",
        "A new boat for the coast guard",
        "Next Article",
        "Varrow County buys a bridge",
    )
    assert kept == list(PARAGRAPHS)


def test_a_paragraph_that_ends_in_an_agencys_mark_stays() -> None:
    lines = (
        "Ein Brand hat in der Nacht zum Dienstag eine Gewerbehalle in Altenroda zerstört. Nach "
        "ersten Schätzungen der Polizei entstand ein Schaden von rund einer Million Euro.",
        "130 Einsatzkräfte waren bis zum Morgen vor Ort, wie Einsatzleiter Bernd Kühl sagte. "
        "Verletzt wurde niemand. Die Anwohner wurden aufgefordert, drinnen zu bleiben.",
        "Die Ursache ist noch unklar. „Wir ermitteln in alle Richtungen“, sagte Jana Wirth. "
        "(aro/dpa)",
    )
    teaser = ("Auch interessant", "Wetter: Sturmwarnung für die Küste")
    page = (lines[0], *teaser, *lines[1:], "Mein Newsletter: Jetzt kostenlos anmelden", teaser[0])
    assert plain("Kommentare", "Drucken", "Teilen", *page, "Kommentare") == list(lines)


def test_the_last_update_of_a_live_blog_stays() -> None:
    updates = (
        "Police say a man of 54 was killed when a tree fell on his van near Estermouth. It is the "
        "second death that the storm has caused.",
        "Northern Grid says that 84,000 homes have no electricity. “Some will have to wait until "
        "Saturday,” its head of operations, Leah Stone, told reporters.",
        "No trains will run north of Hale Junction until Thursday morning. Buses cannot replace "
        "them, as the coast road is flooded in three places.",
        "A woman in her seventies has died in Port Hale after a chimney fell through the roof of "
        "her house. Neighbours pulled her out, but she died on the way to hospital.",
    )
    heads = (
        "Second death confirmed",
        "Power may take days to return",
        "Trains stop",
        "First death",
    )
    times = ("18:42", "18:15", "17:50", "17:05")
    live = (
        line
        for time, head, text in zip(times, heads, updates, strict=True)
        for line in (time, head, text, "Share")
    )
    kept = plain(
        "Live",
        "Storm Ada: Two dead as winds of 160 km/h hit the coast",
        "What we know so far",
        "- Two people have died, in Port Hale and in Estermouth",
        "- 84,000 homes are without power",
        "- Trains are suspended until Thursday",
        "Reporting by Nadia Frost and Owen Pike",
        "Last updated 26 Nov 2026 18:42 GMT",
        *live,
        "Load more",
    )
    assert set(updates) <= set(kept)


@pytest.mark.parametrize(
    "line",
    [
        "Scroll down for video",
        "Gulls wait near the fish market in Port Ellery. (Jonas Brandt/Getty Images)",
        "Mara Lindqvist (pictured) had been due to open the terminal on Saturday",
        "Aerial view of the fish market and its pier",
        "Jonas Brandt reported from Skarvik, and Mara Holm from Port Ellery.",
        "Add the Courier as your preferred source to see more of our stories on Google.",
        "📱 Baixe o app do Correio para ver notícias em tempo real e de graça",
        "Il Corriere è anche su Whatsapp. È sufficiente cliccare qui per iscriversi al canale.",
        "NEWYou can now listen to Courier articles!",
        "Gulls wait near the fish market in Port Ellery. Photograph: Jonas Brandt/The Courier",
        "Gulls wait near the fish market in Port Ellery. (AAP: Jonas Brandt)",
        "courier.example/news/ferry-terminal-to-close/105123456",
        "For the latest news, weather and sports, head to the Courier.",
        "Story continues",
        "Gulls wait near the fish market in Port Ellery. Stringer/Reuters",
        "Related article Why ferries in Varrow County keep sinking 4 min read",
        "WATCH | How the crew kept warm:",
        "The audio version of this article is generated by AI-based technology. Mispronunciations "
        "can occur. We are working with our partners to improve the results.",
        "Thanks for reading The Slow Ledger! Subscribe for free to receive new posts.",
        "Passer la publicité",
        "Every time Mara publishes a story, you’ll get an alert straight to your inbox!",
        "Mara Lindqvist im Hafen von Port Ellery (Archivbild)",
        "At such a critical moment in US history, we need reporters on the ground. Your donation "
        "allows us to keep sending journalists to speak to both sides of the story.",
        "Mit Ihrer Registrierung nehmen Sie die Datenschutzerklärung zur Kenntnis.",
        "Deel via WhatsApp",
        "Zobacz wideo Pożar widziany z drona",
    ],
)
def test_calls_and_captions_between_paragraphs_go(line: str) -> None:
    assert plain(PARAGRAPHS[0], line, *PARAGRAPHS[1:]) == list(PARAGRAPHS)


def test_the_line_below_a_pictures_description_and_credit_is_its_caption() -> None:
    described = "A passenger ferry in an estuary, with two lifeboats beside itEllery Lifeboat Trust"
    caption = "Passengers were handed blankets and hot soup before a tug reached them"
    top = ("Ferry terminal to close", "3 hours ago", "Share", "Save")
    assert plain(*top, described, caption, *PARAGRAPHS) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bishop is on WhatsApp.",
        "Hardly anybody under thirty in Port Ellery is now on Telegram.",
        "The council agreed on Friday. (Mara Lindqvist, a member, abstained.)",
        "The council agreed on Friday. (Mara Lindqvist, the mayor)",
        "Portrait of a harbour that has lost its ferries",
        "If you buy a flat on the quay this year, the county wants a survey of its wall first.",
        "When you buy fish at the market, ask which boat it came from, says Oyelaran.",
        "Image of the harbour authority suffers after cracks come to light",
    ],
)
def test_sentences_of_the_article_that_look_like_calls_and_captions_stay(sentence: str) -> None:
    assert plain(PARAGRAPHS[0], sentence, *PARAGRAPHS[1:]) == [
        PARAGRAPHS[0], sentence, *PARAGRAPHS[1:],
    ]  # fmt: skip


def test_a_lead_above_a_caption_stays() -> None:
    lead = "A fire destroyed the fish market of Port Ellery on Monday night."
    caption = "The market burned for nine hours. (Jonas Brandt/Getty Images)"
    assert plain(lead, caption, *PARAGRAPHS) == [lead, *PARAGRAPHS]
    assert plain("A town divided", caption, *PARAGRAPHS)[0] == "A town divided"


def test_a_paragraph_above_a_button_that_hides_a_caption_stays() -> None:
    shown = "Nets dry in the yard of a factory in Port Ellery."
    page = (*PARAGRAPHS[:2], shown, "hide caption", PARAGRAPHS[2])
    assert plain(*page) == list(PARAGRAPHS)


def test_a_subhead_below_a_pictures_credit_stays() -> None:
    described = "A passenger ferry in an estuary, with two lifeboats beside itEllery Lifeboat Trust"
    lines = (PARAGRAPHS[0], described, "Winter without boats", *PARAGRAPHS[1:])
    assert "Winter without boats" in plain(*lines)


def test_a_short_article_below_a_link_to_its_author_stays() -> None:
    deck = "Islanders fear a winter without boats and ask for a ferry of their own."
    assert plain(deck, "View author profile", *PARAGRAPHS[:2]) == [deck, *PARAGRAPHS[:2]]


def test_what_stands_above_a_credit_or_the_button_that_hides_a_caption_goes() -> None:
    shown = "A boat with a red hull is towed into a harbour in winter."
    caption = "The Second Chance is towed to Port Ellery. (Submitted by Jonas Brandt)"
    assert plain(PARAGRAPHS[0], shown, caption, *PARAGRAPHS[1:]) == list(PARAGRAPHS)
    sheets = "Nets dry in the yard of a factory in Port Ellery. It makes forty of them a day."
    buttons = ("Jo Ferro/Courier", "hide caption", "toggle caption", "Jo Ferro/Courier")
    assert plain(sheets, *buttons, *PARAGRAPHS) == list(PARAGRAPHS)


def test_a_biography_under_its_heading_goes() -> None:
    biography = "The Courier's city desk is a tireless team that takes the pulse of Port Ellery."
    end = ("About the Author", "City Desk", biography, "End of Article")
    assert plain(*PARAGRAPHS, *end) == list(PARAGRAPHS)


def test_a_sentence_after_a_pointer_to_another_story_stays() -> None:
    last = "Chuveu 142 milímetros em cinco horas, o maior volume desde 2003, segundo o instituto."
    lines = (
        "A ponte que liga o centro de Campo Sereno a três bairros da zona norte caiu na madrugada "
        "desta segunda-feira depois de cinco horas de chuva.",
        "O prefeito Otávio Meireles decretou situação de emergência e disse que o Exército vai "
        "montar uma ponte provisória até sexta-feira.",
    )
    more = ("LEIA TAMBÉM:", "Veja a previsão do tempo para o estado")
    end = ("Vídeos mais assistidos", "Veja também", "Mais lidas")
    assert plain(*lines, *more, last, *end) == [*lines, last]


def test_a_headline_above_what_the_judge_took_for_it_is_the_title() -> None:
    def piece(text: str, role: str, reason: str = "model") -> Any:
        words = len(text.split())
        return SimpleNamespace(text=text, role=role, reason=reason, words=words, path="", hit=None)

    head = piece("Terminal of the harbour authority in Port Ellery to close", "related")
    deck = piece("Islanders fear a winter without ferries", "title")
    body = [piece(text, "body", "") for text in PARAGRAPHS]
    assert find_headline([head, deck, *body]) == head.text
    head.hit = "of a rule"
    assert find_headline([head, deck, *body]) == deck.text
    assert find_headline([piece("News", "nav"), deck, *body]) == deck.text


def test_a_biography_goes_from_above_the_text_too() -> None:
    life = "Jonas Brandt is the author of “Slow Boats” and teaches at Port Ellery College."
    text = "\n".join(("Slow boats", "BY JONAS BRANDT", "OCT. 19, 2026", life, *PARAGRAPHS))
    result = CLEAN({"text": text, "title": "Slow boats", "authors": ["Jonas Brandt"]})
    assert result["text"].split("\n\n") == list(PARAGRAPHS)
    said = f"Jonas Brandt said that it was late. {PARAGRAPHS[0]}"
    assert (
        said in CLEAN({"text": f"{said}\n\n{PARAGRAPHS[1]}", "authors": ["Jonas Brandt"]})["text"]
    )


def test_ornaments_stay_within_the_text_only() -> None:
    ends = "Jonas Brandt in Skarvik contributed to this report."
    lines = ("* * *", PARAGRAPHS[0], "* * *", *PARAGRAPHS[1:], "___", ends)
    assert plain(*lines) == [PARAGRAPHS[0], "* * *", *PARAGRAPHS[1:]]
    assert plain("* * *") == ["* * *"]


def test_headlines_under_a_heading_of_furniture() -> None:
    headlines = ("A new boat for the coast guard", "Bridge sold", "Why is the sea salt?")
    assert plain(*PARAGRAPHS, "Most read", *headlines) == list(PARAGRAPHS)
    assert plain(*PARAGRAPHS[:2], "Related stories", *headlines, PARAGRAPHS[2]) == list(PARAGRAPHS)


def test_a_live_blog_loses_its_stamps_only() -> None:
    kept = plain("14:05 GMT", PARAGRAPHS[0], "13:40 GMT", PARAGRAPHS[1], "13:12 GMT", PARAGRAPHS[2])
    assert kept == list(PARAGRAPHS)


def test_a_correction_is_a_note_and_stays() -> None:
    note = "Correction: an earlier version of this article gave the wrong month."
    result = CLEAN({"text": "\n\n".join((*PARAGRAPHS, note))})
    assert result["blocks"][-1]["role"] == "note"


def test_a_biography_goes_only_at_the_end() -> None:
    biography = "Jonas Brandt is a reporter covering the coast for the Port Ellery Times."
    assert biography not in plain(*PARAGRAPHS, biography)
    assert biography in plain(biography, *PARAGRAPHS)


def test_chinese() -> None:
    body = (
        "港务局星期一表示，在检查人员检查完所有的门之前，客运码头将继续关闭，渡轮将改从鱼市场出发。",
        "县议会预计将于星期五就维修费用进行表决，一些议员问为什么裂缝没有更早被发现。",
    )
    assert plain("分享到：", body[0], "广告", body[1], "相关阅读", "海岸警卫队的新船") == list(body)


@pytest.mark.parametrize("line", ["Rain.", "Share this article", "港口关闭", "https://example.org"])
def test_one_line_is_kept(line: str) -> None:
    assert plain(line) == [line]


def test_never_empty() -> None:
    result = CLEAN({"text": "Share this article\n\nSign up for our newsletter"})
    assert result["text"]
    assert [w["code"] for w in result["warnings"]] == ["nothing-judged-body"]


def test_prose_among_bad_names_is_given_back() -> None:
    article = page(
        *((name, "list-item", MENU, 1.0) for name in ("Home", "News", "Sport")),
        *((text, "paragraph", "div.footer/div.promo/p", 0.0) for text in PARAGRAPHS),
    )
    assert CLEAN(article)["text"].split("\n\n") == list(PARAGRAPHS)


def test_empty_text() -> None:
    assert CLEAN({"text": ""}) == {"text": "", "blocks": [], "removed": [], "warnings": []}


def test_without_a_title_the_headline_stays() -> None:
    article = {k: v for k, v in PAGE.items() if k != "title"}
    result = CLEAN(article)
    assert result["blocks"][0]["role"] == "title"


MENU_LINES = ("Home", "News", "Sport", "Weather", "Log in")
HEADLINE = "Port Ellery closes its ferry terminal for repairs"


def test_a_headline_that_goes_is_told() -> None:
    lines = (*MENU_LINES, HEADLINE, "Jonas Brandt", *PARAGRAPHS)
    once = apply(CLEAN, {"text": "\n\n".join(lines)})
    assert once["title"] == HEADLINE
    assert once["text"].split("\n\n") == list(PARAGRAPHS)
    assert restore(once) == list(lines)
    twice = apply(CLEAN, once)
    assert twice | {"history": 0} == once | {"history": 0}


def test_a_title_that_is_there_stays() -> None:
    lines = (*MENU_LINES, HEADLINE, "Jonas Brandt", *PARAGRAPHS)
    assert "title" not in CLEAN({"text": "\n\n".join(lines), "title": "The terminal"})


def test_a_headline_about_something_else_is_none() -> None:
    lines = (*MENU_LINES, "Seven walks through autumn woods", "Jonas Brandt", *PARAGRAPHS)
    assert "title" not in CLEAN({"text": "\n\n".join(lines)})


def test_a_title_that_is_no_string_is_none() -> None:
    lines = (*MENU_LINES, HEADLINE, "Jonas Brandt", *PARAGRAPHS)
    assert CLEAN({"text": "\n\n".join(lines), "title": None})["title"] == HEADLINE


@pytest.mark.parametrize(
    "blocks",
    [
        "none",
        [{"start": 0, "end": 99999, "kind": "paragraph"}],
        [{"start": 5, "end": 9, "kind": "paragraph"}],
        [{"start": 0, "end": True, "kind": "paragraph"}],
        [3],
    ],
)
def test_blocks_that_do_not_fit_are_made_anew(blocks: Any) -> None:
    result = CLEAN({"text": "\n\n".join(PARAGRAPHS), "blocks": blocks})
    assert result["text"].split("\n\n") == list(PARAGRAPHS)
    assert [w["code"] for w in result["warnings"]] == ["blocks-ignored"]


def test_options() -> None:
    assert "What happens next" not in Clean(drop=("subhead",))(PAGE)["text"]
    assert "I never liked that terminal" in Clean(keep=("comment",))(PAGE)["text"]
    assert Clean(keep=("caption", "byline")).options == {"keep": ["byline", "caption"]}
    assert Clean().options == {}
    with pytest.raises(ValueError, match="no such role"):
        Clean(keep=("captions",))
    raw = {"text": "co\u00adoperate, she said to the council of the county"}
    assert "\u00ad" in Clean(normalise="nothing")(raw)["text"]


def test_normalising_keeps_the_original() -> None:
    text = PARAGRAPHS[0].replace("Port Ellery", "Port\u00a0Ellery")
    result = CLEAN({"text": text})
    assert result["text"] == PARAGRAPHS[0]
    assert result["blocks"][0]["original"] == text
    assert restore(result) == [text]


def test_scored_removals_say_why() -> None:
    for entry in CLEAN(PAGE)["removed"]:
        assert 0.0 <= entry["score"] <= 1.0
        assert entry["score"] == round(entry["score"], 3)
        if entry["reason"].startswith("score:"):
            assert 1 <= len(entry["reason"].removeprefix("score:").split(",")) <= 3


FURNITURE = ("Related articles", "Next article", "12 comments", "Home", "©", "14:05", "\u200b")
LINES = st.sampled_from((*FURNITURE, "港口关闭。", *PARAGRAPHS)) | st.text(max_size=40)


@settings(max_examples=60)
@given(st.lists(LINES, max_size=12))
def test_any_text(lines: list[str]) -> None:
    article = {"text": "\n\n".join(lines)}
    once = apply(CLEAN, article)
    joined = "".join("".join(restore(once)).split())
    assert joined == "".join(article["text"].split())
    assert apply(CLEAN, once)["text"] == once["text"]
    for block in once["blocks"]:
        assert once["text"][block["start"] : block["end"]].strip()


def test_very_deep_paths_cost_no_more() -> None:
    deep = "/".join(["div.wrap"] * 5000) + "/p"
    article = page(*((text, "paragraph", deep, 0.0) for text in PARAGRAPHS))
    assert CLEAN(article)["text"].split("\n\n") == list(PARAGRAPHS)
    assert CLEAN(article)["blocks"][0]["path"] == deep


def test_a_section_ends_at_the_headline_and_keeps_to_its_box() -> None:
    head = "div#page/header.site/div.trending"
    story = "div#page/main/article.post"
    article = page(
        ("Most read", "heading", head + "/h3", 0.0),
        ("Council votes on the budget", "list-item", head + "/ul/li", 1.0),
        ("Ferry terminal to close", "heading", story + "/h1", 0.0),
        ("Islanders fear a winter without boats", "paragraph", story + "/p.standfirst", 0.0),
        *((text, "paragraph", story + "/div.entry-content/p", 0.0) for text in PARAGRAPHS),
        title="Ferry terminal to close",
    )
    result = CLEAN(article)
    reasons = {entry["text"]: entry["reason"] for entry in result["removed"]}
    assert reasons["Council votes on the budget"] == "related"
    assert "Islanders fear a winter without boats" in result["text"]


def test_a_class_that_says_caption_is_believed() -> None:
    caption = (
        "The first ferry leaves the fish market on Monday. Jonas Brandt looks on from the quay."
    )
    body = "main/article.post/div.entry-content"
    article = page(
        (caption, "paragraph", f"{body}/p.image-metadata", 0.0),
        *((text, "paragraph", f"{body}/p", 0.0) for text in PARAGRAPHS),
    )
    result = CLEAN(article)
    assert caption not in result["text"]
    assert [entry["role"] for entry in result["removed"]] == ["caption"]
    assert caption in Clean(keep=("caption",))(article)["text"]
