"""Kill `newskit run --resume` again and again, and compare what comes out with a run left in peace.

The kills are SIGKILL, at random moments, spread over the whole batch: each comes when a certain
share of it is done, and then up to a checkpoint later. After every kill the bytes that the journal
vouches for are compared with those of the run in peace, and at the end the whole output is, and the
rejects. Usage: scripts/kill_resume.py [--kills 50] [--articles 5000] [--seed 1] [--data FOLDER]
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import zstandard

from newskit.run.journal import EVERY, Journal, State

ROOT = Path(__file__).parent.parent
PROGRAM = str(Path(sys.executable).parent / "newskit")
OUT, REJECTS = "out.jsonl.zst", "bad.jsonl"
COMMAND = [PROGRAM, "run", "in.jsonl", "-o", OUT, "--rejects", REJECTS, "--jobs", "2", "--resume"]
# Code points kept of each text: enough for all stages to have work, few enough for a batch of
# thousands to take a minute.
MOST = 800


def texts(data: Path) -> Iterator[str]:
    """Yield the texts of the labelled articles, or some that are made up if there are none."""
    found = False
    for path in sorted((data / "entities").glob("*.jsonl.zst")):
        with zstandard.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if text := json.loads(line).get("text"):
                    found = True
                    yield text[:MOST]
    number = 0
    while not found:
        number += 1
        yield f"Fair {number} in Port Ellery drew {number * 7 % 900} people on Monday. " * 4


def write_batch(path: Path, data: Path, articles: int) -> None:
    """Write so many lines; one in ninety is bad."""
    source = [text for text, _ in zip(texts(data), range(articles), strict=False)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            line = json.dumps({"id": str(number), "text": source[number % len(source)]})
            file.write((line[:-9] if number % 90 == 40 else line) + "\n")


def run_in_peace(folder: Path) -> tuple[bytes, bytes]:
    """Return the output and the rejects of a run that nobody stops."""
    start = time.monotonic()
    done = subprocess.run(COMMAND, cwd=folder, capture_output=True, check=False)
    print(f"in peace: {time.monotonic() - start:.0f} s, {done.stderr.decode().splitlines()[-1]}")
    found = (folder / OUT).read_bytes(), (folder / REJECTS).read_bytes()
    (folder / OUT).unlink()
    return found


def kill_once(folder: Path, least: int, seconds: float) -> State | None:
    """Run until so many articles are done and so many seconds more, kill it; return the journal.

    Returns None if it ended before.
    """
    journal = Journal(str(folder / f"{OUT}.journal"))
    with subprocess.Popen(COMMAND, cwd=folder, stderr=subprocess.DEVNULL) as program:
        while program.poll() is None:
            state = journal.read()
            if least == 0 or (state and state.counts.get("read", 0) >= least):
                time.sleep(seconds)
                program.kill()
                break
            time.sleep(0.005)
    if program.returncode != -signal.SIGKILL:
        return None
    return journal.read() or State({})


def main() -> None:
    """Kill, compare, and say how often it was right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_batch(folder / "in.jsonl", options.data, options.articles)
        start = time.monotonic()
        out, rejects = run_in_peace(folder)
        pace = (time.monotonic() - start) / options.articles * EVERY  # seconds to a checkpoint
        kills = same = 0
        for number in range(options.kills):
            least = number * (options.articles - 2 * EVERY) // options.kills
            state = kill_once(folder, least, chance.random() * pace)
            if state is None:
                print(f"ended before kill {number + 1}")
                break
            kills += 1
            part = (folder / f"{OUT}.part").read_bytes() if state.part.size else b""
            bad = (folder / REJECTS).read_bytes() if state.rejects and state.rejects.size else b""
            same += part[: state.part.size] == out[: state.part.size] and (
                not state.rejects or bad[: state.rejects.size] == rejects[: state.rejects.size]
            )
            if len(part) < state.part.size:
                raise SystemExit("the part is shorter than its journal says")
        done = subprocess.run(COMMAND, cwd=folder, capture_output=True, check=False)
        print(done.stderr.decode().splitlines()[-1])
        whole = ((folder / OUT).read_bytes(), (folder / REJECTS).read_bytes()) == (out, rejects)
        left = sorted(p.name for p in folder.iterdir())
    print(f"{kills} kills over {options.articles} articles: after {same} the certain bytes were")
    print(f"those of the run in peace; the whole output is {'' if whole else 'NOT '}byte-identical")
    print(f"files: {' '.join(left)}")
    raise SystemExit(0 if whole and same == kills else 1)


if __name__ == "__main__":
    main()
