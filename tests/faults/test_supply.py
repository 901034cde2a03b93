"""Faults of supply: libraries absent or changed, the environment, the network, and the clock."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import orjson
import pytest
import zstandard
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PROGRAM, ROOT, record
from tests.faults import run

SAMPLES = [ROOT / "samples" / n for n in ("wire-quake.html", "es-olivar.html", "wire-flood.txt")]
LINES = b"".join(record(number) for number in range(3))
PIPE = ["run", "--keywords", "2", "--headline", *map(str, SAMPLES)]
_MAIN = """
import sys
from newskit.cli import main
sys.argv = ["newskit", *sys.argv[1:]]
main()
"""


def driven(before: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program after some lines of Python; `more` is added to the environment."""
    return subprocess.run(
        [sys.executable, "-c", before + _MAIN, *arguments],
        input=LINES.decode(), capture_output=True, text=True, check=False, env=os.environ | more,
    )  # fmt: skip


def piped(folder: Path, *more: str, **environment: str) -> bytes:
    """Return what the whole pipe writes in a folder; it must accept all."""
    done = subprocess.run(
        [PROGRAM, *PIPE, *more], cwd=folder, env=os.environ | environment,
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.count(b"\n") == len(SAMPLES)
    assert b"refused 0" in done.stderr
    return done.stdout


BLOCKER = """
import sys
class Blocker:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in ("spacy", "torch", "transformers", "ray"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocker())
"""


def test_fault_115_libraries_that_are_not_installed(tmp_path: Path) -> None:
    """Without spaCy, transformers and torch their backends name what to install; all else works."""
    (tmp_path / "model.safetensors").write_bytes(b"")
    (tmp_path / "config.json").write_text("{}")
    for arguments, install in (
        (("entities", "--backend", "spacy:en_core_web_sm"), "pip install spacy"),
        (
            ("summarize", "--backend", f"transformers:{tmp_path}"),
            "pip install 'newskit[transformers]'",
        ),
    ):
        done = driven(BLOCKER, *arguments)
        told = [line for line in done.stderr.splitlines() if ": read " not in line]
        assert done.returncode == 4, done
        assert len(told) == 1, told
        assert told[0].startswith(f"newskit {arguments[0]}: ")
        assert told[0].endswith(install)
        assert done.stdout == ""
    assert driven(BLOCKER, *PIPE).stdout.encode() == piped(tmp_path)


def test_fault_116_numbers_of_threads(tmp_path: Path) -> None:
    """One thread or two of BLAS and OpenMP, one process or two: the same bytes."""
    expected = piped(tmp_path, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    assert piped(tmp_path, OPENBLAS_NUM_THREADS="2", OMP_NUM_THREADS="2") == expected
    assert piped(tmp_path, "--jobs", "2", OPENBLAS_NUM_THREADS="2") == expected


def test_fault_117_files_in_the_working_directory(tmp_path: Path) -> None:
    """Modules and configuration in the working directory are not used, by workers neither."""
    expected = piped(tmp_path)
    trap = f"open({str(tmp_path / 'used')!r}, 'w'); raise SystemExit('used')\n"
    modules = ("sitecustomize", "usercustomize", "orjson", "regex", "typer", "numpy", "json")
    for name in (*modules, "newskit", "selectolax", "encodings"):
        (tmp_path / f"{name}.py").write_text(trap)
    for name in ("newskit.toml", ".newskitrc", "pyproject.toml", ".env", "setup.cfg"):
        (tmp_path / name).write_text('[tool.newskit]\n[newskit]\nsentences = 1\nkeep = "nav"\n')
    assert piped(tmp_path) == expected
    assert piped(tmp_path, "--jobs", "2") == expected
    assert not (tmp_path / "used").exists()


def test_fault_118_environment_variables(tmp_path: Path) -> None:
    """No variable of the environment changes what is written."""
    expected = piped(tmp_path)
    turkish = {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Asia/Tokyo"}
    plain = {"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    plain |= {"PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7", "PYTHONOPTIMIZE": "2"}
    shown = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "20", "LINES": "5", "FORCE_COLOR": "1"}
    ours = {
        "NEWSKIT_API_KEY": "x",
        "NEWSKIT_SENTENCES": "1",
        "NEWSKIT_KEEP": "nav",
        "SENTENCES": "1",
    }
    proxy = {"http_proxy": "http://127.0.0.1:1", "HTTPS_PROXY": "http://127.0.0.1:1"}
    home = {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "USER": ""}
    assert piped(tmp_path, **turkish, **shown, **ours) == expected
    assert piped(tmp_path, **(plain | proxy | home)) == expected


NONSENSE = {
    "clean --jobs -1": "0<=x<=256",
    "clean --jobs 10000": "0<=x<=256",
    "clean --jobs two": "'two' is not a valid int",
    "clean --time-limit nan": "0.1<=x<=86400",
    "clean --time-limit inf": "0.1<=x<=86400",
    "clean --time-limit -1": "0.1<=x<=86400",
    "clean --limit -1": "x>=0",
    "clean --keep nonsense": "roles are",
    "summarize --words 0": "x>=1",
    "summarize --chars 0": "x>=1",
    "summarize --ratio nan": "above 0 and at most 1",
    "summarize --ratio 0": "above 0 and at most 1",
    "summarize --keywords 0": "x>=1",
    "entities --min-score 2": "0.0<=x<=1.0",
    "entities --min-score nan": "0.0<=x<=1.0",
    "entities --types NONE": "types are",
    "inspect --number 0": "x>=1",
}


@pytest.mark.parametrize("command", NONSENSE)
def test_fault_119_values_out_of_range(command: str) -> None:
    """A value out of its range ends the command with 2, and the message names the range."""
    done = run(command, code=2)
    assert done.out == b""
    assert command.split()[1] in done.err
    assert NONSENSE[command] in " ".join(done.err.split())


# Notes what the program reaches for, from before its first import to its end.
WATCH = """
import atexit, json, os, sys
seen = {"reached": [], "read": []}
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.",
                         "os.system", "os.exec", "os.posix_spawn", "webbrowser.")):
        seen["reached"].append(event)
    elif event == "open" and isinstance(arguments[0], str):
        seen["read"].append(os.path.realpath(arguments[0]))
sys.addaudithook(watch)
atexit.register(lambda: print("\\n" + json.dumps(seen), file=sys.stderr))
"""
OWN = (sys.prefix, sys.base_prefix, str(ROOT / "src/newskit"), os.path.realpath(sys.executable))


def test_fault_120_network_and_files_that_nobody_named() -> None:
    """No command touches the network or starts a program, or opens a file that was not named."""
    page = str(SAMPLES[0])
    for arguments in (
        ("parse", page), ("clean",), ("entities",), ("summarize", "--keywords", "2"), PIPE,
        ("inspect", page),
    ):  # fmt: skip
        done = driven(WATCH, *arguments)
        assert done.returncode == 0, done.stderr
        seen = json.loads(done.stderr.splitlines()[-1])
        assert seen["reached"] == [], arguments
        own = (*OWN, *map(os.path.realpath, OWN), os.path.realpath(os.devnull))
        foreign = {path for path in seen["read"] if not path.startswith(own)}
        assert foreign <= {os.path.realpath(name) for name in arguments}, arguments
    used = driven(WATCH + "import socket; socket.socket().close()\n", "clean")
    assert json.loads(used.stderr.splitlines()[-1])["reached"], "the watch sees nothing"


def test_fault_121_libraries_that_behave_otherwise() -> None:
    """What newskit takes for granted of its libraries still holds, and each has an upper bound."""
    assert orjson.dumps([1e16, 0.1]) in (b"[1e16,0.1]", b"[1e+16,0.1]")
    assert type(orjson.loads(b"18446744073709551615")) is int
    assert type(orjson.loads(b"18446744073709551616")) is float
    with pytest.raises(TypeError):
        orjson.dumps("\ud800")
    with pytest.raises(orjson.JSONDecodeError):
        orjson.loads(b"NaN")
    page = LexborHTMLParser("<div>" * 1_000 + "deep" + "</div>" * 1_000)
    assert page.body is not None
    assert "deep" in page.body.text()
    frame = zstandard.ZstdCompressor().compress(os.urandom(9_999))
    engine = zstandard.ZstdDecompressor().decompressobj()
    engine.decompress(frame[:-9])  # a frame that was cut off is no error
    assert not engine.eof
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for bounds in (*project["dependencies"], *project["optional-dependencies"]["transformers"]):
        assert ">=" in bounds, bounds
        assert ",<" in bounds, bounds


CLOCKS = {"time", "time_ns", "now", "today", "utcnow"}
CONVERTERS = {"localtime", "gmtime", "ctime", "strftime"}  # read the clock if not told a time


def test_fault_122_clocks() -> None:
    """Only the clock that never jumps is read, and only where limits are kept: in run and cli."""
    wall, monotonic = set(), set()
    for path in sorted((ROOT / "src/newskit").rglob("*.py")):
        name = path.relative_to(ROOT / "src/newskit").as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=value, attr=attribute), args=given):
                    owner = ast.unparse(value).rpartition(".")[2]
                    converts = attribute in CONVERTERS and len(given) == (attribute == "strftime")
                    if (attribute in CLOCKS or converts) and owner in ("time", "datetime", "date"):
                        wall.add(name)
                    if attribute == "monotonic":
                        monotonic.add(name)
                case ast.ImportFrom(module="time"):
                    wall.add(name)
    assert not wall, wall
    assert monotonic
    assert {name.partition("/")[0] for name in monotonic} <= {"cli", "run", "summarize"}, monotonic
