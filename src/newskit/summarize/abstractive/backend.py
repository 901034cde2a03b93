"""Ask a server that the user names for a summary: the only module of newskit that uses a network.

It speaks the protocol of OpenAI's chat completions, as local servers do, too (Ollama, llama.cpp,
vLLM). It goes to that address and nowhere else: redirects are refused, proxies named in the
environment are not used, certificates are checked. Time and size of an answer are limited. What a
server says is never quoted in a message, since some servers repeat the key.

It remembers one thing between two articles, how many failed in a row, so that a server which is
down does not cost a million refusals: the first failure stops the run if it would meet every
article and nothing has been answered yet, else the fifth in a row does.

What it gets wrong: it does not try again, and does not wait when a server says that there are too
many requests. Looking up the host's name is not limited in time here, but by the system.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from newskit import __version__
from newskit.errors import BadArticle, BadInput
from newskit.limits import LIMITS
from newskit.summarize.abstractive.endpoint import Endpoint, check_key
from newskit.summarize.abstractive.prompt import Answer, Request, body_of, read_completion

if TYPE_CHECKING:
    from collections.abc import Callable

# Failures in a row after which the run ends: fewer, and a few odd articles side by side end it.
MOST_FAILURES = 5
# Seconds until a connection must stand: a server that is there needs one.
CONNECT_SECONDS = 10
STATUSES = {
    400: "does not take the request",
    401: "does not accept the key in NEWSKIT_API_KEY, or wants one",
    403: "does not allow it with the key in NEWSKIT_API_KEY, or wants one",
    404: "has no such path or no such model",
    413: "says that the article is too long",
    429: "says that there are too many requests",
}
# Statuses that every article would meet.
SETTLED = frozenset((401, 403, 404))


class Failure(Exception):  # noqa: N818 - as the exceptions of errors.py
    """There is no answer; `is_settled` tells that other articles would have none either."""

    def __init__(self, reason: str, *, is_settled: bool = False) -> None:
        super().__init__(reason)
        self.is_settled = is_settled


class Chat:
    """Asks a server for summaries.

    Args:
        endpoint: where `/chat/completions` is added to the path.
        model: the model's name, as the server knows it.
        key: sent as a bearer token; empty for none. Raises ValueError if it must not be sent.
        seconds: how long one answer may take, from the connection to its last byte.
    """

    def __init__(
        self, endpoint: Endpoint, model: str, key: str = "", *, seconds: float | None = None
    ) -> None:
        check_key(key, endpoint)
        self._endpoint = endpoint
        self._model = model
        self._seconds = LIMITS.answer_seconds if seconds is None else seconds
        self._headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Connection": "close",
            "User-Agent": f"newskit/{__version__}",
        }
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        self._failed = 0
        self._has_answered = False

    def __call__(self, request: Request) -> Answer:
        """Return the model's answer.

        Raises BadArticle if there is none, BadInput if no other article would have one either.
        """
        try:
            answer = self._ask(body_of(request, self._model))
        except Failure as failure:
            self._failed += 1
            reason = f"{self._endpoint.url} {failure}"
            if failure.is_settled and not self._has_answered:
                raise BadInput(reason) from failure
            if self._failed >= MOST_FAILURES:
                raise BadInput(f"{reason}; so it went {self._failed} times in a row") from failure
            raise BadArticle(reason) from failure
        self._failed = 0
        self._has_answered = True
        return answer

    def _ask(self, body: bytes) -> Answer:
        """Send one request and read the answer within the time limit. Raises Failure."""
        connection = self._connection()
        has_run_out = threading.Event()
        opened: list[socket.socket] = []

        def end() -> None:
            """Wake whatever waits for the other side: it finds the connection closed."""
            has_run_out.set()
            for each in opened:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

        def keep(each: socket.socket) -> None:
            opened.append(each)
            if has_run_out.is_set():
                raise TimeoutError

        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            self._open(connection, keep)
            data = self._exchange(connection, body)
        except (Failure, OSError, http.client.HTTPException, ValueError) as error:
            if has_run_out.is_set() or (opened and isinstance(error, TimeoutError)):
                raise Failure(f"gave no answer within {self._seconds:g} seconds") from error
            raise _failure(error) from error
        finally:
            timer.cancel()
            connection.close()
        if has_run_out.is_set():  # between the last byte and here, or a body that was cut off
            raise Failure(f"gave no answer within {self._seconds:g} seconds")
        try:
            return read_completion(data)
        except ValueError as error:
            raise Failure(f"gave an answer that {error}") from error

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self._endpoint.host, self._endpoint.port or None
        within = min(CONNECT_SECONDS, self._seconds)
        if self._endpoint.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=within)
        return http.client.HTTPConnection(host, port, timeout=within)

    def _open(
        self, connection: http.client.HTTPConnection, keep: Callable[[socket.socket], None]
    ) -> None:
        """Connect; what is kept may be shut down from outside, even in the handshake."""
        http.client.HTTPConnection.connect(connection)
        if self._endpoint.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = sealed = context.wrap_socket(
                connection.sock, server_hostname=self._endpoint.host, do_handshake_on_connect=False
            )
            keep(sealed)
            sealed.do_handshake()
        else:
            keep(connection.sock)
        connection.sock.settimeout(self._seconds)

    def _exchange(self, connection: http.client.HTTPConnection, body: bytes) -> bytes:
        """Return the body of a good answer. Raises Failure for any other."""
        path = f"{self._endpoint.path}/chat/completions"
        connection.request("POST", path, body, self._headers)
        with connection.getresponse() as response:
            _check_status(response.status)
            if response.headers.get_content_type() != "application/json":
                raise Failure("gave an answer that is not application/json")
            data = response.read(LIMITS.answer_bytes + 1)
        if len(data) > LIMITS.answer_bytes:
            raise Failure(f"gave an answer of more than {LIMITS.answer_bytes:,} bytes")
        return data


def _check_status(status: int) -> None:
    """Raise Failure unless the status is that of a good answer."""
    if 300 <= status < 400:
        reason = f"redirects elsewhere (status {status}), which is not followed"
        raise Failure(reason, is_settled=True)
    if status != 200:
        what = STATUSES.get(status, "failed")
        raise Failure(f"{what} (status {status})", is_settled=status in SETTLED)


def _failure(error: Exception) -> Failure:
    """Return an error of the network in plain words; what is in plain words already is kept."""
    if isinstance(error, Failure):
        return error
    if isinstance(error, ConnectionRefusedError):
        return Failure("refuses the connection: is it running?", is_settled=True)
    if isinstance(error, socket.gaierror):
        return Failure("has a host name that cannot be found", is_settled=True)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Failure(f"has no valid certificate: {error.verify_message}", is_settled=True)
    if isinstance(error, ssl.SSLError):
        return Failure("does not speak https", is_settled=True)
    if isinstance(error, TimeoutError):
        return Failure(f"cannot be reached within {CONNECT_SECONDS} seconds", is_settled=True)
    if isinstance(error, http.client.RemoteDisconnected | ConnectionError):
        return Failure("closed the connection without an answer")
    if isinstance(error, OSError):
        return Failure(f"cannot be reached: {error.strerror or 'network error'}", is_settled=True)
    return Failure("does not answer in HTTP")
