"""Quotes: the parts of the quote explorer and of the speakers' page."""
