"""Understand: sentences, and the language of a document and of a sentence."""
