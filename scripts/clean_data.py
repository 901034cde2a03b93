"""Reads the labelled pages and labels their blocks, for train_clean.py and evaluate_clean.py.

A block's label is the share of its words that stand in the gold text in the same threes (short
blocks must be a line or sentence of it); where a set only has snippets, blocks that hold one are
labelled and all others unknown. Roles come from the labelled renderings, aligned to blocks word by
word. Folds are made by registered domain over all sets together, so that no site is on both sides.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import zstandard

from newskit.clean.judge import find_hits
from newskit.clean.learned import KEPT_ROLES
from newskit.clean.learned.menus import open_rows
from newskit.clean.pieces import Piece
from newskit.clean.rules import RuleBook
from newskit.parse import Parse
from newskit.text.blocks import segment

LABELS = Path(__file__).parent / "labels" / "roles.jsonl"
SETS = ("fundus", "magic", "wcxb", "trafilatura")
EXTRACTORS = ("trafilatura", "resiliparse", "readability", "newspaper", "justext")
FOLDS = 5
OF_ROLES = ("lines", "gold_roles", "labelled_here")  # what a page takes over from its labels
COVERED = (0.6, 1.5)  # share of the gold found again in blocks; other pages have wrong labels
ROLE_SHARE = (
    0.3  # of a label that comes from the role; F1 on the sets' own gold is no lower than with 0
)
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
SENTENCE_GAP = re.compile(r"(?<=[.!?:。！？])\s*")
SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne", "go"))


def read_lines(path: Path):
    """Yield the records of a JSON Lines file, packed with zstd or not."""
    if path.suffix == ".zst":
        with path.open("rb") as raw:
            reader = zstandard.ZstdDecompressor().stream_reader(raw)
            for line in io.TextIOWrapper(reader, encoding="utf-8", newline="\n"):
                if line.strip():
                    yield json.loads(line)
    else:
        for line in path.read_bytes().split(b"\n"):
            if line:
                yield json.loads(line)


def domain(page: dict) -> str:
    """Return the registered domain, roughly: two labels, three below co.uk and the like."""
    host = page.get("site") or urlsplit(page.get("url") or "").netloc or page["id"]
    labels = host.lower().split(":")[0].split(".")
    many = len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2
    return ".".join(labels[-3:] if many else labels[-2:])


def tokens(text: str) -> list[str]:
    """Return the words of a text, lower-case; of scripts without spaces, the characters."""
    return TOKEN.findall(text.lower())


def labels_from_gold(texts: list[str], gold: str) -> list[float | None]:
    """Return for each block the share of it that is in the gold text."""
    wanted = tokens(gold)
    singles, twos = set(wanted), set(pairwise(wanted))
    threes = set(zip(wanted, wanted[1:], wanted[2:], strict=False))
    parts = [part for line in gold.split("\n") for part in (line, *SENTENCE_GAP.split(line))]
    lines = {" ".join(tokens(part)) for part in parts}
    listed = [tokens(text) for text in texts]
    found: list[float | None] = []
    for words in listed:
        trios = list(zip(words, words[1:], words[2:], strict=False))
        if not words:
            found.append(None)
        elif len(words) >= 5:
            hit = [False] * len(words)
            for i, trio in enumerate(trios):
                if trio in threes:
                    hit[i] = hit[i + 1] = hit[i + 2] = True
            found.append(sum(hit) / len(hit))
        elif " ".join(words) in lines:
            found.append(1.0)
        elif trios and all(trio in threes for trio in trios):
            found.append(0.8)
        else:
            weak = (len(words) == 2 and tuple(words) in twos) or (
                len(words) == 1 and words[0] in singles
            )
            found.append(0.5 if weak else 0.0)
    return _only_once(listed, _settle(found), " ".join(wanted))


def _settle(found: list[float | None]) -> list[float | None]:
    """Count one or two words that occur in the gold only between blocks that surely do."""
    settled = list(found)
    for i, value in enumerate(found):
        if value == 0.5:
            sides = [found[j] for j in (i - 1, i + 1) if 0 <= j < len(found)]
            sure = [side for side in sides if side is not None]
            settled[i] = 0.7 if sure and min(sure) > 0.75 else 0.0
    return settled


def _only_once(listed, found, gold: str):
    """Of blocks that are the same, label as many as the gold has, those among others first."""
    places: dict[str, list[int]] = {}
    for i, words in enumerate(listed):
        if found[i] and found[i] > 0.5:
            places.setdefault(" ".join(words), []).append(i)
    for text, indices in places.items():
        if len(indices) < 2:
            continue
        count = max(1, f" {gold} ".count(f" {text} "))

        def company(i: int) -> int:
            near = range(max(0, i - 4), min(len(found), i + 5))
            return -sum(len(listed[j]) for j in near if j != i and (found[j] or 0) > 0.5)

        for i in sorted(indices, key=company)[count:]:
            found[i] = 0.0
    return found


def labels_from_snippets(texts: list[str], page: dict) -> list[float | None]:
    """Return 1 for blocks that hold a snippet that must be there, 0 for one that must not."""
    folded = [" ".join(text.split()) for text in texts]
    found: list[float | None] = [None] * len(texts)
    for field, value in (("gold_without", 0.0), ("gold_with", 1.0)):
        for snippet in page.get(field) or ():
            wanted = " ".join(snippet.split())
            hits = [i for i, text in enumerate(folded) if wanted and wanted in text]
            hits = hits or [i for i, t in enumerate(folded) if len(t) >= 12 and t in wanted]
            if value and len(hits) > 1:
                hits = [max(hits, key=lambda i: len(folded[i]))]
            for i in hits:
                found[i] = value
    return found


def align_roles(texts: list[str], lines: list[str], roles: list[str]) -> list[str | None]:
    """Return the role of each block: that of most of its words, found in order in the lines."""
    votes: list[Counter] = [Counter() for _ in texts]
    ours = [" ".join(tokens(text)) for text in texts]
    theirs = [" ".join(tokens(line)) for line in lines]
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    block = line = 0
    for i, j, size in matcher.get_matching_blocks():
        left = [(w, k) for k in range(block, i) for w in ours[k].split()]
        right = [(w, k) for k in range(line, j) for w in theirs[k].split()]
        inner = difflib.SequenceMatcher(
            None, [w for w, _ in left], [w for w, _ in right], autojunk=False
        )
        for a, b, n in inner.get_matching_blocks() if left and right else ():
            for k in range(n):
                votes[left[a + k][1]][roles[right[b + k][1]]] += 1
        for k in range(size):
            votes[i + k][roles[j + k]] += max(1, len(ours[i + k].split()))
        block, line = i + size, j + size
    found: list[str | None] = []
    for text, vote in zip(ours, votes, strict=True):
        enough = sum(vote.values()) >= 0.5 * len(text.split())
        found.append(vote.most_common(1)[0][0] if vote and enough else None)
    return found


def is_covered(page: dict) -> bool:
    """Return whether the blocks say about what the gold text says; else its labels are wrong."""
    return COVERED[0] <= page["covered"] <= COVERED[1]


def targets(page: dict) -> list[float | None]:
    """Return what training takes for true of each block, 0 to 1.

    The gold text says what one set's readers kept, the roles what one hand would keep everywhere:
    where there are both, the role counts ROLE_SHARE, so that its slips weigh less.
    """
    labels, roles = page["labels"], page["roles"]
    if roles is None:
        return labels
    share = ROLE_SHARE if page.get("gold_text") and is_covered(page) else 1.0
    found = []
    for label, role in zip(labels, roles, strict=True):
        own = label if role is None else float(role in KEPT_ROLES)
        mixed = own if label is None or own is None else label + share * (own - label)
        found.append(mixed)
    return found


def opened(page: dict) -> dict:
    """Return a page without the links of its menus, which the judge does not measure."""
    rows = open_rows(page["blocks"], page["texts"])
    if len(rows) == len(page["blocks"]):
        return page
    of_blocks = ("blocks", "texts", "labels", "hits", "roles")
    return page | {name: page[name] and [page[name][row] for row in rows] for name in of_blocks}


def hits_of(blocks: list[dict], texts: list[str], book: RuleBook) -> list:
    """Return what the rules say of each block, as the stage does."""
    pieces = [Piece(text, block["kind"], block) for text, block in zip(texts, blocks, strict=True)]
    find_hits(pieces, book)
    return [piece.hit for piece in pieces]


def _finish(page: dict, record: dict, book: RuleBook, regime: str) -> dict | None:
    """Return a page with blocks, labels and roles; None if it has no text."""
    blocks = [b for b in record["blocks"] if record["text"][b["start"] : b["end"]].strip()]
    texts = [record["text"][b["start"] : b["end"]].strip() for b in blocks]
    if not blocks:
        return None
    gold = page.get("gold_text")
    found = labels_from_gold(texts, gold) if gold else labels_from_snippets(texts, page)
    if regime == "gold":
        found = [1.0] * len(texts)
    kept = sum(len(tokens(t)) for t, v in zip(texts, found, strict=True) if v and v > 0.5)
    made = {k: v for k, v in page.items() if k not in ("html", "lines")}
    made |= {
        "blocks": blocks,
        "texts": texts,
        "labels": found,
        "hits": hits_of(blocks, texts, book),
    }
    made |= {"title": record.get("title"), "authors": record.get("authors")}
    made |= {"language": record.get("language"), "regime": regime}
    made["covered"] = kept / len(tokens(gold)) if gold and regime == "page" else 1.0
    lines, roles = page.get("lines"), page.get("gold_roles")
    made["roles"] = align_roles(texts, lines, roles) if lines and regime == "page" else None
    made["fold"] = int(hashlib.md5(domain(page).encode()).hexdigest(), 16) % FOLDS
    return made


def read_roles(data: Path, rendered: Path) -> dict[tuple[str, str], dict]:
    """Return the pages of which every line has a role: lines, gold_roles and raw_text.

    Those of the data come first; LABELS has more, as runs of roles over the lines of renderings.
    """
    found = {(a["set"], a["id"]): a for a in read_lines(data / "roles" / "roles.jsonl.zst")}
    runs = {(a["set"], a["id"]): a for a in read_lines(LABELS)}
    for name in SETS:
        for page in read_lines(rendered / f"{name}.jsonl"):
            label = runs.get((name, page["id"]))
            if label is None:
                continue
            lines = [" ".join(line.split()) for line in (page["raw_text"] or "").split("\n")]
            lines = [line for line in lines if line]
            text = "\n".join(lines)
            if hashlib.sha256(text.encode()).hexdigest() != label["sha256"]:
                print(f"another rendering than was labelled, left out: {page['id']}")
                continue
            roles = [role for role, count in label["runs"] for _ in range(count)]
            found[name, page["id"]] = {
                "lines": lines, "gold_roles": roles, "raw_text": text, "labelled_here": True,
            }  # fmt: skip
    return found


def read_pages(data: Path, rendered: Path) -> list[dict]:
    """Return the pages of all sets, parsed from HTML and labelled."""
    parse, book = Parse(), RuleBook()
    roles = read_roles(data, rendered)
    found = []
    for name in SETS:
        for page in read_lines(data / "extraction" / f"{name}.jsonl.zst"):
            labelled = roles.get((name, page["id"]), {})
            page |= {k: v for k, v in labelled.items() if k in OF_ROLES}
            gold = {"gold_title", "gold_authors", "gold_date", "gold_text", *OF_ROLES}
            try:
                record = parse({k: v for k, v in page.items() if k not in gold})
            except Exception as error:  # one page must not cost the run
                print(f"left out {page['id']}: {error!r}")
                continue
            if made := _finish(page, record, book, "page"):
                found.append(made)
    return found


def read_texts(data: Path, rendered: Path, extracted: Path) -> list[dict]:
    """Return texts without markup: whole pages rendered, extractors' outputs, and the gold.

    `rendered` holds ``SET.jsonl`` with raw_text, `extracted` ``EXTRACTOR.jsonl`` with set, id and
    text.
    """
    parse, book = Parse(), RuleBook()
    roles = read_roles(data, rendered)
    outputs = {
        name: {(a["set"], a["id"]): a["text"] for a in read_lines(extracted / f"{name}.jsonl")}
        for name in EXTRACTORS
    }
    found = []
    for name in SETS:
        for page in read_lines(rendered / f"{name}.jsonl"):
            key = (name, page["id"])
            labelled = roles.get(key, {})
            page |= {k: v for k, v in labelled.items() if k in OF_ROLES}
            if not page.get("gold_text") and not labelled:
                continue
            raw = labelled.get("raw_text") or page.pop("raw_text")
            page.pop("raw_text", None)
            found.append(_finish(page, parse({"raw_text": raw}), book, "page"))
            if page.get("gold_text"):
                others = {n: texts[key] for n, texts in outputs.items() if texts.get(key)}
                for regime, text in {**others, "gold": page["gold_text"]}.items():
                    cut = [{"start": s, "end": e, "kind": k} for s, e, k in segment(text)]
                    found.append(_finish(page, {"text": text, "blocks": cut}, book, regime))
    return [page for page in found if page]
