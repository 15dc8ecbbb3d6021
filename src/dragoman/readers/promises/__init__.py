"""How undertakings are worded, who is bound by them and when they fall due: the parts of the commitments reader."""
