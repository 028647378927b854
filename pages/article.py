"""Article: the text as read, with everything that was read out of it marked in its place."""

import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components import article_frame, article_text
from pages.shared.components.article_notes import LAYERS, count_marks
from pages.shared.components.empty import draw_empty
from pages.shared.components.escaping import plain
from pages.shared.components.labels import rows_of
from pages.shared.data import ask
from pages.shared.frame import PageContext, open_page
from s400data import queries


def choose_article(page: PageContext) -> str | None:
    """Number of the article to read: the one that is chosen, the one in the URL, or the first."""
    articles = ask(page.store, queries.articles, page.selection)
    titles = {row["article_id"]: article_frame.list_words(row) for row in rows_of(articles)}
    named = read_own("article")
    if named and named not in titles:
        return named
    if not titles:
        return None
    place = list(titles).index(named) if named else 0
    chosen = st.selectbox("Article", list(titles), index=place, format_func=titles.get)
    if chosen != named:
        write_own("article", chosen)
        if named:
            write_own("mark", None)
    article_frame.draw_neighbours(articles, chosen, page.selection)
    return chosen


def show(page: PageContext, article_id: str) -> None:
    """Draw the article, or say that there is none of this number."""
    view = ask(page.store, queries.article, article_id)
    if view is None:
        draw_empty("The collection has no article of this number.", "It may have been removed. Choose another one.")
        return
    article_frame.draw_byline(view)
    shown = st.pills(
        "Marks shown", list(LAYERS), default=list(LAYERS), selection_mode="multi", format_func=LAYERS.get, key="marks"
    )
    st.html(article_text.legend_html(count_marks(view), shown))
    found = article_text.show_article_text(view, shown, read_own("mark"))
    if read_own("mark") and not found:
        st.info(f"The place the link asks for ({plain(read_own('mark'))}) is not in this article.")
    article_frame.draw_furniture(view)
    article_frame.draw_tables(view)


with open_page("Article", page="article", about="articles", lead="The text as read, with its marks.") as context:
    if chosen_id := choose_article(context):
        show(context, chosen_id)
    else:
        draw_empty("No article fits the filters.", "Reset the filters, or import articles.")
