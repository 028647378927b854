"""Pairs: two articles side by side, aligned by the events and statements that both have, scrolling together."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from html import escape
from itertools import count as count_from
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import read_own, write_own
from pages.shared.components.empty import draw_empty
from pages.shared.components.exports import draw_exports
from pages.shared.components.labels import count, published, text
from pages.shared.components.text_marks import Mark, mark_text, paragraphs
from pages.shared.data import ask
from pages.shared.frame import PageContext
from pages.shared.sources.links import article_link
from pages.shared.sources.readings import Aligned, aligned, names_of_articles
from s400data import queries
from s400data.comparison import UNKNOWN_OUTLET, Shared
from s400data.exports.citations import NO_SPEAKER
from s400data.tables import value_label

# The words are constant: nothing of an article reaches a script. A pane that the reader scrolls takes the other one
# along: what both have and stands nearest to the middle of the one comes to the same height in the other.
TOGETHER = """<script>
(() => {
  const panes = [...document.querySelectorAll(".sources-pane")];
  if (panes.length !== 2) return;
  const follow = (from, to) => {
    const middle = from.getBoundingClientRect().top + from.clientHeight / 2;
    let nearest = null, distance = Infinity;
    for (const mark of from.querySelectorAll(".mark[class*='shared-']")) {
      const away = Math.abs(mark.getBoundingClientRect().top - middle);
      if (away < distance) { nearest = mark; distance = away; }
    }
    if (nearest) meet(nearest, to, "auto");
  };
  const meet = (mark, to, behavior) => {
    const partner = to.querySelector("." + [...mark.classList].find((name) => name.startsWith("shared-")));
    if (!partner) return;
    const rise = partner.getBoundingClientRect().top - mark.getBoundingClientRect().top;
    to.scrollTo({ top: to.scrollTop + rise, behavior });
  };
  panes.forEach((pane, place) => {
    const other = panes[1 - place];
    pane.addEventListener("scroll", () => { if (pane.matches(":hover, :focus-within")) follow(pane, other); });
    pane.addEventListener("click", (click) => {
      const mark = click.target.closest(".mark[class*='shared-']");
      if (mark) meet(mark, other, "smooth");
    });
  });
})();
</script>"""

LEGEND = (
    '<p class="sources-legend sources-together">'
    '<span><sup class="number">1</sup> <span class="mark event both">event</span> or '
    '<span class="mark statement both">statement</span> in both, numbered alike; click one to bring the other beside it'
    '</span><span><span class="mark event alone">event</span> or <span class="mark statement alone">statement</span> '
    'only here</span><span><span class="mark copied">same words</span> outside quotations</span></p>'
)


def draw_pairs(page: PageContext) -> None:
    """Draw two articles the reader, the URL or what they share chooses, with all that both have numbered alike."""
    names = ask(page.store, names_of_articles, page.selection)
    if len(names) < 2:
        draw_empty("Two articles are needed to compare, and this selection has fewer.", "Widen the filters.")
        return
    found = ask(page.store, aligned, *_choose(page, names))
    if found is None:
        return
    _draw_summary(found)
    panes = "".join(_pane_html(page, found, place) for place in (0, 1))
    st.html(f'<div class="sources-panes sources-together">{panes}</div>')
    st.html(TOGETHER, unsafe_allow_javascript=True)
    draw_exports(page, flat(found), "side-by-side")


def _choose(page: PageContext, titles: dict[str, str]) -> tuple[str, str]:
    one = _named("one", titles) or ask(page.store, queries.widest_article, page.selection) or next(iter(titles))
    partners = ask(page.store, queries.partners, one, page.selection)
    shared: dict[str, int] = dict(zip(partners["article_id"], partners["occurrences"], strict=True))
    others = [*shared, *(article for article in titles if article != one and article not in shared)]
    two = _named("two", others) or others[0]
    left, right = st.columns(2, gap="medium")
    # Without keys the boxes follow the URL, which a link or the Back button may have changed.
    first = left.selectbox("Article", list(titles), index=list(titles).index(one), format_func=titles.__getitem__)
    second = right.selectbox(
        "Beside it, those that tell most of the same events first",
        others,
        index=others.index(two),
        format_func=lambda article: _partner_words(titles[article], shared.get(article, 0)),
    )
    if (first, second) != (one, two):
        write_own("one", first)
        write_own("two", second if first == one else None)
        st.rerun()
    return one, two


def _named(name: str, articles: Collection[str]) -> str | None:
    """The article that the URL calls `name`, None where it names none of `articles`."""
    found = read_own(name)
    return found if found in articles else None


def _partner_words(title: str, shared: int) -> str:
    return f"{title} · {count(shared, 'event')} in common" if shared else title


def _draw_summary(found: Aligned) -> None:
    left, right = (text(article, "outlet") or UNKNOWN_OUTLET for article in found.articles)
    if left == right:
        left, right = f"{left} (left)", f"{right} (right)"
    both = [shared for shared in found.shared if shared.is_shared]
    words = (
        f"Both have {_count_kinds(both)}; only {left} has "
        f"{_count_kinds(shared for shared in found.shared if not shared.other)}; only {right} has "
        f"{_count_kinds(shared for shared in found.shared if not shared.one)}."
    )
    if differing := sum(bool(shared.differs) for shared in both):
        words += f" They contradict each other on {count(differing, 'event')}."
    st.html(f'<p class="desk-lead">{escape(words)}</p>')
    st.html(LEGEND)


def _count_kinds(shared: Iterable[Shared]) -> str:
    kinds = [one.kind for one in shared]
    return f"{count(kinds.count('event'), 'event')} and {count(kinds.count('statement'), 'statement')}"


def _pane_html(page: PageContext, found: Aligned, place: int) -> str:
    article = found.articles[place]
    marks = list(_marks(found, place))
    body = str(article["text"])
    blocks = "".join(f"<p>{mark_text(body, start, end, marks)}</p>" for start, end in paragraphs(body))
    outlet = text(article, "outlet") or UNKNOWN_OUTLET
    link = article_link(page.selection, str(article["article_id"]), None, "Open the article")
    return (
        f'<div><div class="desk-eyebrow"><b>{escape(outlet)}</b> · {escape(published(article) or "undated")} · {link}'
        f'</div><div class="sources-pane" tabindex="0" lang="{escape(str(article["language"]))}">{blocks}</div></div>'
    )


def _marks(found: Aligned, place: int) -> Iterator[Mark]:
    numbers = count_from(1)
    for shared in found.shared:
        number = next(numbers) if shared.is_shared else 0
        layer = f"{shared.kind} both shared-{number}" if number else f"{shared.kind} alone"
        differs = f" {' and '.join(shared.differs)} differs" if shared.differs else ""
        sign = f"{number}{differs}" if number else ""
        for n, (start, end) in enumerate((shared.one, shared.other)[place]):
            yield Mark(start, end, layer, f"{shared.kind}-{start}", number="" if n else sign)
    for passage in found.passages:
        mention = (passage.one, passage.other)[place]
        yield Mark(mention.start, mention.end, "copied", "copied")


def flat(found: Aligned) -> pd.DataFrame:
    """What both or either of the articles have, as rows in words, for export."""
    rows = (
        (
            shared.kind,
            value_label("type", shared.about) if shared.kind == "event" else shared.about or NO_SPEAKER,
            *(
                _words(article, spans)
                for article, spans in zip(found.articles, (shared.one, shared.other), strict=True)
            ),
            shared.is_shared,
            ", ".join(shared.differs),
        )
        for shared in found.shared
    )
    return pd.DataFrame(rows, columns=["kind", "about", "one", "other", "in_both", "differs"])


def _words(article: Mapping[Hashable, Any], spans: Iterable[tuple[int, int]]) -> str:
    return " … ".join(str(article["text"])[start:end] for start, end in spans)
