"""Read all inputs as one stream of articles, not yet decoded; what fails is told in its place.

Reading never waits by itself: the stream says that it would have to, and whoever reads it may do
other things until there is more.
"""

from __future__ import annotations

import itertools
import select
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newskit.errors import BadArticle, BadInput
from newskit.io.files import Input
from newskit.io.lines import lines
from newskit.limits import LIMITS
from newskit.run.work import Unit

# Milliseconds between looks at whether a signal asked to stop, while there is nothing to do.
WAKE = 200


class Failed(NamedTuple):
    """An input that could not be read, or not to its end, in its place in the stream."""

    reason: str


class Waiting(NamedTuple):
    """The input has nothing to give just now; the file descriptor `fd` tells when it has."""

    fd: int


def units(
    paths: Iterable[str],
    *,
    is_lines: Callable[[bytes, str], bool] | None = None,
    opened: Callable[[Input], None] = lambda _: None,
    limit: int | None = None,
) -> Iterator[Unit | Failed | Waiting]:
    """Yield every article of every input in order, at most `limit` of them.

    An input that fails is told in its place. Where reading would have to wait, it says so instead:
    whoever asks for more can do other things meanwhile.

    `is_lines` tells from an input's first bytes and path whether it is JSON Lines (True) or one
    article (False; may raise BadArticle); without it, every input is JSON Lines.
    """
    left = limit
    for path in paths:
        source = None
        try:
            if left == 0:
                return
            source = Input(path)
            opened(source)
            for item in _articles(source, is_lines):
                yield item
                if left is not None and isinstance(item, Unit):
                    left -= 1
                    if left == 0:
                        return
        except BadInput as error:
            yield Failed(str(error))
        finally:
            if source is not None:
                source.close()


def _articles(
    source: Input, is_lines: Callable[[bytes, str], bool] | None
) -> Iterator[Unit | Waiting]:
    waiting = Waiting(source.fd)
    chunks = source.chunks()
    if is_lines is not None:
        head, found = b"", True
        # Lines are told by their first one, so a slow stream of them need not fill the window.
        for chunk in chunks:
            if not chunk:
                yield waiting
                continue
            head += chunk
            found = _asked(is_lines, head, source)
            if found or len(head) >= LIMITS.sniff_bytes:
                break
        if not found:
            yield from _whole(head, chunks, source)
            return
        chunks = itertools.chain((head,) if head else (), chunks)
    for line in lines(chunks, source.name):
        yield waiting if line is None else Unit(source.path, line.data, line)


def _asked(is_lines: Callable[[bytes, str], bool], head: bytes, source: Input) -> bool:
    """Ask whether the input is JSON Lines; what is no text is left to the reader to refuse."""
    try:
        return is_lines(head, source.path)
    except BadArticle:
        return False


def _whole(head: bytes, chunks: Iterable[bytes], source: Input) -> Iterator[Unit | Waiting]:
    """Yield all the bytes, or just over the limit of them: then the reader refuses the article."""
    parts, size = [head], len(head)
    for chunk in chunks if size <= LIMITS.html_bytes else ():
        if not chunk:
            yield Waiting(source.fd)
        parts.append(chunk)
        size += len(chunk)
        if size > LIMITS.html_bytes:
            break
    yield Unit(source.path, b"".join(parts), None)


def waited(
    items: Iterable[Unit | Failed | Waiting], before_wait: Callable[[], None]
) -> Iterator[Unit | Failed]:
    """Wait where the stream has to, and yield the rest of it.

    `before_wait` is called before and now and then while it waits: the moment to send on what has
    been written, and to stop.
    """
    for item in items:
        if isinstance(item, Waiting):
            before_wait()
            poll = select.poll()
            poll.register(item.fd, select.POLLIN)
            poll.poll(WAKE)
        else:
            yield item
