"""Pages without a browser: what each shows for a store, what it says where there is nothing, and what it loads."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import address
from pages.shared.components.passages import highlight
from pages.shared.escaping import isolate, shorten
from s400data import comparison, queries
from s400data.errors import ArticleError
from s400data.queries import Selection
from s400data.records import Interval, Mention
from s400data.store import import_extractions, open_store
from tests.collection import build_collection
from tests.desks import build_desk

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 30
PAGES = [
    "app.py",
    *(f"pages/{name}.py" for name in ("timeline", "sources", "quotes", "speakers", "article", "import")),
]


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    made = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'desk.db'}"
    import_extractions(open_store(made), [*build_collection(12), ArticleError("inbox/broken.pdf", "is empty")])
    return made


@pytest.fixture
def occurrence(url):
    """An event that has a date."""
    return queries.events(open_store(url))["occurrence_id"].iloc[0]


@pytest.fixture
def open_page(url, monkeypatch):
    monkeypatch.setenv("S400_DATABASE_URL", url)

    def opened(script, **params):
        page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
        if script != "app.py":
            page.switch_page(script)
        for name, value in params.items():
            page.query_params[name] = value
        return page.run()

    return opened


def captions(page):
    return " ".join(caption.value for caption in page.caption)


def markup(page):
    return " ".join(element.proto.body for element in page.get("html"))


@pytest.mark.parametrize("script", PAGES)
def test_a_page_shows_itself_without_an_error(open_page, script):
    page = open_page(script)
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("script", PAGES)
@pytest.mark.parametrize(
    "params",
    [
        pytest.param({"outlet": "Nobody"}, id="nothing fits"),
        pytest.param({"from": "yesterday", "to": "2019-13-40"}, id="dates that are none"),
        pytest.param({"q": "\"S-400 AND (NOT * -- '; drop table"}, id="words that look like commands"),
        pytest.param({"event": "x", "article": "x", "mark": "x", "lanes": "x", "span": "x"}, id="things not there"),
        pytest.param({"country": "unknown", "side": "left", "type": "<b>"}, id="values nobody has"),
    ],
)
def test_no_link_breaks_a_page(open_page, script, params):
    page = open_page(script, **params)
    assert not page.exception
    assert not page.error


def test_the_overview_counts_what_the_collection_holds(open_page):
    page = open_page("app.py")
    assert "12" in markup(page)
    assert "All **12** articles shown" in captions(page)
    assert [title.value for title in page.subheader] == ["Coverage", "Latest events", "Loudest voices", "Open doubts"]


def test_the_overview_names_the_files_that_could_not_be_read(open_page):
    page = open_page("app.py")
    assert any("Files that could not be read" in expander.label for expander in page.expander)
    assert "broken.pdf" in markup(page)
    assert "is empty" in markup(page)


def test_a_filter_narrows_the_counts_and_says_why_the_rest_is_hidden(open_page):
    page = open_page("pages/timeline.py", outlet="Volga Wire")
    line = captions(page)
    assert "of **36** event reports shown" in line
    assert "by outlet" in line


def test_a_link_fills_the_filters(open_page):
    page = open_page("pages/timeline.py", **{"from": "2018-03-01", "q": "contract"})
    assert page.text_input(key="timeline-q").value == "contract"
    assert page.date_input(key="timeline-from").value == date(2018, 3, 1)


def test_choosing_in_the_bar_changes_the_counts(open_page):
    page = open_page("pages/timeline.py")
    page.multiselect(key="timeline-outlet").select("Volga Wire").run()
    assert "of **36** event reports shown" in captions(page)


def test_resetting_shows_everything_again(open_page):
    page = open_page("pages/timeline.py", outlet="Volga Wire")
    page.button(key="timeline-reset").click().run()
    assert "All **36** event reports shown" in captions(page)


def test_a_filter_on_other_rows_is_said_to_be_idle(open_page):
    page = open_page("pages/quotes.py", type="agreement")
    assert "does not narrow quotations" in captions(page)


def test_a_date_that_is_none_is_told(open_page):
    page = open_page("pages/timeline.py", **{"from": "yesterday"})
    assert "yesterday" in page.warning[0].value


def test_an_overview_without_an_article_says_what_to_do(open_page):
    page = open_page("app.py", outlet="Nobody")
    assert "No article fits these filters." in markup(page)
    assert not page.subheader


def test_a_timeline_that_is_empty_says_what_to_do(open_page):
    page = open_page("pages/timeline.py", outlet="Nobody")
    assert "reset them all" in markup(page)


def test_the_overview_lists_events_told_differently(open_page, tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'disputed.db'}"
    monkeypatch.setenv("S400_DATABASE_URL", build_desk(url))
    page = open_page("app.py")
    (disputed,) = (one for one in page.expander if "told differently" in one.label)
    facts = comparison.find_conflicts(queries.events(open_store(url)))
    assert disputed.label == f"Events told differently · **{facts['occurrence_id'].nunique()}**"
    assert "Date: " in markup(page)


def test_dates_without_an_event_are_told_with_the_dates_of_the_others(open_page):
    page = open_page("pages/timeline.py", **{"from": "2031-01-01", "to": "2031-12-31"})
    assert "No event is dated 1 Jan 2031 to 31 Dec 2031." in markup(page)
    assert "events fit the other filters, dated " in markup(page)
    page.button(key="timeline-whole").click().run()
    assert "event reports shown" in captions(page)
    assert page.date_input(key="timeline-from").value is None


def test_only_undated_events_are_listed_without_a_chart(open_page, tmp_path, monkeypatch):
    bare = [
        replace(one, events=tuple(replace(event, when=None, date_text=None, date_basis="none") for event in one.events))
        for one in build_collection(3)
    ]
    url = f"sqlite:///{tmp_path / 'undated.db'}"
    import_extractions(open_store(url), bare)
    monkeypatch.setenv("S400_DATABASE_URL", url)
    page = open_page("pages/timeline.py")
    assert "No event in this view has a date" in captions(page)
    assert not page.get("vega_lite_chart")


def test_one_event_of_any_length_and_script_has_a_chart(open_page, tmp_path, monkeypatch):
    one = build_collection(1)[0]
    title = "وقعت العقد Подписали " * 20
    event = replace(one.events[0], objects=(title,))
    url = f"sqlite:///{tmp_path / 'one.db'}"
    import_extractions(open_store(url), [replace(one, events=(event,))])
    monkeypatch.setenv("S400_DATABASE_URL", url)
    page = open_page("pages/timeline.py")
    assert not page.exception
    assert "All **1** event report shown" in captions(page)


LONG_TITLES = [
    pytest.param("Ankara and Moscow agreed on the second batch " * 9, id="of many words"),
    pytest.param("Abcdefghij" * 40, id="of one word"),
]


@pytest.mark.parametrize("title", LONG_TITLES)
def test_a_title_of_400_letters_is_whole_over_its_article_and_short_in_links(open_page, tmp_path, monkeypatch, title):
    dated, bare = build_collection(2)
    dated = replace(dated, article=replace(dated.article, title=title))
    text = f"{title}\n\n{bare.article.text}"
    headed = replace(bare.article, article_id="headed", title=title, text=text, headline=Mention(0, len(title), title))
    url = f"sqlite:///{tmp_path / 'long.db'}"
    import_extractions(open_store(url), [dated, replace(bare, article=headed, events=(), quotations=(), timexes=())])
    monkeypatch.setenv("S400_DATABASE_URL", url)
    article = markup(open_page("pages/article.py", article="headed"))
    assert f'<h2 class="long" dir="auto">{title}' in article
    evidence = open_page("pages/timeline.py", event=queries.events(open_store(url))["occurrence_id"].iloc[0])
    (link,) = (link.proto for link in evidence.get("page_link") if link.proto.label.startswith("Open in"))
    assert len(link.label) < 160
    assert link.help.startswith(title[:400].rstrip())


def test_dated_undated_and_far_events_add_up_to_all(open_page, tmp_path, monkeypatch):
    first, *others = build_collection(12)
    far = replace(first.events[0], when=Interval(date(1952, 2, 18), date(1952, 2, 18), "day"))
    url = f"sqlite:///{tmp_path / 'far.db'}"
    import_extractions(open_store(url), [replace(first, events=(far, *first.events[1:])), *others])
    monkeypatch.setenv("S400_DATABASE_URL", url)
    drawn = open_page("pages/timeline.py").get("vega_lite_chart")[0].proto.SerializeToString()
    told = re.search(
        rb"(\d+) dated events \(of (\d+); (\d+) without a date and 1 far from the others are listed", drawn
    )
    dated, everything, undated = map(int, told.groups())
    assert dated + undated + 1 == everything


def test_the_event_of_a_link_opens_its_evidence(open_page, occurrence):
    page = open_page("pages/timeline.py", event=occurrence)
    assert "desk-drawer-title" in markup(page)
    assert "<mark>" in markup(page)


def test_closing_the_evidence_takes_the_event_out_of_the_address(open_page, occurrence):
    page = open_page("pages/timeline.py", event=occurrence)
    page.button(key="timeline-close").click().run()
    assert "event" not in page.query_params


def test_undated_events_are_listed_by_type(open_page):
    page = open_page("pages/timeline.py")
    pills = next(group for group in page.button_group if group.key == "timeline-undated")
    assert sum(int(option.content.rsplit(" ", 1)[1]) for option in pills.proto.options) > 0


def test_a_broken_store_is_told_in_one_sentence(monkeypatch, tmp_path):
    (tmp_path / "desk.db").write_bytes(b"this is no database" * 400)
    monkeypatch.setenv("S400_DATABASE_URL", f"sqlite:///{tmp_path / 'desk.db'}")
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS).run()
    assert not page.exception
    assert len(page.error) == 1


def test_no_page_loads_the_language_pipeline(url):
    code = (
        "import sys\n"
        "from streamlit.testing.v1 import AppTest\n"
        f"for script in {PAGES!r}:\n"
        "    page = AppTest.from_file('app.py', default_timeout=30)\n"
        "    page = (page.switch_page(script) if script != 'app.py' else page).run()\n"
        "    assert not page.exception, (script, page.exception)\n"
        "loaded = {'spacy', 'onnxruntime', 's400data.language'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    environment = {"S400_DATABASE_URL": url, "PYTHONPATH": str(ROOT), "PATH": "/usr/bin"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_page_is_a_short_script():
    for script in PAGES:
        assert len((ROOT / script).read_text(encoding="utf-8").splitlines()) <= 60, script


def test_only_the_filters_touch_the_state_of_the_session():
    files = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py")]
    found = [file.name for file in files if "session_state" in file.read_text(encoding="utf-8")]
    assert found == ["filters.py"]


def test_only_one_module_caches():
    files = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py")]
    found = [file.name for file in files if "@st.cache" in file.read_text(encoding="utf-8")]
    assert found == ["data.py"]


# --- addresses


@pytest.mark.parametrize(
    "selection",
    [
        pytest.param(Selection(), id="nothing"),
        pytest.param(Selection(date(2019, 1, 2), date(2020, 3, 4)), id="dates"),
        pytest.param(Selection(outlets=("TASS", ""), words='"S-400" deal'), id="outlets, one not known, and words"),
        pytest.param(Selection(event_types=("agreement",), sides=("supports",), polarities=("mixed",)), id="topics"),
    ],
)
def test_a_selection_survives_its_address(selection):
    assert address.to_selection(address.to_params(selection)) == selection


def test_the_address_of_an_article_keeps_the_filters():
    href = address.article_href(Selection(outlets=("A & B",)), "a1", "a1-e0")
    assert href == "article?outlet=A+%26+B&article=a1&mark=a1-e0"


# --- words


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([(0, 3)], "<mark>a&lt;b</mark> &amp; c", id="escaped inside a mark"),
        pytest.param([(0, 2), (1, 3)], "<mark>a&lt;b</mark> &amp; c", id="marks that overlap are joined"),
        pytest.param([(-5, 1), (6, 99)], "<mark>a</mark>&lt;b &amp; <mark>c</mark>", id="cut to the words"),
        pytest.param([(90, 99)], "a&lt;b &amp; c", id="marks elsewhere"),
    ],
)
def test_marks_lie_on_escaped_words(marks, expected):
    assert highlight("a<b & c", marks) == expected


def test_words_from_the_right_keep_to_themselves_and_others_are_left_as_they_are():
    assert isolate("Ankara Günlüğü, Правда") == "Ankara Günlüğü, Правда"
    assert isolate("صحيفة") == "\u2068صحيفة\u2069"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("short", "short"), ("some words that go on", "some words…"), ("Abcdefghijklmnopq", "Abcdefghijkl…")],
)
def test_words_are_cut_between_words_where_that_can_be(words, expected):
    assert shorten(words, 12) == expected
