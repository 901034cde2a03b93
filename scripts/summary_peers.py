"""The summarisers that scripts/evaluate_summaries.py compares with: each ranks given sentences.

All get the sentences of newskit's splitter, since theirs need data of NLTK that is fetched from the
net; this helps them, for what they are handed is not counted in their time. Words are split as they
split them: sumy by NLTK's rules, newspaper4k by a plain pattern, summa and lexrank by their own.
lexrank takes how rare words are from texts it is given: those of CORPUS, without their summaries.

pytextrank is not among them: it ranks lemmas by their parts of speech, for which spaCy needs a
model; a blank pipeline has none and refuses noun chunks.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import zstandard
from lexrank import STOPWORDS, LexRank
from newspaper.nlp import keywords, scored_sentences
from newspaper.settings import SUMMARIZE_KEYWORD_COUNT
from newspaper.text import StopWords
from nltk.tokenize import word_tokenize
from summa import summarizer as summa
from summa.preprocessing import textcleaner as summa_words
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from newskit.text.sentences import spans

CORPUS = Path("../shared/data/summaries/train.jsonl.zst")
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


def summa_ranker() -> Ranker:
    """Return summa's TextRank, for English, as a ranker; a sentence of stop words comes last."""

    def rank(sentences: list[str]) -> list[int]:
        summa_words.init_textcleanner("english", None)
        units = summa_words.merge_syntactic_units(sentences, summa_words.filter_words(sentences))
        # Stands in for summa's splitting of the text.
        summa._clean_text_by_sentences = lambda text, language, stop_words: list(units)
        summa.summarize("", ratio=1.0)
        scores = {unit.index: unit.score for unit in units}
        return sorted(range(len(sentences)), key=lambda i: (-scores.get(i, -1.0), i))

    return rank


def lexrank_ranker(corpus: Path) -> Ranker:
    """Return lexrank, for English with its stop words and defaults, as a ranker."""
    with corpus.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        documents = [[t[s:e] for s, e in spans(t)] for t in (json.loads(x)["text"] for x in lines)]
    ranker = LexRank(documents, stopwords=STOPWORDS["en"])

    def rank(sentences: list[str]) -> list[int]:
        scores = ranker.rank_sentences(sentences)
        return sorted(range(len(sentences)), key=lambda i: (-scores[i], i))

    return rank


def rankers(corpus: Path = CORPUS) -> dict[str, Ranker]:
    """Return every peer by name, the lead first."""
    return {
        "lead": lambda sentences: list(range(len(sentences))),
        "sumy LexRank": sumy_ranker(LexRankSummarizer),
        "sumy TextRank": sumy_ranker(TextRankSummarizer),
        "sumy LSA": sumy_ranker(LsaSummarizer),
        "sumy Luhn": sumy_ranker(LuhnSummarizer),
        "summa TextRank": summa_ranker(),
        "lexrank": lexrank_ranker(corpus),
        "newspaper4k": newspaper_ranker(),
    }
