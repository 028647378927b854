import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import sources
from pages.shared.address import FACETS
from pages.shared.components.exports import plain_view
from pages.shared.components.labels import rows_of
from pages.shared.quotes import readings as quote_readings
from pages.shared.quotes.exports import hand_out, to_markdown
from pages.shared.quotes.profile import tally
from pages.shared.sources import copies, pairs, readings
from pages.shared.sources.matrix import flat_matrix
from s400data import comparison, queries
from s400data.exports import FORMS, STAMP_COLUMNS, to_csv, to_json, write_stamped
from s400data.figures import build_stamp
from s400data.queries import Selection, tallies
from s400data.store import open_store
from tests import samples
from tests.desks import EVIL, build_desk, copied
from tests.samples import ANKARA, MOSCOW

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return build_desk(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'desk.db'}")


@pytest.fixture
def open_page(desk, monkeypatch):
    monkeypatch.setenv("S400_DATABASE_URL", desk)

    def opened(page, /, **params):
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
        test.switch_page(f"pages/{page}.py")
        for name, value in params.items():
            test.query_params[name] = value
        test.run()
        assert not test.exception
        assert not test.error
        return test

    return opened


def html_of(test):
    return "\n".join(one.proto.body for one in test.get("html"))


@pytest.mark.parametrize("part", [part.name for part in sources.PARTS])
def test_every_part_of_sources_opens_by_its_name(open_page, part):
    test = open_page("sources", part=part)
    assert test.subheader[0].value == next(one.question for one in sources.PARTS if one.name == part)


@pytest.mark.parametrize("part", [part.name for part in sources.PARTS])
def test_every_part_has_an_answer_where_nothing_fits(open_page, part):
    html = html_of(open_page("sources", part=part, q="nothingfitsthis"))
    assert "desk-empty" in html


def test_an_unknown_part_opens_the_first(open_page):
    assert open_page("sources", part="nonsense").subheader[0].value == sources.PARTS[0].question


def test_the_matrix_names_events_outlets_and_states(open_page):
    html = html_of(open_page("sources"))
    row = next(row for row in html.split("<tr>") if "Agreement: Russia" in row)
    cells = re.findall(r'title="([^"]*)"><span>([^<]*)<', row)
    words = {told.partition(": ")[0]: (shown, told) for told, shown in cells[1:]}
    assert words["Bosphorus Post"][0].startswith("◐ 1 first")
    assert words["Second Post"][0].startswith("◐ 1 +2 d")
    assert words["Outlet not known"][0].startswith("◐ 1")
    assert "Reported in 1 article." in words["Second Post"][1]


def test_every_cell_of_the_matrix_tells_its_check_and_how_many(open_page):
    html = html_of(open_page("sources"))
    cells = re.findall(r'<td class="([a-z- ]+)"[^>]*title="([^"]*)"><span>([^<]*)<', html)
    assert {state for state, _, _ in cells} >= {"reported", "no-coverage"}
    for state, told, words in cells:
        assert re.search(r"Reported in|Has |Cannot be checked", told), told
        assert re.match(r"[●◐] \d" if state.startswith("reported") else r"[○–] 0 of \d", words), words


@pytest.mark.parametrize(
    ("params", "part_of"),
    [
        ({"show": "different"}, "◐"),
        ({"order": "type"}, '<tr class="group">'),
        ({"order": "earliest"}, ">2019<"),
        ({"first": "Second Post"}, "Second Post"),
        ({"origins": "once"}, "origin"),
    ],
    ids=str,
)
def test_the_view_of_the_matrix_stands_in_the_url(open_page, params, part_of):
    test = open_page("sources", **params)
    assert part_of in html_of(test) + " ".join(one.value for one in test.caption)


def test_a_link_to_a_cell_opens_its_sentences(open_page):
    html = html_of(open_page("sources", event="contract", by="Bosphorus Post"))
    assert "Ankara <mark>signed</mark> a contract for the S-400" in html
    assert "differs from Outlet not known" in html


def test_conflicting_dates_stand_side_by_side(open_page):
    html = html_of(open_page("sources", part="facts"))
    assert "December 2017" in html
    assert "12 September 2017" in html
    assert "contradicts Outlet not known" in html


def test_a_term_in_the_url_opens_its_sentences(open_page):
    html = html_of(open_page("sources", part="wording", term="missile"))
    assert "<mark>missile</mark>" in html


def test_copies_count_as_one_origin(open_page):
    captions = " ".join(one.value for one in open_page("sources", part="copies").caption)
    assert "4 articles, 3 independent origins" in captions


def test_copies_of_one_story_can_be_counted_once(open_page):
    told = html_of(open_page("sources", part="voices"))
    assert "Second Post" in told
    test = open_page("sources", part="voices", origins="once")
    assert "Second Post" not in html_of(test)
    assert any("3 origins of 4 articles counted." in one.value for one in test.caption)


def test_positions_on_each_topic_stand_by_outlet(open_page):
    html = html_of(open_page("sources", part="sides"))
    assert "position=supports" in html


def test_the_same_statement_is_shown_in_both_versions(open_page):
    html = html_of(open_page("sources", part="statements"))
    assert "2 versions in 2 outlets" in html


def test_two_articles_stand_side_by_side_with_what_both_have(open_page):
    test = open_page("sources", part="pair")
    html = html_of(test)
    assert html.count('class="sources-pane"') == 2
    assert "contradict each other" in html
    assert html.count('class="mark event both shared-1"') == 2
    assert "differs</sup>" in html


def test_a_link_names_the_two_articles(open_page):
    test = open_page("sources", part="pair", one="a2", two="a1")
    assert [box.value for box in test.selectbox] == ["a2", "a1"]
    test = open_page("sources", part="pair", one="nonsense", two="a999")
    assert len({box.value for box in test.selectbox}) == 2


def test_quotes_show_the_words_in_their_sentence_with_the_reason(open_page):
    html = html_of(open_page("quotes", actor="mevlut-cavusoglu"))
    assert "Mevlüt Çavuşoğlu" in html
    assert "Foreign Minister, Government of Turkey, Turkey" in html
    assert "&#x27;not give up&#x27; about the S-400" in html
    assert 'class="mark said evidence"' in html


def test_a_click_on_the_rail_narrows_and_a_second_one_widens(open_page):
    test = open_page("quotes")
    total = html_of(test).count("<blockquote>")
    test.button(key="rail-side-undecided").click().run()
    assert test.query_params["side"] in ("undecided", ["undecided"])
    assert html_of(test).count("<blockquote>") == 1 < total
    test.button(key="rail-side-undecided").click().run()
    assert html_of(test).count("<blockquote>") == total


def test_an_undecided_quotation_is_not_called_neutral(open_page):
    html = html_of(open_page("quotes", side="undecided"))
    assert "Not decided" in html
    assert "Takes no side" not in html


def test_a_card_has_a_citation_in_four_forms(desk):
    selection = Selection(actors=("mevlut-cavusoglu",), outlets=("Bosphorus Post",))
    (row,) = rows_of(queries.quotation_page(open_store(desk), selection))
    codes = [form(row) for form in FORMS.values()]
    assert codes[0] == (
        "Mevlüt Çavuşoğlu, Foreign Minister: “We will not give up the S-400”. "
        "Bosphorus Post, “Ankara stands by missile deal”, 28 November 2019."
    )
    assert codes[1].startswith("> “We will not give up the S-400”\n>\n> — **Mevlüt Çavuşoğlu**, Foreign Minister. ")
    assert "journal = {Bosphorus Post}" in codes[2]
    assert "\nT2  - Bosphorus Post\n" in codes[3]


@pytest.mark.parametrize("page", ["0", "-3", "999", "x", "9" * 50])
def test_a_page_number_that_does_not_exist_shows_one_that_does(open_page, page):
    assert "<blockquote>" in html_of(open_page("quotes", page=page))


def test_quotes_say_what_to_do_where_nothing_fits(open_page):
    assert "No quotation fits these filters." in html_of(open_page("quotes", q="nothingfitsthis"))


def test_an_article_shows_its_text_byline_and_what_was_cut(open_page):
    html = html_of(open_page("article", article="a1"))
    assert "Bosphorus Post" in html
    assert "line under the headline: 28.11.2019" in html
    assert "The outlet is named in the last line." in html
    assert "Home | World" in html
    assert 'class="mark quotation"' in html


@pytest.mark.parametrize("place", ["a1-q0", "a1-e0", "31-37"])
def test_a_link_to_a_place_marks_it(open_page, place):
    html = html_of(open_page("article", article="a1", mark=place))
    assert html.count('id="place"') == 1


@pytest.mark.parametrize("place", ["a1-q77", "5-2", "0-99999999", "<script>"])
def test_a_place_that_is_not_there_is_said_so(open_page, place):
    test = open_page("article", article="a1", mark=place)
    assert 'id="place"' not in html_of(test)
    assert "is not in this article" in test.info[0].value


def test_an_article_that_does_not_exist_is_said_so_and_another_can_be_chosen(open_page):
    test = open_page("article", article="a999")
    assert "no article of this number" in html_of(test)
    assert len(test.selectbox[0].options) == 4


def test_what_is_searched_for_is_marked_in_cards_and_in_the_text(open_page):
    for page in ("quotes", "article"):
        html = html_of(open_page(page, q="s400", outlet="Bosphorus Post"))
        assert re.search(r'class="mark[^"]*\bfound[^"]*"[^>]*>(<sup.*?</sup>)?S-400', html), page


def test_the_margin_says_who_speaks_while_quotations_are_marked(open_page):
    test = open_page("article", article="a1")
    assert '<aside class="margin"><span class="voice"><sup class="number">1</sup>Mevlüt Çavuşoğlu' in html_of(test)
    test.get("button_group")[0].set_value(["date"]).run()
    assert "<aside" not in html_of(test)


def test_the_cell_of_the_matrix_can_be_closed(open_page):
    test = open_page("sources", event="contract", by="Bosphorus Post")
    next(button for button in test.button if button.key == "matrix-close").click().run()
    assert "Ankara <mark>signed</mark>" not in html_of(test)


def test_rows_are_handed_out_in_three_forms(open_page):
    buttons = [one.proto.label for one in open_page("quotes").get("download_button")]
    assert buttons == ["CSV", "XLSX", "JSON", "Markdown"]


def test_marks_of_a_layer_can_be_switched_off(open_page):
    test = open_page("article", article="a1")
    test.get("button_group")[0].set_value(["date"]).run()
    html = html_of(test)
    assert 'class="mark date"' in html
    assert 'class="mark event"' not in html


@pytest.mark.parametrize(
    ("params", "heading"),
    [
        ({"part": "wording", "by": "Bosphorus Post", "cue": "said"}, "“said” in Bosphorus Post: "),
        (
            {"part": "wording", "by": "Bosphorus Post", "thing": "The agreement", "name": "contract"},
            "“contract” in Bosph",
        ),
        ({"part": "voices", "by": "Bosphorus Post", "voice": "TUR"}, "Turkey in Bosphorus Post: "),
        (
            {"part": "voices", "group": "voice", "by": "Bosphorus Post", "voice": "Mevlüt Çavuşoğlu"},
            "Mevlüt Çavuşoğlu in",
        ),
        ({"part": "voices", "voice": "TUR"}, "Turkey in all outlets: "),
        ({"part": "voices", "group": "voice", "voice": "Mevlüt Çavuşoğlu"}, "Mevlüt Çavuşoğlu in all outlets: "),
    ],
    ids=["word of saying", "name", "country", "speaker", "country everywhere", "speaker everywhere"],
)
def test_a_number_of_words_and_voices_opens_its_sentences(open_page, params, heading):
    html = html_of(open_page("sources", **params))
    opened = html.partition(f"<h4>{heading}")[2]
    assert "sources-words" in opened
    assert "Read in the article" in opened


@pytest.mark.parametrize("group", ["country", "voice"])
def test_every_voice_leads_to_as_many_statements_as_it_is_counted(open_page, group):
    html = html_of(open_page("sources", part="voices", group=group))
    rows = re.findall(r'<td><a href="sources[?]([^"]*)"[^>]*>([^<]*)</a></td><td class="n">\d+</td>(.*?)</tr>', html)
    assert rows
    for address, name, cells in rows:
        statements = re.match(r'<td class="n">(\d+)</td>', cells)[1]
        opened = html_of(open_page("sources", **dict(parse_qsl(unescape(address)))))
        assert f"<h4>{name} in all outlets: {statements} statement" in opened


def test_words_of_saying_tell_what_they_lean_to(open_page):
    html = html_of(open_page("sources", part="wording"))
    assert re.search(r"<td>said</td><td>neutral</td>", html)


@pytest.fixture(scope="module")
def narrow_desks(tmp_path_factory):
    """Stores that leave little to compare, by what they hold."""
    folder = tmp_path_factory.mktemp("narrow")
    held = {
        "one outlet": [ANKARA],
        "one article each": [ANKARA, MOSCOW],
        "outlets not known": [without_outlet(ANKARA), without_outlet(MOSCOW)],
        "one text under two names": [ANKARA, copied(ANKARA, "b1", "Second Post", date(2019, 11, 30))],
    }
    urls = {name: f"sqlite:///{folder / name.replace(' ', '-')}.db" for name in held}
    for name, extractions in held.items():
        store = open_store(urls[name])
        for extraction in extractions:
            store.save(extraction)
    return urls


def without_outlet(extraction):
    return replace(extraction, article=replace(extraction.article, outlet=None))


@pytest.mark.parametrize("part", [part.name for part in sources.PARTS])
@pytest.mark.parametrize("held", ["one outlet", "one article each", "outlets not known", "one text under two names"])
def test_every_part_says_what_little_it_can(open_page, monkeypatch, narrow_desks, held, part):
    monkeypatch.setenv("S400_DATABASE_URL", narrow_desks[held])
    test = open_page("sources", part=part, origins="once" if held == "one text under two names" else "")
    html = html_of(test)
    assert "desk-empty" in html or re.search("sources-(grid|table|list|facts|panes|pair)", html) or test.expander
    if held == "outlets not known" and part in ("events", "voices", "sides"):
        assert comparison.UNKNOWN_OUTLET in html
    if held == "one outlet" and part in ("statements", "copies", "facts", "pair", "wording"):
        assert "desk-empty" in html


def test_one_text_under_two_names_is_one_origin_and_two_outlets(open_page, monkeypatch, narrow_desks):
    monkeypatch.setenv("S400_DATABASE_URL", narrow_desks["one text under two names"])
    assert "Second Post" in html_of(open_page("sources"))
    once = open_page("sources", origins="once")
    assert "Second Post" not in html_of(once).partition("sources-grid")[2]
    assert any("1 origin of 2 articles" in one.value for one in once.caption)


def test_shared_text_comes_a_page_at_a_time(open_page, monkeypatch, tmp_path):
    url = f"sqlite:///{tmp_path / 'copies.db'}"
    for name in ("a1", "b1", "c1"):
        copy = copied(ANKARA, name, f"{name} Post", date(2019, 11, 30))
        open_store(url).save(replace(copy, article=replace(copy.article, path=name)))
    monkeypatch.setenv("S400_DATABASE_URL", url)
    monkeypatch.setattr(copies, "SHOWN", 2)
    pages = [[one.label for one in open_page("sources", part="copies", page=n).expander] for n in ("1", "2")]
    assert [len(page) for page in pages] == [2, 1]
    labels = [label for page in pages for label in page]
    assert len(set(labels)) == 3
    assert all("one origin" in label and "passage" in label for label in labels)
    assert "Export all 3 pairs" in html_of(open_page("sources", part="copies", page="9"))


@pytest.mark.parametrize(
    ("page", "params"),
    [
        ("article", {"article": "evil"}),
        ("article", {"article": "evil", "mark": "evil-q0"}),
        ("quotes", {}),
        *(("sources", {"part": part.name}) for part in sources.PARTS),
        ("sources", {"event": "evil-e0", "by": EVIL}),
        ("sources", {"part": "pair", "one": "evil", "two": "a1"}),
    ],
    ids=str,
)
def test_a_hostile_article_puts_no_tag_and_no_markdown_on_any_page(open_page, page, params):
    test = open_page(page, **params)
    html = html_of(test)
    assert "<script>window" not in html
    assert "<img" not in html
    for element in (*test.markdown, *test.caption, *test.subheader, *test.info):
        assert "**b**" not in element.value
        assert ":red[x]" not in element.value
    for link in test.get("page_link"):
        assert "**b**" not in link.proto.label + link.proto.help


def exported_frames(store):
    everything = Selection()
    coverage = readings.matrix(store, everything, readings.Asked(14), 1).coverage
    quotations = comparison.voiced(queries.voices(store))
    return {
        "matrix": flat_matrix(coverage, coverage.occurrences),
        "conflicts": readings.conflicts(store, everything, 20)[0],
        "doubles": readings.doubles(store, everything)[0],
        "voices": comparison.count_voices(quotations),
        "positions": queries.positions(store),
        "sides": comparison.count_sides(quotations),
        "wording": readings.scored_terms(store, everything, "all", "Bosphorus Post", None),
        "statements": readings.statements(store, everything, 20)[0].drop(columns="stances"),
        "all-statements": readings.every_statement(store, everything).drop(columns="stances"),
        "copies": readings.copies(store, everything),
        "pair": pairs.flat(readings.aligned(store, "a1", "a2")),
    }


def test_every_table_of_sources_can_be_exported(desk):
    for name, frame in exported_frames(open_store(desk)).items():
        view = plain_view(frame, name)
        assert to_csv(frame, view).startswith(",".join(view.names)), name
        assert len(json.loads(to_json(frame, view))) == len(frame), name
        noun, today = ("row", "rows"), date(2026, 3, 4)
        stamp = build_stamp(open_store(desk), "quotations", frame, Selection(), title=name, today=today, noun=noun)
        rows = json.loads(write_stamped(to_json, frame, view, stamp))
        assert {row["made"][:18] for row in rows} == ({"Made on 4 Mar 2026"} if len(frame) else set()), name
        assert not set(view.names) & {column.name for column in STAMP_COLUMNS}, name


def test_all_statements_are_exported_as_the_pages_show_them(desk):
    store, everything = open_store(desk), Selection()
    shown, total = readings.statements(store, everything, 20)
    assert total == shown["statement"].nunique() > 0
    every = readings.every_statement(store, everything)
    pd.testing.assert_frame_equal(every.drop(columns="stances"), shown.drop(columns="stances"))


def test_quotations_are_exported_with_positions_and_citation(desk):
    rows = json.loads(hand_out(open_store(desk), Selection(sides=("supports",)), "newest", to_json))
    assert {row["selected_by"] for row in rows} == {"Dates: any date. Side: For."}
    first = next(row for row in rows if row["quotation_id"] == "a1-q0")
    assert first["positions"] == "supports s400-purchase (clear)"
    assert first["citation"].startswith("Mevlüt Çavuşoğlu, Foreign Minister: “We will not give up the S-400”.")


def test_quotations_are_exported_as_markdown_that_an_article_cannot_break(desk):
    written = hand_out(open_store(desk), Selection(), "newest", to_markdown)
    assert written.startswith("# Quotations\n\n6 quotations, selected by: Dates: any date. No filter. Exported ")
    assert "<script" not in written.replace("\\<", "")
    assert "**b**" not in written


def test_a_card_names_the_other_outlets_that_carry_the_statement(open_page):
    html = html_of(open_page("quotes", actor="mevlut-cavusoglu"))
    assert re.search(r'Same statement in <a href="article[?][^"]*article=b1[^"]*"[^>]*>Second Post', html)


def test_a_card_can_be_unfolded_to_its_context(open_page):
    html = html_of(open_page("quotes", actor="mevlut-cavusoglu", outlet="Bosphorus Post"))
    assert re.search(r"<details><summary>In context</summary>.*in December 2017", html, re.DOTALL)


def told(test):
    """Captions and warnings of a page, as they are read."""
    return re.sub(r"\\(.)", r"\1", "\n".join(one.value for one in (*test.caption, *test.warning)))


NARROWING = [facet for facet in FACETS if "quotations" in facet.about]
NOBODY = {facet.param: f"no-such-{facet.param}" for facet in NARROWING}


@pytest.mark.parametrize(
    ("page", "params", "said"),
    [
        ("quotes", NOBODY, [f"{facet.label.lower()} “no-such-{facet.param}”" for facet in NARROWING]),
        ("quotes", {"colour": "red"}, ["The link sets “colour”, which this page does not know and leaves out."]),
        ("quotes", {"q": '"S-400'}, ["Searched for: s400. A quotation mark has no partner and was left out."]),
        ("quotes", {"q": '"'}, ["Searched for: nothing. A quotation mark has no partner", "All **6** quotations"]),
        ("quotes", {"q": "x" * 10_000}, ["Only the first 100 letters of a word were searched."]),
        ("quotes", {"q": "sanction " * 1_000}, ["Only the first 64 words were searched."]),
        ("speakers", {"speaker": "nobody"}, ["No quotation of “nobody” fits these filters, or the collection"]),
        ("speakers", {"speaker": "evil", "against": "nobody"}, ["“nobody” cannot be compared with"]),
        ("speakers", {"part": "1"}, ["The link sets “part”, which this page does not know and leaves out."]),
    ],
)  # fmt: skip
def test_what_a_link_asks_for_in_vain_is_said(open_page, page, params, said):
    words = told(open_page(page, **params))
    for part in said:
        assert part in words
    assert "too many to tell the best match" not in words
    assert max(map(len, words.splitlines())) < 2_000


def test_quotations_without_a_date_are_counted_under_the_years(open_page, tmp_path, monkeypatch):
    store = open_store(f"sqlite:///{tmp_path / 'desk.db'}")
    undated = copied(ANKARA, "u1", "Second Post", None)
    store.save(ANKARA)
    store.save(replace(undated, quotations=tuple(replace(one, said=None) for one in undated.quotations)))
    monkeypatch.setenv("S400_DATABASE_URL", store.url)
    test = open_page("quotes")
    assert "2 quotations without a date." in told(test)
    assert [button.label for button in test.button if (button.key or "").startswith("rail-date")] == ["2019 · 2"]


def test_a_name_nearly_written_is_offered(open_page):
    assert "Did you mean cavusoglu?" in html_of(open_page("quotes", side="purple", q="cavusolu"))


@pytest.mark.parametrize("words", ['"', "NEAR(", "'; DROP TABLE quotations; --", "x" * 10_000, "((((", "speaker:*"])
@pytest.mark.parametrize("page", ["quotes", "article"])
def test_a_hostile_search_opens_a_page(open_page, page, words):
    open_page(page, q=words)


def test_the_reading_of_a_search_is_said(open_page):
    captions = [one.value for one in open_page("quotes", q="speaker:cavusolu OR (deal").caption]
    assert any("it was read as cavusoglu" in one and "A bracket has no partner" in one for one in captions)


def test_the_speakers_page_lists_who_is_quoted(open_page):
    html = html_of(open_page("speakers"))
    assert 'href="speakers?speaker=sergey-chemezov"' in html
    assert "2 quotations in 2 outlets: 2 for" in html


def test_a_speaker_has_a_page_of_their_own(open_page):
    test = open_page("speakers", speaker="mevlut-cavusoglu")
    html = html_of(test)
    assert "Turkish Foreign Minister <span>24 Nov 2015 to 3 Jun 2023" in html
    assert "<div>Bosphorus Post <span>1</span></div><div>Second Post <span>1</span></div>" in html
    assert html.count("We will not give up the S-400") == 1, "one statement, however many outlets carry it"
    assert ", 2 versions" in html


def test_a_number_of_statements_leads_to_the_quotations_that_carry_them():
    own = pd.DataFrame({"polarity": ["opposes", "opposes", "supports"], "versions": [2, 1, 1]})
    links = tally(Selection(actors=("a",), targets=("us-sanctions",)), own)
    first, second = links.split(", ")
    assert "position=opposes" in first
    assert ">2 against in 3 quotations<" in first
    assert ">1 for<" in second


@pytest.mark.parametrize(
    "params",
    [
        {"speaker": "nobody-of-this-name"},
        {"speaker": "mevlut-cavusoglu", "against": "nobody"},
        {"speaker": "mevlut-cavusoglu", "against": "unnamed-usa"},
        {"speaker": "mevlut-cavusoglu", "against": "unnamed-usa", "topic": "no-such-topic"},
        {"speaker": "mevlut-cavusoglu", "against": "two-periods"},
        {"speaker": "mevlut-cavusoglu", "against": "two-periods", "split": "yesterday"},
        {"speaker": "sergey-chemezov", "against": "two-periods"},
        {"speaker": "evil"},
        {"speaker": "evil", "against": "mevlut-cavusoglu"},
        {"q": "nothingfitsthis"},
    ],
    ids=str,
)
def test_any_link_to_speakers_opens_and_an_article_can_put_nothing_on_it(open_page, params):
    test = open_page("speakers", **params)
    html = html_of(test)
    assert "<script>window" not in html
    assert "<img" not in html
    for element in (*test.markdown, *test.caption, *test.warning, *test.info):
        assert "**b**" not in element.value


def test_who_takes_no_listed_position_is_read_in_their_own_words(open_page):
    html = html_of(open_page("speakers", speaker="sergey-chemezov"))
    assert "badge" in html
    assert MOSCOW.quotations[0].content[0].text in html


def test_a_page_does_not_wait_for_many_articles_to_be_compared_and_says_so(open_page, tmp_path, monkeypatch):
    monkeypatch.setattr(quote_readings, "MOST_AT_ONCE", 2)
    monkeypatch.setenv("S400_DATABASE_URL", build_desk(f"sqlite:///{tmp_path / 'desk.db'}"))
    for page, params in (("quotes", {}), ("speakers", {"speaker": "mevlut-cavusoglu"})):
        assert "4 articles have not been compared with the others yet" in told(open_page(page, **params))
    monkeypatch.setattr(quote_readings, "MOST_AT_ONCE", 4)
    assert "have not been compared" not in told(open_page("quotes"))


def test_two_speakers_stand_side_by_side_on_one_topic(open_page):
    html = html_of(open_page("speakers", speaker="mevlut-cavusoglu", against="unnamed-usa", topic="us-sanctions"))
    assert "<h3>Mevlüt Çavuşoğlu</h3>" in html
    assert "<h3>US official (unnamed)</h3>" in html
    assert "No statement on this topic." in html
    assert "Sanctions would follow a delivery" in html


def test_two_periods_of_one_speaker_part_at_the_day_that_is_chosen(open_page, tmp_path, monkeypatch):
    store = open_store(f"sqlite:///{tmp_path / 'desk.db'}")
    store.save(samples.told("a", "We will buy the missile system at any price", "supports", "2017-05-03"))
    store.save(samples.told("b", "The batteries stay in their boxes forever", "opposes", "2019-06-01"))
    monkeypatch.setenv("S400_DATABASE_URL", store.url)
    test = open_page("speakers", speaker="mevlut-cavusoglu", against="two-periods", split="2018-01-01")
    before, after = re.findall('<div class="speaker-side">.*', html_of(test))
    assert (", until 31 December 2017" in before, "at any price" in before, "boxes" in before) == (True, True, False)
    assert (", from 1 January 2018" in after, "at any price" in after, "boxes" in after) == (True, False, True)
    (day,) = [one for one in test.date_input if one.label.startswith("The second period")]
    day.set_value(date(2017, 5, 3)).run()
    assert test.query_params["split"] == "2017-05-03"
    before, after = re.findall('<div class="speaker-side">.*', html_of(test))
    assert "No statement on this topic." in before
    assert "at any price" in after


def test_years_and_their_months_narrow_the_quotations(open_page):
    test = open_page("quotes")
    (year,) = [button for button in test.button if re.fullmatch(r"rail-date-2019-01-01-2019-12-31", button.key or "")]
    n = int(year.label.rpartition(" ")[2])
    year.click().run()
    assert (test.query_params["from"], test.query_params["to"]) == ("2019-01-01", "2019-12-31")
    assert any(one.value.startswith(f"**{n}** of") or one.value.startswith(f"All **{n}**") for one in test.caption)
    months = [button for button in test.button if re.match(r"rail-date-2019-\d\d-01-2019-\d\d", button.key or "")][1:]
    assert months
    months[0].click().run()
    assert test.query_params["from"] != "2019-01-01"


def test_a_search_too_wide_to_rank_says_so(open_page, monkeypatch):
    monkeypatch.setattr(tallies, "MOST_RANKED", 0)
    assert any("too many to tell the best match" in one.value for one in open_page("quotes", q="s400 OR the").caption)
