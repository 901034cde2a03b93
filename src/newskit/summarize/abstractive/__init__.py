"""Let a model of the user's write the summary, and check what it wrote against the article."""
