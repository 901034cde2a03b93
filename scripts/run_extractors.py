#!/usr/bin/env python3
"""Runs other extractors over the labelled pages, for train_clean.py and evaluate_clean.py.

    PYTHONPATH=src python scripts/run_extractors.py --data DATA --output build/extracted justext

Writes ``EXTRACTOR.jsonl`` with set, id and text; for ``rendered`` one file a set with every field
of the page but the HTML, and raw_text. Needs trafilatura, resiliparse, readability-lxml,
newspaper4k, jusText and html-text; each only for its own run.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from clean_data import EXTRACTORS, SETS, read_lines

STOP_LISTS = (
    "English", "German", "French", "Spanish", "Portuguese", "Italian", "Russian", "Polish",
    "Turkish", "Arabic", "Dutch", "Czech", "Swedish",
)  # fmt: skip


def trafilatura() -> Callable[[str], str]:
    import trafilatura

    return lambda html: trafilatura.extract(html, include_comments=False) or ""


def resiliparse() -> Callable[[str], str]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(
        html, main_content=True, alt_texts=False, links=False, comments=False
    )


def readability() -> Callable[[str], str]:
    from html_text import extract_text
    from readability import Document

    def run(html: str) -> str:
        lines = extract_text(Document(html).summary()).split("\n")
        return "\n".join(line for raw in lines if (line := " ".join(raw.split())))

    return run


def newspaper() -> Callable[[str], str]:
    import newspaper

    def run(html: str) -> str:
        article = newspaper.Article("https://example.org/article", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return run


def justext() -> Callable[[str], str]:
    import justext

    # One list for all languages, as in a pipe that does not know them.
    words = frozenset(word for name in STOP_LISTS for word in justext.get_stoplist(name))

    def run(html: str) -> str:
        found = justext.justext(html.encode(), words, encoding="utf-8")
        return "\n".join(part.text for part in found if not part.is_boilerplate)

    return run


def rendered() -> Callable[[str], str]:
    from html_text import extract_text

    return lambda html: "\n".join(
        line for raw in extract_text(html).split("\n") if (line := " ".join(raw.split()))
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of extraction/")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("names", nargs="+", choices=[*EXTRACTORS, "rendered"])
    args = parser.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    for name in args.names:
        extract, spent, count = globals()[name](), time.process_time(), 0
        target = (args.output / f"{name}.jsonl").open("w", encoding="utf-8")
        for set_name in SETS:
            if name == "rendered":
                target.close()
                target = (args.output / f"{set_name}.jsonl").open("w", encoding="utf-8")
            for page in read_lines(args.data / "extraction" / f"{set_name}.jsonl.zst"):
                html = page.pop("html")
                try:
                    text = extract(html)
                except Exception as error:  # an extractor's failure is an empty text
                    print(f"{name}: {page['id']}: {error!r}")
                    text = ""
                made = {"set": set_name, "id": page["id"], "text": text}
                made = page | {"raw_text": text} if name == "rendered" else made
                target.write(json.dumps(made) + "\n")
                count += 1
        target.close()
        print(f"{name}: {1000 * (time.process_time() - spent) / count:.1f} ms a page")


if __name__ == "__main__":
    main()
