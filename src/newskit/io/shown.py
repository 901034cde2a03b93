"""Make any string safe to show to a person: no control character reaches a terminal as such.

Names and texts are data: they may hold escape sequences that retitle or recolour a terminal, and
bidirectional overrides that turn words around. Each such character is shown as an escape.
"""

from __future__ import annotations

# C0 and C1 controls, DEL, bidirectional marks and overrides, line separators, surrogates.
_UNSAFE = (
    *range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF,
)  # fmt: skip
_TABLE = {c: f"\\x{c:02x}" if c < 0x100 else f"\\u{c:04x}" for c in _UNSAFE}
_TABLE |= {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t"}
_TEXT_TABLE = _TABLE | {0x0A: "\n", 0x09: " "}


def shown(text: str, limit: int = 0) -> str:
    """Return `text` on one line, controls escaped, cut to `limit` code points if given.

    >>> shown("a\\x1b[31mb")
    'a\\\\x1b[31mb'
    """
    try:  # the bytes of a name that is no UTF-8 came in as surrogates
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    text = text.translate(_TABLE)
    return text[: limit - 1] + "…" if limit and len(text) > limit else text


def shown_text(text: str) -> str:
    """Return `text` with its line breaks kept and all other controls escaped."""
    return text.encode("utf-8", "replace").decode("utf-8").translate(_TEXT_TABLE)
