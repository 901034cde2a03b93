"""newskit schema."""

from __future__ import annotations

import importlib.resources
import sys


def command() -> None:
    """Print the JSON Schema of the record that all commands read and write.

    Example: newskit schema > newskit.schema.json
    """
    schema = importlib.resources.files("newskit").joinpath("record.schema.json").read_text("utf-8")
    sys.stdout.write(schema)
