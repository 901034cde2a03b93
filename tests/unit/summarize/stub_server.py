"""A server on this machine that answers as its model's name says: for the tests of --backend."""

from __future__ import annotations

import http.server
import json
import threading
import time
from typing import Any

GOOD = "Two ferries collided off Port Ellery on Tuesday. Twelve passengers were hurt."
INVENTED = "Two ferries collided off Port Ellery. Captain Anton Gorse said 45 people were hurt."
ANSWERS = {
    "good": GOOD,
    "invented": INVENTED,
    "long": " ".join(f"On day {n} nothing else happened." for n in range(1, 40)),
    "decorated": f"<think>A summary, 99 words?</think>\n**Summary:**\n\n- {GOOD}",
    "empty": " \n",
    "escapes": "Two ferries\u202e collided \x1b[31moff Port Ellery.",
    "surrogate": "Two ferries \ud800 collided.",
    "unfinished": f"{GOOD} The crossing was",
    "half": "Two ferries coll",
}
RAW = {
    "garbage": b"\x00\xff not JSON",
    "deep": b"[" * 100_000,
    "other-json": b'{"choices": []}',
    "list-content": b'{"choices": [{"message": {"content": [1]}}]}',
    "huge": b'{"choices": "' + b"x" * (2 << 20) + b'"}',
}


class Stub(http.server.BaseHTTPRequestHandler):
    """Answers POST /v1/chat/completions; `asked` has every request's path, headers and body."""

    asked: list[tuple[str, dict[str, str], dict[str, Any]]]
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, dict(self.headers), body))
        name = body["model"]
        if name == "by-article":  # fails for articles that say so
            name = "status-500" if "FAIL" in body["messages"][1]["content"] else "good"
        if name.startswith("status-"):
            self.reply(b'{"error": {"message": "no good: sk-secret"}}', status=int(name[7:]))
        elif name == "redirect":
            self.reply(b"", status=302, more={"Location": "/v1/elsewhere"})
        elif name == "html":
            self.reply(b"<p>Hello", kind="text/html")
        elif name == "slow":
            time.sleep(3)
        elif name == "drip-head":
            self.drip(b"HTTP/1.1 200 OK\r\nX: ", b"x")
        elif name == "drip-body":
            self.drip(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", b" ")
        elif name == "close":
            self.close_connection = True
        elif name == "no-http":
            self.wfile.write(b"220 mail.example ESMTP\r\n\r\n")
            self.close_connection = True
        elif name in RAW:
            self.reply(RAW[name])
        else:
            self.reply(completion(name))

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers), {}))
        self.reply(completion("good"))

    def reply(
        self, body: bytes, *, status: int = 200, kind: str = "application/json",
        more: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body))} | (more or {})
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def drip(self, start: bytes, byte: bytes) -> None:
        """Send a byte every twentieth of a second: each comes in time, the whole does not."""
        self.close_connection = True
        self.wfile.write(start)
        for _ in range(60):
            try:
                self.wfile.write(byte)
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


def completion(name: str) -> bytes:
    reason = "length" if name in ("unfinished", "half") else "stop"
    choice = {"message": {"role": "assistant", "content": ANSWERS[name]}, "finish_reason": reason}
    return json.dumps({"choices": [choice]}).encode()


class Server(http.server.ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1 until it is closed."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[Any] = []
        super().__init__(("127.0.0.1", 0), type("Handler", (Stub,), {"asked": self.asked}))
        self.url = f"http://127.0.0.1:{self.server_address[1]}/v1"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()
