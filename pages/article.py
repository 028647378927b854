"""Article: the text as read, with everything that was read out of it marked in its place."""

import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components import article_frame
from pages.shared.components.article_notes import LAYERS, SHOWN_FIRST, count_marks
from pages.shared.components.article_text import legend_html, show_article_text
from pages.shared.components.empty import draw_empty
from pages.shared.data import ask
from pages.shared.escaping import plain
from pages.shared.frame import PageContext, open_page
from s400data import queries

LEAD = "The text as read, with the place of everything that was read out of it. Point at a mark to see why it is there."


def show(page: PageContext, article_id: str) -> None:
    """Draw the article, or say that there is none of this number."""
    view = ask(page.store, queries.article, article_id)
    if view is None:
        draw_empty(
            "The collection has no article of this number.", "It may have been removed. Choose another one above."
        )
        return
    article_frame.draw_byline(view)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        layers = st.pills(
            "Marks",
            list(LAYERS),
            default=list(SHOWN_FIRST),
            selection_mode="multi",
            format_func=lambda layer: LAYERS[layer],
            key="marks",
        )
        st.html(legend_html(count_marks(view), layers), width="content")
    place = read_own("mark")
    if not show_article_text(view, layers, place, page.selection.words) and place:
        st.info(f"The place the link asks for ({plain(place)}) is not in this article.")
    article_frame.draw_furniture(view)
    article_frame.draw_tables(view)


with open_page("Article", page="article", about="articles", lead=LEAD) as context:
    named = read_own("article")
    articles = ask(context.store, queries.articles, context.selection)
    chosen = article_frame.choose_article(articles, named, context.selection)
    if chosen is None:
        draw_empty("No article fits the filters.", "Reset the filters, or import articles.")
    else:
        # The first article needs no name in the address; writing one would catch the reader who goes back.
        if chosen != (named or articles["article_id"].iloc[0]):
            write_own("mark", None)
            write_own("article", chosen)
        show(context, chosen)
