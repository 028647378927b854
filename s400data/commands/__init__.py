"""Commands: what `python -m s400data` can do, one module for each."""
