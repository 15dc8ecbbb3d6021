"""Dates in English prose: found with their spans, and resolved to the precision that the dispatch's own date
supports."""
