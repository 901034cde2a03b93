"""Say what speaks against a sentence as part of a summary.

Every sentence gets the names of its defects. Each defect has a rung (sentence.py); a sentence
stands on the rung of its worst one. choose.py takes sentences from the lowest rung that has any.

What it gets wrong: it does not parse, so a fragment with a full stop passes; a pronoun in the
middle of a sentence may lack its name; in languages without a list only shape and quotation marks
speak.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newskit.summarize.dateline import dateline_end
from newskit.summarize.leaning import is_leaning, leaning_in
from newskit.summarize.quotes import find_quotes
from newskit.summarize.rules import (
    CAPTION_MARK_WORDS,
    CAPTION_MARKS,
    CAPTION_OPENINGS,
    CREDIT,
    ENUMERATION,
    FURNITURE_OPENINGS,
    FURNITURE_PHRASES,
    HEAD,
    LABEL,
    OPENING_WORDS,
)
from newskit.summarize.sentence import Sentence
from newskit.text.context import FIRST_EMOJI, LAST_EMOJI
from newskit.text.stems import WORD, content_words, opening_of
from newskit.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

KIND_DEFECTS = {
    "heading": "heading", "caption": "caption", "list-item": "list-item",
    "quote": "quote-only", "table": "fragment", "code": "fragment",
}  # fmt: skip
ROLE_DEFECTS = {
    "title": "heading", "subhead": "heading", "caption": "caption", "list": "list-item",
    "quote": "quote-only", "byline": "furniture", "date": "furniture", "note": "furniture",
    "author": "furniture", "nav": "furniture", "related": "furniture", "share": "furniture",
    "signup": "furniture", "comment": "furniture", "ad": "furniture", "legal": "furniture",
    "tag": "furniture", "widget": "furniture", "other": "furniture",
}  # fmt: skip

# Words below which a sentence says too little; 4 lets in "Nobody was hurt.", 6 loses few.
SHORT_WORDS = 5
# Words above which a sentence is no leftover of the page's furniture, whatever it says.
FURNITURE_WORDS = 25
# The same as FURNITURE_WORDS for captions, which may be longer.
CAPTION_WORDS = 40
# Share of a sentence's words that the title has too, above which it only repeats the title.
TITLE_SHARE = 0.8

_ENDS = ".!?…。！？؟۔।॥‽"
_CLOSERS = "\"'”’“»«›‹)]}』」】）》*_ "
_QUOTES = "\"'“‘„«»‹›"
_OPENERS = _QUOTES + "([*_ "
_NO_OPENERS = ",;:.)"
_BULLETS = "•·–—-"  # and signs, as _is_sign() tells them
# Most sentences hold none of the keys (each phrase's longest word, as content_words writes it), and
# need not be searched for the phrases, nor for the marks; nor do those that lack one of the words.
_FURNITURE_STEMS: dict[str, list[tuple[frozenset[str], str]]] = {}
for _phrase in FURNITURE_PHRASES:
    _held = frozenset(content_words(_phrase)), f" {_phrase} "
    _FURNITURE_STEMS.setdefault(max(_phrase.split(), key=len)[:6], []).append(_held)
_CAPTION_STEMS = frozenset(word[:6] for word in CAPTION_MARK_WORDS)
# And few open with one of these, so that the rules for openings need not be tried.
_OPENING_STEMS = frozenset(word[:6] for word in OPENING_WORDS)
PARAGRAPH = "\n\n"
# Code points of a paragraph that is a question to somebody; the answer comes in the next one.
QUESTION_CHARACTERS = 300
# Paragraphs that are questions, in an interview; news and features have one or two.
INTERVIEW_QUESTIONS = 4


def find_defects(
    text: str,
    sentences: Sequence[Sentence],
    article: Mapping[str, Any],
    trim: Callable[[Sentence, frozenset[str]], None] | None = None,
) -> None:
    """Fill in the defects of all sentences of `text`, and move starts past datelines.

    Of the article, `language` and `title` are used, each only if it is a string. `trim` may shorten
    a sentence before it is judged; it is given the words that lean, too.
    """
    language = article.get("language")
    known = language.lower()[:2] if isinstance(language, str) else ""
    leaning, stems = leaning_in(known)
    title = article.get("title")
    title_words = frozenset(content_words(title[:HEAD])) if isinstance(title, str) else frozenset()
    before: Sentence | None = None
    for sentence in sentences:
        _skip_dateline(text, sentence)
        if trim is not None:
            trim(sentence, leaning)
        sentence.defects = shape(sentence)
        if before and (is_leaning(sentence, leaning, stems) or _answers(text, before, sentence)):
            sentence.defects.append("leans")
        if title_words and _repeats(sentence, title_words):
            sentence.defects.append("repeats-title")
        before = sentence
    _find_credited(text, sentences)
    _find_interview(text, sentences)
    find_quotes(text, sentences)


def _repeats(sentence: Sentence, title: frozenset[str]) -> bool:
    """Tell whether a sentence says little more than the title."""
    own = sentence.own
    shared = len(own & title)
    return bool(own) and shared >= TITLE_SHARE * len(own) and 2 * len(own) >= len(title)


def _find_credited(text: str, sentences: Sequence[Sentence]) -> None:
    """Make captions of what stands in one paragraph with whose picture it is."""
    for credit in sentences:
        if "fragment" in credit.defects and CREDIT.match(credit.folded):
            for sentence in reversed(sentences[: credit.index]):
                if "\n" in text[sentence.end : credit.start]:
                    break
                sentence.defects.append("caption")


def _find_interview(text: str, sentences: Sequence[Sentence]) -> None:
    """Make the answers of an interview lean on their questions: alone they answer nothing."""
    asked = []
    for last, following in pairwise(sentences):
        if "question" in last.defects and PARAGRAPH in text[last.end : following.start]:
            start = text.rfind(PARAGRAPH, 0, last.start) + 1
            if last.end - start <= QUESTION_CHARACTERS:
                asked.append(following.index)
    if len(asked) < INTERVIEW_QUESTIONS:
        return
    for first in asked:
        last = sentences[first]
        for sentence in sentences[first:]:
            if PARAGRAPH in text[last.end : sentence.start]:
                break
            last = sentence
            if "leans" not in sentence.defects:
                sentence.defects.append("leans")


def _answers(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Tell whether the sentence before is a question of the same paragraph."""
    return "question" in before.defects and "\n" not in text[before.end : sentence.start]


def _skip_dateline(text: str, sentence: Sentence) -> None:
    """Move the start of a sentence past a dateline, unless it is nothing else."""
    start = dateline_end(text, sentence.start, sentence.end)
    if start == sentence.start:
        return
    while start < sentence.end and text[start].isspace():
        start += 1
    rest = text[start : sentence.end]
    if any(map(str.isalnum, rest)):
        sentence.start = start
        sentence.fold(rest)


def shape(sentence: Sentence) -> list[str]:
    """Return the defects that a sentence, its block's kind and its role show by themselves."""
    folded, chunks = sentence.folded, sentence.chunks
    head, length = folded, sentence.length
    if len(folded) > HEAD:
        head = folded[:HEAD]
        length = count_words(head)
    found = []
    if sentence.kind in KIND_DEFECTS:
        found.append(KIND_DEFECTS[sentence.kind])
    if sentence.role in ROLE_DEFECTS:
        found.append(ROLE_DEFECTS[sentence.role])
    if length < SHORT_WORDS:
        found.append("short")
    if folded[-1] != "." or not folded[-2:-1].isalnum() or folded[0] == "¿":  # as few are
        found += _ending(folded)
    first = head[:1]
    if not first.isupper():
        opened = head.lstrip(_OPENERS)
        first = opened[:1]
        if (first.islower() and not opened[1:2].isupper()) or first in _NO_OPENERS:
            found.append("fragment")
    if "{" in head or "}" in head or ":=" in head:
        found.append("fragment")  # a line of a program
    opening = opening_of(chunks)
    opens = opening in _OPENING_STEMS or opening[:1].isdecimal()
    if length <= FURNITURE_WORDS and _is_furniture(head, sentence.own, opens):
        found.append("furniture")
    if length <= CAPTION_WORDS and _is_caption(head, sentence.own, opens):
        found.append("caption")
    if ": " in head and LABEL.match(head):
        found.append("label")
    if (chunks[0][-1] in ".)" or head[0] == "#") and ENUMERATION.match(head):
        found.append("list-item")
    if first in _BULLETS or _is_sign(first) or _is_headline_case(chunks):
        found.append("heading")
    return found


def _is_sign(first: str) -> bool:
    """Tell whether a character is an arrow, a tick, a star, an emoji and the like."""
    return "\u2190" <= first <= "\u2bff" or FIRST_EMOJI <= first <= LAST_EMOJI


def _ending(folded: str) -> Iterator[str]:
    """Yield the defects that the end of a sentence shows."""
    bare = folded.rstrip(_CLOSERS)
    if bare[-1:] not in _ENDS or not bare or bare[:-1].rstrip()[-1:] in (":", ";", ","):
        yield "fragment"
    elif bare[-1] in "?？؟" or folded[0] == "¿":
        yield "question"


def _is_furniture(head: str, own: frozenset[str], opens: bool) -> bool:
    """Tell whether a short sentence is a leftover of the page.

    `opens` tells that its first word is one with which a rule for openings may match.
    """
    if "©" in head or (opens and any(rule.match(head) for rule in FURNITURE_OPENINGS)):
        return True
    keys = own & _FURNITURE_STEMS.keys()
    likely = [phrase for key in keys for held, phrase in _FURNITURE_STEMS[key] if held <= own]
    if not likely:
        return False
    found = f" {' '.join(WORD.compiled().findall(head.lower()))} "
    return any(map(found.__contains__, likely))


def _is_caption(head: str, own: frozenset[str], opens: bool) -> bool:
    """Tell whether a sentence opens like a caption, or points at its picture."""
    if opens and any(rule.match(head) for rule in CAPTION_OPENINGS):
        return True
    if _CAPTION_STEMS.isdisjoint(own):
        return False
    small = head.lower()
    return any(rule.search(small) for rule in CAPTION_MARKS)


def _is_headline_case(words: Sequence[str]) -> bool:
    """Tell whether nearly every word has a capital, or nearly every letter is one."""
    if len(words) > 20 or not words:
        return False
    if sum(map(str.islower, words)) > 0.4 * len(words):
        return False
    capitals = sum(word[0].isupper() for word in words)
    loud = sum(word.isupper() for word in words)
    return capitals > 0.75 * len(words) or loud > 0.6 * len(words)
