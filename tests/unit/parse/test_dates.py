"""Dates as pages print them, and strings that only look like dates."""

import pytest

from newskit.parse.dates import find_dates, to_rfc3339
from newskit.parse.months import month_number

EXACT = [
    ("2024-03-12T14:05:00Z", "2024-03-12T14:05:00Z"),
    ("2024-03-12 14:05:00 +0100", "2024-03-12T14:05:00+01:00"),
    ("2024-03-12T14:05:00.123456+01:00[Europe/Berlin]", "2024-03-12T14:05:00+01:00"),
    ("2024-03-12T14:05+01", "2024-03-12T14:05:00+01:00"),
    ("2024-03-12T14:05:00-0530", "2024-03-12T14:05:00-05:30"),
    ("20240312T140500Z", "2024-03-12T14:05:00Z"),
    ("1710248700", "2024-03-12T13:05:00Z"),
    ("1710248700000", "2024-03-12T13:05:00Z"),
    ("Tue, 12 Mar 2024 14:05:00 +0100", "2024-03-12T14:05:00+01:00"),
    ("Tue, 12 Mar 2024 14:05:00 GMT", "2024-03-12T14:05:00Z"),
    ("March 3, 2025 at 2:05 p.m. EST", "2025-03-03T14:05:00-05:00"),
    ("2:05 PM EST, Mon March 3, 2025", "2025-03-03T14:05:00-05:00"),
    ("12:10 am PST March 3, 2025", "2025-03-03T00:10:00-08:00"),
    ("Tue Mar 12 14:05:00 CET 2024", "2024-03-12T14:05:00+01:00"),
    ("Wed Aug 27 13:08:45 +0000 2008", "2008-08-27T13:08:45Z"),
    (
        "Tue Mar 12 2024 14:05:00 GMT+0100 (Central European Standard Time)",
        "2024-03-12T14:05:00+01:00",
    ),
    ("12 Agustus 2024 10:20 WIB", "2024-08-12T10:20:00+07:00"),
]
# A time of day without an offset is no RFC 3339: the day alone is kept
DAYS = [
    ("2024-03-12T14:05:00", "2024-03-12"),
    ("12. März 2024, 14:05 Uhr", "2024-03-12"),
    ("March 3, 2025 at 2:05 p.m. ET", "2025-03-03"),
    ("2024-03-12T24:00:00Z", "2024-03-12"),
    ("2024-03-12T14:05:00+25:00", "2024-03-12"),
    ("20240312", "2024-03-12"),
    ("2024/3/2", "2024-03-02"),
    ("3 mars 2025", "2025-03-03"),
    ("1er avril 2021", "2021-04-01"),
    ("3 de marzo de 2025", "2025-03-03"),
    ("7 de março de 2025", "2025-03-07"),
    ("3 marzo 2025", "2025-03-03"),
    ("3 maart 2025", "2025-03-03"),
    ("5 września 2024", "2024-09-05"),
    ("5 ЯНВАРЯ 2024", "2024-01-05"),
    ("12 HAZİRAN 2024", "2024-06-12"),
    ("den 4 maj 2023", "2023-05-04"),
    ("4. oktober 2023", "2023-10-04"),
    ("12 مارس 2024", "2024-03-12"),
    ("2024年3月12日 14:05", "2024-03-12"),
    ("2024년 3월 12일", "2024-03-12"),
    ("2024. március 12.", "2024-03-12"),
    ("12 tháng 3 năm 2024", "2024-03-12"),
    ("12.03.2024", "2024-03-12"),
    ("12.03.24", "2024-03-12"),
    ("12-Mar-2024", "2024-03-12"),
    ("13/03/2024", "2024-03-13"),
    ("03/13/2024", "2024-03-13"),
    ("05/05/2024", "2024-05-05"),
    ("Sept. 1st, 2020", "2020-09-01"),
    ("Published Sep 5, 2023Updated Sep 6, 2023", "2023-09-05"),
]
NONSENSE = [
    "", " ", "0", "99999", "1234567", "999999999999999999", "0000-00-00", "0001-01-01T00:00:00Z",
    "99999-01-01", "2024-02-30", "Feb 30, 2024", "30.02.2024", "2024-W11-2", "2024-03",
    "March 2025", "12/03/2024", "yesterday", "2 hours ago", "10:30",
    "12 apples 2024", "2024-01-01 " * 500,    "192.168.20.2024", "{{date}}", "\x00", "12/31/1024",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXACT + DAYS)
def test_a_date_is_read(text: str, expected: str) -> None:
    assert to_rfc3339(text) == expected


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_none(text: str) -> None:
    assert to_rfc3339(text) is None


def test_a_hint_settles_what_comes_first() -> None:
    assert to_rfc3339("04/05/2024", day_first=True) == "2024-05-04"
    assert to_rfc3339("04/05/2024", day_first=False) == "2024-04-05"
    assert to_rfc3339("04.05.2024", day_first=False) == "2024-05-04"


def test_dates_are_found_in_order_without_overlap() -> None:
    text = "Published March 3, 2025, updated 2025-03-04T10:00:00Z."
    found = list(find_dates(text))
    assert [f.value for f in found] == ["2025-03-03", "2025-03-04T10:00:00Z"]
    assert [text[f.start : f.end] for f in found] == ["March 3, 2025", "2025-03-04"]


def test_months_of_different_languages_do_not_clash() -> None:
    assert month_number("listopada") == 11
    assert month_number("Mai") == 5
    assert month_number("juil.") == 7
    assert month_number("monday") is None
