"""Number words of English, German, French and Spanish, for figures.py.

All words are spelled as newskit.summarize.folding.bare writes them: in lower case and without
accents. A language is one `NumberWords`; what is spelled in other languages is not read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class NumberWords(NamedTuple):
    """The words of one language.

    `units` are below 1,000 and are added up; `scales` multiply what stands before them. `joints`
    may stand inside a number ("two hundred and five"), `articles` before a scale ("a million"), and
    `halves`, too ("half a million"). `half` stands after a number and adds a half of its scale.
    `hints` are words of an article that let a summary give a number: "both" lets it say "two". They
    are no figures of their own. After a word of `not_after` a word is no number: "per cent".
    """

    units: dict[str, int]
    scales: dict[str, int]
    joints: frozenset[str]
    articles: frozenset[str]
    halves: frozenset[str]
    half: tuple[str, ...]
    hints: dict[str, tuple[str, ...]]
    not_after: frozenset[str]


def _numbered(words: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * i for i, word in enumerate(words.split())}


_ENGLISH = NumberWords(
    units=_numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
        0,
    )
    | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    | _numbered(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        3,
    )
    | {"first": 1, "thirtieth": 30},
    scales={"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
            "trillion": 10**12, "dozen": 12, "lakh": 10**5, "crore": 10**7},
    joints=frozenset(("and",)),
    articles=frozenset(("a", "an")),
    halves=frozenset(("half",)),
    half=("and a half",),
    hints={"both": ("2",), "pair": ("2",), "couple": ("2",), "twice": ("2",), "twins": ("2",),
           "second": ("2",), "double": ("2",), "doubled": ("2",), "trio": ("3",), "triple": ("3",),
           "tripled": ("3",), "thrice": ("3",), "half": ("0.5", "50"), "quarter": ("4", "25"),
           "quarters": ("4", "75"), "third": ("33",), "thirds": ("3", "66", "67"),
           "fifth": ("20",), "fifths": ("5",), "tenth": ("10",), "decade": ("10",),
           "century": ("100",), "centenary": ("100",), "hundredth": ("100",), "single": ("1",)},
    not_after=frozenset(("per",)),
)  # fmt: skip

_GERMAN_ONES = ("ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun")
_GERMAN_TENS = (
    "zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig",
)  # fmt: skip

# Compounds with "hundert" and "tausend" are taken apart by figures.py.
_GERMAN = NumberWords(
    units=_numbered(
        "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn "
        "funfzehn sechzehn siebzehn achtzehn neunzehn",
        0,
    )
    | _numbered(" ".join(_GERMAN_TENS), 20, 10)
    | {
        f"{one}und{ten}": 20 + 10 * j + i
        for i, one in enumerate(_GERMAN_ONES, start=1)
        for j, ten in enumerate(_GERMAN_TENS)
    }
    | {"ein": 1, "zwo": 2},
    scales={"million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9,
            "billion": 10**12, "billionen": 10**12, "tausend": 10**3, "hundert": 100,
            "dutzend": 12},
    joints=frozenset(),
    articles=frozenset(("ein", "eine", "einer", "einem", "einen", "eines")),
    halves=frozenset(("halbe", "halben", "halb")),
    half=(),
    hints={"beide": ("2",), "beiden": ("2",), "zweite": ("2",), "zweiten": ("2",),
           "zweiter": ("2",), "paar": ("2",), "doppelt": ("2",), "dritte": ("3",),
           "dritten": ("3",), "dritter": ("3",), "halb": ("0.5",), "halfte": ("50",),
           "viertel": ("4", "25"), "drittel": ("3", "33"), "funftel": ("5", "20"),
           "zehntel": ("10",), "jahrzehnt": ("10",), "jahrhundert": ("100",)},
    not_after=frozenset(),
)  # fmt: skip

_FRENCH = NumberWords(
    units=_numbered(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize",
        0,
    )
    | _numbered("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10)
    | {"une": 1, "vingts": 20, "octante": 80},
    scales={"cent": 100, "cents": 100, "mille": 10**3, "million": 10**6, "millions": 10**6,
            "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12},
    joints=frozenset(("et",)),
    articles=frozenset(("un", "une")),
    halves=frozenset(("demi",)),
    half=("et demi", "et demie"),
    hints={"double": ("2",), "deuxieme": ("2",), "second": ("2",), "seconde": ("2",),
           "troisieme": ("3",), "tiers": ("3", "33"), "quart": ("4", "25"), "moitie": ("0.5", "50"),
           "demi": ("0.5",), "demie": ("0.5",), "dizaine": ("10",), "douzaine": ("12",),
           "quinzaine": ("15",), "vingtaine": ("20",), "centaine": ("100",),
           "decennie": ("10",), "siecle": ("100",), "millier": ("1000",)},
    not_after=frozenset(("pour",)),
)  # fmt: skip

_SPANISH = NumberWords(
    units=_numbered(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres "
        "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve",
        0,
    )
    | _numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | _numbered("cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
                "ochocientos novecientos", 100, 100)
    | _numbered("ciento doscientas trescientas cuatrocientas quinientas seiscientas setecientas "
                "ochocientas novecientas", 100, 100)
    | {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21},
    scales={"mil": 10**3, "millon": 10**6, "millones": 10**6, "billon": 10**12,
            "billones": 10**12},
    joints=frozenset(("y",)),
    articles=frozenset(("un", "una")),
    halves=frozenset(("medio", "media")),
    half=("y medio", "y media"),
    hints={"ambos": ("2",), "ambas": ("2",), "doble": ("2",), "segundo": ("2",), "segunda": ("2",),
           "par": ("2",), "tercer": ("3",), "tercero": ("3",), "tercera": ("3",),
           "tercio": ("3", "33"), "cuarto": ("4", "25"), "mitad": ("0.5", "50"), "medio": ("0.5",),
           "decena": ("10",), "docena": ("12",), "centenar": ("100",), "decada": ("10",),
           "siglo": ("100",)},
    not_after=frozenset(("por",)),
)  # fmt: skip

NUMBER_WORDS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}

# Scales that stand for several numbers and for none: "millions of people".
UNCOUNTED = frozenset(("millionen", "milliarden", "millions", "milliards", "millones", "cents"))

# Letters after digits, straight or after a space, that multiply in any language ("5bn", "5 Mio.").
ABBREVIATED = {"bn": 10**9, "tn": 10**12, "trn": 10**12, "mn": 10**6, "mln": 10**6, "bln": 10**9,
               "mio": 10**6, "mrd": 10**9, "md": 10**9, "mds": 10**9}  # fmt: skip
# The same, straight after digits only, where they may mean something else ("5m" are metres, too).
GLUED = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
# Straight after digits, in Chinese, Japanese and Korean.
EAST_ASIAN = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8}
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

# Between two numbers of which the second has the scale for both: "1.2 to 1.5 million".
BETWEEN = frozenset(
    ("-", "–", "—", "to", "and", "or", "bis", "und", "oder", "à", "et", "ou", "a", "y", "o")
)
