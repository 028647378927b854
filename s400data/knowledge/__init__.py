"""Knowledge: what analysts know of a language and of an affair, read from TOML files and checked on load."""
