"""`python -m newskit` is the newskit command."""

from newskit.cli import main

main()
