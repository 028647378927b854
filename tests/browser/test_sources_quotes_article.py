"""Sources, Quotes and Article in a browser: clicks, addresses, places, and that an article can run nothing."""

import json
import re

import pytest

from pages.shared.quotes.rail import ORDER
from pages.shared.sources import PARTS
from tests.browser.conftest import PATIENCE, serve
from tests.browser.desk import AT_REST, SHOWN, open_at, params, settle, take
from tests.desks import build_desk

pytestmark = pytest.mark.browser

CARD = ".quote blockquote"


@pytest.fixture(scope="module")
def desk_address(tmp_path_factory):
    yield from serve(build_desk(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'desk.db'}"))


@pytest.fixture
def page(browser, desk_address):
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, base_url=desk_address)
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    yield opened
    context.close()


def test_a_click_on_a_cell_opens_its_sentences_and_the_link_reopens_them(page):
    open_at(page, "/sources")
    cell = page.locator(".sources-grid td.reported-differently").first
    cell.wait_for()
    settle(page)
    assert "Reported in 1 article." in cell.get_attribute("title")
    cell.click()
    page.wait_for_url(re.compile("event="))
    settle(page)
    assert {"event", "by"} <= set(params(page))
    assert page.locator(".desk-words mark").count()
    heading, url = page.locator(".st-key-drawer h3").inner_text(), page.url
    page.goto("about:blank")
    open_at(page, url)
    assert page.locator(".st-key-drawer h3").inner_text() == heading
    page.get_by_role("button", name="Close").click()
    page.locator(".st-key-drawer").wait_for(state="detached")
    assert not {"event", "by"} & set(params(page))


def test_an_open_sentence_leads_to_its_place_in_the_article(page):
    open_at(page, "/sources?event=contract&by=Bosphorus+Post")
    page.get_by_role("link", name=re.compile("^Open in")).first.click()
    page.locator("#place").wait_for()
    assert params(page)["mark"] == ["a1-e0"]
    assert page.locator("#place").inner_text().startswith("signed")


def test_a_part_keeps_its_name_in_the_address(page):
    open_at(page, "/sources")
    for part in PARTS[1:3]:
        page.get_by_role("radio", name=part.title).click()
        page.locator("h3", has_text=part.question).wait_for()
        settle(page)
        assert params(page)["part"] == [part.name]


def test_a_name_leads_to_its_statements_in_all_outlets(page):
    open_at(page, "/sources?part=voices&group=voice")
    page.locator(".sources-table").get_by_role("link", name="Mevlüt Çavuşoğlu", exact=True).click()
    heading = page.locator(".st-key-drawer h4")
    heading.wait_for()
    assert heading.inner_text().startswith("Mevlüt Çavuşoğlu in all outlets: ")
    settle(page)
    page.get_by_role("button", name="Close").click()
    page.locator(".st-key-drawer").wait_for(state="detached")
    assert params(page) == {"part": ["voices"], "group": ["voice"]}


def test_two_articles_side_by_side_are_brought_to_the_same_height(page):
    open_at(page, "/sources?part=pair&one=a1&two=b1")
    page.locator(".sources-pane").nth(1).wait_for()
    page.add_style_tag(content=".sources-pane { height: 90px; } .sources-pane p { margin-bottom: 400px; }")
    left, right = (page.locator(".sources-pane").nth(place).locator(".mark.shared-1").first for place in (0, 1))
    left.click()
    page.wait_for_function(
        """() => {
          const [one, other] = [...document.querySelectorAll(".sources-pane")]
            .map((pane) => pane.querySelector(".mark.shared-1").getBoundingClientRect().top);
          return Math.abs(one - other) < 2;
        }""",
        timeout=PATIENCE,
    )
    assert right.bounding_box()["y"] == pytest.approx(left.bounding_box()["y"], abs=2)


def test_a_click_on_a_term_opens_its_sentences(page):
    open_at(page, "/sources?part=wording")
    page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
    settle(page)
    page.locator("[data-testid=stVegaLiteChart] .mark-symbol path[aria-roledescription=point]").first.click()
    page.wait_for_url(re.compile("term="))
    settle(page)
    assert page.locator(".sources-words mark").count()
    page.get_by_role("button", name="Close").click()
    page.locator(".st-key-drawer").wait_for(state="detached")
    assert "term" not in params(page)


def test_a_fact_leads_to_its_place_in_the_article(page):
    open_at(page, "/sources?part=facts")
    page.get_by_role("link", name="Read in the article").first.click()
    page.locator("#place").wait_for()


def test_the_export_holds_the_quotations_shown(page):
    open_at(page, "/quotes?side=undecided")
    rows = json.loads(take(page, page.get_by_role("button", name="JSON")).path().read_text(encoding="utf-8"))
    assert [row["quotation_id"] for row in rows] == ["a2-q0"]


def test_a_card_leads_to_its_place_in_the_article(page):
    open_at(page, "/quotes?actor=sergey-chemezov")
    page.get_by_role("link", name="Read in the article").first.click()
    page.locator("#place").wait_for()
    assert params(page)["mark"] == ["a2-q0"]


def test_a_mark_shows_its_note_to_the_mouse_and_to_the_keyboard(page):
    open_at(page, "/article?article=a1")
    mark = page.locator("article .mark.quotation").first
    note = mark.locator(".notes").first
    assert not note.is_visible()
    mark.hover()
    assert note.is_visible()
    assert "not give up" in note.inner_text()
    page.mouse.move(5, 5)
    mark.focus()
    assert note.is_visible()


def test_a_link_scrolls_to_its_place(page):
    page.set_viewport_size({"width": 1024, "height": 420})
    open_at(page, "/article?article=a1&mark=a1-e1")
    page.wait_for_function("document.getElementById('place')?.getBoundingClientRect().top < window.innerHeight")


@pytest.mark.parametrize("layer", ["Quotations", "Events", "Dates", "Actors"])
def test_a_layer_of_marks_can_be_switched(page, layer):
    open_at(page, "/article?article=a1")
    name = {"Quotations": "quotation", "Events": "event", "Dates": "date", "Actors": "actor"}[layer]
    before = page.locator(f"article .mark.{name}").count()
    page.locator(".st-key-marks").get_by_role("button", name=layer, exact=True).click()
    settle(page)
    assert (page.locator(f"article .mark.{name}").count() == 0) is (before > 0)


@pytest.mark.parametrize(
    "path",
    ["/article?article=evil&mark=evil-q0", "/quotes", *(f"/sources?part={part.name}&event=evil-e0" for part in PARTS)],
)
def test_a_hostile_article_runs_nothing(page, path):
    open_at(page, path)
    page.wait_for_timeout(600)
    assert page.evaluate("window.hacked") is None
    assert not page.locator("img[src='x']").count()


def test_a_search_is_typed_marked_and_kept_in_the_address(page):
    open_at(page, "/quotes")
    box = page.get_by_placeholder("Search words")
    box.fill("speaker:cavusolu s400")
    box.press("Enter")
    page.wait_for_url(re.compile("q="))
    settle(page)
    assert page.get_by_text("it was read as cavusoglu").count() == 1
    assert page.locator(f"{CARD} .found").first.inner_text() == "S-400"
    cards, url = page.locator(CARD).all_inner_texts(), page.url
    page.goto("about:blank")
    open_at(page, url)
    assert page.locator(CARD).all_inner_texts() == cards


def test_the_speakers_list_leads_to_a_speaker_and_their_words(page):
    open_at(page, "/speakers")
    page.get_by_role("link", name="Mevlüt Çavuşoğlu").click()
    page.get_by_text("Positions over time").wait_for()
    settle(page)
    assert params(page)["speaker"] == ["mevlut-cavusoglu"]
    page.locator(".statement a").first.click()
    page.locator("#place").wait_for()


# Every filter of the rail, some at a time: their numbers hold together, too.
GROUPS = (("date", *ORDER[:3]), ORDER[3:6], ORDER[6:9], ORDER[9:])


def test_every_filter_of_the_rail_leaves_what_it_says_and_is_taken_off_again(page):
    open_at(page, "/quotes")
    for params_together in GROUPS:
        for param in params_together:
            choice = page.locator(f".st-key-rail-list-{param} button").first
            choice.wait_for(state="attached")
            if page.locator(f".st-key-rail-{param} details:not([open])").count():
                page.locator(f".st-key-rail-{param} summary").click()
            words, _, n = choice.inner_text().rpartition(" · ")
            choice.click()
            chosen = page.locator(f".st-key-rail-list-{param} button", has_text="✓").first
            chosen.wait_for()
            wait_for_shown(page, rf"(All {n} |{n} of )")
            assert words.split(" ")[-1] in chosen.inner_text()
            assert ("from" if param == "date" else param) in params(page)
        chosen.click()
        chosen.wait_for(state="detached")
        page.wait_for_function(AT_REST)
        assert params_together[-1] not in params(page)
        page.get_by_role("button", name="Reset filters").click()
        wait_for_shown(page, "All ")
        assert params(page) == {}


def wait_for_shown(page, begins):
    page.locator(SHOWN).filter(has_text=re.compile(f"^{begins}")).wait_for()
    page.wait_for_function(AT_REST)


def test_dates_and_a_drawer_of_the_bar_narrow_the_cards_and_a_link_reopens_them(page):
    open_at(page, "/quotes")
    page.get_by_role("button", name="Dates", exact=True).click()
    page.get_by_role("group", name="From").get_by_role("spinbutton").first.click()
    page.keyboard.type("20191128")
    # What is typed counts once the calendar is left.
    page.get_by_text("The collection speaks of").click()
    page.wait_for_url(re.compile("from=2019-11-28"))
    wait_for_shown(page, r"\d+ of ")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Country")).click()
    country = page.get_by_role("combobox", name="Country")
    country.fill("United")
    page.get_by_role("option", name=re.compile("United States")).click()
    page.wait_for_url(re.compile("country=USA"))
    page.wait_for_function(AT_REST)
    page.locator(CARD).first.wait_for()
    cards, url = page.locator(CARD).all_inner_texts(), page.url
    assert params(page) == {"from": ["2019-11-28"], "country": ["USA"]}
    page.goto("about:blank")
    open_at(page, url)
    assert page.locator(CARD).all_inner_texts() == cards


def test_every_form_of_a_citation_and_of_an_export_is_handed_out(page):
    open_at(page, "/quotes?actor=mevlut-cavusoglu")
    page.get_by_role("button", name="Copy with citation").first.click()
    for form, begins in {"Text": "Mevlüt Çavuşoğlu", "Markdown": "> ", "BibTeX": "@", "RIS": "TY  - "}.items():
        page.get_by_role("tab", name=form, exact=True).click()
        page.locator("[data-testid=stCode]:visible", has_text=begins.strip()).first.wait_for()
    page.keyboard.press("Escape")
    for kind, begins in {"CSV": b"quotation_id,", "XLSX": b"PK", "JSON": b"[", "Markdown": b"# "}.items():
        written = take(page, page.locator(f".st-key-export-quotations-{kind.lower()} button"))
        assert written.path().read_bytes().startswith(begins), kind


def test_two_speakers_stand_side_by_side_on_one_topic(page):
    open_at(page, "/speakers?speaker=mevlut-cavusoglu&against=unnamed-usa&topic=us-sanctions")
    names = page.locator("h3", has_text=re.compile("Çavuşoğlu|US official"))
    names.nth(1).wait_for()
    left, right = (names.nth(n).bounding_box() for n in (0, 1))
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
    assert "Sanctions" in page.locator(".speaker-topic").nth(1).inner_text()


def test_two_periods_of_a_speaker_are_chosen_and_a_link_reopens_them(page):
    open_at(page, "/speakers?speaker=mevlut-cavusoglu")
    page.get_by_role("combobox", name="Compare with").click()
    page.get_by_role("option", name="Two periods of the same speaker").click()
    page.wait_for_url(re.compile("against=two-periods"))
    heads = page.locator(".speaker-side h3")
    heads.nth(1).wait_for()
    page.wait_for_function(AT_REST)
    before, after = heads.all_inner_texts()
    assert (", until " in before, ", from " in after) == (True, True)
    left, right = (heads.nth(n).bounding_box() for n in (0, 1))
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
    assert "We will not give up" in page.locator(".speaker-side").nth(1).inner_text()
    url = page.url
    page.goto("about:blank")
    open_at(page, url)
    assert heads.all_inner_texts() == [before, after]
