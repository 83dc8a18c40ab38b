"""Hugo archives as they stand: configuration, pages, dates, drafts and addresses, as Hugo 0.168 has them."""
