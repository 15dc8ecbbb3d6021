"""Bytes of every kind, and the dispatches or reasons that come of them."""
