"""Proof of what was published, and that nothing came out that must stay in: values in, findings out."""
