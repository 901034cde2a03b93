"""Fuzz newskit in process: mutated pages, records, compressed files, dates and encodings.

Any bytes are either accepted or refused with the documented error; never another exception, never
silence (tests/fuzz/oracle.py has the rest). Each kind of failure is made small and written to a
folder. Ends with 1 if there was one.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.conftest import ROOT, SHARED
from tests.fuzz.loop import WEIGHTS, Finding, Fuzzer, Report, file_name


def main() -> int:
    """Fuzz as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="of a processor")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    running = given.out / "running"

    def tell(finding: Finding) -> None:
        path = given.out / file_name(finding)
        path.write_bytes(finding.data)
        path.with_name(path.name + ".txt").write_text(finding.failure.trace, "utf-8")
        print(f"{finding.target}: {finding.failure.name}: {path}", flush=True)

    print(f"seed {given.seed}", flush=True)
    fuzzer = Fuzzer(given.seed, given.data, running)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):  # stopped early, what was done is told
        fuzzer.run(given.seconds, tell)
    running.unlink(missing_ok=True)
    show(fuzzer.report)
    return 1 if fuzzer.report.findings else 0


def show(report: Report) -> None:
    """Print what was run, by target, and what was found how often."""
    print(f"{'target':10}{'executions':>12}{'refused':>10}{'seconds':>10}{'a second':>10}")
    for kind in WEIGHTS:
        count, seconds = report.executions[kind], report.seconds[kind]
        rate = count / seconds if seconds else 0
        print(f"{kind:10}{count:12,}{report.refused[kind]:10,}{seconds:10.1f}{rate:10.1f}")
    total = sum(report.executions.values())
    print(f"{total:,} executions, {len(report.findings)} findings")
    for name, times in report.times.most_common():
        print(f"{times:6,} × {name}")


if __name__ == "__main__":
    sys.exit(main())
