"""Run stages over streams of articles: which ones, the caller says."""
