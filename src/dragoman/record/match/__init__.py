"""Whether two descriptions, from the same or from different dispatches, can be of one thing: one file for each kind of
entry.

A *description* is what matching knows of a finding: a JSON object of small named features. Findings described alike
share one (a *node* in the tables). Each file has a `Matcher`.
"""
