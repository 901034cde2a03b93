"""News articles, step by step: parse, clean, entities, summarize."""

__version__ = "0.1.0"
