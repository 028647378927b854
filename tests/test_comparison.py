import math
import re
import tomllib
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from s400data import comparison
from s400data.comparison.copies import find_passages
from s400data.comparison.features import read_features
from s400data.comparison.prints import find_runs
from s400data.comparison.sayings import build_sayings, find_same
from s400data.comparison.words import find_terms
from s400data.errors import KnowledgeError
from s400data.knowledge.measures import load_measures
from s400data.knowledge.wordings import load_wordings

DAY = pd.Timestamp
DATA = Path(__file__).parent / "data"


def article(article_id, outlet, published, text="", precision="day"):
    return {
        "article_id": article_id,
        "outlet": outlet,
        "published": DAY(published) if published else pd.NaT,
        "published_precision": precision if published else None,
        "title": f"Title of {article_id}",
        "text": text,
    }


def event(event_id, occurrence_id, of, earliest, latest, **more):
    sentence = more.pop("sentence", "Russia and Turkey signed a contract.")
    return {
        **{key: of[key] for key in ("article_id", "outlet", "published", "published_precision", "title")},
        "event_id": event_id,
        "occurrence_id": occurrence_id,
        "type": "agreement",
        "modality": "actual",
        "sentence": sentence,
        "sentence_start": 0,
        "trigger": "signed",
        "trigger_start": 5,
        "earliest": DAY(earliest) if earliest else pd.NaT,
        "latest": DAY(latest) if latest else pd.NaT,
        "date_text": None,
        "actor_names": ["Russia"],
        "target_names": ["Turkey"],
        "countries": ["RUS", "TUR"],
        "place": None,
        "objects": ["S-400"],
        **more,
    }


def quotation(quotation_id, of, text, speaker="Mevlut Cavusoglu", **more):
    start = of["text"].find(text)
    return {
        "quotation_id": quotation_id,
        **{key: of[key] for key in ("article_id", "outlet", "published", "title")},
        "kind": "direct",
        "content": [[start, start + len(text)]],
        "text": text,
        "speaker_id": speaker and speaker.casefold().replace(" ", "-"),
        "speaker_name": speaker,
        "speaker_kind": speaker and "person",
        "speaker_country": speaker and "TUR",
        "cue": "said",
        "within": None,
        "section": "body",
        "words": len(text.split()),
        "place": 0.2 if quotation_id in ("q1", "q3") else 0.9,
        "overall": "supports",
        "date_earliest": of["published"],
        "date_latest": of["published"],
        "repeats": more.get("within") is not None or more.get("section", "body") != "body",
        **more,
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("a $2.5 billion deal", [("USD", 2.45e9, 2.55e9)], id="rounded figure allows what rounds to it"),
        pytest.param("2,500 million dollars", [("USD", 2.5e9, 2.5e9)], id="currency after the number"),
        pytest.param("for four S-400 batteries", [("batteries", 4, 4)], id="number word, thing named between"),
        pytest.param("more than 100 F-35 jets", [("aircraft", 100, math.inf)], id="lower bound"),
        pytest.param("up to 60 missiles", [("missiles", 0, 60)], id="upper bound"),
        pytest.param("about two billion euros", [("EUR", 1.5e9, 2.5e9)], id="approximate"),
        pytest.param("In 2017 systems arrived on 3 May 2019.", [], id="years are no counts"),
        pytest.param("the S-400 systems and F-35 jets", [], id="numbers inside names are no counts"),
        pytest.param("a nine-month option", [], id="durations are no counts"),
    ],
)
def test_figures_are_ranges_their_words_allow(sentence, expected):
    found = [(figure.unit, figure.low, figure.high) for figure in comparison.find_figures(sentence)]
    assert [unit for unit, _, _ in found] == [unit for unit, _, _ in expected]
    for (_, low, high), (_, expected_low, expected_high) in zip(found, expected, strict=True):
        assert (low, high) == pytest.approx((expected_low, expected_high))


def test_figures_stand_where_they_say():
    sentence = "It paid more than $2.5 billion for four S-400 batteries, up to 60 missiles and 18 percent of parts."
    figures = list(comparison.find_figures(sentence))
    assert len(figures) == 4
    assert all(sentence[figure.start : figure.end] == figure.text for figure in figures)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        pytest.param(("2019-05-03", "2019-05-03"), "3 May 2019", id="day"),
        pytest.param(("2017-12-01", "2017-12-31"), "December 2017", id="month"),
        pytest.param(("2017-01-01", "2017-12-31"), "2017", id="year"),
        pytest.param(("2019-07-10", "2019-07-20"), "10 to 20 July 2019", id="days of one month"),
        pytest.param(("2019-06-30", "2019-07-02"), "30 June 2019 to 2 July 2019", id="days of two months"),
    ],
)
def test_days_are_written_as_exactly_as_they_are_known(days, words):
    assert comparison.write_days(*map(DAY, days)) == words


TASS = article("a1", "TASS", "2020-12-18")
SPUTNIK = article("a2", "Sputnik", "2019-11-27")
AZ = article("a3", "AzVision", "2019-05-03")
NOBODY = article("a4", None, None)


def contract_events():
    return pd.DataFrame(
        [
            event("e1", "o1", TASS, "2017-01-01", "2017-12-31"),
            event("e2", "o1", SPUTNIK, "2017-12-01", "2017-12-31", sentence="A $2.5 billion deal for four batteries."),
            event("e3", "o1", AZ, "2017-09-12", "2017-09-12", sentence="It cost $2.5 billion for three batteries."),
            event("e4", "o1", NOBODY, None, None),
        ]
    )


def test_dates_that_no_day_satisfies_conflict_and_a_vaguer_one_does_not():
    found = comparison.find_conflicts(contract_events())
    dates = found.loc[found["about"] == "date"].set_index("outlet")
    assert dates["conflicts"].to_dict() == {"TASS": False, "Sputnik": True, "AzVision": True}
    assert dates.loc["Sputnik", "against"] == ("AzVision",)
    assert set(found["about"]) == {"date", "number"}, "equal amounts are no conflict"


def test_a_date_of_an_unknown_year_is_shown_and_not_compared():
    events = pd.concat(
        [contract_events(), pd.DataFrame([event("e5", "o1", NOBODY, None, None, date_text="in December")])]
    )
    found = comparison.find_conflicts(events)
    row = found.loc[found["event_id"] == "e5"].iloc[0]
    assert (row["words"], row["placed"], row["conflicts"]) == ("in December", False, False)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param({}, 2, id="same kind, parties and thing, months apart"),
        pytest.param({"occurrence_id": "o1"}, 0, id="joined already"),
        pytest.param({"type": "payment"}, 0, id="another kind"),
        pytest.param({"modality": "planned"}, 0, id="one happened, the other has not"),
        pytest.param({"countries": ["USA"]}, 0, id="other parties"),
        pytest.param({"countries": []}, 2, id="parties not named"),
        pytest.param({"objects": ["F-35"]}, 0, id="another thing"),
        pytest.param({"earliest": DAY("2020-01-01"), "latest": DAY("2020-01-01")}, 0, id="more than a year apart"),
        pytest.param({"article_id": "a1"}, 0, id="same article"),
    ],
)
def test_reports_that_may_be_one_event_are_paired_and_not_joined(changes, found):
    events = pd.DataFrame(
        [
            event("e1", "o1", TASS, "2017-09-12", "2017-09-12"),
            {**event("e2", "o2", SPUTNIK, "2018-05-01", "2018-05-31"), **changes},
        ]
    )
    pairs = comparison.find_doubles(events)
    assert len(pairs) == found
    assert set(pairs["against"]) == ({("Sputnik",), ("TASS",)} if found else set())


def test_events_that_recur_from_day_to_day_are_no_doubles():
    kinds = [("e1", TASS, "2017-09-12"), ("e2", SPUTNIK, "2017-10-01")]
    events = pd.DataFrame([event(n, n, of, day, day, type="meeting") for n, of, day in kinds])
    assert comparison.find_doubles(events).empty


def test_an_article_never_contradicts_itself():
    events = pd.DataFrame(
        [event("e1", "o1", AZ, "2017-09-12", "2017-09-12"), event("e2", "o1", AZ, "2017-12-01", "2017-12-31")]
    )
    assert comparison.find_conflicts(events).empty


def test_denied_against_actual_is_a_conflict_and_planned_is_not():
    events = pd.DataFrame(
        [
            event("e1", "o1", AZ, None, None, modality="denied"),
            event("e2", "o1", TASS, None, None, modality="actual"),
            event("e3", "o1", SPUTNIK, None, None, modality="planned"),
        ]
    )
    found = comparison.find_conflicts(events).set_index("outlet")
    assert found["conflicts"].to_dict() == {"AzVision": True, "TASS": True, "Sputnik": False}


def covered(events, *articles, **options):
    found = comparison.compare_coverage(events, pd.DataFrame(articles), **options)
    return found, found.cells.set_index(["occurrence_id", "outlet"])


def test_the_four_states_of_an_outlet():
    first, later = article("a1", "TASS", "2019-07-13"), article("a2", "Sputnik", "2019-07-15")
    silent, away = article("a3", "AzVision", "2019-07-20"), article("a4", "Reuters", "2019-09-01")
    other = article("a5", "Hurriyet", "2019-07-14")
    events = pd.DataFrame(
        [
            event("e1", "o1", first, "2019-07-12", "2019-07-12"),
            event("e2", "o1", later, "2019-07-13", "2019-07-13"),
            event("e3", "o1", other, "2019-07-10", "2019-07-15"),
        ]
    )
    found, cells = covered(events, first, later, silent, away, other)
    assert cells["state"].to_dict() == {
        ("o1", "AzVision"): "not-reported",
        ("o1", "Hurriyet"): "reported",
        ("o1", "Reuters"): "no-coverage",
        ("o1", "Sputnik"): "reported-differently",
        ("o1", "TASS"): "reported-differently",
    }
    assert cells.loc[("o1", "AzVision"), "covering"] == 1
    assert "none reports the event" in cells.loc[("o1", "AzVision"), "check"]
    assert bool(cells.loc[("o1", "TASS"), "first"])
    assert cells.loc[("o1", "Sputnik"), "lag_days"] == 2
    assert found.occurrences.loc[0, "first_outlet"] == "TASS"
    assert found.outlets == ("AzVision", "Hurriyet", "Reuters", "Sputnik", "TASS")


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        pytest.param([event("e1", "o1", TASS, "2017-01-01", "2017-12-31")], "only known as 2017", id="year only"),
        pytest.param([event("e1", "o1", NOBODY, None, None)], "neither the event nor a report", id="no date at all"),
    ],
)
def test_nothing_is_called_unreported_without_a_window(events, reason):
    _, cells = covered(pd.DataFrame(events), TASS, AZ, NOBODY)
    row = cells.loc[("o1", "AzVision")]
    assert row["state"] == "no-coverage"
    assert reason in row["check"]


def test_an_event_to_come_is_news_around_its_first_report():
    events = pd.DataFrame([event("e1", "o1", AZ, "2019-10-01", "2019-10-31", modality="planned")])
    near = article("a9", "Reuters", "2019-05-10")
    _, cells = covered(events, AZ, near)
    assert cells.loc[("o1", "Reuters"), "state"] == "not-reported"
    _, cells = covered(events, AZ, near, days=3)
    assert cells.loc[("o1", "Reuters"), "state"] == "no-coverage"


def test_an_article_dated_to_the_month_proves_no_coverage():
    events = pd.DataFrame([event("e1", "o1", AZ, "2019-05-02", "2019-05-02")])
    _, cells = covered(events, AZ, article("a9", "Reuters", "2019-05-01", precision="month"))
    assert cells.loc[("o1", "Reuters"), "state"] == "no-coverage"


def test_an_article_without_outlet_is_a_column_of_its_own_and_comes_last():
    found, cells = covered(contract_events(), TASS, SPUTNIK, AZ, NOBODY)
    assert found.outlets[-1] == comparison.UNKNOWN_OUTLET
    assert cells.loc[("o1", comparison.UNKNOWN_OUTLET), "state"] == "reported"
    assert pd.isna(cells.loc[("o1", comparison.UNKNOWN_OUTLET), "lag_days"])


def test_no_events_make_an_empty_matrix():
    events = contract_events().iloc[:0]
    found = comparison.compare_coverage(events, pd.DataFrame([TASS]))
    assert found.occurrences.empty
    assert found.cells.empty
    assert comparison.find_conflicts(events).empty


def quotations():
    text = "“We will never give up,” he said. He added that talks go on. “Fine,” an official said."
    of = article("a1", "TASS", "2020-12-18", text)
    return pd.DataFrame(
        [
            quotation("q1", of, "We will never give up"),
            quotation("q2", of, "that talks go on", kind="indirect", overall="undecided"),
            quotation("q3", of, "Fine", "US official (unnamed)", speaker_kind="unnamed", speaker_country="USA"),
            quotation("q4", of, "talks go on", within="q2"),
            quotation("q5", of, "give up", section="headline"),
            quotation("q6", of, "talks", None, overall="undecided"),
        ]
    )


def test_voices_are_counted_in_statements_and_words_without_repeats():
    total = comparison.sum_voices(comparison.voiced(quotations())).iloc[0]
    assert (total["statements"], total["words"], total["direct"], total["indirect"]) == (4, 11, 3, 1)
    assert (total["unnamed"], total["unresolved"], total["voices"], total["early"]) == (1, 1, 2, 2)
    by_country = comparison.count_voices(comparison.voiced(quotations())).set_index("voice")
    assert by_country["statements"].to_dict() == {"TUR": 2, "Country not known": 1, "USA": 1}
    by_name = comparison.count_voices(comparison.voiced(quotations()), "voice").set_index("voice")
    assert by_name.loc["Mevlut Cavusoglu", "words"] == 9


def test_undecided_is_counted_apart_and_has_no_share():
    sides = comparison.count_sides(comparison.voiced(quotations())).set_index("side")
    assert sides["statements"].to_dict() == {"supports": 2, "opposes": 0, "neutral": 0, "undecided": 2}
    assert sides.loc["supports", "share"] == 1.0
    assert pd.isna(sides.loc["undecided", "share"])


def test_voices_of_nothing_are_nothing():
    empty = comparison.voiced(quotations().iloc[:0])
    for count in (comparison.sum_voices, comparison.count_voices, comparison.count_sides, comparison.count_cues):
        assert count(empty).empty


def test_cues_are_counted_by_outlet():
    cues = comparison.count_cues(comparison.voiced(quotations()))
    assert cues[["cue", "outlet", "statements"]].values.tolist() == [["said", "TASS", 4]]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("Turkey’s deal", ["turkey", "deal", "turkey deal"], id="possessive off"),
        pytest.param("the air defence of Türkiye", ["air", "defence", "air defence", "turkiye"], id="function words"),
        pytest.param("US told us", ["US", "told", "US told"], id="initials are not the pronoun"),
        pytest.param("S-400, 2017", ["s-400"], id="numbers alone are no terms"),
        pytest.param("Erdoğan and erdogan", ["erdogan", "erdogan"], id="accents and case folded"),
        pytest.param("U.S. officials", ["US", "officials"], id="initials, and no pair across a full stop"),
    ],
)
def test_terms(text, terms):
    assert [term for term, _, _ in find_terms(text, 0, len(text))] == terms


def test_speech_and_the_outlets_own_words_are_kept_apart():
    text = "The minister said “we keep the system” and left, saying talks “go on”."
    of = article("a1", "TASS", "2020-12-18", text)
    said = pd.DataFrame([quotation("q1", of, "we keep the system"), quotation("q2", of, "talks “go on”", kind="mixed")])
    articles = pd.DataFrame([of])

    def words(part):
        return "|".join(
            text[slice(*span)] for one in comparison.find_stretches(articles, said, part) for span in one.spans
        )

    assert words("speech") == "we keep the system|go on"
    assert words("own") == "The minister said “|” and left, saying talks “|”."
    assert words("all") == text


def term_id(term):
    """A number as the index gives them: odd for two words."""
    return 2 * zlib.crc32(term.encode()) + (" " in term)


def counted(here, there, others=None):
    """Uses of terms as the index counts them."""
    words = sorted({*here, *there})
    everybody = Counter(here) + Counter(there) + Counter(others or {})
    columns = {"term": [term_id(word) for word in words], "here": [here.get(word, 0) for word in words]}
    columns |= {"there": [there.get(word, 0) for word in words], "everybody": [everybody[word] for word in words]}
    return pd.DataFrame({**columns, "articles": 1})


def independent_log_odds(here, there, everybody, prior_words):
    """The paper's estimate, one word at a time, with nothing but math."""
    total = sum(everybody.values())
    n_here, n_there = sum(here.values()), sum(there.values())
    found = {}
    for word, count in everybody.items():
        prior = prior_words * count / total
        a, b = here.get(word, 0) + prior, there.get(word, 0) + prior
        difference = math.log(a / (n_here + prior_words - a)) - math.log(b / (n_there + prior_words - b))
        found[word] = (difference, difference / math.sqrt(1 / a + 1 / b))
    return found


@pytest.mark.parametrize("others", [{}, {"deal": 30, "radar": 1, "ally": 7}], ids=["two outlets", "with others"])
def test_log_odds_agree_with_an_independent_computation(others):
    here, there = {"deal": 12, "threat": 1, "radar": 4}, {"deal": 3, "threat": 9, "radar": 5, "ally": 2}
    counts = counted(here, there, others)
    everybody = Counter(here) + Counter(there) + Counter(others)
    expected = independent_log_odds(here, there, everybody, 500)
    found = comparison.compare_wording(counts, min_uses=1).set_index("term")
    for word, (log_odds, z) in expected.items():
        term = term_id(word)
        assert found.loc[term, "log_odds"] == pytest.approx(log_odds, abs=1e-9)
        assert found.loc[term, "z"] == pytest.approx(z, abs=1e-9)
        assert found.loc[term, "low"] < log_odds < found.loc[term, "high"]
    assert term_id("ally") not in comparison.compare_wording(counts)["term"].tolist()
    assert list(found.index) == sorted(found.index, key=lambda term: -found.loc[term, "z"])


def test_the_same_words_on_both_sides_set_nothing_apart():
    words = ("deal", "ally", "air defence", "new deal")
    alike = dict.fromkeys(words, 40)
    found = comparison.compare_wording(counted(alike, alike))
    assert found["log_odds"].abs().max() < 1e-12
    assert not found["set_apart"].any()


def test_every_use_of_a_term_can_be_opened():
    articles = pd.DataFrame([article("a1", "TASS", None, "The deal is a deal. Deals differ.")])
    none = quotations().iloc[:0]
    uses = [mention for _, mention in comparison.find_uses(comparison.find_stretches(articles, none, "all"), "deal")]
    assert [mention.text for mention in uses] == ["deal", "deal"]
    assert all(articles.loc[0, "text"][mention.start : mention.end] == mention.text for mention in uses)


def test_names_for_the_same_thing_are_found():
    articles = pd.DataFrame([article("a1", "TASS", None, "The contract covers missiles, says the US, not us.")])
    (stretch,) = comparison.find_stretches(articles, quotations().iloc[:0], "all")
    names = {name for _, name, _ in comparison.find_names(stretch)}
    assert names == {"contract", "missile", "the United States or US"}


FULL = "We proposed to the US to establish a working group led by NATO, but the US rejected our offer"


def same_in(texts, **cells):
    """Pairs of places of `texts` that carry one statement, each in an article of its own; by one speaker, undated."""
    features = [read_features(text) for text in texts]
    days = cells.get("days", ["NaT"] * len(texts))
    said = build_sayings(
        [one.words for one in features],
        cells.get("articles", [str(n) for n in range(len(texts))]),
        cells.get("speakers", ["x"] * len(texts)),
        *(np.array(days, dtype="datetime64[D]"),) * 2,
    )
    return {frozenset(pair) for pair in find_same(said, lambda places: [features[place] for place in places])}


@pytest.mark.parametrize("name", ["statement_pairs", "statement_pairs_again", "statement_pairs_held_out"])
def test_statements_are_aligned_across_outlets(name):
    pairs = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
    found = same_in([pair[side] for pair in pairs for side in ("one", "other")])
    aligned = {n for n in range(len(pairs)) if frozenset({2 * n, 2 * n + 1}) in found}
    same = {n for n, pair in enumerate(pairs) if pair["same"]}
    assert len(pairs) == 40
    assert 2 * len(aligned & same) / (len(aligned) + len(same)) >= 0.90


@pytest.mark.parametrize(
    ("changes", "text", "same"),
    [
        pytest.param({}, FULL, True, id="word for word"),
        pytest.param({"articles": ["a1", "a1"]}, FULL, False, id="one article says it twice"),
        pytest.param({"speakers": ["x", "y"]}, FULL, False, id="another speaker"),
        pytest.param({"speakers": ["x", None]}, FULL, True, id="speaker not resolved, all the words"),
        pytest.param({"speakers": ["x", None]}, FULL[:52], False, id="speaker not resolved, few words"),
        pytest.param({}, "a NATO-led working group was proposed, and our offer rejected", True, id="same week, edited"),
        pytest.param(
            {"days": ["2019-11-27", "2021-01-01"]},
            "a NATO-led working group was proposed, and this time the Greeks are with us",
            False,
            id="years later, in other words",
        ),
        pytest.param({"days": ["2019-11-27", "2021-01-01"]}, FULL, True, id="quoted years later"),
    ],
)
def test_the_same_statement_is_known_by_its_words_speaker_and_day(changes, text, same):
    assert bool(same_in([FULL, text], **changes)) is same


def test_statements_join_versions_of_one_speaker_across_articles():
    one, two = article("a1", "TASS", "2019-11-27", FULL), article("a2", "Sputnik", "2019-11-28", FULL)
    short = "establish a working group led by NATO"
    said = pd.DataFrame(
        [
            quotation("q1", one, short),
            quotation("q2", two, FULL),
            quotation("q3", two, FULL, "Mike Pompeo"),
            quotation("q4", one, "We will see what comes of it"),
        ]
    )
    found = comparison.find_statements(said)
    assert found["quotation_id"].tolist() == ["q2", "q1"], "fullest version first; another speaker stays apart"
    assert found["versions"].tolist() == [2, 2]
    assert found["outlets"].tolist() == [2, 2]
    assert comparison.find_statements(said.iloc[:0]).empty


@pytest.mark.parametrize("text", [FULL, "the US rejected it", "", "working group, led by NATO!"])
def test_marked_differences_put_together_are_the_text(text):
    assert "".join(piece for piece, _ in comparison.mark_differences(text, FULL)) == text


def test_added_words_are_marked():
    pieces = comparison.mark_differences("a working group boldly led by NATO", FULL)
    assert [piece for piece, same in pieces if not same] == ["boldly "]


STORY = (
    "Russia and Turkey initially signed a deal for the delivery of four batteries in December. An agreement for a "
    "second regiment is expected to be signed next year, the head of the exporter told reporters on Tuesday in Moscow."
)


def test_two_articles_are_aligned_by_event_and_statement():
    events = contract_events().assign(trigger_end=11)
    said = pd.DataFrame(
        [
            quotation("q1", {**SPUTNIK, "text": FULL}, FULL),
            quotation("q2", {**AZ, "text": f"He said: {FULL}"}, FULL, date_earliest=DAY("2019-11-27")),
            quotation("q3", {**AZ, "text": "Nobody else has this"}, "Nobody else has this"),
            quotation("q4", {**AZ, "text": FULL}, FULL, within="q2"),
        ]
    )
    found = comparison.align_articles(events, said, "a2", "a3")
    assert [(one.kind, one.about, one.is_shared, one.differs) for one in found] == [
        ("statement", "Mevlut Cavusoglu", True, ()),
        ("event", "agreement", True, ("date", "number")),
        ("statement", "Mevlut Cavusoglu", False, ()),
    ]
    assert (found[0].one, found[0].other) == (((0, len(FULL)),), ((9, 9 + len(FULL)),))
    assert found[2].one == ()


def near_duplicates():
    """Pairs of tellings as lists of paragraphs: how they are alike, both, and whether one was copied from the other."""
    stories = tomllib.loads((DATA / "near_duplicates.toml").read_text(encoding="utf-8"))["story"]
    for filed, edited, quoting, topic in ((s["filed"], s["edited"], s["quoting"], s["topic"]) for s in stories):
        framed = ["ISTANBUL, from our own correspondent.", *filed, "Additional reporting by our desk."]
        reordered = [filed[place] for place in (0, 3, 1, 4, 2)]
        kinds = ("copied", framed), ("cut", filed[:3]), ("reordered", reordered), ("lightly edited", edited)
        yield from ((kind, filed, other, True) for kind, other in kinds)
        yield "quoting the same statement only", filed, quoting, False
        yield "same topic only", filed, topic, False
        # An agency repeats its paragraph of background in every story.
        yield "same background only", filed, [*topic, filed[3]], False


def told(article_id, paragraphs):
    of = article(article_id, article_id, None, "\n\n".join(paragraphs))
    return of, [quotation(f"{article_id} {n}", of, words) for n, words in enumerate(re.findall("“(.+?)”", of["text"]))]


def copies_of(articles, said):
    stretches = comparison.find_stretches(articles, said, "own")
    return comparison.find_copies({stretch.article_id: find_runs(stretch) for stretch in stretches})


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        pytest.param(one, other, copied, id=f"{kind} {n}")
        for n, (kind, one, other, copied) in enumerate(near_duplicates())
    ],
)
def test_near_duplicates_are_known_from_stories_on_the_same_matter(one, other, copied):
    (first, said), (second, also_said) = told("a1", one), told("a2", other)
    found = copies_of(pd.DataFrame([first, second]), pd.DataFrame([*said, *also_said]))
    assert found["one_origin"].any() == copied


def test_copies_share_text_and_one_origin():
    one = article("a1", "TASS", "2019-11-26", STORY)
    copy = article("a2", "Sputnik", "2019-11-27", "MOSCOW. " + STORY + " Analysts were surprised.")
    other = article(
        "a3", "BBC", "2019-11-28", "Nothing at all like it stands here, and nobody in the whole wide world minds."
    )
    articles = pd.DataFrame([copy, one, other])
    copies = copies_of(articles, quotations().iloc[:0])
    assert copies[["one_origin"]].values.tolist() == [[True]]
    origins = comparison.find_origins(articles, copies).set_index("article_id")["origin"]
    assert origins.to_dict() == {"a1": "a1", "a2": "a1", "a3": "a3"}
    stretches = {s.article_id: s for s in comparison.find_stretches(articles, quotations().iloc[:0], "own")}
    passage = find_passages(stretches["a1"], stretches["a2"])[0]
    assert passage.one.text == STORY.removesuffix(".")
    assert stretches["a2"].text[passage.other.start : passage.other.end] == passage.other.text


def test_the_same_quotation_is_no_shared_text():
    rest = " The first paper goes on about its own matters.", " Nobody else wrote what the second one wrote here."
    texts = [f"He said: “{FULL}.”{own}" for own in rest]
    one, two = (article(f"a{n}", f"Outlet {n}", "2019-11-26", text) for n, text in enumerate(texts))
    said = pd.DataFrame([quotation("q1", one, FULL), quotation("q2", two, FULL)])
    assert copies_of(pd.DataFrame([one, two]), said).empty


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One. Two.", ["One.", "Two."], id="two sentences"),
        pytest.param("U.S. officials met. They left.", ["U.S. officials met.", "They left."], id="initials"),
        pytest.param("“Yes,” he said. “No.” She left.", ["“Yes,” he said.", "“No.”", "She left."], id="closing marks"),
        pytest.param("No full stop\n\nNext", ["No full stop", "Next"], id="paragraphs"),
        pytest.param("It cost 2.5 billion. Mr. Cook paid.", ["It cost 2.5 billion.", "Mr. Cook paid."], id="decimals"),
    ],
)
def test_sentences(text, sentences):
    found = comparison.find_sentences(text, 0, len(text))
    assert [one.text for one in found] == sentences
    assert all(text[one.start : one.end] == one.text for one in found)


def test_context_reaches_as_far_as_asked():
    text = "One. Two. Three. Four."
    place = re.search("Three", text).span()
    assert comparison.sentence_around(text, *place).text == "Three."
    assert comparison.sentence_around(text, *place, before=1, after=9).text == "Two. Three. Four."


@pytest.mark.parametrize(
    ("load", "text", "line", "reason"),
    [
        pytest.param(load_measures, "[[measure]]\nkind='scale'\nname='k'\nwords=['k']", 1, "needs a value", id="scale"),
        pytest.param(
            load_measures,
            "[[measure]]\nkind='unit'\nname='a'\nwords=['x']\n[[measure]]\nkind='unit'\nname='b'\nwords=['x']",
            5,
            "listed twice",
            id="word of two things",
        ),
        pytest.param(load_wordings, "[[wording]]\nthing='x'\nchoices=[]", 1, "has no choice", id="nothing to choose"),
        pytest.param(load_measures, "[[measure]]\nkind='colour'\nname='a'\nwords=[]", 2, "kind", id="unknown kind"),
    ],
)
def test_broken_knowledge_is_refused_with_its_line(tmp_path, load, text, line, reason):
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=reason) as caught:
        load(path)
    assert caught.value.line == line


def test_an_affair_without_wordings_has_none(tmp_path):
    assert load_wordings(tmp_path / "missing.toml") == ()
