"""What a word of a key phrase is, which words bound phrases, and which betray a verb."""

from __future__ import annotations

from newskit.rule import Rule
from newskit.text.words import MARKS

_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

# Of a word, and what may stand inside it: marks, and soft hyphens, which nobody sees.
_LETTER = rf"[^\W_{_UNSPACED}]"
_INSIDE = rf"(?:{_LETTER}|[{MARKS}]|\u00ad(?={_LETTER}))"

TERM = Rule(
    "term",
    # kana and Han runs by themselves; hiragana, which joins them, is no term and so a boundary
    r"[\u30a1-\u30fa\u30fc]+|[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|"
    # not begun inside a word, nor with an elided article: l'eau is eau, but L'Oréal is whole
    rf"(?<!{_LETTER})(?<!{_LETTER}\u00ad)(?!(?:[dl]|qu|(?:[DL]|Qu)(?=['’][a-zß-ÿœ]))['’]\w)"
    rf"{_LETTER}{_INSIDE}*(?:[-'’&]{_LETTER}{_INSIDE}*|\.(?={_LETTER}\b){_LETTER})*",
    "A word of a phrase: hyphens, apostrophes and the stops of abbreviations are inside it. The "
    "elided l', d' and qu' of French are not, but stay before a capital that begins a sentence. "
    "Han characters are not cut into words.",
    hits=(
        "co-nursing", "U.S", "AT&T", "harbour", "Mit\u00adtel\u00adal\u00adter", "भास्कर", "東京",
        "フェリー", "D'Angelo", "l'eau",
    ),
    misses=("—", "...", "の"),
)  # fmt: skip

ELIDED_VERB = Rule(
    "elided-verb",
    r"(?:[cjmnst]|[CJMNST](?=['’][a-zß-ÿœ]))['’]\w",
    "The beginning of a French word that is a verb with its pronoun or negation: s'effondre.",
    hits=("s'effondre", "n’ont", "J'ai"),
    misses=("N'Djamena", "effondre", "l'eau", "s"),
)

CONTRACTION = Rule(
    "contraction",
    r"^(?:(?:i|you|he|she|it|we|they|who|what|that|there|here|where|how|let)'(?:re|ve|ll|d|m|s)|"
    r"[a-z]{1,10}n't|(?:jus|lors|puis|quoi)qu'[^\W_]{1,30})$",
    "An English pronoun with its verb, a verb with its negation, a French conjunction cut short.",
    hits=("you're", "they'd", "let's", "wouldn't", "jusqu'en"),
    misses=("o'brien", "ellery's", "rock'n'roll"),
)

# Function words, and what says as little, that are no stop words of newskit.text.words.
MORE_BOUNDARIES_BY_LANGUAGE = {
    "en": "any every another either neither several few much many most less least although though "
    "however whether while until since against among within without toward towards upon across "
    "per via versus etc else instead rather quite still yet again ever always often already "
    "perhaps maybe says saying",
    "de": "dr prof etwa sowie bereits jedoch allerdings zudem dabei damit daher darauf dazu laut "
    "weil während obwohl außerdem sagt sagte erklärt erklärte",
}
MORE_BOUNDARIES = frozenset(
    word for words in MORE_BOUNDARIES_BY_LANGUAGE.values() for word in words.split()
)

# Words that stand in no phrase though they are no stop words: of numbers and of time.
# A month or noun that another of the languages has as a word of other meaning is left out: mars,
# mai, Tag, mil, once.
TIME_WORDS_BY_LANGUAGE = {
    "en": "one two three four five six seven eight nine ten dozen hundred thousand million billion "
    "year years month months week weeks day days hour hours minute minutes today yesterday "
    "tomorrow last next ago monday tuesday wednesday thursday friday saturday sunday january "
    "february april june july august september october november december",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend millionen "
    "milliarde milliarden prozent euro jahr jahre jahren monat monate monaten woche wochen tage "
    "tagen stunde stunden minuten uhr heute gestern montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag januar februar juni juli oktober dezember",
    "fr": "deux trois quatre cinq sept huit neuf onze douze millions milliard milliards euros ans "
    "année années mois semaine semaines jour jours heure heures hier demain lundi mardi mercredi "
    "jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre "
    "novembre décembre",
    "es": "tres cuatro cinco seis siete ocho nueve diez doce cien cientos millón millones año mes "
    "meses semana semanas día días hora horas minuto minutos ayer hoy mañana lunes martes "
    "miércoles jueves viernes sábado domingo enero febrero marzo abril junio julio agosto "
    "septiembre octubre noviembre diciembre",
}
TIME_WORDS = frozenset(word for words in TIME_WORDS_BY_LANGUAGE.values() for word in words.split())

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
