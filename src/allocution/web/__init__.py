"""The archive over HTTP, read-only: each page made when it is asked for, and a preview that refreshes."""
