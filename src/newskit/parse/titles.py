"""Which of a page's titles is the headline, and where the site's name ends in it.

A page says its headline in up to five places (JSON-LD, og:title, <h1>, <title>, twitter:title),
some with the site's name before or behind it, some shortened or written for search engines. The
<h1> is taken when another place bears it out; else JSON-LD's headline; else a sole <h1> of some
length; else og:title; else <title>.

What it gets wrong: pages whose <h1> leaves out a kicker that the publisher counts as part of the
headline, or the other way round; a headline that ends in " - X" where X happens to be the site.
"""

from __future__ import annotations

import unicodedata
from html import unescape

from newskit.rule import Rule
from newskit.text.words import count_words

# Code points; the longest labelled headline has 210. A cut would make a false title, so longer
# ones are not taken at all.
LONGEST_TITLE = 500
# Words of a site's name behind " | ": longer tails are a part of the headline more often.
MOST_SITE_WORDS = 5

# Words of a sole <h1> that is believed though no other place bears it out: "Blog", "About us" and
# other sections have one or two.
FEWEST_WORDS = 3
# The same of an <h1> in Chinese or Japanese that another place bears out, as count_words counts.
FEWEST_UNSPACED = 4

BREAK = Rule(
    "title-break",
    r"\s{1,3}(?:[|¦·•–—»«›‹/-]|::|\|\||>>?|<|~)\s{1,3}|\s?[|｜]\s?|(?<=\S)\s?[:：]\s{1,3}|(?<=\S)_(?=\S)",
    "Where a site's name may begin or end; a hyphen counts only between spaces.",
    hits=("Fire in Port Ellery | Varrow Times", "Fire - Varrow Times", "Varrow Times: Fire"),
    misses=("Port-Ellery fire", "At 10:30 a fire", "Fire in Port Ellery"),
)
WORD = Rule(
    "title-word",
    r"[^\W_]+",
    "Letters and digits, for comparing titles without punctuation.",
    hits=("Fire",),
    misses=("- |",),
)


def folded(text: str) -> str:
    """Return a title with entities decoded (also twice encoded ones) and white space folded."""
    text = unescape(text)
    if "&" in text:
        text = unescape(text)
    text = " ".join(text.split())
    if not text.isprintable():  # control characters, soft hyphens, zero-width spaces, bidi marks
        text = "".join(c for c in text if c.isprintable() or c in _JOINERS)
    return " ".join(text.split())


# Zero-width joiners are part of the spelling in Persian and Indian languages.
_JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """Return the words of a text in lower case with single spaces, for comparing."""
    text = unicodedata.normalize("NFKC", text).lower()
    return " ".join(match.group() for match in WORD.finditer(text))


def is_site(text: str, sites: list[str]) -> bool:
    """Tell whether a text is the site's name: equal to one of its names, or nearly.

    `sites` are names and hosts. Compared are letters and digits only, so that "Varrow Times" is
    the name in "varrowtimes.example".
    """
    compact = plain(text).replace(" ", "")
    if not compact:
        return False
    initials = "".join(word[0] for word in plain(text).split())
    for site in sites:
        name = plain(site).replace(" ", "")
        if not name:
            continue
        if compact == name or compact.removeprefix("the") == name.removeprefix("the"):
            return True
        if len(name) >= 4 and name in compact and len(compact) <= 2 * len(name) + 6:
            return True
        if len(compact) >= 4 and compact in name and 2 * len(compact) >= len(name):
            return True
        if len(initials) >= 3 and initials == name:
            return True
    return False


def without_site(title: str, sites: list[str], others: list[str] | None = None) -> str:
    """Return a title without the site's name before or behind it.

    `others` are the page's other titles: a part that alone is one of them is the headline.

    >>> without_site("Fire in Port Ellery | Varrow Times", ["Varrow Times"])
    'Fire in Port Ellery'
    >>> without_site("Varrow Times: Fire - and smoke", ["varrowtimes"])
    'Fire - and smoke'
    >>> without_site("港务委员会出售旧码头_要闻_埃勒里网", [])
    '港务委员会出售旧码头'
    """
    breaks = list(BREAK.finditer(title[:LONGEST_TITLE]))
    known = {p for other in others or () if (p := plain(other))}
    for match in breaks:
        head, tail = title[: match.start()], title[match.end() :]
        if plain(head) in known and len(head) > 10:
            return head.strip()
        if plain(tail) in known and len(tail) > 10:
            return tail.strip()
    changed = True
    while changed and breaks:
        changed = False
        last, first = breaks[-1], breaks[0]
        if is_site(title[last.end() :], sites):
            title = title[: last.start()]
            changed = True
        elif is_site(title[: first.start()], sites):
            title = title[first.end() :]
            changed = True
        breaks = list(BREAK.finditer(title[:LONGEST_TITLE])) if changed else breaks
    if breaks and "|" in breaks[-1].group():
        tail = title[breaks[-1].end() :]
        head = title[: breaks[-1].start()]
        if len(tail.split()) <= MOST_SITE_WORDS and len(head.split()) > len(tail.split()):
            title = head
    if title.endswith("网"):  # "net": the site in a Chinese headline_section_site
        title = title.partition("_")[0] or title
    return title.strip()


def is_cut(text: str, headings: list[str]) -> bool:
    """Tell whether a title is the beginning of a longer heading, or ends in an ellipsis.

    schema.org advised 110 characters at most, so content systems cut there.
    """
    if text.endswith(("…", "...")):
        return True
    words = plain(text)
    return len(text) >= 60 and any(
        plain(h).startswith(words) and len(plain(h)) > len(words) for h in headings
    )


def headline(places: dict[str, list[str]], sites: list[str]) -> str | None:
    """Return the headline, or None if no place holds one.

    `places` maps "jsonld", "og", "h1", "title", "meta", "itemprop" to what was found there, in the
    order of the page; `sites` are names of the site and its host.
    """
    clean = {
        place: [t for text in texts if (t := folded(text)) and len(t) <= LONGEST_TITLE]
        for place, texts in places.items()
    }
    stated = [t for place in ("jsonld", "og", "meta", "title") for t in clean.get(place, ())[:1]]
    headings = [t for t in clean.get("h1", []) if not is_site(t, sites)]
    bearing = [plain(t) for t in stated]
    for heading in clean.get("itemprop", []) + headings:
        words = plain(heading)
        is_name = len(words.split()) < 2 and count_words(words) < FEWEST_UNSPACED
        if not is_name and any(words in other for other in bearing):
            return without_site(heading, sites)
    for text in clean.get("jsonld", ())[:1]:
        if not is_cut(text, headings) and not is_site(text, sites):
            return without_site(text, sites, headings)
    if len(headings) == 1 and len(plain(headings[0]).split()) >= FEWEST_WORDS:
        return without_site(headings[0], sites)
    for place in ("jsonld", "og", "meta", "title"):
        for text in clean.get(place, ())[:1]:
            short = without_site(text, sites, headings)
            if short and not is_site(short, sites):
                return short
    return next((t for t in headings if t), None) or next(iter(stated), None)
