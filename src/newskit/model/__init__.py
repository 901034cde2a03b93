"""Model data, verified when loaded, and the evaluation of trees without any library."""
