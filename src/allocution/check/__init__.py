"""Judging: what findings there are, how grave each is, and what it says to people."""
