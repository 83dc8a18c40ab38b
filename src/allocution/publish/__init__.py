"""Plan, pages and store joined: an archive built into a folder, or one page of it made."""
