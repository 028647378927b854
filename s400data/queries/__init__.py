"""Queries: a store and a selection -> small frames; filters and sums happen in the database."""

from s400data.queries.choices import facets
from s400data.queries.conditions import idle_fields, searched
from s400data.queries.intakes import held_corrections, imported, likenesses
from s400data.queries.occurrences import (
    OccurrenceOrder,
    OccurrencePage,
    bylines,
    events_by_id,
    occurrence_page,
    reports_of,
    told_by,
)
from s400data.queries.overviews import Hidden, Overview, Period, Shown, coverage, date_span, overview, shown
from s400data.queries.partners import partners, widest_article
from s400data.queries.readings import ArticleView, article, articles, texts
from s400data.queries.runs import import_errors, import_runs
from s400data.queries.selections import EVERYTHING, FILTER_LABELS, NOT_KNOWN, About, Selection
from s400data.queries.speakers import top_speakers
from s400data.queries.spellings import Spelling, find_spellings, name_words, near_names, sought
from s400data.queries.statements import (
    named_in_quotations,
    quotation,
    quotation_page,
    quotations,
    quotations_by_id,
    quotations_of_articles,
    stances,
)
from s400data.queries.tallies import Order, PeriodCount, count_periods
from s400data.queries.timelines import event, events, latest_events, reports
from s400data.queries.uncertainties import doubt_rows, doubts
from s400data.queries.views import (
    ARTICLE_VIEW,
    CORRECTION_VIEW,
    COVERAGE_VIEW,
    DOUBT_ROW_VIEW,
    DOUBT_VIEW,
    EVENT_VIEW,
    FACET_VIEW,
    IMPORT_ERROR_VIEW,
    IMPORTED_VIEW,
    LIKENESS_VIEW,
    NAMED_VIEW,
    PARTNER_VIEW,
    QUOTATION_VIEW,
    RUN_VIEW,
    SPEAKER_VIEW,
    STANCE_VIEW,
)
from s400data.queries.voices import positions, voices

__all__ = [
    "ARTICLE_VIEW",
    "CORRECTION_VIEW",
    "COVERAGE_VIEW",
    "DOUBT_ROW_VIEW",
    "DOUBT_VIEW",
    "EVENT_VIEW",
    "EVERYTHING",
    "FACET_VIEW",
    "FILTER_LABELS",
    "IMPORTED_VIEW",
    "IMPORT_ERROR_VIEW",
    "LIKENESS_VIEW",
    "NAMED_VIEW",
    "NOT_KNOWN",
    "PARTNER_VIEW",
    "QUOTATION_VIEW",
    "RUN_VIEW",
    "SPEAKER_VIEW",
    "STANCE_VIEW",
    "About",
    "ArticleView",
    "Hidden",
    "OccurrenceOrder",
    "OccurrencePage",
    "Order",
    "Overview",
    "Period",
    "PeriodCount",
    "Selection",
    "Shown",
    "Spelling",
    "article",
    "articles",
    "bylines",
    "count_periods",
    "coverage",
    "date_span",
    "doubt_rows",
    "doubts",
    "event",
    "events",
    "events_by_id",
    "facets",
    "find_spellings",
    "held_corrections",
    "idle_fields",
    "import_errors",
    "import_runs",
    "imported",
    "latest_events",
    "likenesses",
    "name_words",
    "named_in_quotations",
    "near_names",
    "occurrence_page",
    "overview",
    "partners",
    "positions",
    "quotation",
    "quotation_page",
    "quotations",
    "quotations_by_id",
    "quotations_of_articles",
    "reports",
    "reports_of",
    "searched",
    "shown",
    "sought",
    "stances",
    "texts",
    "told_by",
    "top_speakers",
    "voices",
    "widest_article",
]
