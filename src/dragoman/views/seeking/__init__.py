"""What a search asks and where in the record it stands: parts of the view `search`."""
