"""Decides whether a file is HTML, Markdown, plain text or JSON Lines, from its first bytes.

Content decides; the file's suffix only tips the balance where the content leaves it open (a text of
three lines named ``.md``, JSON Lines that begin with a broken line). What is not text at all is
refused by name. A text that mentions a tag is a text: HTML needs a document's beginning, or tags
that make up a good part of the lines.

It goes wrong for plain text that is written like Markdown (it is then read as Markdown, which loses
nothing but the marks), and for a fragment of HTML that begins with a long stretch without tags.
"""

from __future__ import annotations

from newskit.errors import BadArticle
from newskit.rule import Rule

# Bytes looked at.
HEAD = 65_536

# NUL bytes make up less than this share of any text, damaged files included (UTF-16 has half).
NUL_SHARE = 0.01

# Control characters (not white space) above this share mean a binary file; text has none.
CONTROL_SHARE = 0.05

# What is known by its first bytes, and why it is refused.
MAGIC = (
    (b"%PDF-", "not text: looks like a PDF file"),
    (b"\xff\xd8\xff", "not text: looks like a JPEG image"),
    (b"\x89PNG\r\n", "not text: looks like a PNG image"),
    (b"GIF87a", "not text: looks like a GIF image"),
    (b"GIF89a", "not text: looks like a GIF image"),
    (b"PK\x03\x04", "zip files (and docx, epub, odt) are not supported, unpack first"),
    (b"PK\x05\x06", "zip files are not supported, unpack first"),
    (b"Rar!\x1a\x07", "rar files are not supported, unpack first"),
    (b"7z\xbc\xaf\x27\x1c", "7z files are not supported, unpack first"),
    (b"\x1f\x8b", "compressed twice, unpack first"),
    (b"BZh", "compressed twice, unpack first"),
    (b"\xfd7zXZ\x00", "compressed twice, unpack first"),
    (b"\x28\xb5\x2f\xfd", "compressed twice, unpack first"),
    (b"\xd0\xcf\x11\xe0", "not text: looks like an old Microsoft Office file"),
    (b"{\\rtf", "rtf files are not supported, convert to text first"),
    (b"\x7fELF", "not text: looks like a program"),
    (b"SQLite format 3\x00", "not text: looks like an SQLite database"),
    (b"PAR1", "not text: looks like a Parquet file"),
)

JSON_OBJECT = Rule(
    "json-object",
    r"^\s{0,9}\{\s{0,99}(?:\"|\}\s{0,9}$)",
    "The first line that is not blank, in JSON Lines.",
    hits=('{"text": "x"}', "{}", ' { "a": 1}'),
    misses=("{curly} words", "[1]", "{{ template }}"),
)

HTML_DOCUMENT = Rule(
    "html-document",
    r"(?i)^(?:<!--[^>]{0,2000}>\s{0,99}|<\?xml[^<>]{0,200}>\s{0,99}){0,5}"
    r"<(?:!doctype\s{1,9}html|html[\s>]|head[\s>]|body[\s>]|meta\s|title>)",
    "How a page begins.",
    hits=("<!DOCTYPE html>", "<html lang=en>", "<!-- saved --><HTML>", "<head>"),
    misses=("<p>text", "text <html>", "<header>"),
)

TAGS = Rule(
    "html-tags",
    r"(?i)</?(?:a|article|b|blockquote|br|div|em|figcaption|figure|footer|h[1-6]|header|hr|i|iframe"
    r"|img|li|link|main|meta|nav|ol|p|script|section|span|strong|style|table|tbody|td|tr|ul)"
    r"(?:\s[^<>]{0,2000})?/?>",
    "Tags of a fragment; each counts.",
    hits=("<p>", '<a href="/x">', "</div>", "<br/>"),
    misses=("a < b > c", "<3>", "<name>"),
)

BLOCK_TAGS = Rule(
    "html-block-tags",
    r"(?i)<(?:p|div|h[1-6]|article|section|ul|ol|li|table|blockquote|br|figure|main)"
    r"(?:\s[^<>]{0,2000})?/?>",
    "Tags that make up a page; a plain text that speaks of tags has few of them.",
    hits=("<p class=x>", "<br />", "<h2>"),
    misses=("</p>", "<b>", "<pre>"),
)

MARKDOWN = (
    (
        Rule(
            "markdown-heading",
            r"(?m)^#{1,6} {1,3}\S",
            "A heading with number signs; needs the space, which hashtags lack.",
            hits=("# Title", "text\n## Part"),
            misses=("#hashtag", "a # b"),
        ),
        2,
    ),
    (
        Rule(
            "markdown-link",
            r"!?\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\)",
            "A link or image in line.",
            hits=("see [here](https://example.org/a)", "![map](map.png)"),
            misses=("[1] (see below)", "f[x](y z)"),
        ),
        2,
    ),
    (
        Rule(
            "markdown-emphasis",
            r"(?<!\w)(?:\*\*|__)[^\s*_][^*_\n]{0,200}(?:\*\*|__)(?!\w)",
            "Strong emphasis.",
            hits=("a **bold** word",),
            misses=("2 ** 3 ** 4", "a * b"),
        ),
        1,
    ),
    (
        Rule(
            "markdown-list-or-quote",
            r"(?m)^ {0,3}(?:[-*+]|\d{1,3}\.|>) {1,3}\S",
            "A list item or quote; plain text has them too, so that they weigh little.",
            hits=("- one", "> said", "1. first"),
            misses=("-5 degrees", "1.5 million"),
        ),
        0.34,
    ),
    (
        Rule(
            "markdown-fence",
            r"(?m)^(?:```|~~~)",
            "A block of code.",
            hits=("```python", "~~~"),
            misses=("a ``` b",),
        ),
        2,
    ),
    (
        Rule(
            "front-matter",
            r"\A---[ \t]{0,9}\r?\n(?:[A-Za-z_][\w -]{0,40}:[^\n]{0,1000}\n"
            r"|[ \t]{1,9}[^\n]{0,1000}\n|- [^\n]{0,1000}\n){1,60}"
            r"(?:---|\.\.\.)[ \t]{0,9}(?:\r?\n|\Z)",
            "Metadata between two rules above a Markdown text.",
            hits=("---\ntitle: A storm\ntags:\n  - sea\n---\n",),
            misses=("---\nA storm\n---\n", "title: x"),
        ),
        4,
    ),
)

# Sum of the marks' weights (each kind counts at most twice) from which a text is Markdown, without
# and with a suffix that says so. 4: a heading and a link, or two headings and a list.
MARKDOWN_WEIGHT = 4.0
MARKDOWN_WEIGHT_BY_NAME = 0.3
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
LINES_SUFFIXES = (".jsonl", ".ndjson")
COMPRESSED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zstd")
HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")

# Block tags per line from which a text without a document's beginning is HTML, without and with a
# suffix that says so; and the fewest tags of any kind.
TAGS_PER_LINE = 0.1
FEWEST_TAGS = 3


XML_DOCUMENT = Rule(
    "xml-document",
    r"(?i)(?:<!--[^>]{0,2000}>\s{0,99}){0,5}(?:<\?xml[\s-]|<!doctype\s{1,9}(?!html\b|netscape)[a-z]"
    r"|<(?:\w{1,20}:)?(?:rss|feed|rdf|nitf|newsml|newsItem|newsMessage|urlset|sitemapindex)[\s>])",
    "A document in XML that is no page: its markup would come out as the article's text.",
    hits=(
        '<?xml version="1.0"?><rss>', '<rss version="2.0">', "<nitf>", "<rdf:RDF xmlns:a='b'>",
        "<!-- made by hand --><NewsML>", '<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>',
    ),
    misses=("<p>RSS</p>", "<rssfeed>", "<!DOCTYPE html><p>", "<!DOCTYPE NETSCAPE-Bookmark-file-1>"),
)  # fmt: skip
FIRST_ELEMENT = Rule(
    "first-element",
    r"<([A-Za-z][\w.:-]{0,60})",
    "The first tag of a document: in a page in XML it is html, whatever stands before it.",
    hits=('<?xml version="1.0"?><html>', "<a>"),
    misses=("<!DOCTYPE html>", "a < b"),
)
ENTITY_DECLARATION = Rule(
    "entity-declaration",
    r"(?i)<!doctype\b[^<>\[]{0,2000}\[[^\]]{0,5000}<!entity\b",
    "A document that declares names of its own for texts, or for files: nothing expands them here, "
    "and a page has no use for them.",
    hits=(
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        "<!doctype a [ <!ENTITY % b",
    ),
    misses=("<!DOCTYPE html>", "<p>An &amp; in a text", "<!DOCTYPE html [ ]><p>"),
)
JSON_ARRAY = Rule(
    "json-array",
    r"\[\s{0,200}\{\s{0,200}\"",
    "An array of objects: JSON, but no JSON Lines.",
    hits=('[{"text": "a"}]', '[\n  {\n    "text": 1'),
    misses=("[1] A footnote", "[] nothing", "[text](link)"),
)
JSON_OVER_LINES = Rule(
    "json-over-lines",
    r"\{\s{0,99}\n\s{0,200}\"",
    "An object that goes over several lines: JSON, but no JSON Lines.",
    hits=('{\n  "text": "a"\n}', '{\r\n"text": 1}'),
    misses=('{"text": "a"}', "{\ncurly\n}"),
)


def sniff(head: bytes, path: str) -> str:
    """Return ``html``, ``markdown``, ``text`` or ``json`` for the beginning of a file.

    Raises BadArticle for what is not text.

    >>> sniff(b"<p>One<p>Two<br>", "-"), sniff(b"The <b> tag is old.", "-")
    ('html', 'text')
    """
    head = head[:HEAD]
    refuse_binary(head)
    text = _readable(head)
    stripped = text.lstrip("\ufeff \t\r\n\f")
    suffix = _suffix(path)
    if JSON_OBJECT.match(stripped.split("\n", 1)[0].rstrip()) or suffix in LINES_SUFFIXES:
        return "json"
    first = FIRST_ELEMENT.search(stripped) if stripped.startswith("<") else None
    if first and ENTITY_DECLARATION.search(stripped[: first.start()]):
        raise BadArticle("XML that declares entities, which are not expanded")
    if HTML_DOCUMENT.match(stripped):
        return "html"
    if _are_mostly_objects(stripped, is_cut=len(head) == HEAD):
        return "json"
    if JSON_ARRAY.match(stripped):
        raise BadArticle("a JSON array; one object per line is needed (try jq -c '.[]')")
    if JSON_OVER_LINES.match(stripped):
        raise BadArticle("JSON over several lines; one object per line is needed (try jq -c .)")
    if XML_DOCUMENT.match(stripped) and (first is None or first[1].lower() != "html"):
        raise BadArticle("XML, but no page: feeds and XML news formats are not read")
    if _is_fragment(stripped, suffix in HTML_SUFFIXES):
        return "html"
    needed = MARKDOWN_WEIGHT_BY_NAME if suffix in MARKDOWN_SUFFIXES else MARKDOWN_WEIGHT
    return "markdown" if markdown_weight(stripped) >= needed else "text"


def _suffix(path: str) -> str:
    """Return a path's suffix in lower case, one of compression left out."""
    path = path.lower()
    for compressed in COMPRESSED_SUFFIXES:
        path = path.removesuffix(compressed)
    return path[path.rfind(".") :] if "." in path else ""


def _are_mostly_objects(text: str, *, is_cut: bool) -> bool:
    """Tell whether at least half of the lines are JSON objects, though the first one is none.

    The last line need not be whole if the text `is_cut` behind it.
    """
    if '{"' not in text:
        return False
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    objects = sum(1 for line in lines if line.endswith("}") and JSON_OBJECT.match(line))
    if is_cut and not lines[-1].endswith("}"):
        objects += bool(JSON_OBJECT.match(lines[-1]))
    return 2 * objects >= len(lines)


def refuse_binary(head: bytes) -> None:
    """Raise BadArticle, saying what it looks like, if a file does not begin as text does."""
    for magic, message in MAGIC:
        if head.startswith(magic):
            raise BadArticle(message)
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"AVI ", b"WAVE")):
        raise BadArticle("not text: looks like a picture, sound or film")
    if head[257:262] == b"ustar":
        raise BadArticle("tar files are not supported, unpack first")
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or not head:
        return
    nul = head.count(0)
    if nul > NUL_SHARE * len(head) and nul > 1:
        pairs = max(head[0::2].count(0), head[1::2].count(0)) > 0.3 * len(head) / 2
        wide = "UTF-32" if nul > 0.6 * len(head) else "UTF-16"
        hint = f"looks like {wide} without a byte order mark" if pairs else "looks binary"
        raise BadArticle(f"not text: {hint}")
    control = len(head) - len(head.translate(None, _CONTROLS))
    if control > CONTROL_SHARE * len(head) and control > 8:
        raise BadArticle("not text: looks binary")


# Escape (27) is left out: ISO-2022-JP is full of it.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\v\x1b\x1a") + b"\x7f"


def _readable(head: bytes) -> str:
    """Return bytes as text well enough to see its marks, which are all ASCII."""
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return head.decode("utf-32", "replace")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "ignore")


def _is_fragment(text: str, named_html: bool) -> bool:
    """Tell whether a text without a document's beginning is HTML all the same."""
    if "<" not in text:
        return False
    tags = sum(1 for _ in TAGS.finditer(text))
    if named_html:
        return tags > 0
    lines = sum(1 for line in text.split("\n") if line.strip())
    blocks = sum(1 for _ in BLOCK_TAGS.finditer(text))
    if text.startswith("<") and TAGS.match(text) and tags >= 2:
        return True
    return tags >= FEWEST_TAGS and blocks >= max(1.0, TAGS_PER_LINE * lines)


def markdown_weight(text: str) -> float:
    """Return how much a text looks like Markdown: the sum of its marks' weights.

    >>> markdown_weight("# A storm\\n\\nSee [the map](map.png).\\n")
    4.0
    """
    weights = []
    for rule, each in MARKDOWN:
        found = sum(1 for _ in zip(range(2), rule.finditer(text), strict=False))
        weights.append(float(each) * found)
    # One kind of mark alone, but for front matter, is a habit of something else: comments in a
    # configuration file, a list in a letter.
    alone = sum(1 for weight in weights if weight) == 1 and not weights[-1]
    return sum(weights) / (2 if alone else 1)
