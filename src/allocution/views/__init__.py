"""What pages hold: dataclasses, and how the archive fills them."""
