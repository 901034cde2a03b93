"""What a word of a key phrase is, which words bound phrases, and which betray a verb."""

from __future__ import annotations

from newskit.rule import Rule

_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

TERM = Rule(
    "term",
    # kana and Han runs by themselves; hiragana, which joins them, is no term and so a boundary
    r"[\u30a1-\u30fa\u30fc]+|[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|"
    rf"[^\W_{_UNSPACED}]+(?:[-'’&][^\W_{_UNSPACED}]+|\.(?=[^\W_{_UNSPACED}]\b)"
    rf"[^\W_{_UNSPACED}])*",
    "A word of a phrase: hyphens, apostrophes and the stops of abbreviations are inside it. Han "
    "characters are not cut into words.",
    hits=("co-nursing", "U.S", "AT&T", "harbour", "東京", "フェリー"),
    misses=("—", "...", "の"),
)

# Words that stand in no phrase though they are no stop words: of numbers and of time.
TIME_WORDS = frozenset(
    (
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen",
        "hundred", "thousand", "million", "billion", "year", "years", "month", "months", "week",
        "weeks", "day", "days", "hour", "hours", "minute", "minutes", "today", "yesterday",
        "tomorrow", "last", "next", "ago", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "april", "june", "july", "august",
        "september", "october", "november", "december", "zwei", "drei", "jahr", "jahre", "jahren",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar",
        "februar", "juni", "juli", "oktober", "dezember", "heute", "gestern", "año", "lunes",
        "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "ans", "année", "lundi",
        "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    )
)  # fmt: skip

# What stands right before a verb, and right after one: a phrase between them is hardly a noun.
BEFORE_VERBS = frozenset(
    (
        "to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "he", "she",
        "they", "we", "i", "you", "who", "it", "don't", "didn't", "doesn't", "also", "never",
    )
)  # fmt: skip
AFTER_VERBS = frozenset(
    (
        "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that",
        "these", "those", "him", "them", "us", "me", "it",
    )
)  # fmt: skip
