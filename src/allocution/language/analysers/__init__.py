"""One analyser a language: what forms a word has, and what words a form may be of."""
