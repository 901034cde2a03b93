"""Faults of XML: entities, files named by a document, and what is no page at all.

newskit has no XML parser. A page in XML (XHTML) is read as browsers read HTML, in which nothing is
declared and nothing is fetched; every other document in XML is refused.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.faults import check_survives, run
from tests.faults.watched import watch

TEXT = "The fair in Port Ellery drew 40 people on Monday."
NO_PAGE = "XML, but no page: feeds and XML news formats are not read"
ENTITIES = "XML that declares entities, which are not expanded"
XML = '<?xml version="1.0"?>'


def laughs(times: int, deep: int) -> str:
    """Return declarations of entities, each of which is the one before it several times."""
    declared = [f'<!ENTITY e{n} "{f"&e{n - 1};" * times}">' for n in range(1, deep)]
    return '<!ENTITY e0 "ha">' + "".join(declared)


def document(declared: str, name: str = "nitf", text: str = "&e9;") -> str:
    return f"<!DOCTYPE {name} [{declared}]><{name}><body><p>{text}</p><p>{TEXT}</p></body></{name}>"


def test_fault_056_entities_that_grow() -> None:
    """Documents that declare entities are refused; in a record they stay what they are."""
    billion, long = laughs(10, 10), f'<!ENTITY e9 "{"ha" * 50_000}">'
    files = {
        "billion.xml": XML + document(billion),
        "no-declaration.xml": document(billion),
        "page.html": XML + document(billion, "html"),
        "page2.html": document(billion, "HTML"),
        "parameter.xml": XML + document('<!ENTITY % a "ha">%a;'),
        "behind.xml": "<!-- a comment -->\n" + document(billion),
    }
    done = check_survives("parse", files={n: (d.encode(), ENTITIES) for n, d in files.items()})
    quadratic = document(long, "html", "&e9;" * 50_000)
    done = run("parse", json.dumps({"html": quadratic}).encode() + b"\n")
    assert done.articles[0]["text"].endswith("&e9;\n\n" + TEXT)
    assert len(done.out) < 10 * len(quadratic)
    for field in ("raw_text", "text"):
        done = run("parse", json.dumps({field: document(billion)}).encode() + b"\n")
        assert done.articles[0]["text"] == document(billion)


def test_fault_057_files_that_a_document_names(tmp_path: Path) -> None:
    """Nothing that a document names is opened, and nothing of it comes out."""
    canary = tmp_path / "canary"
    canary.write_text("CANARY<!ELEMENT p ANY><p>CANARY</p>")
    name = f"file://{canary}"
    served = "http://127.0.0.1:9/canary"
    stylesheet = f'<?xml-stylesheet type="text/xsl" href="{name}"?>'
    include = (
        f'<xi:include href="{canary}" parse="text" xmlns:xi="http://www.w3.org/2001/XInclude"/>'
    )
    seen = (
        f'<img src="{name}"><iframe src="{name}"></iframe><object data="{name}"></object>'
        f'<link rel=stylesheet href="{name}"><script src="{name}"></script><embed src="{name}">'
        f'<base href="{served}/"><style>@import "{name}"</style><a ping="{served}">A link</a>'
        f'<meta http-equiv=refresh content="0;url={name}">'
    )
    documents = {
        "external.xml": XML + document(f'<!ENTITY e9 SYSTEM "{name}">'),
        "external.html": document(f'<!ENTITY e9 SYSTEM "{canary}">', "html"),
        "parameter.html": document(f'<!ENTITY % a SYSTEM "{name}"> %a;', "html"),
        "dtd.html": f'<!DOCTYPE html SYSTEM "{name}"><html><body><p>{TEXT}</p></body></html>',
        "dtd.xml": f'{XML}<!DOCTYPE nitf SYSTEM "{served}"><nitf/>',
        "style.html": f"{XML}{stylesheet}<html><body><p>{TEXT}</p></body></html>",
        "include.html": f"{XML}<html><body><p>{TEXT}</p>{include}</body></html>",
        "schema.html": f'{XML}<html xsi:schemaLocation="{name} {name}"><body><p>{TEXT}</p></html>',
        "seen.html": f"<!doctype html><body>{seen}<p>{TEXT}</p>",
        "text.md": f"# A fair\n\n![A fair]({name})\n\n[A link](<{name}>)\n\n{TEXT}\n",
    }
    lines = [
        {"html": html, "url": name, "source": {"path": str(canary)}} for html in documents.values()
    ]
    documents["lines.jsonl"] = "".join(json.dumps(line) + "\n" for line in lines)
    for path, content in documents.items():
        (tmp_path / path).write_text(content)
    done = watch(["run", *documents], tmp_path)
    assert done.code == 3, done.err
    assert [name for name in done.read if name in documents] == [*documents]
    assert not [name for name in done.read if "canary" in name or name.endswith(".dtd")]
    written = [name for name in done.written if "__pycache__" not in name]  # the interpreter's own
    assert (done.outward, written) == ([], [])
    assert b"CANARY" not in done.out
    assert done.out.count(TEXT.encode()) > 6


def test_fault_058_document_type_declarations() -> None:
    """A declared document type is not fetched: pages are read, other documents refused."""
    public = (
        '"-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"'
    )
    page = (
        f'{XML}\n<!DOCTYPE html PUBLIC {public}>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>'
    )
    nitf = (
        '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">'
    )
    done = check_survives(
        "parse",
        files={
            "page.html": (f"{page}<p>{TEXT}</p></body></html>".encode(), None),
            "nitf.xml": (f"{XML}{nitf}<nitf><body><p>{TEXT}</p></body></nitf>".encode(), NO_PAGE),
            "nitf.html": (f"{nitf}<nitf><body><p>{TEXT}</p></body></nitf>".encode(), NO_PAGE),
        },
    )
    assert done.articles[0]["text"] == TEXT


KINDS = {
    "rss.xml": f'<rss version="2.0"><channel><item><title>{TEXT}</title></item></channel></rss>',
    "atom.xml": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{TEXT}</entry></feed>',
    "rdf.xml": f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{TEXT}</rdf:RDF>',
    "nitf.xml": f"<nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf>",
    "prefix.xml": f'<n:nitf xmlns:n="http://iptc.org/std/NITF/"><p>{TEXT}</p><p>.</p></n:nitf>',
    "newsml.xml": f"<NewsML><NewsItem><p>{TEXT}</p></NewsItem></NewsML>",
    "g2.xml": f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><p>{TEXT}</p></newsItem>',
    "sitemap.xml": "<urlset><url><loc>https://example.org/a</loc></url></urlset>",
    "hidden.xml": f"<rss><item><![CDATA[<html><p>{TEXT}</p></html>]]></item></rss>",
}


def test_fault_059_news_formats_and_broken_ones() -> None:
    """Feeds and news formats in XML are refused with a reason, well-formed or cut off."""
    files = {name: (data.encode(), NO_PAGE) for name, data in KINDS.items()}
    files |= {f"declared-{name}": ((XML + data).encode(), NO_PAGE) for name, data in KINDS.items()}
    files |= {f"cut-{name}": ((XML + d[:40]).encode(), NO_PAGE) for name, d in KINDS.items()}
    files["svg.xml"] = (f"{XML}<svg><text>{TEXT}</text></svg>".encode(), NO_PAGE)
    files["only.xml"] = (XML.encode(), NO_PAGE)
    files["cut.xml"] = (XML[:9].encode(), NO_PAGE)
    check_survives("parse", files=files)


def test_fault_060_deep_and_long() -> None:
    """A page in XML has the limits of every page; other documents are refused unread."""
    page = f"{XML}<html><body>"
    files = {
        "deep.html": (f"{page}{'<div>' * 3_000}{TEXT}".encode(), "nested too deeply"),
        "deep.xml": (f"{XML}<nitf>{'<block>' * 100_000}".encode(), NO_PAGE),
        "long.xml": (f"{XML}<nitf><p>{'fair ' * 2_000_000}</p></nitf>".encode(), NO_PAGE),
    }
    done = check_survives(
        "parse", files=files | {"long.html": (f"{page}<p>{'fair ' * 400_000}".encode(), None)}
    )
    assert len(done.articles[0]["text"]) == 5 * 400_000 - 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_fault_061_encodings_of_documents(encoding: str) -> None:
    """What a document declares of its encoding is believed no more than what a page declares."""
    declared = '<?xml version="1.0" encoding="{}"?>'
    hostile = ("utf-7", "rot13", "x" * 10_000, "../../etc/passwd", "UTF-8", "utf-16", "iso-8859-1")
    pages: dict[str, Any] = {}
    for n, name in enumerate(hostile):
        page = f"{declared.format(name)}<html><body><p>Zoë’s {TEXT}</p></body></html>"
        reason = "not text: looks like UTF-16" if encoding == "utf-16-le" else None
        pages[f"{n}.html"] = (page.encode(encoding), reason)
    pages["feed.xml"] = (
        f"{declared.format(encoding)}<rss><item>{TEXT}</item></rss>".encode(encoding),
        "not text: looks like UTF-16" if encoding == "utf-16-le" else NO_PAGE,
    )
    done = check_survives("parse", files=pages)
    assert {article["text"] for article in done.articles} <= {f"Zoë’s {TEXT}"}
    assert len(done.articles) == (0 if encoding == "utf-16-le" else len(hostile))


def test_fault_062_floods() -> None:
    """Floods of attributes, namespaces, instructions and comments are refused or take little."""
    spaces = " ".join(f'xmlns:a{n}="http://example.org/{n}"' for n in range(20_000))
    page = "<html><body>"
    files = {
        "names.html": (
            f"{XML}<html {spaces}><body><p>{TEXT}".encode(),
            "more than 5,000 attributes",
        ),
        "names.xml": (f"{XML}<nitf {spaces}><p>{TEXT}".encode(), NO_PAGE),
        "told.xml": (f"{XML}{'<?a b?>' * 200_000}<nitf><p>{TEXT}".encode(), NO_PAGE),
        "told.html": (f"{XML}{page}{'<?a b?>' * 100_000}<p>{TEXT}".encode(), None),
        "comments.html": (f"{XML}{page}{'<!-- a -->' * 100_000}<p>{TEXT}".encode(), None),
        "sections.html": (f"{XML}{page}{'<![CDATA[a]]>' * 100_000}<p>{TEXT}".encode(), None),
    }
    done = check_survives("parse", files=files)
    assert [article["text"] for article in done.articles] == [TEXT] * 3
