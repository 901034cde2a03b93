"""Mutation fuzzing: damaged inputs go through the program in process, and an oracle judges each."""
