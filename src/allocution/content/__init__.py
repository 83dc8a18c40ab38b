"""Read and write: bytes to records and back. No disk, no clock."""
