"""Let a model of the user's write the summary, and check what it wrote.

The stage that `summarize --backend` builds in the place of Summarize. The summary is the model's
own words, so it has no `summary_sentences`; `history` says who wrote it. What exceeds the budget is
cut off at the end of a sentence, and numbers and names that the article does not have are named in
`warnings` (checks.py). Key phrases and the headline stay the article's own.

Unlike other stages it depends on more than the article: on a server, or on a model's folder.
docs/backend.md is its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.errors import BadArticle
from newskit.limits import LIMITS
from newskit.summarize import Summarize
from newskit.summarize.abstractive.answer import fit, sentences_of
from newskit.summarize.abstractive.checks import Article, check, load_ordinary
from newskit.summarize.abstractive.endpoint import check_options, read_backend, read_endpoint
from newskit.summarize.abstractive.prompt import Request
from newskit.summarize.budget import Length
from newskit.summarize.keyphrases.names import read_names
from newskit.text.stems import content_words
from newskit.text.words import STOP_WORDS

if TYPE_CHECKING:
    from newskit.summarize.abstractive.answer import Fitted
    from newskit.summarize.abstractive.prompt import Answer, Writer


class Abstract:
    """The stage `summarize` with a model that the user has: sets `summary`.

    Args:
        backend: `openai:URL`, a server that speaks chat completions, or `transformers:PATH`, the
            folder of a model.
        model: the model's name for the server; none for a folder.
        key: the server's key, or empty. It is sent to the server, and goes nowhere else.
        query: what the summary is to be about; for a server only.
        sentences, words, chars, ratio, bullets, keywords, headline: as for Summarize.

    Raises ValueError for a value that is out of bounds, BadModel if a folder's model cannot be
    loaded. Called, it raises BadArticle if the model gives no summary, and BadInput if it would
    give none for other articles either.
    """

    name = "summarize"
    needs = ("text",)
    sets = Summarize.sets

    def __init__(
        self,
        backend: str,
        *,
        model: str | None = None,
        key: str = "",
        sentences: int | None = None,
        words: int | None = None,
        chars: int | None = None,
        ratio: float | None = None,
        query: str | None = None,
        bullets: bool = False,
        keywords: int | None = None,
        headline: bool = False,
    ) -> None:
        own = Summarize(
            sentences, words, chars, ratio=ratio, query=query, bullets=bullets, keywords=keywords,
            headline=headline,
        )  # fmt: skip
        check_options(backend, model=model, query=query, key=key)
        self._write, shown = load_writer(backend, model, key)
        self.options: dict[str, Any] = {"backend": shown}
        self.options |= ({"model": model} if model else {}) | own.options
        self._length = Length(sentences, words, chars, ratio=ratio, bullets=bullets)
        self._query = query or ""
        self._own = own if keywords is not None or headline else None
        self._ordinary = load_ordinary()

    def __call__(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return `summary`, and the key phrases and the headline that were asked for.

        `summary_sentences` is taken away: nothing is verbatim. Both are None for a text without any
        word.
        """
        text = article["text"]
        fields, warnings = self._extras(article)
        fields |= {"summary": None, "summary_sentences": None}
        if not any(map(str.isalnum, text)):
            return fields | {
                "warnings": [*warnings, {"code": "no-summary", "message": "the text has no word"}]
            }
        title = article.get("title")
        title = title if isinstance(title, str) else ""
        request = Request(title, text, self._length.budget_for(text), self._query)
        request, is_cut = _cut(request)
        answer = self._write(request)
        pieces = sentences_of(answer.text, is_unfinished=answer.is_unfinished)
        if not pieces:
            raise BadArticle("the model's answer has no whole sentence")
        fitted = fit(pieces, request.budget)
        fields["summary"] = self._length.lay_out(fitted.pieces)
        language = article.get("language")
        known = Article(
            request.title,
            request.text,
            language if isinstance(language, str) else "",
            tuple(article[s.field][s.start : s.end] for n in read_names(article)
                  for s in n.mentions if not n.is_value),
        )  # fmt: skip
        warnings += _warnings(answer, fitted, is_cut=is_cut)
        warnings += self._query_warning(request)
        warnings += check(" ".join(fitted.pieces), known, self._ordinary)
        return fields | {"warnings": warnings} if warnings else fields

    def _extras(self, article: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, str]]]:
        """Return the key phrases and the headline that Summarize makes, and its warnings."""
        if self._own is None:
            return {}, []
        made = self._own(article)
        warnings = [w for w in made.pop("warnings", ()) if w["code"] == "long-text"]
        return {f: v for f, v in made.items() if f in ("keywords", "headline")}, warnings

    def _query_warning(self, request: Request) -> list[dict[str, str]]:
        """Return a warning if no word of the query stands in what the model was given."""
        asked = [word for word in content_words(self._query) if word not in STOP_WORDS]
        if not asked or set(asked) & set(content_words(f"{request.title} {request.text}")):
            return []
        return [{"code": "query-not-found", "message": "no word of the query is there"}]


def load_writer(backend: str, model: str | None, key: str) -> tuple[Writer, str]:
    """Return what writes summaries, and the backend as `history` shows it.

    Only here are the network and transformers imported. Raises ValueError, BadModel.
    """
    kind, where = read_backend(backend)
    if kind == "transformers":
        from newskit.summarize.abstractive.transformers_backend import Seq2Seq

        # A path that is no UTF-8 comes as lone surrogates, which no record can hold.
        return Seq2Seq(where), backend.encode("utf-8", "backslashreplace").decode("utf-8")
    from newskit.summarize.abstractive.backend import Chat

    endpoint = read_endpoint(where)
    return Chat(endpoint, model or "", key), f"openai:{endpoint.url}"


def _cut(request: Request) -> tuple[Request, bool]:
    """Return a request of which no more is sent than the limit, and whether it was cut."""
    most = LIMITS.sent_characters
    if len(request.title) + len(request.text) <= most:
        return request, False
    title = request.title[: most // 2]
    text = request.text[: most - len(title)]
    if len(text) < len(request.text):
        end = max(text.rfind("\n"), text.rfind(". ") + 1)
        text = text[:end] if end > len(text) // 2 else text
    return request._replace(title=title, text=text), True


def _warnings(answer: Answer, fitted: Fitted, *, is_cut: bool) -> list[dict[str, str]]:
    """Return what a person should know of how this summary came about."""
    warnings = []
    if is_cut:
        message = f"the model was given the first {LIMITS.sent_characters:,} characters only"
        warnings.append({"code": "long-text", "message": message})
    elif answer.is_part:
        message = "the model read the beginning of the text only"
        warnings.append({"code": "long-text", "message": message})
    if fitted.is_cut:
        message = "the first sentence of the answer was cut to keep the budget"
        warnings.append({"code": "answer-cut", "message": message})
    elif fitted.left_out:
        message = f"sentences of the answer left out to keep the budget: {fitted.left_out}"
        warnings.append({"code": "answer-cut", "message": message})
    return warnings
