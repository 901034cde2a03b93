"""The summarisers that scripts/evaluate_summaries.py compares with: each ranks given sentences.

All get the sentences of newskit's splitter, since theirs need data of NLTK that is fetched from the
net; this helps them, for what they are handed is not counted in their time. Words are split as they
split them: sumy by NLTK's rules, newspaper4k by a plain pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newspaper.nlp import keywords, scored_sentences
from newspaper.settings import SUMMARIZE_KEYWORD_COUNT
from newspaper.text import StopWords
from nltk.tokenize import word_tokenize
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

Ranker = Callable[[list[str]], list[int]]  # sentences to their indexes, the best first
WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Words:
    """The part of sumy's Tokenizer that its summarisers call, less the splitting of sentences."""

    def to_words(self, text: str) -> tuple[str, ...]:
        words = word_tokenize(text, preserve_line=True)
        return tuple(word for word in words if Tokenizer._is_word(word))


class ListedStopWords(StopWords):
    """newspaper4k's English list without NLTK's tokenizer."""

    def __init__(self) -> None:
        super().__init__("en")
        self.tokenizer = lambda text: [word.lower() for word in WORD.findall(text)]


def sumy_ranker(kind: type) -> Ranker:
    """Return a summariser of sumy, for English with stemmer and stop words, as a ranker."""
    summarizer = kind(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    ranked: list[int] = []

    def keep(sentences, count, rating, *args, **named):
        """Stand in for sumy's choice of the best `count`: keep the whole order."""
        values = [rating(s, *args, **named) if callable(rating) else rating[s] for s in sentences]
        ranked[:] = sorted(range(len(values)), key=lambda i: (-values[i], i))
        return tuple(sentences)

    summarizer._get_best_sentences = keep

    def rank(sentences: list[str]) -> list[int]:
        ranked.clear()
        made = [Sentence(text, Words()) for text in sentences]
        summarizer(ObjectDocumentModel([Paragraph(made)]), len(made))
        return list(ranked) or list(range(len(made)))

    return rank


def newspaper_ranker() -> Ranker:
    """Return what newspaper4k's Article.nlp() ranks sentences by; our articles have no title."""
    stops = ListedStopWords()

    def rank(sentences: list[str]) -> list[int]:
        keys = keywords(" ".join(sentences), stops, SUMMARIZE_KEYWORD_COUNT)
        return [index for index, _, _ in scored_sentences(sentences, [], keys, stops)]

    return rank


def rankers() -> dict[str, Ranker]:
    """Return every peer by name, the lead first."""
    return {
        "lead": lambda sentences: list(range(len(sentences))),
        "sumy LexRank": sumy_ranker(LexRankSummarizer),
        "sumy TextRank": sumy_ranker(TextRankSummarizer),
        "sumy LSA": sumy_ranker(LsaSummarizer),
        "sumy Luhn": sumy_ranker(LuhnSummarizer),
        "newspaper4k": newspaper_ranker(),
    }
