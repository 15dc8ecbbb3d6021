"""What happened period by period: parts of the view `course`."""
