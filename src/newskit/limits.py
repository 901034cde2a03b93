"""Every cap of newskit in one place, so that nothing hostile can make it slow or big.

Each number says why it has that value; docs/cli.md lists them for users.
"""

from typing import NamedTuple


class Limits(NamedTuple):
    """The caps, in bytes, levels and characters."""

    # The longest line read: above any real page (the largest of 2,600 labelled pages is 4.5 MB),
    # and low enough that one line read, parsed and written stays under 200 MB of memory for text.
    line_bytes: int = 64 << 20
    # The deepest JSON read. orjson reads 1024 levels but refuses to write more than 254.
    json_depth: int = 100
    # The longest HTML page. lexbor holds about 15 bytes per byte of page.
    html_bytes: int = 32 << 20
    # Bytes looked at to tell what an input is; meta elements that matter come within the first few.
    sniff_bytes: int = 64 << 10
    # The deepest HTML tree. lexbor is quadratic in depth: 20,000 levels take 0.6 s, 100,000 26 s.
    html_depth: int = 2_000
    # Tags in a page: 2.4 million paragraphs were measured to need about 1 GB.
    html_tags: int = 500_000
    # The longest URL kept; above it servers and browsers give up as well.
    url_characters: int = 2_048
    # Output of one decompressed file, as a multiple of its compressed size, once above 1 GiB.
    expansion_ratio: int = 1_000
    expansion_bytes: int = 1 << 30
    # zstd windows above this are refused: a frame may ask for 2 GB.
    zstd_window_bytes: int = 128 << 20
    # Code points of a text in which entities are looked for: longer than any book. Half a million
    # mentions, as a text of 20 MB may have, were measured to need 900 MB.
    entity_characters: int = 2_000_000
    # Bytes of a user's list of names (`entities --gazetteer`): a million names, which need 1 GB.
    list_bytes: int = 64 << 20
    # Sentences considered for a summary; a book has about 5,000.
    sentences: int = 5_000
    # Code points of a text in which key phrases are looked for: forty times an article; phrases
    # of this many need 60 MB.
    phrase_characters: int = 200_000


LIMITS = Limits()
