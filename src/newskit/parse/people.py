"""Who wrote an article, as a list of names, from whatever a page says of its authors.

A byline is cut at commas, semicolons, slashes and the word "and" of a dozen languages; what
introduces the names ("By", "Von", "Text:") and what follows them (job titles, e-mail addresses,
places) goes; each rest is judged: a person, an organisation, or neither. Organisations
(agencies, desks, the site itself) are given only when no person is: readers are told "dpa" then,
and so does whoever labels pages by hand.

What it gets wrong: an organisation whose name looks like a person's; a person with a name of one
word beside one with two ("Cher and Mara Lindqvist") is lost; "Surname, First" is recognised only
when it is all there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.parse.dates import find_dates
from newskit.parse.titles import folded
from newskit.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

# Code points of a byline; beyond it stands a biography or the text itself.
LONGEST_BYLINE = 400
# Code points and words of one name: "María del Carmen Fernández de la Vega Sanz" has 8 and 41.
LONGEST_NAME, MOST_WORDS = 60, 8
# Papers of physics list thousands; a news article with more than 40 authors has not been seen.
MOST_PEOPLE = 40

INTRODUCTION = Rule(
    "byline-introduction",
    r"^(?:(?:(?:published|posted|written|reported|words|story|text|article|reviewed|edited|opinion|"
    r"analysis|exclusive|guest post|blog post|interview|essay|(?:ein )?kommentar|(?:eine )?analyse|"
    r"(?:ein )?gastbeitrag|bericht|kolumne|reportage|protokoll|artikel|rezept|erstellt|"
    r"pressemitteilung|nota|verfasst|geschrieben|geschreven|escrito|publicado|publié|rédigé|"
    r"scritto|автор|author|autor|autorin|auteur|autore|autores|authors|yazar|penulis|tekst|texte?|"
    r"texto|testo|foto|profile picture(?: of| for)?|photo of|image of|picture of|avatar)\b"
    r"[\s:|]{0,3}){0,2}"
    r"(?:(?:by|von|vom|por|par|di|door|av|af|przez|oleh|ved|autor|tarafından|от|autore)\b"
    r"[\s:|]{1,3}|:\s{0,3})|"
    r"(?:作者|記者|记者|文|文・写真|取材|責任編輯|责任编辑|责编|编辑|选稿)\s?[:：／/]\s{0,3}|"
    r"(?:(?:view|see) all (?:posts|articles|stories) (?:by|from)|"
    r"(?:zeige )?(?:alle|mehr) (?:beiträge|artikel) von|"
    r"voir tous les articles (?:de|par)|ver todas las entradas (?:de|por))\s|"
    r"(?:authors?|autor|autorin|auteur|autore|über|about|profile picture(?: of| for)?|photo of|"
    r"avatar)\s{1,3}(?=\p{Lu}))",
    "What stands before the names; a person whose first name is Von or Di loses it.",
    hits=("By Mara Lindqvist", "Von Jo Ferro", "Written by: Mara", "作者：王小明", "Author: Jo",
          "Text: Jo Ferro", "Author Mara Lindqvist", "BY MARA LINDQVIST",
          "View all posts by Jo Ferro", "Zeige alle Beiträge von Jo Ferro"),
    misses=("Byron Hale", "Vonda Keller", "Paris Hale", "Dimitri Sokol", "Mara Lindqvist"),
    flags=2,  # re.IGNORECASE
)  # fmt: skip
NOISE = Rule(
    "byline-noise",
    r"(?:https?://|www\.)\S{1,300}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<!\S)@\w{1,40}|"
    r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|<[^<>]{0,200}>|[©®™→]|"
    r"(?<=\p{Ll})\s(?:for|pour|für)\s\p{Lu}[\p{L} .'’&-]{1,60}$|"
    r"\sFOR\s(?<=\p{Lu}\sFOR\s)\p{Lu}[\p{L} .'’&-]{3,60}$|"
    r"\s(?<=\p{L}\s\p{Lu}[\p{L}'’-]{1,30}\s)(?:BBC (?:News|Sport)|Fox (?:News|Business)"
    r"(?: Digital)?|(?:ABC|CBS|NBC|Sky) News|(?:The )?Associated Press|Bloomberg(?: News)?|CNN|"
    r"Reuters|AFP|USA TODAY)$",
    "Addresses, handles, whatever stands in brackets (agency, place), and the paper written for.",
    hits=(
        "Jo Ferro (Reuters)",
        "jo@example.org",
        "@joferro",
        "Jo Ferro for The Ellery Courier",
        "JO FERRO FOR THE ELLERY COURIER",
        "Jo Ferro Fox News",
    ),
    misses=("Jo Ferro", "a ) b (", "@ 5", "Jo For", "Associated Press", "The Associated Press"),
)
SEPARATOR = Rule(
    "byline-separator",
    r"\s{0,3}[;|•·、，؛,]\s{0,3}|\s[/–—-]\s|(?<=[a-zäöüß])/(?=\p{Lu})|\n|"
    r"(?:^|\s(?=\S))(?i:(?:written |posted |words |story )?by)\s(?=\p{Lu})|"
    r"\s(?=\S)(?:and|und|y|e|et|och|og|en|i|ve|и|та|dan|con|with|mit|avec|&|\+)\s{1,3}(?=[\p{L}])",
    "Where one name ends; the single letters must be words of their own, in lower case.",
    hits=("Jo Ferro, Mara Lindqvist", "Jo Ferro and Mara Lindqvist", "Jo Ferro y Ana Gil",
          "Jo Ferro / Mara Lindqvist", "Jo Ferro | Staff", "Jo & Mara", "2020 by Jo Ferro"),
    misses=("Andrew Sandy", "Anne-Marie Keller", "José Ortega", "Jo E Ferro", "dpa/lno"),
)  # fmt: skip
JOB = Rule(
    "byline-job",
    r"(?i:\b(?:reporter|correspondent|editors?|editor-in-chief|columnist|contributor|writer|producer|"
    r"journalist(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|volontär(?:in)?|autor(?:in)?|chefredakteur"
    r"(?:in)?|redactora?|corresponsal|periodista|journaliste|rédacteur|rédactrice|giornalista|"
    r"head of|chief|senior|junior|freelance|guest|deputy|assistant|professor|director|manager|"
    r"founder|ceo|analyst|specialist|expert|lecturer|fellow|researcher|ph\.?\s?d|m\.?d|updated|"
    r"published|posted|followers?|articles?|posts?|min read|share|comments?|view all|more by|about|"
    r"follow|subscribe|photograph(?:er|y|s)|videos?|images?|bio|profile|read more)\b)",
    "A job, a degree or a button after the name; it drops the part that it stands in.",
    hits=("Senior Reporter", "Chefredakteurin", "Head of Sport", "MD", "5 min read"),
    misses=("Mara Lindqvist", "Jo Ferro", "Madeline Hale"),
)
ORGANISATION = Rule(
    "byline-organisation",
    r"(?i:\b(?:staff|team|desk|newsroom|newsdesk|redaktion|redacción|redação|redazione|rédaction|"
    r"redaktionen|redakcja|редакция|editorial|agency|agentur|agencia|agence|agenzia|ajansı|haber|"
    r"press|presse|news|magazine|media|times|post|zeitung|nachrichten|network|online|digital|group|"
    r"inc|ltd|llc|gmbh|company|university|institute|foundation|association|council|office|ministry|"
    r"department|club|society|board|admin|administrator|webmaster|reuters|afp|dpa|apa|ansa|efe|"
    r"bloomberg|tass|sid|pti|ani|ap|epd|kna|belga|lusa|tt|ntb|ritzau|www|daily|weekly|journal|herald|"
    r"echos?|tribune|guest|register|gazette|chronicle|observer|examiner|bulletin|sentinel|inquirer|"
    r"dispatch|telegraph)\b|"
    r"\.(?:com|de|net|org|is|tr|fr|es|it|at|ch|co|uk|ru|pl|tv|info|io)\b)|新聞|通信|日报|新闻|社$",
    "A desk, an agency, a company or a site.",
    hits=("MND Staff", "Redaktion Ellery", "Associated Press", "dpa", "ellery.de", "Varrow Times"),
    misses=("Mara Lindqvist", "Jo Ferro", "Timesha Hale", "Stafford Keller"),
)
# Both halves of a name in capitals, as in "JÖRG KELLER"; "AFP" and "DER SPIEGEL" are left alone by
# people(), which asks for a person first.
PERSON = Rule(
    "person",
    r"^(?:\p{Lu}[\p{L}\p{M}.'’ʼ-]{0,24}|(?:de|del|della|di|da|das|do|dos|du|la|le|van|von|der|den|ten|"
    r"ter|zu|zur|bin|ibn|al|el|y|af|av|e|san|mac|st)|\p{Lo}[\p{L}\p{M}]{0,20}|['’][\p{L}]{1,20})"
    r"(?:[\s·](?:\p{Lu}[\p{L}\p{M}.'’ʼ-]{0,24}|d['’]\p{L}{1,20}|(?:de|del|della|di|da|das|do|dos|du|la|"
    r"le|van|von|der|den|ten|ter|zu|zur|bin|ibn|al|el|y|af|av|e|jr|sr)|\p{Lo}[\p{L}\p{M}.]{0,20})){1,7}$",
    "Two words or more, each with a capital but for particles.",
    hits=("Mara Lindqvist", "JÖRG KELLER", "Jo van der Berg", "C. J. Hale", "Anne-Marie O'Dell"),
    misses=("mara lindqvist", "Mara", "Mara 7", "mara@example.org", "the staff"),
)
HANDLE = Rule(
    "author-handle",
    r"^(?:[\d\W_]+|[0-9a-f]{16,}|(?:n/?a|null|none|undefined|unknown|anonymous|admin|user|author|"
    r"autor|by|website|home|guest author|no author|array|profile|publisher|more|mehr|zvg|"
    r"the author|red\.?|follow|关注|粉丝|广告|了解详情|来自.{1,6}|cc[ -]by.{0,20}|"
    r"creative commons.{0,50})|"
    r".{0,200}[{}<>=\\].{0,200}|"
    r"[\w.-]{0,60}\d{4,}[\w.-]{0,60}|.{0,60}\d\d?:\d\d.{0,60}|wordpress\s?admin|site\s?admin)$",
    "An id, a placeholder or code where a name should be.",
    hits=(
        "12345",
        "user48213",
        "null",
        "{{author}}",
        "undefined",
        "admin",
        "publisher",
        "CC BY 4.0",
        "Red.",
        "关注",
    ),
    misses=("Mara Lindqvist", "dpa", "Marianne1", "Team Ellery", "Redman"),
    flags=2,
)
# What names that follow did not write the article
OTHER_PART = Rule(
    "byline-other-part",
    r"(?i:\b(?:reviewed|edited|fact[- ]?checked|checked|translated|photos?|photography|"
    r"photographed|illustrations?|illustrated|approved|verified|produced|übersetzt|übersetzung|fotos?|geprüft|"
    r"medical reviewer|fact checker|updated)\b(?:\s(?:by|von|por|par))?:?)|发布于",
    "Somebody named for another part than writing; this name and those behind it are left out.",
    hits=("Medically reviewed by", "Edited by Jo Ferro", "Fotos: Jo Ferro"),
    misses=("Written by Jo Ferro", "Mara Lindqvist"),
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# fmt: off
_DEGREES = frozenset((
    "md", "phd", "rd", "ms", "ma", "mba", "msc", "bsc", "rn", "dds", "dvm", "esq", "cpa", "cfa",
    "cfp", "jd", "facp", "mph", "mspt", "dpt", "lcsw", "pe", "np", "pa-c", "rdn", "cscs", "ld",
))
_PARTICLES = frozenset((
    "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "van", "von", "der",
    "den", "ten", "ter", "zu",
))
# fmt: on


def people(raw: Iterable[str]) -> list[str]:
    """Return the authors' names: people if there are any, else organisations; without repeats.

    >>> people(["By MARA LINDQVIST, Senior Reporter and Jo Ferro (Reuters)"])
    ['Mara Lindqvist', 'Jo Ferro']
    >>> people(["Lindqvist, Mara"]), people(["dpa"]), people(["https://example.org/a"])
    (['Mara Lindqvist'], ['dpa'], [])
    """
    persons, others = sort_names(raw)
    return persons or others


def sort_names(raw: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the people and the other authors (organisations, pen names) in some bylines."""
    persons: list[str] = []
    others: list[str] = []
    for text in raw:
        whole = _folded(text)
        if not whole or len(whole) > LONGEST_BYLINE:
            continue
        names = _parts(whole)
        found = [_cased(name) for name in names if is_person(name)]
        persons += found
        if not found:
            others += _others(names)
    others = [o for o in others if 1 < len(o) <= LONGEST_NAME and not HANDLE.match(o)]
    return _unique(persons), _unique(others)


def _unique(names: list[str]) -> list[str]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return list(first.values())[:MOST_PEOPLE]


def _folded(text: str) -> str:
    """Return a byline without introduction, addresses and brackets, white space folded."""
    text = NOISE.sub(" ", folded(text[: 2 * LONGEST_BYLINE]))
    if any(c.isdigit() for c in text):
        for found in reversed(list(find_dates(text))):
            text = f"{text[: found.start]} | {text[found.end :]}"
    text = " ".join(text.split()).strip(' ,;:|-–—•·*/"“”')
    return str(INTRODUCTION.sub("", text).strip(" ,;:|-–—•·*/"))


def _parts(text: str) -> list[str]:
    """Cut a byline into names."""
    parts = [part.strip(" .:*\"“”") if not part.endswith(".") else part.strip(" :*")
             for part in SEPARATOR.sub("\n", text).split("\n")]  # fmt: skip
    parts = [INTRODUCTION.sub("", part) for part in parts if part]
    words = [part.split() for part in parts]
    if len(parts) == 2 and "," in text and ";" not in text and len(words[1]) <= 2:
        first, last = parts[1], parts[0]
        single = all(len(w) == 1 or w[0].lower() in _PARTICLES or w[-1][1:] == "." for w in words)
        suffix = first.split(" ")[0].casefold().strip(".") in _SUFFIXES | _DEGREES
        if single and not suffix and is_person(f"{first} {last}"):
            return [f"{first} {last}"]
    names: list[str] = []
    for part in parts:
        if OTHER_PART.search(part):
            break
        plain = part.casefold().replace(".", "")
        if plain in _SUFFIXES and names:
            names[-1] += f" {part}"
        elif plain not in _DEGREES:
            names.append(part)
    return names


def _others(names: list[str]) -> list[str]:
    """Return who is named when nobody named is a person: organisations, else the first part.

    One or two letters are no name ("von am 3. März", where a byline was left empty).
    """
    names = [name for name in names if len(name) > 2 or is_short_cjk(name)]
    good = [name for name in names if not (JOB.search(name) or HANDLE.match(name))] or names
    return [name for name in good if ORGANISATION.search(name)] or good[:1]


def is_person(name: str) -> bool:
    """Tell whether a name is a person's: its shape, and no word of an organisation or a job."""
    if not 2 < len(name) <= LONGEST_NAME or len(name.split()) > MOST_WORDS:
        return is_short_cjk(name)
    if not PERSON.match(name):
        return is_short_cjk(name)
    return not (ORGANISATION.search(name) or JOB.search(name) or HANDLE.match(name))


def is_short_cjk(name: str) -> bool:
    """Tell whether a name is two to four Chinese characters, as people's names are."""
    return 2 <= len(name) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in name) and not (
        ORGANISATION.search(name) or HANDLE.match(name)
    )  # fmt: skip


def _cased(name: str) -> str:
    """Return a name that is all in capitals in title case, any other as it is.

    Two capitals ("JP Keller") are initials; particles stay small.
    """
    parts = name.split()
    half = len(parts) // 2
    if half > 1 and parts[:half] == parts[half:]:  # an image's text and the link beside it
        name = " ".join(parts[:half])
    letters = [c for c in name if c.isalpha()]
    if not letters or any(c.islower() for c in letters) or not any(c.isupper() for c in letters):
        return name
    words = []
    for place, word in enumerate(name.split()):
        if "." in word and len(word) <= 4:
            words.append(word)
        elif place and word.lower() in _PARTICLES:
            words.append(word.lower())
        else:
            before = " " + word  # each letter's neighbour: "O'DELL-KELLER" has three capitals
            words.append("".join(
                c.upper() if b in " -'’" else c.lower() for b, c in zip(before, word, strict=False)
            ))  # fmt: skip
    return " ".join(words)
