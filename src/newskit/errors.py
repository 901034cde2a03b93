"""The three ways in which newskit says no; everything else is a bug."""


class BadArticle(Exception):  # noqa: N818 - named for what is bad, not for being an error
    """One article cannot be processed. It is refused with this reason, and the stream goes on."""


class BadInput(Exception):  # noqa: N818
    """A whole input or output cannot be read or written. The command ends with exit code 4."""


class BadModel(Exception):  # noqa: N818
    """Data shipped with newskit is missing or damaged. The command stops with exit code 4."""
