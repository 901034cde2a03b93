"""Loads packaged model data, and refuses data that is not what the manifest says.

A folder of model data holds files and ``manifest.json``, which names each with its size in
bytes and its SHA-256. Everything is checked before it is decoded; nothing in the data is code.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from newskit.errors import BadModel

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "manifest.json"
# Bytes; a file above it is none of ours: the largest, words for entities, has 3 MB.
MOST_BYTES = 4 << 20


def load(folder: Path, name: str) -> Any:
    """Return the decoded JSON of ``folder/name`` after checking it against the manifest.

    Raises BadModel if a file is missing, is not of the size or hash that the manifest gives, or is
    no JSON.
    """
    return _decode(load_bytes(folder, name), name)


def load_bytes(folder: Path, name: str) -> bytes:
    """Return the content of ``folder/name`` after checking it against the manifest.

    Raises BadModel if a file is missing, or is not of the size or hash that the manifest gives.
    """
    entry = read_manifest(folder).get("files", {}).get(name)
    if not isinstance(entry, dict):
        raise BadModel(f"model data {name!r} is not in the manifest; reinstall newskit")
    data = _read(folder / name)
    if len(data) != entry.get("bytes") or hashlib.sha256(data).hexdigest() != entry.get("sha256"):
        raise BadModel(f"model data {name!r} was changed or cut off; reinstall newskit")
    return data


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a folder of model data. Raises BadModel."""
    manifest = _decode(_read(folder / MANIFEST), MANIFEST)
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise BadModel(f"{MANIFEST} does not list model data; reinstall newskit")
    return manifest


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadModel(f"model data {path.name!r} is too big; reinstall newskit")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise BadModel(f"model data {path.name!r}: {reason.lower()}; reinstall newskit") from error


def _decode(data: bytes, name: str) -> Any:
    try:
        return json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BadModel(f"model data {name!r} is no JSON; reinstall newskit") from error


def _refuse(constant: str) -> float:
    """Refuse NaN and Infinity, which are no JSON though the library reads them."""
    raise ValueError(constant)
