"""Archives of courtroom last words: read, check, build, serve."""

__version__ = "0.1.0"
