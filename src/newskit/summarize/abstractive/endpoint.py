"""Read what `--backend` names: the address of a user's server, or a folder with a model.

An address is taken apart once and put together again from its parts, so that what is shown, kept in
`history` and asked is one thing, and never holds a name or a password. No message quotes what was
given: it may hold a password.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from newskit.limits import LIMITS

KINDS = ("openai", "transformers")
EXPECTED = "expected openai:URL or transformers:PATH"
# Hosts that are this machine; what is sent there crosses no network.
LOCAL = ("localhost", "127.0.0.1", "::1")


class Endpoint(NamedTuple):
    """The address of a server: `path` begins with a slash or is empty, `port` 0 is the usual."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address, to be shown."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{f':{self.port}' if self.port else ''}{self.path}"

    @property
    def is_sealed(self) -> bool:
        """Whether nobody between here and there can read what is sent."""
        return self.scheme == "https" or self.host in LOCAL


def read_backend(given: str) -> tuple[str, str]:
    """Return the kind of a backend and what follows the colon. Raises ValueError.

    >>> read_backend("transformers:/models/news")
    ('transformers', '/models/news')
    """
    kind, _, rest = given.partition(":")
    if kind not in KINDS or not rest:
        raise ValueError(EXPECTED)
    return kind, rest


def read_endpoint(url: str) -> Endpoint:
    """Take an address apart. Raises ValueError with what is wrong with it.

    >>> read_endpoint("http://localhost:11434/v1/").url
    'http://localhost:11434/v1'
    """
    if len(url) > LIMITS.url_characters:
        raise ValueError(f"an address of more than {LIMITS.url_characters:,} characters")
    if not (url.isascii() and url.isprintable()) or " " in url:
        raise ValueError("an address with spaces or characters that are not ASCII")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 0
    except ValueError as error:
        raise ValueError("no valid address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError("expected an address that begins with http:// or https://")
    if "@" in parts.netloc:
        raise ValueError("an address with a name or password: use NEWSKIT_API_KEY for the key")
    if "?" in url or "#" in url:
        raise ValueError("an address with ? or #: use NEWSKIT_API_KEY for the key")
    return Endpoint(parts.scheme, host, port, parts.path.rstrip("/"))


def check_key(key: str, endpoint: Endpoint) -> None:
    """Raise ValueError, without the key, if a key cannot or should not be sent there."""
    if not key:
        return
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ValueError("NEWSKIT_API_KEY holds spaces or characters that are not ASCII")
    if not endpoint.is_sealed:
        raise ValueError("NEWSKIT_API_KEY is not sent over http, but to this machine; use https")


def check_options(backend: str, *, model: str | None, query: str | None, key: str) -> None:
    """Raise ValueError for a backend that there is not, and options that do not go with it."""
    kind, where = read_backend(backend)
    if kind == "openai":
        if not model:
            raise ValueError("openai needs --model")
        if not model.isprintable():
            raise ValueError("--model holds a character that cannot be shown")
        check_key(key, read_endpoint(where))
        return
    if model is not None:
        raise ValueError("transformers takes no --model: the folder is the model")
    if query is not None:
        raise ValueError("transformers takes no --query: such a model takes no wishes")
