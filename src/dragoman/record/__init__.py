"""Everything read so far, in a database. This room alone knows SQL."""
