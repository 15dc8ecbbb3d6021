"""Where the people of a page are named, and who of them holds the office that words take up: for all readers of what people do."""
