"""News articles, step by step: parse, clean, entities, summarize.

The library's public names are imported when they are first used, so that a command which needs one
stage does not pay for the others.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from newskit.clean import Clean
    from newskit.clean.restore import restore
    from newskit.entities import Entities
    from newskit.errors import BadArticle, BadInput, BadModel
    from newskit.parse import Parse, read_document
    from newskit.stage import apply
    from newskit.summarize import Summarize
    from newskit.summarize.story.together import summarize_together

_HOMES = {
    "BadArticle": "newskit.errors",
    "BadInput": "newskit.errors",
    "BadModel": "newskit.errors",
    "Clean": "newskit.clean",
    "Entities": "newskit.entities",
    "Parse": "newskit.parse",
    "Summarize": "newskit.summarize",
    "apply": "newskit.stage",
    "read_document": "newskit.parse",
    "restore": "newskit.clean.restore",
    "summarize_together": "newskit.summarize.story.together",
}

__all__ = [
    "BadArticle",
    "BadInput",
    "BadModel",
    "Clean",
    "Entities",
    "Parse",
    "Summarize",
    "apply",
    "read_document",
    "restore",
    "summarize_together",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'newskit' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
