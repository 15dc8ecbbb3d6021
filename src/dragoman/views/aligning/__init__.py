"""Accounts of one encounter set side by side: what each says point by point, which points are one, how the wordings
differ, and what was denied. The view is `dragoman.views.compare`."""
