"""An archive on disk, loaded: its configuration, its records, its findings."""
