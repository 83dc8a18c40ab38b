"""Sources fetched, kept as evidence and read; what of a statement they hold."""
