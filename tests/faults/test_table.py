"""Every fault has a test, and every test of a fault says what it is of."""

from __future__ import annotations

from tests.faults.table import faults_tested, numbers_in_scope

FOUND = faults_tested()
# Those whose tests are not yet written. Take a number away when you add its test.
NOT_YET = ()
MISSING = {number for numbers in NOT_YET for number in numbers.split()}


def test_every_fault_has_a_test() -> None:
    without = numbers_in_scope() - FOUND.keys() - MISSING
    assert not without, f"no test for {sorted(without)}"


def test_what_is_missing_is_missing() -> None:
    there = MISSING & FOUND.keys()
    assert not there, f"these have tests by now, take them out of MISSING: {sorted(there)}"


def test_every_test_is_of_a_fault_in_scope() -> None:
    unknown = FOUND.keys() - numbers_in_scope()
    assert not unknown, f"no such faults: {sorted(unknown)}"


def test_every_test_says_what_it_is_of() -> None:
    for tests in FOUND.values():
        for test in tests:
            assert test.title.endswith("."), f"{test.file}::{test.name} has no docstring"
