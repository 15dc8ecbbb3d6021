"""How names and offices are found in sentences: the parts of the people reader."""
