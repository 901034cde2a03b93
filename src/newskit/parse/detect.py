"""Tells apart by their frequent bytes the encodings that charset-normalizer confuses.

It guesses the encoding of text that is not UTF-8 and does not say what it is, and is often wrong
between the Latin alphabets and for Chinese. There a few bytes that are frequent in one language and
absent in the others have the last word.
Western text is the default: where nothing speaks against windows-1252, nothing is guessed.

It goes wrong for Latin alphabets that are neither Western, Central European nor Turkish (Baltic,
Maltese, Vietnamese), and for texts of a few words.
"""

from __future__ import annotations

# Bytes that are looked at. charset-normalizer takes about 0.1 s for these.
SAMPLE = 32_768

# Guesses that differ from windows-1252 in a few letters.
LATIN = frozenset(
    ("cp1250", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-10",
     "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "mac-roman", "windows-1252", None)
)  # fmt: skip

# What is guessed for Russian and Ukrainian in windows-1251 where capitals are few: small letters
# are in the same places. No page of the web is known to be in the other one.
CYRILLIC = {"mac_cyrillic": "cp1251"}

# Letters of Polish, Czech, Slovak, Slovene and Croatian in windows-1250 and in ISO 8859-2, where
# Western text has signs that it hardly uses; and the share of all bytes above ASCII from which on
# they decide. Polish has a fifth and more, Czech a tenth, Western text less than 0.01.
WINDOWS_1250 = b"\x8a\x8c\x8e\x8f\x9a\x9c\x9e\x9f\xa5\xb9\xbf\xb3"
ISO_8859_2 = b"\xa1\xa6\xa9\xac\xae\xb1\xb6\xb9\xbc\xbe\xbf\xb3"
CENTRAL_SHARE = 0.05

# The dotless i is 0xFD in windows-1254 and makes up two fifths of what is above ASCII in Turkish;
# no Western language has half as much of what windows-1252 has there.
TURKISH_SHARE = 0.2

ASCII = bytes(range(128))

# Frequent characters of Chinese text (comma, full stop, enumeration comma, "of"): together a tenth
# of it. Kana make up half of Japanese text.
CHINESE = "\uff0c\u3002\u3001\u7684"
CHINESE_SHARE = 0.03
KANA_SHARE = 0.2


def latin(high: bytes) -> str | None:
    """Return which Latin alphabet the bytes above ASCII belong to, None for the Western one."""
    if high.count(0xFD) >= TURKISH_SHARE * len(high):
        return "cp1254"
    windows, iso = (
        len(high) - len(high.translate(None, letters)) for letters in (WINDOWS_1250, ISO_8859_2)
    )
    if max(windows, iso) < CENTRAL_SHARE * len(high):
        return None
    return "cp1250" if windows >= iso else "iso8859-2"


def east_asian(sample: bytes) -> str | None:
    """Return the codec of Chinese or Japanese text, whose bytes above ASCII come in pairs."""
    high = len(sample.translate(None, ASCII))
    # Up to three bytes of the sample's last character may be missing.
    for cut in range(4):
        try:
            text = sample[: len(sample) - cut].decode("gb18030")
        except UnicodeDecodeError:
            continue
        wide = sum(c > "\x7f" for c in text)
        if wide > 0.6 * high:  # single bytes above ASCII, each with a letter: Western
            return None
        if sum("\u3041" <= c <= "\u30ff" for c in text) > KANA_SHARE * wide:
            return "euc_jp"
        frequent = sum(text.count(c) for c in CHINESE)
        return "gb18030" if frequent > CHINESE_SHARE * wide else None
    return None


def sample_of(data: bytes) -> bytes:
    """Return the stretch of the data that begins on the line of its first byte above ASCII."""
    first = next((i for i in range(min(len(data), 1 << 20)) if data[i] > 0x7F), 0)
    start = data.rfind(b"\n", 0, first) + 1 if first else 0
    return data[start : start + SAMPLE]
