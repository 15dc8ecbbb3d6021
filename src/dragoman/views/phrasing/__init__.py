"""The history of set phrases: parts of the view `formulas`."""
