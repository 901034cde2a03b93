"""Which place, country or people a name is: the gazetteer, for names that the tagger has found.

A name is looked up as it is written, then without accents, dots or capitals everywhere. A town
before a comma and its country or US state is that country's, whatever the gazetteer thinks of
its bare name (Paris, Texas).

What it gets wrong: towns that share a name with a larger one, without their country beside them.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newskit.errors import BadModel
from newskit.model.arrays import lines_of, unpack_arrays
from newskit.model.load import load_bytes
from newskit.text.word_set import word_set

if TYPE_CHECKING:
    from newskit.entities.spans import Candidate

DATA = Path(__file__).parent / "data"
TYPES = frozenset(("GPE", "LOC", "NORP"))
COUNTRY = "0"  # the trust in a name, as scripts/build_gazetteer.py writes it


US_STATES = frozenset(
    name.replace("_", " ")
    for name in word_set(
        "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia "
        "Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts "
        "Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey "
        "New_Mexico North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island "
        "South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin "
        "Wyoming"
    )
)
# States as datelines and addresses shorten them.
STATE_SHORT = word_set(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb "
    "Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo AL AK AZ AR CA CO CT DE FL GA IL KS KY MD MA MI "
    "MN MS MO MT NE NV NH NJ NM NY NC ND OH OK PA RI SC SD TN TX UT VT VA WA WV WI WY"
)


class Place(NamedTuple):
    """What the gazetteer knows of a name."""

    type: str
    country: str  # ISO 3166 alpha-2, empty if not known or not one
    trust: str
    id: str  # GeoNames, empty if not known
    name: str  # one for all forms: of U.S. and USA, United States


def read_places(folder: Path) -> dict[str, str]:
    """Return the gazetteer of a folder of model data: name to "type country trust id entity".

    Raises BadModel when it is damaged.
    """
    arrays = unpack_arrays(load_bytes(folder, "places.bin"))
    try:
        names, facts = lines_of(arrays["names"]), lines_of(arrays["facts"])
        return dict(zip(names, facts, strict=True))
    except (KeyError, ValueError) as error:
        raise BadModel(f"a gazetteer of an unknown form ({error}); reinstall newskit") from error


class Places:
    """The gazetteer.

    Args:
        folder: of model data; None for what newskit ships. Raises BadModel when it is damaged.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._facts = read_places(folder or DATA)

    def find(self, name: str, kind: str) -> Place | None:
        """Return what is known of a name of a type (GPE, LOC, NORP)."""
        for form in _forms(name):
            facts = self._facts.get(form)
            if facts is None:
                continue
            cells = facts.split(" ", 4)
            if kind != cells[0]:
                continue
            country, number = (cell if cell != "-" else "" for cell in (cells[1], cells[3]))
            return Place(kind, country, cells[2], number, cells[4] if len(cells) > 4 else form)
        return None

    def place(self, found: list[Candidate], text: str) -> list[Candidate]:
        """Return mentions with a key, a country and an id where the gazetteer knows them."""
        known = {
            place: self.find(text[mention.start : mention.end], mention.type)
            for place, mention in enumerate(found)
            if mention.type in TYPES
        }
        placed = list(found)
        for at, place in known.items():
            if place is not None:
                placed[at] = placed[at]._replace(
                    key=place.name, country=place.country,
                    id=f"geonames:{place.id}" if place.id else "",
                )  # fmt: skip
        for (left, town), (right, holder) in pairwise(enumerate(found)):
            if town.type != "GPE" or holder.type != "GPE":
                continue
            if text[town.end : holder.start] == ", ":
                placed[left], placed[right] = _held(placed[left], placed[right], known[right], text)
        return placed


def _held(
    town: Candidate, holder: Candidate, known: Place | None, text: str
) -> tuple[Candidate, Candidate]:
    """Return a town and the country or US state after it, the town as that country's."""
    written = text[holder.start : holder.end].rstrip(".")
    is_state = written in STATE_SHORT or (known is not None and known.name in US_STATES)
    if is_state and not (known is not None and town.key in US_STATES):
        holder = holder._replace(country="US")
        country = "US"
    elif known is not None and known.trust == COUNTRY and town.key != known.name:
        country = known.country
    else:
        return town, holder
    if town.country != country:
        name = text[town.start : town.end]
        town = town._replace(key=f"{name}, {holder.key or written}", country=country, id="")
    return town, holder


def _forms(name: str) -> list[str]:
    """Return how a name may stand in the gazetteer, the likeliest first."""
    name = " ".join(name.replace("\u00ad", "").replace("\u2019", "'").split())
    forms = [name]
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        forms.append(plain)
    if name.endswith("."):
        forms.append(name[:-1])
    elif "." in name:
        forms.append(name + ".")
    if len(name) > 3 and (name.isupper() or name.islower()):
        forms.append(name.title())
    if name.islower() and len(name) <= 3:
        forms.append(name.upper())
    return forms
