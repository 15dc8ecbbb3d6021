"""Parts of the readers of encounters, mechanisms and instruments."""
