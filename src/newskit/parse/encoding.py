"""Decides how bytes become text, and records what decided it.

In this order: a byte order mark; valid UTF-8, but for a few bytes; what the page declares (by the
names that browsers know, and no others); what detect.py finds; windows-1252. Pages that declare
Latin-1 are mostly UTF-8 or windows-1252, which is why the declaration comes after the proof and is
read as browsers read it; one that declares UTF-8 and is not is read as if it declared nothing.
Bytes that an encoding does not have become U+FFFD, and are counted.

It goes wrong for short texts in an undeclared legacy encoding (a Cyrillic headline of twenty bytes
may be read as Western), and for text that happens to be valid UTF-8 though it is not; nobody has
seen that in texts of more than a few words.
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.parse.charsets import LABELS
from newskit.parse.detect import ASCII, CYRILLIC, LATIN, east_asian, latin, sample_of
from newskit.rule import Rule

# Bytes in which a page's declaration is looked for. The standard says 1024; pages with long
# comments or preloads above it are common, and nothing legitimate is found by mistake.
DECLARED_IN = 4_096

# Share of bytes above ASCII below which there is nothing to detect from: a few typographic quotes
# in English text are windows-1252 more often than anything that a detector says.
NON_ASCII = 0.01

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

META_CHARSET = Rule(
    "meta-charset",
    r"(?i)<meta\b[^<>]{0,500}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([a-z0-9_:.-]{2,40})",
    "The declaration of a page, in either of its two forms.",
    hits=(
        '<meta charset="utf-8">',
        '<META http-equiv=Content-Type content="text/html; charset=iso-8859-1">',
    ),
    misses=("<meta name=charset>", "<p charset=utf-8>"),
)

XML_ENCODING = Rule(
    "xml-encoding",
    r"^<\?xml\b[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})[\"']",
    "The declaration of XHTML pages.",
    hits=('<?xml version="1.0" encoding="windows-1251"?>',),
    misses=('<?xml version="1.0"?>',),
)


class Decoded(NamedTuple):
    """Text, the encoding it was in, what decided that, and how many characters were lost."""

    text: str
    encoding: str
    evidence: str
    replaced: int


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return bytes as text.

    `declared` is a name given with the bytes, by a protocol for instance; without it a page's own
    ``<meta charset>`` is looked for. `evidence` is one of ``bom``, ``utf-8``, ``declared``,
    ``detected``, ``default``.

    >>> decode("Café".encode("latin-1"), "iso-8859-1")
    Decoded(text='Café', encoding='windows-1252', evidence='declared', replaced=0)
    >>> decode("Café".encode("utf-8"), "iso-8859-1")
    Decoded(text='Café', encoding='utf-8', evidence='utf-8', replaced=0)
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, "bom")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8", 0)
    except UnicodeDecodeError:
        pass
    mostly = _replacing(data, "utf-8", "utf-8")
    wide = sum(c > "\x7f" for c in mostly.text)
    if mostly.replaced * 20 < wide:
        return mostly  # UTF-8 with a few foreign bytes in it
    named = _known(declared) or declared_encoding(data)
    if named == "utf-8" and mostly.replaced * 2 < wide:
        return mostly._replace(evidence="declared")
    if named not in (None, "utf-8"):  # a page in which most is no UTF-8 says so by mistake
        return _replacing(data, named, "declared")
    if (guessed := _detected(data)) is not None:
        return _replacing(data, guessed, "detected")
    return _replacing(data, "windows-1252", "default")


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares at its beginning, by our name, or None."""
    head = data[:DECLARED_IN].decode("latin-1")
    found = META_CHARSET.search(head) or XML_ENCODING.search(head.lstrip())
    encoding = _known(found[1]) if found else None
    # A page whose declaration could be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if encoding in ("utf-16-le", "utf-16-be") else encoding


def _known(label: str | None) -> str | None:
    """Return our name for a label of the WHATWG's Encoding Standard, or None for any other."""
    return LABELS.get(label.strip().lower()) if label and len(label) <= 60 else None


def _replacing(data: bytes, encoding: str, evidence: str) -> Decoded:
    if encoding == "windows-1252":
        # Five bytes are undefined in Python's table; browsers read them as control characters.
        text = data.decode("cp1252", "surrogateescape")
        lost = sum("\udc80" <= c <= "\udcff" for c in text) if not data.isascii() else 0
        if lost:
            text = "".join("\ufffd" if "\udc80" <= c <= "\udcff" else c for c in text)
        return Decoded(text, encoding, evidence, lost)
    text = data.decode(encoding, "replace")
    present = data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
    return Decoded(text, encoding, evidence, max(0, text.count("\ufffd") - present))


def _detected(data: bytes) -> str | None:
    """Return the codec that bytes seem to need by the look of them, or None for windows-1252."""
    sample = sample_of(data)
    high = sample.translate(None, ASCII)
    if len(high) < NON_ASCII * len(sample) or not high:
        return None
    if (asian := east_asian(sample)) is not None:
        return asian
    from charset_normalizer import from_bytes  # here: a tenth of a second, seldom needed

    best = from_bytes(sample, steps=5, chunk_size=1024, threshold=0.2).best()
    name = best.encoding if best else ""
    name = CYRILLIC.get(name, name)
    known = _known(name.replace("_", "-")) or _known(name.replace("cp", "windows-"))
    return latin(high) if known in LATIN else known
