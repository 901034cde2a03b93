"""Every cap of newskit in one place, so that nothing hostile can make it slow or big.

Each number says why it has that value; docs/cli.md lists them for users.
"""

from typing import NamedTuple


class Limits(NamedTuple):
    """The caps, in bytes, levels, characters and seconds."""

    # The longest line read: above any real page (the largest of 2,600 labelled pages is 4.5 MB),
    # and low enough that one line read, parsed and written takes 235 MB (480 MB where one of its
    # characters is beyond U+FFFF, because Python then holds each in four bytes).
    line_bytes: int = 64 << 20
    # The deepest JSON read. orjson reads 1024 levels but refuses to write more than 254.
    json_depth: int = 100
    # Commas and brackets on a line, an upper bound of its values: 62 MB of `{},{},…` were measured
    # to need 1.6 GB; this many need at most 530 MB. None of 1,835 labelled pages has over
    # 51,335.
    json_values: int = 2_000_000
    # The longest HTML page. lexbor holds about 15 bytes per byte of page.
    html_bytes: int = 32 << 20
    # Bytes looked at to tell what an input is; meta elements that matter come within the first few.
    sniff_bytes: int = 64 << 10
    # The deepest HTML tree. lexbor is quadratic in depth: 20,000 levels take 0.6 s, 100,000 26 s.
    html_depth: int = 2_000
    # Tags in a page: 2.4 million paragraphs were measured to need about 1 GB.
    html_tags: int = 500_000
    # Blocks of an article: a book has 20,000; this many need 300 MB.
    blocks: int = 200_000
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
    # Sentences considered for a summary; a book has about 5,000. 10,000 take 0.6 s.
    sentences: int = 20_000
    # Code points of a text in which key phrases are looked for: forty times an article; phrases
    # of this many need 60 MB.
    phrase_characters: int = 200_000
    # Articles and code points of their texts that `summarize --together` holds: more than a country
    # writes on one story in a day. This many need 270 MB and 9 s.
    together_articles: int = 1_000
    together_characters: int = 4_000_000
    # The best sentences of them, which are compared with one another; a summary has a hundred.
    together_sentences: int = 2_000
    # Code points of an article that are sent to a model of the user's (`summarize --backend`): of
    # 2,221 articles 6 are longer. In English they are some 10,000 tokens.
    sent_characters: int = 40_000
    # Bytes of a model's answer: a summary of 60 words has 1 kB with what is around it.
    answer_bytes: int = 1 << 20
    # Seconds for one answer, from the connection to its last byte: long for one article, and short
    # enough for a person to notice a server that hangs.
    answer_seconds: int = 120
    # Processes that work at a time (`--jobs`): as many as the largest machines have cores.
    jobs: int = 256
    # Seconds that an article may take in a worker, if the user says nothing: twelve times what
    # articles near the caps need (24 s of a processor for a page of 20 MB). A limit that a busy
    # machine can reach would make the output depend on the machine.
    article_seconds: float = 300
    # The least and most that the user may say; a day is no limit.
    least_seconds: float = 0.1
    most_seconds: float = 86_400
    # Workers that die in a row without an answer between them: then it is not the article.
    worker_deaths: int = 5
    # Bytes of memory that a worker may come to hold beyond what it began with; then it is replaced,
    # and what a stage leaks ends. A text of 28 MB needs 576 MB in all.
    worker_bytes: int = 1 << 30


LIMITS = Limits()
