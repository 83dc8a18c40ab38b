"""What exists: frozen dataclasses on the standard library alone. A record that exists is valid."""
