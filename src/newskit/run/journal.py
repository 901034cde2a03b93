"""The journal of a long run: how far it has come, so that another run can go on from there.

It is one small JSON file, replaced as a whole at every checkpoint, and says which articles the data
beside it are made of. A fingerprint tells of what else the data depend on: the inputs, the options,
the program. The journal has a checksum of its own: one that was cut off or edited is not believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
from typing import Any, NamedTuple

from newskit.io.parts import NOTHING, Recorded, replace_file
from newskit.io.shown import shown
from newskit.io.sink import naming

# The form of the journal. One of another form is not read: only the program that began an output
# can go on with it in the same bytes.
FORM = 1
# Articles between two checkpoints. A checkpoint took 15 ms on a disk (three times fsync), a hundred
# articles of 1.8 KB took 1.3 s of one processor, and a killed run loses no more than those. By
# number and not by time, because a member of compressed data ends at each.
EVERY = 100
_MOST_BYTES = 1 << 20  # a journal names 32 inputs at most, of up to 4 KiB each


class Position(NamedTuple):
    """How much was consumed: as many inputs wholly, and as many articles of the one after them."""

    inputs: int = 0
    articles: int = 0


class State(NamedTuple):
    """All that a journal says.

    `counts` are the fields of Counts at `position`; `finished` is True when the data are complete,
    and only their name is to be given.
    """

    fingerprint: dict[str, Any]
    position: Position = Position()
    part: Recorded = NOTHING
    rejects: Recorded | None = None
    counts: dict[str, int] = {}  # noqa: RUF012 - never changed
    finished: bool = False


class Journal:
    """The journal file of an output. Raises BadInput, naming it, if it is not to be used."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = shown(path)

    def read(self) -> State | None:
        """Return what the journal says, or None if there is none."""
        with naming(self.name):
            try:
                fd = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)
            except FileNotFoundError:
                return None
            with open(fd, "rb") as file:
                if not stat.S_ISREG(os.fstat(fd).st_mode):
                    raise ValueError("is no regular file")
                data = file.read(_MOST_BYTES + 1)
            return decode(data)

    def write(self, state: State) -> None:
        """Replace the journal, down to the disk."""
        replace_file(self.path, encode(state))

    def remove(self) -> None:
        """Remove the journal: the output has its name."""
        with naming(self.name), contextlib.suppress(FileNotFoundError):
            os.unlink(self.path)


def encode(state: State) -> bytes:
    """Return a journal's bytes.

    >>> decode(encode(State({"--sentences": 3}))).fingerprint
    {'--sentences': 3}
    """
    body = {"form": FORM} | state._asdict()
    return json.dumps(body | {"sha256": _checksum(body)}, indent=1).encode() + b"\n"


def decode(data: bytes) -> State:
    """Return what a journal's bytes say. Raises ValueError if they are damaged or another form."""
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ValueError("is damaged") from error
    if not isinstance(body, dict) or body.pop("sha256", None) != _checksum(body):
        raise ValueError("is damaged")
    if (form := body.pop("form")) != FORM:
        raise ValueError(f"has form {shown(str(form), 20)}, this newskit reads {FORM}")
    state = State(**body)
    return state._replace(
        position=Position(*state.position),
        part=Recorded(*state.part),
        rejects=Recorded(*state.rejects) if state.rejects else None,
    )


def difference(was: dict[str, Any], now: dict[str, Any]) -> str:
    """Say what differs first between two fingerprints; empty if nothing does.

    >>> difference({"newskit": "1", "--words": None}, {"newskit": "1", "--words": 60})
    '--words was not given, is 60'
    """
    for key in [*now, *was]:
        if was.get(key) != now.get(key):
            return f"{key} was {_told(was.get(key))}, is {_told(now.get(key))}"
    return ""


def _told(value: Any) -> str:
    if value is None:
        return "not given"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return shown(text, 400)


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
