"""Pipeline: what the rules find in an article, or why it cannot be read."""

import logging
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from s400data.actors import find_cast
from s400data.articles import dateline_span, read_article
from s400data.documents import RawArticle, read_document
from s400data.errors import ArticleError, S400Error
from s400data.events import find_events
from s400data.language import parse
from s400data.quotations import find_quotations
from s400data.records import Article, Extraction
from s400data.stances import add_stances
from s400data.timexes import find_timexes

# Headline, standfirst and a caption may come first.
PARAGRAPHS_WITH_DATELINE = 4

logger = logging.getLogger(__name__)


def extract_article(article: Article) -> Extraction:
    """Everything the rules find in `article`; the same article always gives the same extraction."""
    doc = parse(article.text, breaks=find_report_starts(article.text))
    timexes = find_timexes(doc, article)
    cast = find_cast(doc, article)
    quotations = add_stances(doc, cast, find_quotations(doc, article, cast, timexes))
    events = find_events(doc, article, cast, timexes, quotations)
    return Extraction(article, timexes, cast.mentions, quotations, events)


def find_report_starts(text: str) -> Iterator[int]:
    """Where the report begins behind a dateline at the head of one of the first paragraphs, as character offsets.

    "ANKARA, July 12 (Reuters) - Turkey said": read as one sentence, the city becomes the subject.
    """
    for paragraph in islice(re.finditer(r"[^\n]+", text), PARAGRAPHS_WITH_DATELINE):
        dateline = dateline_span(paragraph[0])
        if dateline:
            yield paragraph.start() + dateline[1]


def extract_raw(article: RawArticle) -> Extraction | ArticleError:
    """The extraction of one raw article, or the error that says why it cannot be read."""
    return extract_safely(article.name, lambda: read_article(read_document(article)))


def extract_safely(source: Path | str, read: Callable[[], Article]) -> Extraction | ArticleError:
    """The extraction of the article that `read` gives, or the error of `source` that says why there is none."""
    try:
        return extract_article(read())
    except ArticleError as error:
        return ArticleError(source, error.reason)
    except S400Error:
        # A missing pipeline or a broken knowledge file is not this article's fault and would fail all others.
        raise
    except Exception as error:
        # A rule that fails on one article must not cost the analyst the others; the log keeps where it failed.
        logger.exception("extraction of %s failed", source)
        return ArticleError(source, f"could not be analysed because of an error in this program ({error!r})")


def extract_found(found: RawArticle | ArticleError) -> Extraction | ArticleError:
    """The extraction of what was found in a file; an error stays what it is."""
    return found if isinstance(found, ArticleError) else extract_raw(found)
