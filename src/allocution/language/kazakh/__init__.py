"""Kazakh words: sounds that meet, suffixes in their layers, stems."""
