"""What several sources need: character sets, markup, limits, and the choice among the members. No member stands
here."""
