"""Fuzz encodings and the metadata of pages with atheris: led by the code that an input reaches.

Arguments: `encoding` or `metadata`, then what libFuzzer takes (-max_total_time=60, -max_len=…).
atheris is no part of the development environment: install it into one of your own, with newskit.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))


def main() -> int:
    """Fuzz until libFuzzer ends; it exits by itself, with its own code, when something is found."""
    if len(sys.argv) < 2 or sys.argv[1] not in ("encoding", "metadata"):
        print("usage: fuzz_atheris.py encoding|metadata [libFuzzer's options]", file=sys.stderr)
        return 2
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: nothing was fuzzed")
        return 0
    with atheris.instrument_imports(include=["newskit"]):
        from newskit.errors import BadArticle
        from newskit.parse.charsets import LABELS
        from newskit.parse.encoding import decode
        from newskit.parse.html import parse_tree
        from newskit.parse.metadata import read_metadata

    def encoding(data: bytes) -> None:
        found = decode(data)
        found.text.encode("utf-8")
        assert found.encoding in {*LABELS.values(), "utf-32-le", "utf-32-be"}

    def metadata(data: bytes) -> None:
        html = data.decode("utf-8", "replace")
        try:
            found = read_metadata(parse_tree(html), "https://ellery.example/2024/03/12/fair")
        except BadArticle:
            return
        for value in dict(found).values():
            str(value).encode("utf-8")  # raises for what no record can hold

    target = metadata if sys.argv[1] == "metadata" else encoding
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
