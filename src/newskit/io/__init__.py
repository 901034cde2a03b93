"""Files, compression and JSON Lines: everything between a file descriptor and an article."""
