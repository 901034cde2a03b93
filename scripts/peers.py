"""Time the peers on pages: CPU seconds of each, one line of JSON. Run by scripts/bench in .peers.

Usage: peers.py FILE COUNT (JSON Lines with `html` and `url`, zstd)
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import zstandard


def read(path: Path, count: int) -> list[dict[str, Any]]:
    with path.open("rb") as raw:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), "utf-8")
        return [json.loads(line) for line, _ in zip(lines, range(count), strict=False)]


def peers() -> dict[str, Callable[[dict[str, Any]], object]]:
    """Return each peer as a function of a page; metadata where it gives any."""
    import trafilatura
    from newspaper import Article
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    def newspaper(page: dict[str, Any]) -> object:
        article = Article(page["url"], fetch_images=False)
        article.download(input_html=page["html"])
        article.parse()
        return article.text

    return {
        "trafilatura with metadata": lambda p: trafilatura.bare_extraction(
            p["html"], url=p["url"], with_metadata=True, include_comments=False
        ),
        "trafilatura": lambda p: trafilatura.extract(p["html"], include_comments=False),
        "readability-lxml": lambda p: Document(p["html"]).summary(),
        "newspaper4k": newspaper,
        "resiliparse": lambda p: extract_plain_text(p["html"], main_content=True),
    }


def main() -> None:
    pages = read(Path(sys.argv[1]), int(sys.argv[2]))
    figures = {}
    for name, run in peers().items():
        run(pages[0])
        start = time.process_time()
        for page in pages:
            try:
                run(page)
            except Exception as error:  # a peer's failure is a figure, not ours to mend
                print(f"peers: {name}: {type(error).__name__}", file=sys.stderr)
        figures[name] = time.process_time() - start
    print(json.dumps({"pages": len(pages), "seconds": figures}))


if __name__ == "__main__":
    main()
