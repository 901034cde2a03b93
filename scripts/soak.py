"""Run `newskit run` over many small articles: does its memory grow, or does it become slow?

Prints resident memory and processor time at every tenth of them, and at the end the memory after
the first 10,000 articles (or half of them, if that is fewer) and after the last, and how many
articles a processor second did of the first tenth and of the last. Every article has new names:
the words that newskit remembers are as many as it will after some 4,000. Ends with 1 if the memory
then grew by more than a tenth. Linux only: it reads /proc.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.faults.soak import soak

FIRST = 10_000
MOST_GROWTH = 1.1


def main() -> None:
    """Soak, and print what was found."""
    total = int(sys.argv[1]) if sys.argv[1:] else 200_000
    tenth = total // 10
    start = min(FIRST, total // 2)
    marks = sorted({1, start, *(tenth * n for n in range(1, 10)), total})
    samples = {}
    for sample in soak(["run", "-q"], marks):
        samples[sample.written] = sample
        print(f"{sample.written:>9,}  {sample.resident / 1024:6.1f} MiB  {sample.seconds:8.1f} s")
    first, last = samples[start], samples[total]
    growth = last.resident / first.resident
    print(f"memory: {first.resident / 1024:.1f} MiB after {start:,} articles, ", end="")
    print(f"{last.resident / 1024:.1f} MiB after {total:,}: {growth - 1:+.1%}")
    early = (tenth - 1) / (samples[tenth].seconds - samples[1].seconds)
    late = (total - tenth * 9) / (last.seconds - samples[tenth * 9].seconds)
    print(f"articles in a processor second: {early:.0f} of the first tenth, {late:.0f} of the last")
    sys.exit(start == FIRST and growth > MOST_GROWTH)


if __name__ == "__main__":
    main()
