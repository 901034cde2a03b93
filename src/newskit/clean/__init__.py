"""Takes boilerplate out of articles; docs/clean.md tells how it decides."""

from newskit.clean.restore import restore
from newskit.clean.stage import Clean

__all__ = ["Clean", "restore"]
