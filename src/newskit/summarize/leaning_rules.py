"""Words and patterns with which a sentence leans on the one before it, in several languages."""

from __future__ import annotations

import re

from newskit.rule import Rule
from newskit.text.word_set import word_set

ATTRIBUTION = Rule(
    "pronoun-attribution",
    r"[,”\"’'»?!] (?:(?:he|she|they|it|er|sie|he also|she also) (?:said|says|added|adds|"
    r"told [\w ]{1,30}|wrote|explained|continued|recalled|sagte|fügte hinzu)(?:,? \w{2,20}ly)?|"
    r"(?:sagte|so) (?:er|sie)|(?:dijo|añadió)(?: él| ella)?|"
    r"(?:a-t|dit|ajoute-t)-(?:il|elle)(?: dit)?)$",
    "A quotation whose speaker is only a pronoun.",
    hits=("“It was loud,” she said", "It fell, he told reporters"),
    misses=("“It was loud,” Lindqvist said", "they said nothing"),
    flags=re.IGNORECASE,
)

# One of these is in whatever ATTRIBUTION finds, and one of those.
ATTRIBUTION_SPEAKERS = (
    "he", "she", "they", "it", "er", "sie", "dijo", "añadió", "il", "elle",
)  # fmt: skip
ATTRIBUTION_VERBS = (
    "said", "says", "added", "adds", "told", "wrote", "explained", "continued", "recalled", "sagte",
    "fügte", "so", "dijo", "añadió", "t", "dit",
)  # fmt: skip

LEANING_WORDS = word_set(
    # English
    "he she it they his her hers its their him them this these those that such another others",
    "both neither here but and or so yet still however meanwhile moreover furthermore also then",
    "instead therefore nor thus nevertheless nonetheless besides additionally consequently",
    "otherwise hence similarly likewise afterwards afterward finally secondly thirdly indeed plus",
    "because which who whose",
    # German
    "er sie ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies dieser diese dieses",
    "diesem diesen aber und doch jedoch allerdings zudem außerdem dabei dadurch damit daher",
    "deshalb deswegen dennoch trotzdem stattdessen dagegen dazu danach zuvor daraufhin darüber",
    "dafür davon denn ebenso inzwischen schließlich sondern dort somit hier dann darauf daran",
    "darin hierfür hierbei hierzu insofern gemeint",
    # Spanish
    "él ella ellos ellas pero además también así entonces asimismo aunque esto eso ello tampoco",
    "finalmente luego",
    # French
    "elle ils elles mais cela ceci toutefois cependant pourtant ainsi puis ensuite enfin donc or",
    # Italian, Portuguese
    "egli lui essi ma però tuttavia inoltre infatti quindi così ciò ele ela eles elas porém mas",
    "contudo entretanto isso isto assim além",
    # Russian
    "он она они оно но однако также поэтому это этот эта эти затем",
)

# French "il" is he, Italian "il" is the: only where the article says that it is French.
LEANING_IN = {
    "fr": word_set("il ce et cette ces celui celle ceux celles"),
    "es": word_set("y este esta estos estas ese esa esos esas lo"),
    "it": word_set("e questo questa questi queste quello quella quelli quelle"),
}

# German der, die, das before a verb are pronouns.
_DEMONSTRATIVE = (
    "das gilt", "das heißt", "das geht", "das liegt", "das macht", "das zeigt", "das bedeutet",
    "das sagte", "das sagt", "das teilte", "das gab", "das kommt", "das teilten", "das führt",
    *(
        f"{pronoun} {verb}"
        for pronoun in ("das", "der", "die", "den", "dem", "denen")
        for verb in (
            "ist", "sind", "war", "waren", "hat", "haben", "hatte", "hatten", "wird", "werden",
            "wurde", "wurden", "will", "soll", "sollen", "sollte", "sollten", "kann", "können",
            "könnte", "muss", "müssen", "darf", "würde", "wäre", "sei",
        )
    ),
)  # fmt: skip

# The same, of several words; plain text, looked for at the start only and in lower case.
LEANING_PHRASES = (
    "as a result", "in addition", "for example", "for instance", "for that reason",
    "on the other hand", "at the same time", "by contrast", "in contrast", "in response", "in turn",
    "one of them", "some of them", "most of them", "many of them", "all of them", "none of them",
    "in other words", "in fact", "after that", "since then", "until then", "by then", "even so",
    "that said", "of course", "to that end", "the latter", "the former,", "later,",
    "sin embargo", "en cambio", "por su parte", "por otra parte", "por otro lado", "por ello",
    "por eso", "por esta razón", "por esa razón", "se trata de", "por tanto", "a su vez",
    "es decir", "por ejemplo", "mientras tanto",
    "c’est", "c'est", "c’était", "c'était", "au contraire", "en revanche", "par ailleurs",
    "de plus", "en outre", "par exemple",
    "d’autre part", "d'autre part", "im gegenzug", "zum beispiel", "unter anderem",
    "darüber hinaus", "sollte das", "nun hat sie", "nun hat er", "aus diesem grund",
    "auf der anderen seite",
    "per esempio", "por outro lado", "no entanto", "além disso", *_DEMONSTRATIVE,
)  # fmt: skip

LEANING_WITHIN = Rule(
    "leaning-within",
    r"^(?:[^,.;:]{2,40}, (?:however|meanwhile|though|by contrast|for example|for instance|too|"
    r"in turn|moreover|nevertheless|therefore),|"
    r"(?:in line with|in|with|because of|despite|after|before|by|for|on|from|under|given|to|at) "
    r"(?:all )?(?:this|that|these|those)"
    r"(?! (?:week|month|year|season|summer|winter|spring|autumn|fall|"
    r"morning|afternoon|evening|weekend|time|moment|article|blog|episode|guide|page|post|report|"
    r"review|story|tutorial|video)\b)(?: \w{2,15}){0,2},)",
    "A connective behind the first words, or first words that point back.",
    hits=(
        "in monaco, however, a team-mate", "given all that, the", "for that reason, he",
        "because of this, the",
    ),
    misses=(
        "the council, however small, voted", "at this time, the", "in this guide, we",
        "with this ring he wed her", "the mayor, too ill to vote, stayed",
    ),
)  # fmt: skip
# One of these is in whatever it finds.
LEANING_WITHIN_WORDS = (
    "however", "meanwhile", "though", "contrast", "example", "instance", "too", "turn", "moreover",
    "nevertheless", "therefore", "this", "that", "these", "those",
)  # fmt: skip

# Openings that look like leaning ones, but stand by themselves.
STANDING_PHRASES = (
    "this week", "this month", "this year", "this morning", "this afternoon", "this evening",
    "this summer", "this winter", "this spring", "this autumn", "this fall", "this season",
    "this weekend", "cette semaine", "cette année", "cette nuit", "cette saison",
    "ce lundi", "ce mardi", "ce mercredi", "ce jeudi", "ce vendredi", "ce samedi", "ce dimanche",
    "ce matin", "ce soir", "ce mois", "esta semana", "esta mañana", "esta tarde", "esta noche",
    "este lunes", "este martes", "este miércoles", "este jueves", "este viernes", "este sábado",
    "este domingo", "este año", "este mes", "este fin de semana", "questa settimana",
    "questa mattina", "questa sera", "questa notte", "hier in ", "hier im ",
    "diese woche", "diesen monat", "dieses jahr", "diesen sommer", "diesen winter",
    "c'est en ", "c’est en ", "so far", "both the ", "both of", "those who", "another 1",
    "another 2", "another 3", "another 4", "another 5", "another 6", "another 7", "another 8",
    "another 9",  "it's official", "it’s official",
)  # fmt: skip
