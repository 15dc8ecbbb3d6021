"""How the day of a dispatch is told or worked out: the parts of the dating reader."""
