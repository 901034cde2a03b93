"""Several articles as one story: nothing is told twice, and nothing depends on their order."""

from __future__ import annotations

import json
import random
import time
import unicodedata
from itertools import combinations, pairwise
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit import BadArticle, Summarize, summarize_together
from newskit.limits import LIMITS
from newskit.summarize.budget import BULLET
from newskit.summarize.story import together as module
from newskit.summarize.story.members import read_sentences
from newskit.summarize.story.near_duplicates import Tellings
from newskit.summarize.story.together import Story
from newskit.text.stems import content_words, stop_stems
from newskit.text.words import count_words
from tests.conftest import ROOT

Articles = list[dict[str, Any]]
SCHEMA = json.loads((ROOT / "src/newskit/record.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
BUDGETS = {"sentences", "words", "chars", "ratio"}
LABELS = ROOT / "scripts" / "labels" / "together.jsonl"
CLUSTERS = {c["cluster"]: c for c in map(json.loads, LABELS.read_text("utf-8").splitlines())}
CRANE: Articles = CLUSTERS["crane"]["articles"]


def summarised(articles: Articles, **options: Any) -> dict[str, Any]:
    """Return the record, held to all that is promised of any."""
    record = summarize_together(articles, Summarize(**options))
    VALIDATOR.validate(record)
    assert next(iter(record)) == "schema"
    assert "text" not in record
    check(record, articles, options)
    return record


def pieces_of(record: dict[str, Any], articles: Articles) -> list[str]:
    """Return the pieces of the summary, from the texts of the articles that they name."""
    texts = dict(zip(named(articles), (a["text"] for a in articles), strict=True))
    return [texts[p["id"]][p["start"] : p["end"]] for p in record.get("summary_sentences", ())]


def named(articles: Articles) -> list[str]:
    """Return the ids of articles whose own ids are distinct strings or missing."""
    return [a.get("id") or f"#{n}" for n, a in enumerate(articles, 1)]


def check(record: dict[str, Any], articles: Articles, options: dict[str, Any]) -> None:
    ids = [member["id"] for member in record["articles"]]
    assert sorted(ids) == sorted(named(articles))
    pieces = pieces_of(record, articles)
    folded = [" ".join(piece.split()) for piece in pieces]
    if not pieces:
        assert not any(map(str.isalnum, "".join(a["text"] for a in articles)))
        return
    marked = options.get("bullets")
    expected = "\n".join(BULLET + p for p in folded) if marked else " ".join(folded)
    assert record["summary"] == expected
    places = [(ids.index(p["id"]), p["start"], p["end"]) for p in record["summary_sentences"]]
    assert places == sorted(places)
    assert all(a != b or end <= start for (a, _, end), (b, start, _) in pairwise(places))
    assert all(0 <= p["score"] <= 1 for p in record["summary_sentences"])
    budgets = {"sentences": 5} if not options.keys() & BUDGETS else options
    words = sum(map(count_words, pieces))
    assert len(pieces) <= budgets.get("sentences", len(pieces))
    assert words <= budgets.get("words", words)
    assert len(expected) <= budgets.get("chars", len(expected))
    if "ratio" in options:
        assert words <= max(1, options["ratio"] * sum(count_words(a["text"]) for a in articles))
    for one, other in combinations(pieces, 2):
        assert shared_triples(one, other) < 0.4, (one, other)


def shared_triples(one: str, other: str) -> float:
    """Return the share of the shorter piece's word triples that the longer one has."""
    sets = []
    for piece in (one, other):
        words = content_words(unicodedata.normalize("NFKC", piece).casefold())
        sets.append(set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)})
    return len(sets[0] & sets[1]) / min(map(len, sets))


def codes(record: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in record.get("warnings", ())]


# --- telling nothing twice ------------------------------------------------------------------------

# Sentences that share few words with one another, as in one long report.
FACTS = (
    "The council of Port Ellery voted late on Tuesday to close the old harbour bridge for repairs.",
    "Engineers from Varrow found deep cracks in three granite pillars during a winter inspection.",
    "Mayor Mara Lindqvist promised free ferries for pupils, nurses and café workers until autumn.",
    "Shopkeepers along Fish Street fear losing half of their customers before the summer regatta.",
    "A retired welder called Jonas Amadi chained himself to the railing and sang sea shanties.",
    "The county will pay nine million crowns towards new steel girders made in Halvard.",
    "Divers discovered a rusted anchor beneath the northern arch, lost in a long forgotten gale.",
    "Police asked lorry drivers to use the mountain road by Skerry Point and expect long queues.",
)
# What another paper does to a sentence that it takes over.
PLAIN_CHANGES = {
    "as it is": lambda s, _: s,
    "capitals": lambda s, _: s.upper(),
    "first words in capitals": lambda s, _: " ".join(
        w.upper() if i < 3 else w for i, w in enumerate(s.split())
    ),
    "a quotation around it": lambda s, _: f"“{s[:-1]},” the Courier reported.",
    "white space": lambda s, _: s.replace(" ", "  ").replace("  of  ", "\u00a0of\n"),
    "a dateline": lambda s, _: f"PORT ELLERY, March 4 (Ellery Press) - {s}",
    "a plain dateline": lambda s, _: f"Port Ellery, Wednesday: {s}",
    "decomposed": lambda s, _: unicodedata.normalize("NFD", s),
    "without accents": lambda s, _: s.replace("é", "e"),
    "soft hyphens": lambda s, _: s.replace("er", "e\u00adr"),
    "full-width figures": lambda s, _: s.translate({48 + i: 0xFF10 + i for i in range(10)}),
}
WORDED_CHANGES = {
    "an attribution": lambda s, _: f"{s[:-1]}, officials said on Wednesday.",
    "an attribution before": lambda s, _: f"Officials said that {s[0].lower()}{s[1:]}",
    "a word more": lambda s, rng: inserted(s, "reportedly", rng),
    "a word less": lambda s, rng: without_one(s, rng),
    "halves the other way round": lambda s, _: turned(s),
    "the end cut off": lambda s, _: " ".join(s.split()[: 2 * len(s.split()) // 3]) + ".",
    "joined to another": lambda s, _: f"{s[:-1]}, and the weather office expects fog.",
}
CHANGES = PLAIN_CHANGES | WORDED_CHANGES


def inserted(sentence: str, word: str, rng: random.Random) -> str:
    words = sentence.split()
    return " ".join([*words[: (at := rng.randrange(1, len(words)))], word, *words[at:]])


def without_one(sentence: str, rng: random.Random) -> str:
    words = sentence.split()
    del words[rng.randrange(1, len(words) - 1)]
    return " ".join(words)


def turned(sentence: str) -> str:
    words = sentence[:-1].split()
    middle = len(words) // 2
    return " ".join([words[middle].capitalize(), *words[middle + 1 :], *words[:middle]]) + "."


def origins(record: dict[str, Any], articles: Articles) -> list[int]:
    """Return of which fact each piece is a telling."""
    found = []
    for piece in pieces_of(record, articles):
        plain = unicodedata.normalize("NFKD", piece).replace("\u00ad", "").replace("\u0301", "")
        words = set(plain.lower().replace("“", " ").replace(",", " ").split())
        shared = [len(words & set(f.lower().replace(",", " ").split())) for f in FACTS]
        found.append(max(range(len(FACTS)), key=shared.__getitem__))
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_a_sentence_taken_over_is_told_once(change: str) -> None:
    rng = random.Random(change)
    texts = [" ".join(FACTS), "\n\n".join(CHANGES[change](s, rng) for s in reversed(FACTS))]
    articles = [{"id": str(n), "text": text} for n, text in enumerate(texts)]
    record = summarised(articles, sentences=50)
    assert sorted(origins(record, articles)) == list(range(len(FACTS)))


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_taken_over_is_known_again(change: str) -> None:
    for number, fact in enumerate(FACTS):
        changed = CHANGES[change](fact, random.Random(change))
        found = Tellings([*FACTS, changed], stop_stems())
        assert found.same_as(number) == {len(FACTS)}
        assert found.same_as(len(FACTS)) == {number}


def test_labelled_pairs_are_known_again() -> None:
    """The pairs of docs/together.md: of those that are missed, every one is in other words."""
    found = 0
    for cluster in CLUSTERS.values():
        told = {a["id"]: [s.folded for s in read_sentences(a)[0]] for a in cluster["articles"]}
        for pair in cluster["same"]:
            said = [next(s for s in told[i] if opening in s) for i, opening in pair]
            found += Tellings(said, stop_stems()).same_as(0) == {1}
    assert found >= 48  # of 57


def test_marks_that_some_papers_leave_out_hide_nothing() -> None:
    spanish = "Según la policía, el señor Núñez cruzó el río Ártico en una canción de cuna."
    stripped = "".join(c for c in unicodedata.normalize("NFD", spanish) if ord(c) < 0x300)
    hyphened = "\u00ad".join(spanish)
    articles = [{"id": str(n), "text": t} for n, t in enumerate([spanish, stripped, hyphened])]
    assert len(summarised(articles)["summary_sentences"]) == 1


def test_a_long_summary_tells_nothing_twice_either() -> None:
    said = [
        " ".join(f"{chr(97 + i)}{chr(97 + n % 26)}{n}{'xyz'[i % 3]}word" for i in range(9)) + "."
        for n in range(40)
    ]
    said = [sentence.capitalize() for sentence in said]
    turned_round = [" ".join(["Reporters", *s[:-1].split()[:2:-1], "heard."]) for s in said]
    articles = [{"id": "a", "text": " ".join(said)}, {"id": "b", "text": " ".join(turned_round)}]
    assert len(summarised(articles, sentences=100)["summary_sentences"]) == 40


def test_a_short_telling_and_a_longer_one_that_holds_it_are_not_both_there() -> None:
    short = "Divers found a crack in the rudder."
    long = (
        "Divers found a crack in the rudder while the mayor of Port Ellery told bakers, fishermen "
        "and teachers in the hall that buses along the coast would be free until Halvard sends "
        "another boat, which nobody expects before the second week of June at the earliest."
    )
    articles = [{"id": "a", "text": f"{short} {FACTS[5]}"}, {"id": "b", "text": long}]
    found = pieces_of(summarised(articles, sentences=9), articles)
    assert (short in found) + (long in found) == 1


tellings = st.lists(
    st.tuples(st.integers(0, len(FACTS) - 1), st.sampled_from(sorted(CHANGES)), st.integers(0, 9)),
    min_size=1,
    max_size=12,
)


@given(st.lists(tellings, min_size=1, max_size=6), st.booleans())
@settings(max_examples=150, deadline=None)
def test_whoever_takes_over_what(drawn: list[list[tuple[int, str, int]]], is_dated: bool) -> None:
    articles: Articles = []
    for number, told in enumerate(drawn):
        said = [CHANGES[change](FACTS[fact], random.Random(seed)) for fact, change, seed in told]
        articles.append({"id": str(number), "text": "\n\n".join(said)})
        if is_dated:
            articles[-1]["date_published"] = f"2025-03-0{1 + number * 7 % 5}"
    record = summarised(articles, sentences=50)
    found = origins(record, articles)
    assert len(found) == len(set(found)), pieces_of(record, articles)


def test_the_later_of_two_tellings_stands() -> None:
    early = "Two people were hurt when the old crane fell onto a ship at Saltmarsh, police said."
    late = early.replace("Two", "Seven").replace("old crane", "harbour crane")
    articles = [
        {"id": "late", "text": f"{FACTS[3]} {FACTS[4]} {late}", "date_published": "2025-03-05"},
        {"id": "early", "text": f"{early} {FACTS[1]}", "date_published": "2025-03-04T23:30:00Z"},
    ]
    assert late in pieces_of(summarised(articles), articles)
    assert early in pieces_of(summarised(articles[1:]), articles[1:])
    for article in articles:
        del article["date_published"]
    assert early in pieces_of(summarised(articles), articles)  # it is the first of its article


def test_what_leans_goes_with_what_it_leans_on() -> None:
    ground, leaning = FACTS[0], "But it will stay open to cyclists and to the baker's cart."
    articles = [
        {"id": "a", "text": f"{FACTS[0]} {FACTS[1]}", "date_published": "2025-03-05"},
        {"id": "b", "text": f"{ground} {leaning}", "date_published": "2025-03-04"},
    ]
    assert leaning in pieces_of(summarised(articles[1:], sentences=9), articles[1:])
    assert leaning not in pieces_of(summarised(articles, sentences=9), articles)


# --- what counts ----------------------------------------------------------------------------------


def test_what_several_articles_share_goes_before_what_one_has() -> None:
    shared = "The bridge of Port Ellery will close for repairs because its pillars are cracked."
    articles = [
        {"id": "a", "text": f"{FACTS[4]} {FACTS[7]} {shared}"},
        {"id": "b", "text": f"{FACTS[5]} Cracked pillars close the Port Ellery bridge for a year."},
        {"id": "c", "text": f"{FACTS[6]} Repairs to the pillars of the bridge begin in May."},
    ]
    for count in (1, 2):
        found = pieces_of(summarised(articles, sentences=count), articles)
        assert all("pillars" in piece for piece in found)
        alone = pieces_of(summarised(articles[:1], sentences=count), articles)
        assert shared not in alone


@pytest.mark.parametrize("copies", [2, 5, 20])
def test_copies_of_an_article_gain_no_weight(copies: int) -> None:
    rest = CLUSTERS["flood"]["articles"]
    agency = {key: value for key, value in rest[0].items() if key != "id"}
    with_one = summarised(rest)
    texts = [agency["text"].replace("said", "reported", n % 3) for n in range(copies)]
    more = [*rest, *({**agency, "id": f"copy-{n}", "text": t} for n, t in enumerate(texts))]
    with_many = summarised(more)
    assert with_many["summary"] == with_one["summary"]
    scores = [p["score"] for p in with_one["summary_sentences"]]
    assert [p["score"] for p in with_many["summary_sentences"]] == scores


def test_a_single_article_is_summarised_as_it_would_be_alone() -> None:
    alone = Summarize(sentences=5)(CRANE[0])
    record = summarised(CRANE[:1])
    assert record["summary"] == alone["summary"]
    assert [p["score"] for p in record["summary_sentences"]] == [
        p["score"] for p in alone["summary_sentences"]
    ]


def test_labelled_stories_hold_more_facts_than_leads_or_one_article() -> None:
    held = {"together": 0, "leads": 0, "one": 0}
    for cluster in CLUSTERS.values():
        articles = cluster["articles"]
        whole = "\n\n".join(a["text"] for a in articles)
        leads = [Summarize(1)(a)["summary"] for a in articles]
        words = count_words(" ".join(leads))
        said = {
            "together": summarised(articles, words=words)["summary"],
            "leads": " ".join(leads),
            "one": Summarize(words=words)({"text": whole})["summary"],
        }
        for name, summary in said.items():
            held[name] += sum(any(s in summary for s in f["said"]) for f in cluster["facts"])
    assert held["together"] >= 1.2 * max(held["leads"], held["one"]), held


def test_a_query_brings_what_holds_its_words() -> None:
    asked = summarised(CRANE, sentences=1, query="gusts weather office")
    assert "measured gusts of 94 kilometres" in asked["summary"]
    assert "gusts" not in summarised(CRANE)["summary"]
    assert codes(summarised(CRANE, query="zebra")) == ["query-not-found"]


# --- order and ids --------------------------------------------------------------------------------

DATES = (
    "2025-03-04T08:40:00Z", "2025-03-04T09:40:00+01:00", "2025-03-04", "2025-03-05",
    "2025-03-03T23:30:00-05:00", "2024-12-31T23:59:59Z",
)  # fmt: skip


@given(st.permutations(range(4)), st.lists(st.sampled_from(DATES), min_size=4, max_size=4))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_stream_changes_nothing(order: list[int], dates: list[str]) -> None:
    for cluster in ("crane", "cup"):
        dated = [
            article | {"date_published": date}
            for article, date in zip(CLUSTERS[cluster]["articles"], dates, strict=True)
        ]
        options = {"keywords": 4, "headline": True}
        moved = summarised([dated[i] for i in order], **options)
        assert moved == summarised(dated, **options)


def test_articles_stand_by_moment_then_id_and_those_without_a_date_last() -> None:
    given = [
        ("none-b", None), ("day-after", "2025-03-05"), ("z", "2025-03-04T10:00:00+02:00"),
        ("a", "2025-03-04T08:00:00Z"), ("new-york", "2025-03-04T02:00:00-05:00"),
        ("same-day", "2025-03-04"), ("none-a", "last Tuesday"),
        ("no-offset", "2025-03-04 07:30:00"),
    ]  # fmt: skip
    articles = [
        {"id": i, "text": FACTS[n]} | ({"date_published": d} if d else {})
        for n, (i, d) in enumerate(given)
    ]
    record = summarised(articles, sentences=8)
    order = ["same-day", "new-york", "no-offset", "a", "z", "day-after", "none-b", "none-a"]
    assert [member["id"] for member in record["articles"]] == order
    assert [piece["id"] for piece in record["summary_sentences"]] == order
    assert record["date_published"] == "2025-03-05"


def test_articles_without_an_id_are_numbered() -> None:
    articles: Articles = [
        {"text": FACTS[0]},
        {"id": "", "text": FACTS[1]},
        {"id": 7, "text": FACTS[2]},
    ]
    record = summarize_together([*articles, {"id": ["x"], "text": FACTS[3]}])
    assert [member["id"] for member in record["articles"]] == ["#1", "#2", "7", "#4"]


def test_repeated_ids_are_told_apart() -> None:
    articles = [{"id": i, "text": FACTS[n]} for n, i in enumerate(["a", "a", "a#2", "b", "a"])]
    record = summarize_together(articles)
    ids = [member["id"] for member in record["articles"]]
    assert ids == ["a", "a#2", "a#2#2", "b", "a#3"]
    texts = dict(zip(ids, FACTS, strict=False))
    assert {
        p["id"]: texts[p["id"]][p["start"] : p["end"]] for p in record["summary_sentences"]
    } == texts
    assert codes(record).count("repeated-id") == 3


def test_the_id_is_of_the_articles_alone() -> None:
    first = summarised(CRANE)["id"]
    assert summarised(CRANE[::-1], words=20)["id"] == first
    assert summarised(CRANE[:3])["id"] != first
    glued = [{"id": "ab", "text": FACTS[0]}, {"id": "c", "text": FACTS[1]}]
    other = [{"id": "a", "text": FACTS[0]}, {"id": "bc", "text": FACTS[1]}]
    assert summarised(glued)["id"] != summarised(other)["id"]


# --- the record -----------------------------------------------------------------------------------


def test_the_record_says_what_it_is_of() -> None:
    articles = [CRANE[0] | {"url": "https://a.example/1", "site": "A", "authors": ["B"]}, CRANE[2]]
    record = summarised(articles, words=60, bullets=True)
    assert record["articles"][0] == {
        "id": "crane-agency",
        "title": CRANE[0]["title"],
        "url": "https://a.example/1",
        "date_published": CRANE[0]["date_published"],
    }
    assert record["history"][0]["options"] == {"together": True, "words": 60, "bullets": True}
    assert not {"site", "authors", "text", "warnings"} & record.keys()


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(("en", "en"), "en"), (("en-GB", None), "en-GB"), (("en-GB", "en-US"), "en"),
     (("en", "de"), None), ((None, None), None), ((5, "fr"), "fr")],
)  # fmt: skip
def test_the_language_is_said_if_all_agree(languages: tuple[Any, ...], expected: Any) -> None:
    articles = [{"id": str(n), "text": FACTS[n], "language": x} for n, x in enumerate(languages)]
    assert summarised(articles).get("language") == expected


def test_a_date_of_another_form_orders_but_is_not_the_records() -> None:
    articles = [{"id": "a", "text": FACTS[0], "date_published": "20250304T0800"}]
    record = summarised(articles)
    assert "date_published" not in record
    assert record["articles"][0]["date_published"] == "20250304T0800"


def test_keywords_are_verbatim_and_shared_ones_come_first() -> None:
    record = summarised(CRANE, keywords=8)
    whole = {article["id"]: article for article in CRANE}
    for keyword in record["keywords"]:
        field = whole[keyword["id"]][keyword["field"]]
        assert field[keyword["start"] : keyword["end"]] == keyword["text"]
    scores = [keyword["score"] for keyword in record["keywords"]]
    assert scores == sorted(scores, reverse=True)
    found = [keyword["text"] for keyword in record["keywords"]]
    assert "Saltmarsh" in found[:3]
    assert len({tuple(content_words(text)) for text in found}) == len(found) == 8


def test_the_headline_is_the_title_of_the_article_with_the_best_piece() -> None:
    record = summarised(CRANE, headline=True)
    assert record["headline"] == "Docker dies after Saltmarsh crane collapse"
    untitled = [{k: v for k, v in a.items() if k != "title"} for a in CRANE]
    made = summarised(untitled, headline=True)["headline"]
    assert count_words(made) <= 12
    assert any(made in article["text"] for article in CRANE)


def test_an_article_of_another_story_is_named() -> None:
    other = {"id": "other", "text": " ".join(FACTS[3:7])}
    record = summarised([*CRANE, other])
    assert codes(record) == ["unrelated-article"]
    assert "other" in record["warnings"][0]["message"]
    for cluster in CLUSTERS.values():
        assert codes(summarised(cluster["articles"])) == []


def test_many_unrelated_articles_are_counted() -> None:
    articles = [{"id": str(n), "text": fact} for n, fact in enumerate(FACTS)]
    record = summarised(articles)
    assert codes(record) == ["unrelated-article"] * 6
    assert "3 more" in record["warnings"][-1]["message"]


# --- edges ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "budget",
    [{"sentences": 1}, {"words": 1}, {"chars": 9}, {"words": 40}, {"chars": 200, "bullets": True},
     {"ratio": 0.1}, {"ratio": 1}, {"sentences": 3, "words": 50, "chars": 260, "ratio": 0.5}],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("name", CLUSTERS)
def test_budgets_hold_for_the_one_summary(name: str, budget: dict[str, Any]) -> None:
    assert summarised(CLUSTERS[name]["articles"], **budget)["summary"]


def test_no_word_no_summary() -> None:
    record = summarised([{"id": "a", "text": "… — !"}, {"id": "b", "text": ""}], keywords=2)
    assert codes(record) == ["no-summary"]
    assert "summary" not in record


@pytest.mark.parametrize("article", [{}, {"text": None}, {"text": 5}], ids=str)
def test_an_article_without_a_text_is_refused(article: dict[str, Any]) -> None:
    story = Story({})
    with pytest.raises(BadArticle, match="text"):
        story.add(article)
    assert story.record() is None


def test_no_article_no_record() -> None:
    with pytest.raises(BadArticle, match="no article"):
        summarize_together([])


def test_options_for_single_articles_are_refused() -> None:
    with pytest.raises(ValueError, match="trim is for single articles"):
        Story({"trim": True})


@pytest.mark.parametrize(
    ("limit", "message"),
    [({"together_articles": 2}, "more than 2 articles"),
     ({"together_characters": 250}, "more than 250 characters")],
    ids=["articles", "characters"],
)  # fmt: skip
def test_what_is_too_much_is_refused_one_by_one(
    limit: dict[str, int], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMITS", LIMITS._replace(**limit))
    story = Story({})
    story.add({"id": "a", "text": FACTS[0]})
    story.add({"id": "b", "text": FACTS[1]})
    with pytest.raises(BadArticle, match=message):
        story.add({"id": "c", "text": FACTS[2]})
    record = story.record()
    assert record
    assert [member["id"] for member in record["articles"]] == ["a", "b"]


def test_a_record_may_be_asked_for_again() -> None:
    story = Story({"keywords": 3, "headline": True, "query": "crane"})
    for article in CRANE:
        story.add(article)
    assert story.record() == story.record()


soup = st.lists(
    st.sampled_from(
        [*FACTS[:4], "Rain fell on Port Ellery. ", "But she left! ", "“Why", "” ", "\n\n", "1. ",
         "a", "港の橋は二年間閉鎖されると市議会が決めた。", "(CNN) - ", "e\u0301", "— ", " ",
         "Mara said the harbour was shut. ", "The harbour was shut, Mara said. "]
    ),
    max_size=20,
).map("".join)  # fmt: skip
sizes = st.none() | st.integers(1, 60)


@given(st.lists(soup | st.text(), min_size=1, max_size=5), sizes, sizes, sizes)
@settings(max_examples=300, deadline=None)
def test_any_texts(texts: list[str], sentences: Any, words: Any, chars: Any) -> None:
    articles: Articles = [{"text": text} for text in texts]
    given = {"sentences": sentences, "words": words, "chars": chars}
    summarised(articles, **{name: size for name, size in given.items() if size is not None})


values = st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.just([{"a": 1}])


FIELDS = ("id", "title", "url", "date_published", "language", "blocks", "entities")
strange = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, values))


@given(st.lists(strange, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_fields_of_any_type(articles: Articles) -> None:
    told = [{**article, "text": FACTS[n]} for n, article in enumerate(articles)]
    record = summarize_together(told, Summarize(keywords=2, headline=True))
    VALIDATOR.validate(record)
    assert len({member["id"] for member in record["articles"]}) == len(articles)


WORDS = [f"word{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(60)]
HOSTILE = {
    "copies": lambda rng: " ".join(FACTS),
    "few words": lambda rng: " ".join(f"The {' '.join(rng.sample(WORDS, 14))}." for _ in range(40)),
    "no stop": lambda rng: "word " * 800,
    "one word": lambda rng: "a" * 4_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_is_bounded(text: Any) -> None:
    rng = random.Random(7)
    story = Story({"words": 10_000})
    began = time.process_time()
    for _ in range(LIMITS.together_articles):
        story.add({"text": text(rng)[:3_900]})
    assert story.record()
    assert time.process_time() - began < 60  # seconds; 3 to 10 were measured, 17 on a busy machine
