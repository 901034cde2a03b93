"""Tables of the calendar: names of months, days, seasons, units, what recurs, what looks ahead."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


_ENGLISH = _words(
    "january february march april may june july august september october november december"
)
MONTHS = {name: number for number, name in enumerate(_ENGLISH, start=1)}
# Shortened months count only beside a day or a year.
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}

# Other languages; with day and year they are read in every article, else by its language.
FOREIGN_MONTHS = {
    language: {name: number for number, name in enumerate(names.split(), start=1)}
    for language, names in {
        "de": "januar februar märz april mai juni juli august september oktober november dezember",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre",
        "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre",
        "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
        "dezembro",
    }.items()
}
ALL_MONTHS = {
    name: number for names in FOREIGN_MONTHS.values() for name, number in names.items()
} | {"jänner": 1, "feber": 2, "setiembre": 9} | SHORT_MONTHS | MONTHS  # fmt: skip

# Months that are words or names too: alone they need a preposition before them.
DOUBTFUL_MONTHS = frozenset(("may", "march", "august", "april", "june"))
MONTH_BEFORE = frozenset((
    "in", "since", "until", "till", "by", "from", "last", "next", "this", "through", "during",
    "of", "to", "between", "and", "for", "early", "late", "mid", "before", "after", "every", "each",
))  # fmt: skip

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        _words("monday tuesday wednesday thursday friday saturday sunday")
    )
}
# Between two weekdays, these make a range.
RANGE_JOINTS = frozenset(
    (" to ", " through ", " until ", " till ", "-", "–", " – ", " bis ", " a ")
)
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI",
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
CENTURIES = {
    name: number
    for number, name in enumerate(
        _words(
            "first second third fourth fifth sixth seventh eighth ninth tenth "
            "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            "eighteenth nineteenth twentieth twenty-first"
        ),
        start=1,
    )
}
NAMED_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
MODS = {"early": "START", "mid": "MID", "late": "END"}
# "end of 2022": what may stand before "of" and a period.
EDGES = {"start": "START", "beginning": "START", "middle": "MID", "end": "END"}

# Unit words: TIMEX3 letter, and the prefix of a duration of it.
UNITS = {
    "year": ("P", "Y"), "month": ("P", "M"), "week": ("P", "W"), "day": ("P", "D"),
    "decade": ("P", "DE"), "century": ("P", "CE"), "quarter": ("P", "Q"), "hour": ("PT", "H"),
    "minute": ("PT", "M"), "second": ("PT", "S"), "weekend": ("P", "WE"), "night": ("P", "NI"),
    "fortnight": ("P", "W"),
}  # fmt: skip
UNIT_FORMS = (
    {unit: unit for unit in UNITS}
    | {unit + "s": unit for unit in UNITS}
    | {"centuries": "century", "hrs": "hour", "hr": "hour", "mins": "minute", "min": "minute",
       "yr": "year", "yrs": "year"}
)  # fmt: skip
# What makes of "a year" a length of time: without one of these before it, it is mostly a rate
# ("$13 an hour", "20 ships a day").
LASTS_BEFORE = frozenset((
    "for", "in", "within", "after", "by", "to", "than", "over", "least", "about", "around",
    "almost", "nearly", "roughly", "just", "only", "barely", "under", "another", "last", "lasts",
    "lasted", "take", "takes", "took", "taken", "taking", "spend", "spends", "spent", "have",
    "has", "had", "need", "needs", "needed", "wait", "waited", "give", "gives", "gave", "given",
))  # fmt: skip
# What makes of a bare "years" a length of time: "for years", "took months".
OPEN_BEFORE = frozenset((
    "for", "in", "within", "after", "last", "lasts", "lasted", "take", "takes", "took", "taken",
    "spend", "spent",
))  # fmt: skip
# "over the weekend" is the one beside the day of publication; "the weekend edition" is none.
WEEKEND_BEFORE = frozenset((
    "over", "at", "on", "during", "before", "after", "until", "by", "for", "throughout",
))  # fmt: skip

# What recurs: how many of which unit lie between.
RECURRING = {
    "hourly": ("1", "hour"), "daily": ("1", "day"), "weekly": ("1", "week"),
    "fortnightly": ("1", "fortnight"), "biweekly": ("2", "week"), "monthly": ("1", "month"),
    "bimonthly": ("2", "month"), "quarterly": ("1", "quarter"), "yearly": ("1", "year"),
    "annually": ("1", "year"), "annual": ("1", "year"), "biannual": ("0.5", "year"),
    "biannually": ("0.5", "year"), "biennial": ("2", "year"), "biennially": ("2", "year"),
}  # fmt: skip
# Joined by a hyphen they halve or double: half-yearly, semi-annual, bi-monthly.
RECURRING_PREFIXES = {"half": "0.5", "semi": "0.5", "bi": "2"}
PLURAL_WEEKDAYS = {name + "s": number for name, number in WEEKDAYS.items()}
PLURAL_DAY_PARTS = {name + "s": part for name, part in DAY_PARTS.items()}

BACK = {"last": -1, "past": -1, "previous": -1, "preceding": -1}
AHEAD = {"next": 1, "coming": 1, "following": 1, "upcoming": 1}
HERE = {"this": 0, "current": 0}
SHIFTS = BACK | AHEAD | HERE

# What makes a clause look ahead, and what makes it report. Nearest word before the date decides.
LOOKS_AHEAD = frozenset((
    "will", "ll", "shall", "next", "upcoming", "scheduled", "due", "expected", "plans", "planned",
    "planning", "slated", "starting", "beginning", "tomorrow",
    "would", "ahead", "coming", "deadline", "intends", "hopes", "expects", "goes", "begins",
    "opens", "starts", "meets", "going", "resumes", "returns", "resume", "begin", "start",
    "expires", "expire", "closes",
))  # fmt: skip
# Only right before the date.
UNTIL = frozenset(("by", "until", "till"))
LOOKS_BACK = frozenset((
    "said", "says", "told", "was", "were", "had", "since", "reported", "announced", "last",
    "killed", "died", "arrested", "happened", "held", "after", "did", "went", "came", "made",
    "won", "lost", "met", "wrote", "called", "signed", "opened", "began", "ended", "took",
))  # fmt: skip

# Before a weekday these mean any such day, or one that only the story knows.
ANY_DAY = frozenset(("that", "every", "each", "a", "one", "another", "any", "most"))

# After a bare number that could be a year: it counts something instead.
COUNTED = frozenset((
    "people", "men", "women", "children", "troops", "miles", "metres", "meters", "feet", "km",
    "percent", "per", "million", "dollars", "euros", "pounds", "km2", "points", "mg", "kg", "hp",
    "rpm", "calories", "square", "or", "mph", "acres", "hectares", "megawatts", "tons", "tonnes",
))  # fmt: skip
# Before it: it is a year whatever follows.
YEAR_BEFORE = frozenset((
    "in", "since", "by", "until", "till", "before", "after", "from", "early", "late", "mid",
    "during", "between", "through", "of", "and", "to", "the", "for", "circa", "year", "around",
    "spring", "summer", "autumn", "fall", "winter", "en", "im", "seit", "depuis", "desde", "nel",
))  # fmt: skip
# Right before it or before the word before it: it is something else.
NO_YEAR_MARKS = ("$", "£", "€", "¥", "#", ".", ",", "/", "-", "−", "–", "_")
NO_YEAR_BEFORE = frozenset((
    "no", "nr", "number", "model", "flight", "route", "highway", "room", "page", "box", "section",
    "channel", "windows", "office", "peugeot", "boeing", "class", "street", "unit", "about",
    "approximately", "nearly", "almost", "some", "over", "only", "than", "exactly", "roughly",
    "vol", "issue", "apt", "suite", "zip", "iso", "rfc", "ext",
))  # fmt: skip
ZONES = (
    "gmt|utc|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|ist|jst|msk|aest|aedt|local time"
)
ZONE_OFFSETS = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "est": "-05:00",
    "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "jst": "+09:00", "msk": "+03:00", "aest": "+10:00",
    "aedt": "+11:00",
}  # fmt: skip

# What may follow "last", "this" or "next".
SHIFTED = frozenset((*UNITS, *WEEKDAYS, *MONTHS, *SEASONS, *DAY_PARTS)) - {
    "second", "minute", "hour", "lunchtime",
}  # fmt: skip
