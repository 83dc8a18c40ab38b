"""The site: views in, bytes out. Never a file opened."""
