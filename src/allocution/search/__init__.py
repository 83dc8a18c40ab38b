"""Find: a query into a tree, the tree into SQL over the catalogue or into shards for a browser, hits with reasons."""
