"""What became of an undertaking: what it promises, what later dispatches say of that, and from which day on which status
follows."""
