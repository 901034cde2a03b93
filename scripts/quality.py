"""Score newskit on labelled data; fail where a score falls below its floor in quality_floors.json.

The data are not part of the project: a folder with extraction/, gist/, entities/, sentences/, each
file JSON Lines with the gold in fields gold_*, and beside it tools/score.py, which knows the
measures. Floors only ever go up: after an improvement, run with --raise and commit the file.

The judge of blocks was trained on these very pages, so the figures of parse and clean are a check
against accidents, not its quality; that is what evaluate_clean.py measures.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FLOORS = HERE / "quality_floors.json"
BIN = Path(sys.executable).parent
# What is run, on which file, and how it is scored. A name is a line in the table of floors.
RUNS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "wcxb": ("extraction/wcxb.jsonl.zst", ("parse", "clean"), "extraction"),
    "fundus": ("extraction/fundus.jsonl.zst", ("parse", "clean"), "extraction"),
    "magic": ("extraction/magic.jsonl.zst", ("parse", "clean"), "extraction"),
    "trafilatura": ("extraction/trafilatura.jsonl.zst", ("parse", "clean"), "extraction"),
    "htmldate": ("extraction/htmldate.jsonl.zst", ("parse",), "extraction"),
    "names": ("entities/dev.jsonl.zst", ("entities",), "entities --coarse"),
    "gist": ("gist/gist.jsonl.zst", ("entities", "summarize"), "gist"),
}
# Points below the floor that are noise of rounding, not a loss.
SLACK = 0.0005


def score(data: Path, file: str, stages: tuple[str, ...], measure: str) -> dict[str, Any]:
    """Run the stages over a file and return the figures of the scorer."""
    pipe = " | ".join(
        f"'{BIN}/newskit' {stage} -q" + (f" '{data / file}'" if place == 0 else "")
        for place, stage in enumerate(stages)
    )
    command = f"set -o pipefail; {pipe} | '{BIN}/python' '{data.parent}/tools/score.py' {measure}"
    done = subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Score everything, print it beside the floors, and end with 1 if one is missed."""
    arguments = [a for a in sys.argv[1:] if a != "--raise"]
    data = Path(arguments[0] if arguments else "../shared/data").resolve()
    if not (data / "extraction").is_dir():
        print(f"quality: skipped, no labelled data in {data}")
        return
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    missed = 0
    for name, (file, stages, measure) in RUNS.items():
        figures = score(data, file, stages, measure)
        for figure, floor in floors[name].items():
            found = figures[figure]
            low = found < floor - SLACK
            missed += low
            print(f"{name:12} {figure:16} {found:7.4f}  floor {floor:7.4f}{'  MISSED' * low}")
            if "--raise" in sys.argv:
                floors[name][figure] = max(floor, found)
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    if missed:
        sys.exit(f"quality: {missed} below their floors")


if __name__ == "__main__":
    main()
