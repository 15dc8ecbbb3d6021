"""The family of readers: one file is one member, found by being there.

A member declares `NEEDS` and `YIELDS` (kinds of findings) and is one function `read(page, found) -> Iterator` of what it yields;
the order in which members run follows from the declarations. A package elsewhere adds one under the entry point group
`dragoman.readers`.
"""
