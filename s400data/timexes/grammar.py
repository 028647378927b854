"""Grammar: the shapes that expressions of time take in English, as patterns over kinds of words."""

import re
from functools import cache

from s400data.timexes.patterns import Grammar, Rule
from s400data.timexes.words import CORES

_RELATIONS = "last/past_word/previous/next/coming/following/this/that/same/current"

_PARTS = {
    "edge": "edge=(the? early/late/mid dash to dash early/late/mid dash?"
    "|the? early/late/mid/later/earlier (dash|in|on)? the?|the? edge_noun/edge_part/mid of the?)",
    "day": "day=(num|ordinal|number_word dash ordinal_word|ordinal_word)",
    "month": "month=month/month_name/month_short",
    "year": "year=(era num/count/year|num/count/year era|year|short_year)",
    "any_year": "year=(era num/count/year|num/count/year era|year|short_year|huge)",
    "weekday": "weekday=weekday/weekday_short",
    "relation": f"rel=(the? this? {_RELATIONS} same?)",
    "frame": f"frame=(of? the? {_RELATIONS} same? unit|of the unit)",
    "clock": "(clock meridiem? clock_unit? zone?|num meridiem zone?|midday|num/number_word oclock"
    "|hundred_hours clock_unit? zone?)",
    "amount": "amount=(a? few dozen?|a? couple of?|a? dozen|half a?|a half dash?|a? hundred+ (and a half)?"
    "|(num|count|year|number_word) (dash number_word)? hundred* (and a? half|and number_word)?|a)",
    "number": "amount=((num|count|number_word) (dash number_word)?|few|a? couple of?|dozen|half)",
    "unit": "unit=unit/units/clock_unit",
}
_BEFORE_DAY = "(before=(the? early/late? daypart clock_unit? of|{clock} comma?) the?)?"
_AFTER_DAY = "after=(comma? (in the)? early/late? daypart|comma? at? {clock})?"

# Each of these may carry a time of day before or after it.
_DAYS = (
    Rule("day_month", "({weekday} comma?)? the? {day} of? {month} ((comma|of|in)? {any_year}|comma? {frame})?"),
    Rule("month_day", "({weekday} comma?)? {month} the? {day} ((comma|of|in)? {any_year}|comma? {frame})?"),
    Rule("weekday", "{relation}? {weekday} ({frame})?"),
    Rule("weekday_day", "{weekday} comma? the? day=(ordinal|number_word dash ordinal_word)"),
    Rule("numeric_date", "({weekday} comma?)? date=numeric/iso"),
    Rule("today", "later? today=today"),
    Rule("holiday", "{relation}? holiday=holiday ((comma|of|in)? {year}|{frame})?"),
    Rule("day_of_frame", "the? {day} {frame}"),
    Rule("bare_day", "head=(on|by|to|from|between|lead) the day=ordinal"),
    Rule("relative_day", "{relation} unit=unit"),
)
_OTHERS = (
    Rule(
        "day_in_range",
        "head=(on|by|to|from|between)? the? {day} "
        "tail=(((dash|to|and|or|comma)+ the? (num|ordinal))+ of? {month} (comma? {year})?)",
    ),
    Rule("second_day", "head=(dash|to|and|or) the? day=num/ordinal (comma? {year})?"),
    Rule("month", "about? {edge}? {relation}? {month} ((comma|of|in|dash)? {any_year}|comma? {frame})?"),
    Rule("year", "{edge}? (the unit/units)? about? {year}"),
    Rule("year_before", "year=num/count tail=((dash|to|and|or) num/count/year era=era)"),
    Rule("second_year", "head=dash year=num/short_year"),
    Rule("huge_year", "the? unit=unit year=huge"),
    Rule(
        "quarter",
        "{edge}? {relation}? the? nth=(ordinal/ordinal_word) dash? unit=unit ((comma|of|in)? {year}|{frame})?",
    ),
    Rule(
        "half_year",
        "{edge}? {relation}? the? nth=(ordinal/ordinal_word) dash? half=half ((of (the unit)?)? {year}|{frame})",
    ),
    Rule("year_part", "{edge}? part=quarter_code/half_code ((comma|of|dash)? {year})?"),
    Rule("year_part", "{year} part=quarter_code/half_code"),
    Rule("season", "{edge}? {relation}? the? season=season ((comma|of|in)? {year} (dash second=num/year)?|{frame})?"),
    Rule("season", "{edge}? (the|{relation}) season=fall (of? {year}|{frame})?"),
    Rule("season", "{edge}? season=fall of? {year}"),
    Rule("season", "{edge}? {year} season=season"),
    Rule("decade", "{edge}? the? decade=decade/decade_word"),
    Rule("century", "{edge}? the? nth=(ordinal|number_word dash ordinal_word|ordinal_word) dash? unit=unit era=era?"),
    Rule("relative_period", "{edge}? {relation} unit=unit"),
    Rule("edge_of_period", "{edge} the? unit=unit"),
    Rule("edge_possessive", "unit=unit possessive edge=edge_noun"),
    Rule("periods", "{relation} approx/about? {number} dash? {unit}"),
    Rule("periods", "the {number} rel=last/past_word/previous/next/following unit=units"),
    Rule("periods", "{relation} unit=units/clock_unit"),
    Rule("duration", "the ordinal_word {number} {unit}"),
    Rule(
        "first_periods",
        "the? which=(ordinal_word|ordinal|last|edge_part) {number}? unit=unit/units of {month} (comma? {year})?",
    ),
    Rule("first_periods", "the which=(ordinal_word|last|edge_part) {number}? unit=unit/units of {year}"),
    Rule("ago", "approx/about* {amount} {unit} ago"),
    Rule("from_now", "approx/about* {amount} {unit} from (present|today)"),
    Rule("ago", "unit=units/clock_unit ago"),
    Rule("shifted", "approx/about* {amount} {unit} way=later/earlier/before/after"),
    Rule("shifted", "unit=units/clock_unit way=later/earlier/before"),
    Rule("day_beside", "the unit=unit way=before/after"),
    Rule("duration", "approx/about* {amount} dash? {unit} (dash? old|dash? long|of age)?"),
    Rule("duration", "{unit} dash long"),
    Rule("duration_half", "approx/about* a {unit} and a half"),
    Rule("duration", "head=(lead|in|approx|about|after|to) unit=units"),
    Rule("every", "every other? amount=(num|number_word|few)? unit=unit/units/clock_unit/daypart/season"),
    Rule("every_day", "every other? (day=weekday|month=month/month_name)"),
    Rule("weekdays", "day=weekdays"),
    Rule("adverb_set", "ref=adverb_set"),
    Rule("per", "per unit=unit"),
    Rule("times_a", "(times|num times_word|number_word times_word|few times_word) (a|per|every) unit=unit"),
    Rule("reference", "ref=present/past/future"),
    Rule("the_past", "the past_word"),
    Rule("recent", "(the|that)? ref=recent unit=units"),
    Rule("clock", "before={clock}"),
    Rule("tonight", "ref=tonight"),
    Rule("daypart", "{relation} (early/late dash?)? part=daypart"),
    Rule("daypart", "head=(in|lead|on|by|at) the (early/late dash?)? part=daypart"),
    Rule("fiscal", "{edge}? {relation}? the? fiscal dash? unit=unit? {year}? (dash second=num/year)?"),
    Rule("fiscal", "fiscal_code dash? year=(year|short_year|num) (dash second=num/year)?"),
    Rule("fiscal", "the? {year} (dash second=num/year)? fiscal unit=unit"),
    Rule("anniversary", "the? nth=(ordinal|ordinal_word|number_word dash ordinal_word) anniversary"),
    Rule("weekend", "the unit=unit"),
)


@cache
def load_grammar() -> Grammar:
    """Return the rules, compiled once."""
    days = [Rule(rule.name, f"{{edge}}? {_BEFORE_DAY} {rule.pattern} {_AFTER_DAY}") for rule in _DAYS]
    return Grammar([Rule(rule.name, _expand(rule.pattern)) for rule in (*days, *_OTHERS)], CORES)


def _expand(pattern: str) -> str:
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda part: _bracketed(_PARTS[part[1]]), pattern)
    return pattern


def _bracketed(part: str) -> str:
    return part if "=" in part else f"({part})"
