"""Every rule of clean takes its hits and leaves its misses, through the whole rule book."""

import pytest

from newskit.clean.patterns import GATES, PATTERNS
from newskit.clean.phrase import Phrases, fold
from newskit.clean.rules import PHRASES, RuleBook
from newskit.text.words import count_words

BOOK = RuleBook()


def matched(line: str) -> str | None:
    hit = BOOK.match(line, count_words(line))
    return None if hit is None else hit.name


@pytest.mark.parametrize("rule", PHRASES, ids=lambda rule: rule.name)
def test_phrases(rule: Phrases) -> None:
    assert rule.hits
    assert rule.misses
    for line in rule.hits:
        assert matched(line) == rule.name, line
    for line in rule.misses:
        assert matched(line) is None, line


def test_shapes_are_reached_through_their_gates() -> None:
    for rules in PATTERNS.values():
        for rule in rules:
            for line in rule.hits:
                assert matched(line) is not None, line
                for gate in GATES.get(rule.name, ()):
                    assert set(gate) & set(line), line


def test_names_are_unique() -> None:
    names = [rule.name for rule in PHRASES]
    names += [rule.name for rules in PATTERNS.values() for rule in rules]
    assert len(names) == len(set(names))


# Sentences that begin or sound like furniture, and are none.
PROSE = (
    "The company asked readers to sign up for the trial by Friday.",
    "Share prices in Port Ellery fell by 4 percent on Monday.",
    "Subscribe was the word the court could not agree on.",
    "Read aloud, the letter took four minutes.",
    "Comments made by the mayor of Varrow County angered the council.",
    "Follow-up visits are planned for March.",
    "Related charges were dropped in 2019.",
    "Cookies were baked by the hundred for the fair.",
    "Copyright law was changed in 2012, and the museum had to pay.",
    "More than 300 people came to the harbour.",
    "Next week the ferry will run again.",
    "Previous owners had painted the door red.",
    "By the time the boats came back, the harbour was frozen.",
    "Photographs of the fire were shown in court.",
    "Print is not dead, said Mara Lindqvist.",
    "Save for a few gulls, the beach was empty.",
    "Updated rules will apply from 3 March 2021 in all of the county's schools.",
    "Advertisement revenue fell, the publisher said.",
    "On 3 March 2021, the port closed.",
    "Von Anfang an war der Hafen zu klein.",
    "Lesen Sie den Vertrag genau, rät der Anwalt.",
    "Par ailleurs, le port restera fermé.",
    "Por la tarde, el puerto volvió a abrir.",
    "Читайте договор внимательно, советует юрист.",
    "港口将于星期五重新开放。",
)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_left_alone(line: str) -> None:
    assert matched(line) is None


FURNITURE = {
    "de": (
        "Lesen Sie auch: Der Hafen schließt",
        "Kommentar verfassen",
        "Artikel teilen",
        "Anzeige",
    ),
    "fr": ("À lire aussi : le port ferme", "Laisser un commentaire", "Partager", "Publicité"),
    "es": ("Te puede interesar: cierra el puerto", "Comentarios", "Compartir", "Publicidad"),
    "pt": ("Leia também: o porto fecha", "Deixe um comentário", "Compartilhe", "Publicidade"),
    "it": ("Leggi anche: il porto chiude", "Lascia un commento", "Condividi", "Pubblicità"),
    "ru": ("Читайте также: порт закрыт", "Комментарии", "Поделиться", "Реклама"),
    "pl": ("Czytaj także: port zamknięty", "Dodaj komentarz", "Udostępnij", "Reklama"),
    "tr": ("İlgili haberler", "Yorum yap", "Paylaş", "Reklam"),
    "ar": ("اقرأ أيضا: الميناء مغلق", "التعليقات", "مشاركة", "إعلان"),
    "zh": ("相关阅读", "发表评论", "分享到：", "广告"),
    "ja": ("関連記事", "コメントする", "シェアする", "広告"),
}


@pytest.mark.parametrize("language", FURNITURE)
def test_the_certain_ones_are_known_in(language: str) -> None:
    for line in FURNITURE[language]:
        assert matched(line) is not None, line


def test_fold() -> None:
    assert fold("» 1,024 Comments: ") == "# comments"
    assert fold("Don’t miss …") == "don't miss"
    assert fold("") == ""
