"""JSON-LD as it is found: broken, nested, hostile."""

import json

import pytest

from newskit.parse.jsonld import address, load_json, read_jsonld, strings

HERE = frozenset({"example.org/fire"})


def article(**fields: object) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": "Fire", **fields})


@pytest.mark.parametrize(
    ("script", "headline"),
    [
        ('{"@type": "NewsArticle", "headline": "Fire",}', "Fire"),
        ('<!-- {"@type": "Article", "headline": "Fire"} -->', "Fire"),
        ('//<![CDATA[\n{"@type": "Article", "headline": "Fire"}\n//]]>', "Fire"),
        ('/* x */ {"@type": "Article", /* y */ "headline": "Fire"}', "Fire"),
        ('{"@type": "Article", "headline": "Fire\n\tand smoke"}', "Fire\n\tand smoke"),
        ('{"@type": "Article", "headline": "It\\\'s fire"}', "It\\'s fire"),
        (
            "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Fire&quot;}",
            "Fire",
        ),
        ('{"@type": "Organization"} {"@type": "Article", "headline": "Fire"}', "Fire"),
        ('[{"@type": ["Thing", "Article"], "headline": "Fire"}]', "Fire"),
        ('{"@graph": [{"@type": "https://schema.org/Article", "headline": "Fire"}]}', "Fire"),
    ],
)
def test_lenient_reading(script: str, headline: str) -> None:
    assert read_jsonld([script], HERE)["headline"] == headline


def test_fields_are_saved_from_a_script_that_is_no_json() -> None:
    script = '{"headline": "A "great" fire", "datePublished": "2024-03-12T14:05:00Z"'
    assert read_jsonld([script], HERE)["datePublished"] == "2024-03-12T14:05:00Z"


def test_the_node_of_this_page_wins() -> None:
    other = article(headline="Flood", url="https://example.org/flood")
    here = article(headline="Fire", url="https://www.example.org/fire/?x=1")
    assert read_jsonld([other, here], HERE)["headline"] == "Fire"


def test_related_articles_are_not_taken() -> None:
    script = json.dumps({"@type": "ItemList", "itemListElement": [json.loads(article())]})
    assert "headline" not in read_jsonld([script], HERE)


def test_references_are_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "headline": "Fire", "author": {"@id": "#mara"}},
            {"@type": "Person", "@id": "#mara", "name": "Mara Lindqvist"},
            {"@type": "WebPage", "datePublished": "2024-03-12"},
        ]
    }
    found = read_jsonld([json.dumps(graph)], HERE)
    assert strings(found["author"]) == ["Mara Lindqvist"]
    assert found["datePublished"] == "2024-03-12"


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"a":' * 900 + "1" + "}" * 900,
        "[" + ",".join([article()] * 5_000) + "]",
        '{"@graph": [{"@id": "a", "@type": "Article", "author": {"@id": "a"}}]}',
        '{"@type": "Article", "datePublished": ' + "9" * 5_000 + "}",
        '{"@type": "Article", "headline": NaN}',
        "{",
        "",
        "\x00",
    ],
)
def test_hostile_scripts_are_survived(script: str) -> None:
    assert isinstance(read_jsonld([script], HERE), dict)


def test_wrong_types_are_ignored_one_by_one() -> None:
    assert strings([["Mara"], 5, None, {"name": {"x": 1}}, {"name": "Jo"}]) == ["Jo"]
    assert strings(7) == []
    assert load_json("nonsense") == []


def test_addresses_compare_without_what_does_not_matter() -> None:
    assert address("HTTPS://www.example.org/Fire/?q=1#x") == address("http://example.org/fire")
