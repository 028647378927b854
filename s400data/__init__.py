"""S-400 Desk: news articles about an affair, turned into events and quotations tied to their words."""

__version__ = "0.1.0"
