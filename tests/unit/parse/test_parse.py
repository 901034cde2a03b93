"""The stage: which field is consumed, what wins, and what comes out."""

import pytest

from newskit.errors import BadArticle
from newskit.parse import Parse, read_document
from newskit.stage import apply

PAGE = "<html><body><h1>A storm</h1><p>It came.</p><p>It went.</p></body></html>"


def parse(article, **options):
    return apply(Parse(**options), article)


def pieces(article):
    return [article["text"][b["start"] : b["end"]] for b in article["blocks"]]


@pytest.mark.parametrize("field", ["html", "raw_text"])
def test_consumed_field_goes_others_stay(field):
    article = parse({"a": 1, field: PAGE if field == "html" else "One.\nTwo.", "b": [2]})
    assert field not in article
    assert (article["a"], article["b"]) == (1, [2])
    assert next(iter(article)) == "schema"
    assert article["text"] == "\n\n".join(pieces(article))
    assert article["history"][0] == {"stage": "parse", "version": article["history"][0]["version"]}


def test_text_stays_as_it_is():
    text = "One.\n\n\n  Two.\r\nThree.\n"
    article = parse({"text": text})
    assert article["text"] == text
    assert pieces(article) == ["One.", "Two.", "Three."]


def test_parsing_again_changes_nothing():
    once = parse({"html": PAGE, "url": "https://example.org/a"})
    again = parse(once)
    assert {**again, "history": 0} == {**once, "history": 0}


def test_own_field_names():
    article = parse({"body": "One.", "link": "https://example.org/a"},
                    text_field="body", url_field="link")  # fmt: skip
    assert (article["text"], article["url"]) == ("One.", "https://example.org/a")
    assert "body" not in article
    assert article["history"][0]["options"] == {"text_field": "body", "url_field": "link"}


def test_html_goes_before_text():
    assert parse({"text": "Old.", "html": "<p>New.</p>"})["text"] == "New."


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        ({}, "no field 'html', 'raw_text' or 'text'"),
        ({"text": None}, "no field"),
        ({"html": 5}, "must be a string, found a number"),
        ({"raw_text": ["x"]}, "must be a string, found an array"),
    ],
)
def test_refused(article, reason):
    with pytest.raises(BadArticle, match=reason):
        parse(article)


def test_null_counts_as_missing():
    assert parse({"html": None, "text": "One."})["text"] == "One."


@pytest.mark.parametrize(
    ("field", "content"),
    [
        *((field, blank) for field in ("html", "raw_text", "text") for blank in ("", "  \n ")),
        ("html", "<script>x</script>"),
    ],
)
def test_empty_is_a_warning(field, content):
    article = parse({field: content})
    assert article["warnings"][0]["code"] == "empty"
    assert article["blocks"] == []


def test_ids():
    assert parse({"id": "a", "text": "x"})["id"] == "a"
    assert parse({"id": 17, "text": "x"})["id"] == "17"
    made = parse({"text": "x"})["id"]
    assert len(made) == 16
    assert parse({"id": "", "text": "x"})["id"] == made
    assert parse({"text": "y"})["id"] != made
    assert parse({"text": "x", "url": "https://example.org/"})["id"] != made


def test_what_the_record_says_wins():
    article = parse({"html": PAGE, "title": "Mine", "authors": "Mara Lindqvist"})
    assert (article["title"], article["authors"]) == ("Mine", ["Mara Lindqvist"])


def test_source_keeps_what_it_had():
    assert parse({"text": "x", "source": {"path": "a"}})["source"] == {
        "path": "a",
        "format": "text",
    }


def test_lost_characters_are_a_warning():
    article = parse({"raw_text": "A \ufffd storm \ufffd came"})
    assert [w["code"] for w in article["warnings"]] == ["encoding"]


def test_nul_goes():
    assert parse({"raw_text": "a\x00b"})["text"] == "ab"


@pytest.mark.parametrize(
    ("data", "path", "shape"),
    [(PAGE.encode(), "a.txt", "html"), (b"A storm.", "a.html", "text"),
     (b"# A\n\n[b](c) **d**\n", "-", "markdown")],
)  # fmt: skip
def test_document(data, path, shape):
    record = read_document(data, path)
    assert record["source"]["format"] == shape
    assert record["source"]["path"] == path
    assert len(record["source"]["sha256"]) == 64
    assert parse(record)["source"]["format"] == shape


def test_document_with_a_name_that_is_no_text():
    record = read_document(b"x", b"caf\xe9.txt".decode("utf-8", "surrogateescape"))
    assert record["source"]["path"] == "caf\\xe9.txt"


def test_document_counts_lost_characters():
    data = ("Caf\u00e9 na\u00efve " * 20).encode() + b"\x93"
    assert read_document(data, "-")["source"]["replaced"] == 1
