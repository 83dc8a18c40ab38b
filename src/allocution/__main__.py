"""`python -m allocution`."""

from allocution.cli import main

if __name__ == "__main__":
    main()
