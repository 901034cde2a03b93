"""Run the program over many small articles, and look now and then what memory and time it took.

The articles are made up as they are fed, each with an id, an address and figures of its own, so
that whatever remembers articles would grow. Their names are new, too, or come again after a while:
newskit remembers words, up to a limit (the tagger 30,000), and must have reached it before its
memory can be expected to stay the same.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from tests.conftest import PROGRAM, record

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_TICKS = os.sysconf("SC_CLK_TCK")


class Sample(NamedTuple):
    """What the program has done and needs: resident memory in KiB, processor time in seconds."""

    written: int
    resident: int
    seconds: float


def article(number: int, casts: int) -> bytes:
    """Return a line with a small article that no other number has, with one of so many `casts`."""
    chance = random.Random(number % casts)

    def name() -> str:
        syllables = range(chance.randint(2, 4))
        made = "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in syllables)
        return made.capitalize()

    person, town = f"{name()} {name()}", f"Port {name()}"
    text = (
        f"{person} opened the {name()} Bridge in {town} on Monday. It cost ${number + 2:,}. "
        f"“We waited {chance.randint(2, 99)} years for it,” said {name()} {name()}, the mayor."
    )
    return record(
        number, text=text, title=f"{town} has its bridge", url=f"https://a.example/{number}"
    )


def soak(command: list[str], marks: list[int], casts: int = sys.maxsize) -> Iterator[Sample]:
    """Yield a sample whenever a number of articles in `marks` has come out; the last is the end.

    After `casts` articles the names come again.

    Up to each mark they are fed without a stop, and then the program has to wait, and sends on what
    it holds. Raises AssertionError unless every article comes out, in its order.
    """
    seen = threading.Semaphore(0)
    with subprocess.Popen([PROGRAM, *command], stdin=-1, stdout=-1) as program:
        feeder = threading.Thread(target=_feed, args=(program.stdin, marks, casts, seen))
        program.stdin = None  # the feeder's from now on
        feeder.start()
        assert program.stdout is not None
        try:
            for number in range(marks[-1]):
                assert b'"id":"%d"' % number in program.stdout.readline(), f"{number} is missing"
                if number + 1 in marks:
                    yield _sample(program.pid, number + 1)
                    seen.release()
        finally:
            seen.release(len(marks))
            program.stdout.close()
            feeder.join()
    assert program.returncode == 0


def _feed(pipe: Any, marks: list[int], casts: int, seen: threading.Semaphore) -> None:
    stream: IO[bytes] = pipe
    with contextlib.suppress(BrokenPipeError), stream:
        for first, last in itertools.pairwise([0, *marks]):
            for number in range(first, last):
                stream.write(article(number, casts))
            stream.flush()
            seen.acquire()


def _sample(pid: int, written: int) -> Sample:
    words = Path(f"/proc/{pid}/status").read_text().split()
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    used = (int(times[11]) + int(times[12])) / _TICKS  # utime and stime
    return Sample(written, int(words[words.index("VmRSS:") + 1]), used)
