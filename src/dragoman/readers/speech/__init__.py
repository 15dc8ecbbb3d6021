"""The parts of the attributions reader: cues, those who speak, what they say, and how long they go on. Only that reader imports them."""
