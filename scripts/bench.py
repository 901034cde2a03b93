"""Measure newskit against the bare interpreter, jq and itself: CPU time of whole processes.

Machines are noisy: every figure is a ratio of two measurements of this run, the best of several.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import zstandard

ROOT = Path(__file__).parent.parent
PROGRAM = str(Path(sys.executable).parent / "newskit")
STAGES = ("clean", "entities", "summarize")
SAMPLE_TEXTS = sorted((ROOT / "samples").glob("*.txt"))

# A stage that does nothing, through the loop that all commands use.
PASS_THROUGH = """
from newskit.cli.stream import Settings, stream
from newskit.run.work import Work

class Nothing:
    name, needs, sets, options = "nothing", ("text",), (), {}
    def __call__(self, article):
        return {}

stream(Work(lambda: [Nothing()]), Settings("nothing", None, quiet=True))
"""


def cpu(command: list[str], stdin: Path | None = None, runs: int = 5) -> float:
    """Return the least CPU time in seconds of some runs of a command."""
    best = float("inf")
    for _ in range(runs):
        with open(stdin or os.devnull, "rb") as source:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, stdin=source, capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def peak_kilobytes(command: list[str], stdin: Path) -> int:
    """Return the peak resident memory of a command."""
    measure = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdin=0, stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    with stdin.open("rb") as source:
        done = subprocess.run(
            [sys.executable, "-c", measure, *command], stdin=source, capture_output=True, check=True
        )
    return int(done.stdout)


def startup(folder: Path) -> None:
    """Print what starting costs, in starts of the bare interpreter."""
    one = folder / "one.jsonl"
    one.write_text('{"text": "The fair in Port Ellery opened on Monday. It drew 40 people."}\n')
    bare = cpu([sys.executable, "-c", "pass"], runs=20)
    print(f"start-up, as a multiple of python -c pass ({bare * 1000:.1f} ms of CPU)")
    for name, arguments, stdin in (
        ("--version", ["--version"], None),
        ("clean, nothing to do", ["clean"], None),
        *((f"{stage}, one record", [stage], one) for stage in ("parse", *STAGES)),
    ):
        print(f"  {name:24} {cpu([PROGRAM, *arguments], stdin, 20) / bare:5.1f}")


def passthrough(folder: Path) -> None:
    """Print the CPU of a stage that does nothing, as a share of `jq -c .` on the same file."""
    lines = folder / "4k.jsonl"
    random.seed(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(random.choices(letters, k=random.randint(2, 9))) for _ in range(3000)]
    with lines.open("w") as out:
        for number in range(20_000):
            text = " ".join(random.choices(words, k=640))
            out.write(json.dumps({"id": str(number), "title": f"Story {number}", "text": text}))
            out.write("\n")
    ours = cpu([sys.executable, "-c", PASS_THROUGH], lines)
    print(f"pass-through of 20,000 records of 4 KB: {ours:.2f} s of CPU")
    if jq := shutil.which("jq"):
        theirs = cpu([jq, "-c", "."], lines, 3)
        print(f"  jq -c . {theirs:.2f} s; newskit needs {ours / theirs:.3f} of it")
    else:
        print("  jq is not installed: nothing to compare with")


def articles(folder: Path, count: int) -> Path:
    """Write `count` parsed articles, the text samples in turn with a number each."""
    parsed = subprocess.run(
        [PROGRAM, "parse", "-q", *map(str, SAMPLE_TEXTS)], capture_output=True, check=True
    )
    records = [json.loads(line) for line in parsed.stdout.splitlines()]
    path = folder / f"articles-{count}.jsonl"
    with path.open("w") as out:
        for number in range(count):
            article = records[number % len(records)]
            unique = f"Number {number} of the series, {number * 7} euros, came on Monday."
            out.write(json.dumps(article | {"id": str(number), "text": unique + article["text"]}))
            out.write("\n")
    return path


def memory(folder: Path) -> None:
    """Print the peak memory of every stage at 1,000 and at 100,000 articles."""
    short, long = folder / "short.jsonl", folder / "long.jsonl"
    with short.open("w") as few, long.open("w") as many:
        for number in range(100_000):
            text = (
                f"Story {number}: the town of Place{number} spent ${number} on Monday, said "
                f"Name{number % 5000} of France. It was {number % 90} percent more than planned."
            )
            line = json.dumps({"id": str(number), "date_published": "2024-03-01", "text": text})
            many.write(line + "\n")
            if number < 1000:
                few.write(line + "\n")
    print("peak memory at 1,000 and 100,000 records (MB)")
    for stage in ("parse", *STAGES):
        command = [PROGRAM, stage, "-q"]
        first, second = peak_kilobytes(command, short), peak_kilobytes(command, long)
        print(
            f"  {stage:10} {first / 1024:6.1f} {second / 1024:6.1f}  {(second - first) / 1024:+.1f}"
        )


def speed(folder: Path) -> None:
    """Print articles per CPU second of every stage on the text samples."""
    count = 2000
    path = articles(folder, count)
    idle = cpu([PROGRAM, "clean"])
    print(f"articles per second of CPU ({path.stat().st_size / count / 1000:.1f} KB records)")
    for stage in ("parse", *STAGES):
        spent = cpu([PROGRAM, stage, "-q"], path, 3) - idle
        print(f"  {stage:10} {count / spent:7.0f}")


def peers_python() -> Path:
    """Return the interpreter of .peers, which is made when it is not there."""
    python = ROOT / ".peers" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", ROOT / ".peers"], check=True)
        pip = [str(python), "-m", "pip", "install", "-q"]
        subprocess.run([*pip, "--upgrade", "pip"], check=True)
        subprocess.run([*pip, "-r", ROOT / "scripts" / "peers.txt"], check=True)
    return python


def tagger(folder: Path) -> None:
    """Print tokens per CPU second of entities, and of a spaCy pipeline on the same texts."""
    texts = ROOT.parent / "shared" / "data" / "entities" / "world.jsonl.zst"
    if not texts.exists():
        print("tagger: skipped, no labelled texts beside the checkout")
        return
    plain, one = folder / "world.jsonl", folder / "one.jsonl"
    with texts.open("rb") as packed, plain.open("wb") as out:
        zstandard.ZstdDecompressor().copy_stream(packed, out)
    one.write_text('{"text": "The fair in Port Ellery opened."}\n', "utf-8")
    load = cpu([PROGRAM, "entities", "-q"], one) - cpu([PROGRAM, "entities", "-q"])
    spent = cpu([PROGRAM, "entities", "-q"], plain, 3) - cpu([PROGRAM, "entities", "-q"], one)
    peak = peak_kilobytes([PROGRAM, "entities", "-q"], plain)
    script = str(ROOT / "scripts" / "peer_spacy.py")
    command = [str(peers_python()), script, str(plain)]
    theirs = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    print(f"tokens per second of CPU ({theirs['tokens']} tokens as spaCy counts them)")
    print(f"  newskit entities, from lines to lines {theirs['tokens'] / spent:8.0f}")
    print(f"  spaCy tok2vec + ner, from texts       {theirs['tokens'] / theirs['seconds']:8.0f}")
    print(f"  newskit is {theirs['seconds'] / spent:.2f} times as fast")
    print(f"loading costs {load * 1000:.0f} ms of CPU; peak memory {peak / 1024:.0f} MB")


def peers(folder: Path) -> None:
    """Print pages per CPU second of newskit and its peers on the same labelled pages."""
    pages = ROOT.parent / "shared" / "data" / "extraction" / "wcxb.jsonl.zst"
    if not pages.exists():
        print("peers: skipped, no labelled pages beside the checkout")
        return
    python = peers_python()
    count = "150"
    command = [str(python), str(ROOT / "scripts" / "peers.py"), str(pages), count]
    theirs = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    parsed = folder / "parsed.jsonl"
    arguments = ["parse", "-q", "--limit", count, "-o", str(parsed), str(pages)]
    spent = cpu([PROGRAM, *arguments], runs=3) + cpu([PROGRAM, "clean", "-q", str(parsed)], runs=3)
    print(f"pages per second of CPU ({theirs['pages']} pages, whole processes for newskit)")
    whole = theirs["seconds"]["trafilatura with metadata"]
    rows = {"newskit parse | clean": spent} | theirs["seconds"]
    for name, seconds in rows.items():
        print(f"  {name:26} {theirs['pages'] / seconds:6.1f}  {whole / seconds:5.2f} x trafilatura")


SECTIONS: dict[str, Callable[[Path], None]] = {
    "startup": startup,
    "passthrough": passthrough,
    "memory": memory,
    "speed": speed,
    "tagger": tagger,
    "peers": peers,
}
NEED_PEERS = ("tagger", "peers")


def main() -> None:
    """Run the sections that were asked for, or all but those that need peers installed."""
    wanted = sys.argv[1:] or [name for name in SECTIONS if name not in NEED_PEERS]
    for name in wanted:
        if name not in SECTIONS:
            sys.exit(f"bench: no section {name!r}; there are {', '.join(SECTIONS)}")
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            SECTIONS[name](Path(folder))


if __name__ == "__main__":
    main()
