"""One file, one revision, numbered in order."""
