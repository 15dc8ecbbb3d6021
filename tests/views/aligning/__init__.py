"""Accounts set side by side."""
