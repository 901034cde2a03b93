"""Names from a spaCy pipeline that the user has, instead of newskit's own tagger.

What it gets wrong is the pipeline's; its dates and amounts are left to newskit's rules, so that
they have values. spaCy gives no probabilities, and neither has the record then.
"""

from __future__ import annotations

from typing import Any

from newskit.entities.tagger import TAGGED, Name
from newskit.errors import BadModel

LABELS = {"PER": "PERSON", **{name: name for name in TAGGED}}


class SpacyTagger:
    """Tags with a spaCy pipeline.

    Args:
        model: the name of an installed pipeline, or a folder that holds one. Raises BadModel when
            spaCy or the pipeline is missing.
    """

    def __init__(self, model: str) -> None:
        try:
            import spacy
        except ImportError as error:
            raise BadModel("--backend spacy needs spaCy: pip install spacy") from error
        try:
            self._pipeline: Any = spacy.load(model)
        except Exception as error:  # whatever spaCy meets in what is none, or of another version
            reason = f"{model!r} that it can load ({type(error).__name__})"
            raise BadModel(f"spaCy has no pipeline {reason}") from error

    def __call__(self, title: str, text: str) -> list[Name]:
        """Return the names in a title and a text, in order; offsets are code points."""
        return [
            Name(field, entity.start_char, entity.end_char, LABELS[entity.label_], 0.0)
            for field, string in (("title", title), ("text", text))
            if string
            for entity in self._pipeline(string).ents
            if entity.label_ in LABELS
        ]
