"""A bar on standard error that counts the bytes read, while a person is watching."""

from __future__ import annotations

import os
import stat

from tqdm import tqdm

from newskit.cli.stream import Settings
from newskit.io.files import Input

_EVERY = 0.2  # seconds between two looks at how far the reading has come


class Progress(tqdm):  # type: ignore[type-arg]
    """A bar over all inputs; called with each input that is opened."""

    # No thread that looks after the bar: workers are forked, and each read updates it anyway.
    monitor_interval = 0

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            desc=f"newskit {settings.command}",
            total=_size(settings.inputs),
            unit="B",
            unit_scale=True,
            leave=False,
            mininterval=_EVERY,
            miniters=1,
            delay=1,  # seconds: what is over sooner needs no bar
        )

    def __call__(self, source: Input) -> None:
        """Count the bytes of an input as they are read."""
        source.on_read = self.update


def _size(paths: list[str] | None) -> int | None:
    """Return the bytes of all inputs, or None where one of them has no size."""
    total = 0
    for path in paths or ["-"]:
        try:
            found = os.fstat(0) if path == "-" else os.stat(path)
        except OSError:
            continue
        if not stat.S_ISREG(found.st_mode):
            return None
        total += found.st_size
    return total
