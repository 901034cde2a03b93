"""Model data that is not what the manifest says is refused in one plain line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from newskit.errors import BadModel
from newskit.model.load import MOST_BYTES, load


def packed(folder: Path, content: bytes) -> None:
    entry = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "words.json").write_bytes(content)
    (folder / "manifest.json").write_text(json.dumps({"files": {"words.json": entry}}))


def test_what_the_manifest_names_is_loaded(tmp_path: Path) -> None:
    packed(tmp_path, b'{"a": 1}')
    assert load(tmp_path, "words.json") == {"a": 1}


def test_a_flipped_byte_is_noticed(tmp_path: Path) -> None:
    packed(tmp_path, b'{"a": 1}')
    (tmp_path / "words.json").write_bytes(b'{"a": 2}')
    with pytest.raises(BadModel, match="changed or cut off"):
        load(tmp_path, "words.json")


def test_a_cut_file_is_noticed(tmp_path: Path) -> None:
    packed(tmp_path, b'{"a": 1}')
    (tmp_path / "words.json").write_bytes(b'{"a"')
    with pytest.raises(BadModel, match="changed or cut off"):
        load(tmp_path, "words.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="manifest"):
        load(tmp_path, "words.json")
    packed(tmp_path, b"{}")
    (tmp_path / "words.json").unlink()
    with pytest.raises(BadModel, match="words"):
        load(tmp_path, "words.json")


def test_a_file_that_the_manifest_does_not_name_is_not_read(tmp_path: Path) -> None:
    packed(tmp_path, b"{}")
    (tmp_path / "other.json").write_text("{}")
    with pytest.raises(BadModel, match="not in the manifest"):
        load(tmp_path, "other.json")


@pytest.mark.parametrize("content", [b"[1]", b"[" * 100_000, b"\x80\x04", b'{"files": 1}'])
def test_a_manifest_of_another_form_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(BadModel):
        load(tmp_path, "words.json")


def test_a_file_too_big_is_not_read(tmp_path: Path) -> None:
    packed(tmp_path, b"{}")
    with (tmp_path / "words.json").open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(BadModel, match="too big"):
        load(tmp_path, "words.json")


def test_data_that_is_no_json_is_refused(tmp_path: Path) -> None:
    packed(tmp_path, b"\x80\x04]q")
    with pytest.raises(BadModel, match="no JSON"):
        load(tmp_path, "words.json")
