"""Quotations: who said what, found by rule in a parsed article.

A quotation is direct when its content stands in quotation marks, indirect when it is the writer's clause ("Merkel said
that the talks failed"), mixed when it is both. What was not said ("did not say that", "declined to say") and what is
only thought or wished yields none.
"""

from s400data.quotations.building import find_quotations

__all__ = ["find_quotations"]
