"""Comparison: which source reports which event, first, differently, or not at all; voices, wording, shared text."""

from s400data.comparison.conflicts import Fact, find_conflicts, find_facts, write_days
from s400data.comparison.copies import Passage, find_copies, find_origins, find_passages
from s400data.comparison.coverage import WINDOW_DAYS, Coverage, Overlook, State, compare_coverage, overlook_coverage
from s400data.comparison.doubles import find_double_pairs, find_doubles, to_pairs
from s400data.comparison.families import find_carriers, find_families, number_statements
from s400data.comparison.figures import Figure, find_figures, is_compatible
from s400data.comparison.index import bring_up_to_date, count_unread, read_new_articles
from s400data.comparison.judgements import count_disputed, find_disputed, read_disagreements
from s400data.comparison.pairs import Shared, align_articles
from s400data.comparison.passages import find_sentences, sentence_around
from s400data.comparison.positions import find_positions, find_shifts
from s400data.comparison.reports import UNKNOWN_OUTLET, name_outlets, order_outlets
from s400data.comparison.statements import find_statements, mark_differences, order_statements, to_words
from s400data.comparison.tallies import (
    count_names,
    count_origins,
    count_terms,
    find_namers,
    find_shared_text,
    find_users,
    name_terms,
    sum_terms,
)
from s400data.comparison.voices import (
    COUNTRY_NOT_KNOWN,
    NOT_RESOLVED,
    SIDES,
    count_cues,
    count_sides,
    count_voices,
    sum_by_voice,
    sum_voices,
    voiced,
)
from s400data.comparison.wording import MIN_USES, PRIOR_WORDS, compare_wording, find_names
from s400data.comparison.words import Part, Stretch, find_stretches, find_uses

__all__ = [
    "COUNTRY_NOT_KNOWN",
    "MIN_USES",
    "NOT_RESOLVED",
    "PRIOR_WORDS",
    "SIDES",
    "UNKNOWN_OUTLET",
    "WINDOW_DAYS",
    "Coverage",
    "Fact",
    "Figure",
    "Overlook",
    "Part",
    "Passage",
    "Shared",
    "State",
    "Stretch",
    "align_articles",
    "bring_up_to_date",
    "compare_coverage",
    "compare_wording",
    "count_cues",
    "count_disputed",
    "count_names",
    "count_origins",
    "count_sides",
    "count_terms",
    "count_unread",
    "count_voices",
    "find_carriers",
    "find_conflicts",
    "find_copies",
    "find_disputed",
    "find_double_pairs",
    "find_doubles",
    "find_facts",
    "find_families",
    "find_figures",
    "find_namers",
    "find_names",
    "find_origins",
    "find_passages",
    "find_positions",
    "find_sentences",
    "find_shared_text",
    "find_shifts",
    "find_statements",
    "find_stretches",
    "find_users",
    "find_uses",
    "is_compatible",
    "mark_differences",
    "name_outlets",
    "name_terms",
    "number_statements",
    "order_outlets",
    "order_statements",
    "overlook_coverage",
    "read_disagreements",
    "read_new_articles",
    "sentence_around",
    "sum_by_voice",
    "sum_terms",
    "sum_voices",
    "to_pairs",
    "to_words",
    "voiced",
    "write_days",
]
