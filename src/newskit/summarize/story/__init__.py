"""Summarise many articles on one story: who says the same, and what most of them say."""
