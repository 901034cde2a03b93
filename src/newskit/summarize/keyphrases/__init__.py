"""Key phrases: candidates, how rare their words are elsewhere, and the best of them."""
