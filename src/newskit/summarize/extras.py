"""What `summarize` adds to a summary when asked: key phrases and a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newskit.summarize.sentence import Sentence


class Extras:
    """Sets `keywords` and `headline`; built once, and what is not asked for is not loaded.

    Raises BadModel if a background table is damaged.
    """

    def __init__(self, keywords: int | None, headline: bool) -> None:
        self._count, self.headline = keywords, headline
        if keywords is not None:
            from newskit.model.background import load_backgrounds

            self._backgrounds = load_backgrounds()

    def __call__(
        self, article: Mapping[str, Any], sentences: Sequence[Sentence], scores: Sequence[float]
    ) -> dict[str, Any]:
        """Return the fields that were asked for, None for one that the text does not give."""
        found: dict[str, Any] = {}
        if self._count is not None:
            from newskit.summarize.keyphrases.keywords import keywords

            background = self._backgrounds.of(article)
            found["keywords"] = keywords(article, self._count, background) or None
        if self.headline:
            from newskit.summarize.headline import headline

            title = article.get("title")
            title = title if isinstance(title, str) else ""
            found["headline"] = headline(article["text"], title, sentences, scores)
        return found

    def warnings(self, text: str) -> list[dict[str, str]]:
        """Return what a person should know of the key phrases."""
        if self._count is None or len(text) <= LIMITS.phrase_characters:
            return []
        message = f"key phrases are of the first {LIMITS.phrase_characters} characters only"
        return [{"code": "long-text", "message": message}]
