"""Model data, verified when loaded, and the evaluation of small networks."""
