"""The tests. A package, since some libraries install one of that name, which would go before a mere folder."""
