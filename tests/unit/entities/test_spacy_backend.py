"""Names from a spaCy pipeline: a blank one with rules stands for a trained one."""

import pytest

from newskit.entities import Entities
from newskit.errors import BadModel


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PER", "pattern": "Ada Roy"},
            {"label": "ORG", "pattern": "Acme"},
            {"label": "DATE", "pattern": "Monday"},
            {"label": "MISC", "pattern": "thing"},
        ]
    )
    folder = tmp_path_factory.mktemp("spacy") / "pipeline"
    nlp.to_disk(folder)
    return f"spacy:{folder}"


def test_the_record_is_the_same(pipeline):
    stage = Entities(backend=pipeline)
    article = {"title": "Acme", "text": "Ada Roy of Acme sold a thing on Monday. Roy smiled."}
    found = stage({**article, "language": "en"})["entities"]
    rows = [(e["name"], e["type"], [m["field"] for m in e["mentions"]]) for e in found]
    assert rows == [
        ("Acme", "ORG", ["title", "text"]),
        ("Ada Roy", "PERSON", ["text"]),
        ("Monday", "DATE", ["text"]),
    ]
    assert not any("score" in entity for entity in found)
    assert stage.options == {"backend": pipeline}


def test_its_language_is_its_own_matter(pipeline):
    article = {"text": "Ada Roy von Acme kam.", "language": "de"}
    assert "warnings" not in Entities(backend=pipeline)(article)
    assert "warnings" in Entities()(article)


def test_a_pipeline_that_is_not_there_is_named():
    pytest.importorskip("spacy")
    with pytest.raises(BadModel, match="no pipeline 'nothing_of_this_name'"):
        Entities(backend="spacy:nothing_of_this_name")


@pytest.mark.parametrize("backend", ["flair:x", "spacy:", "spacy", ""])
def test_an_unknown_backend_is_refused(backend):
    with pytest.raises(ValueError, match="expected spacy:MODEL"):
        Entities(backend=backend)
