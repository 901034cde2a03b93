"""Print the table of faults: number, what it is, the tests of it, and whether they pass.

The argument is a JUnit report of a run of the tests (pytest --junitxml). Ends with 1 if a test of
a fault failed or a fault has none.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.faults.table import OUT_OF_SCOPE, SECTIONS, Listed, faults_tested


def outcomes(report: str) -> dict[tuple[str, str], str]:
    """Return how each test function ended, by file and name: the worst of its variants."""
    worst: dict[tuple[str, str], str] = {}
    order = ("not run", "yes", "skipped", "no")
    for case in ElementTree.parse(report).iter("testcase"):
        file = case.get("classname", "").rpartition(".")[2] + ".py"
        name = case.get("name", "").partition("[")[0]
        tags = {child.tag for child in case}
        ended = "no" if tags & {"failure", "error"} else "skipped" if "skipped" in tags else "yes"
        worst[file, name] = max(worst.get((file, name), "not run"), ended, key=order.index)
    return worst


def row(number: str, tests: list[Listed], ended: dict[tuple[str, str], str]) -> str:
    """Return a fault's line of the table."""
    titles = " ".join(test.title for test in tests).replace("|", "\\|")
    names = ", ".join(f"`{test.file}::{test.name}`" for test in tests)
    passed = [ended.get((test.file, test.name), "not run") for test in tests]
    return f"| {number.lstrip('0')} | {titles} | {names} | {', '.join(dict.fromkeys(passed))} |"


def main() -> None:
    """Print a table for each section, and the sums."""
    ended = outcomes(sys.argv[1])
    found = faults_tested()
    reasons = {number: why for numbers, why in OUT_OF_SCOPE.items() for number in numbers}
    without = 0
    for section in SECTIONS:
        print(f"\n## {section.title}\n")
        print("| fault | what newskit does | test | passes |\n|---|---|---|---|")
        for number in section.numbers:
            if number in reasons:
                print(f"| {number.lstrip('0')} | out of scope: {reasons[number]} | | |")
            elif number in found:
                print(row(number, found[number], ended))
            else:
                without += 1
                print(f"| {number.lstrip('0')} | no test yet | | |")
    tests = [(test.file, test.name) for tests in found.values() for test in tests]
    failed = [test for test in tests if ended.get(test) == "no"]
    passed = sum(ended.get(test) == "yes" for test in tests)
    print(
        f"\n{len(found)} faults have {len(tests)} tests: {passed} pass, {len(failed)} fail; ",
        end="",
    )
    print(f"{without} faults have none; {len(reasons)} are out of scope.")
    sys.exit(bool(failed or without))


if __name__ == "__main__":
    main()
