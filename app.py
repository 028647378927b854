"""Overview: what the collection holds, what came last, and what is still open."""

from pages.shared.frame import open_page

LEAD = "What this collection holds, what came last, and what is still open."

with open_page("Overview", page="overview", about="articles", lead=LEAD) as page:
    pass
