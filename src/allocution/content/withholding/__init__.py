"""What a content file asks to withhold, and the file without it."""
