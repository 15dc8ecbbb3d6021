"""What became of an undertaking: what it promises, what later dispatches say of that, and which status follows. The view
is `dragoman.views.ledger`."""
