"""Editions: one archive in every form that its users need; values in, bytes out, never a file opened."""
