"""What only a browser can prove: addresses, clicks on charts, themes, and that nothing is fetched from elsewhere."""

import re
from pathlib import Path

import pytest

from bench.invented_events import fill
from s400data.store import open_store
from tests.browser.conftest import serve
from tests.browser.desk import SHOWN, open_at, params, settle, take, wait_until_drawn

pytestmark = pytest.mark.browser

PAGES = {
    "/": "Overview",
    "/timeline": "Timeline",
    "/sources": "Sources",
    "/quotes": "Quotes",
    "/speakers": "Speakers",
    "/article": "Articles",
}
FIGURE = ".st-key-timeline-figure svg.marks"
HITS = f"{FIGURE} .hits_marks path"
DRAWER = ".st-key-drawer"


def shown(page):
    return page.locator(SHOWN).filter(has_text="shown").first.inner_text()


def click_mark(page, n=3):
    page.locator(FIGURE).wait_for()
    settle(page)
    wait_until_drawn(page, FIGURE)
    page.locator(HITS).nth(n).click()
    page.locator(DRAWER).wait_for()
    settle(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_renders_without_an_error_and_fetches_nothing_from_elsewhere(browser, address, path, scheme):
    context = browser.new_context(base_url=address, color_scheme=scheme, viewport={"width": 1024, "height": 800})
    page = context.new_page()
    asked, broken = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    open_at(page, path)
    assert page.locator("h1.desk-title").inner_text()
    assert not page.locator("[data-testid=stException]").count()
    assert not page.locator("[data-testid=stAlertContentError]").count()
    assert broken == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
    context.close()


def test_the_theme_follows_the_reader(browser, address):
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(base_url=address, color_scheme=scheme)
        page = context.new_page()
        open_at(page, "/")
        colours.append(page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor"))
        context.close()
    assert colours == ["rgb(253, 252, 249)", "rgb(21, 24, 29)"]


def test_a_filter_changes_the_counts_and_the_address(page):
    open_at(page, "/timeline")
    everything = shown(page)
    page.get_by_role("button", name=re.compile("^Outlet")).click()
    page.get_by_role("combobox", name="Outlet").fill("Volga")
    page.get_by_role("option", name=re.compile("Volga Wire")).click()
    page.locator(SHOWN).filter(has_text="Hidden").wait_for()
    assert shown(page) != everything
    assert params(page) == {"outlet": ["Volga Wire"]}


def test_a_deep_link_reopens_the_same_view(page, browser):
    open_at(page, "/timeline?outlet=Volga+Wire&from=2018-01-01&q=contract&lanes=type")
    assert page.get_by_placeholder("Search words").input_value() == "contract"
    first, url = shown(page), page.url
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    other = context.new_page()
    open_at(other, url)
    assert shown(other) == first
    assert params(other) == params(page)
    context.close()


def test_filters_follow_to_the_other_pages_and_back(page):
    open_at(page, "/timeline?outlet=Volga+Wire&q=contract")
    for name in ("Quotes", "Overview", "Sources"):
        page.get_by_role("link", name=name, exact=True).click()
        page.locator("h1.desk-title", has_text=name).wait_for()
        settle(page)
        assert params(page)["outlet"] == ["Volga Wire"]
        assert params(page)["q"] == ["contract"]
    page.go_back()
    page.locator("h1.desk-title", has_text="Overview").wait_for()
    settle(page)
    assert params(page)["outlet"] == ["Volga Wire"]


def test_back_takes_a_filter_off_again(page):
    open_at(page, "/timeline")
    everything = shown(page)
    page.get_by_placeholder("Search words").fill("contract")
    page.keyboard.press("Enter")
    page.locator(SHOWN).filter(has_text="Hidden").wait_for()
    page.go_back()
    page.locator(SHOWN).filter(has_text="All").wait_for()
    assert shown(page) == everything
    assert page.get_by_placeholder("Search words").input_value() == ""


def test_a_click_on_a_mark_opens_its_evidence_and_its_place_in_the_article(page):
    open_at(page, "/timeline")
    click_mark(page)
    occurrence = params(page)["event"]
    assert page.locator(f"{DRAWER} mark").count()
    page.locator(DRAWER).get_by_role("link", name=re.compile("^Open in")).first.click()
    page.locator("h1.desk-title", has_text="Article").wait_for()
    settle(page)
    assert set(params(page)) >= {"article", "mark"}
    page.go_back()
    page.locator(DRAWER).wait_for()
    assert params(page)["event"] == occurrence


def test_beside_the_evidence_the_chosen_mark_and_the_names_of_the_lanes_are_in_sight(page):
    open_at(page, "/timeline")
    page.locator(FIGURE).wait_for()
    settle(page)
    wait_until_drawn(page, FIGURE)
    ends = page.locator(HITS).evaluate_all("boxes => boxes.map(box => box.getBoundingClientRect().right)")
    click_mark(page, ends.index(max(ends)))
    wait_until_drawn(page, FIGURE)
    edge = page.locator(DRAWER).bounding_box()["x"]
    chosen = page.locator(f"{FIGURE} .chosen_marks path").bounding_box()
    assert chosen["x"] + chosen["width"] <= edge
    assert page.locator(".st-key-timeline-figure").evaluate("figure => figure.scrollLeft") > 0
    place = page.locator(".st-key-timeline-figure").bounding_box()["x"]
    names = page.locator(f"{FIGURE} [class*=lanes_right] text").all()
    assert len(names) >= 4
    assert all(place <= name.bounding_box()["x"] < place + 200 for name in names)


def test_the_same_mark_opens_again_after_closing(page):
    open_at(page, "/timeline")
    click_mark(page)
    page.get_by_role("button", name="Close").click()
    page.locator(DRAWER).wait_for(state="detached")
    settle(page)
    click_mark(page)


def test_dragging_over_the_strip_sets_the_dates(page):
    open_at(page, "/timeline")
    charts = "[data-testid=stVegaLiteChart] svg.marks"
    wait_until_drawn(page, charts)
    strip = page.locator(charts).last
    strip.scroll_into_view_if_needed()
    settle(page)
    wait_until_drawn(page, charts)
    box = strip.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 16, steps=8)
    page.mouse.up()
    page.get_by_role("button", name="Show the whole span").wait_for()
    settle(page)
    assert set(params(page)) == {"from", "to"}
    page.get_by_role("button", name="Show the whole span").click()
    page.get_by_role("button", name="Show the whole span").wait_for(state="detached")
    assert params(page) == {}


@pytest.mark.parametrize(
    ("label", "name", "first"),
    [
        ("PNG", "timeline.png", b"\x89PNG"),
        ("SVG", "timeline.svg", b"<svg"),
        ("PDF", "timeline.pdf", b"%PDF"),
        ("Slide", "timeline.pptx", b"PK"),
    ],
)
def test_a_figure_is_downloaded_as_its_button_says(page, label, name, first):
    open_at(page, "/timeline?outlet=Volga+Wire&lanes=type")
    download = take(page, page.get_by_role("button", name=label, exact=True))
    assert download.suggested_filename == name
    written = Path(download.path()).read_bytes()
    assert written.startswith(first)
    if name.endswith(".svg"):
        assert b"Outlet: Volga Wire." in written


def test_marks_are_reached_and_opened_by_keys(page):
    open_at(page, "/timeline")
    wait_until_drawn(page, FIGURE)
    stop = page.locator(f"{FIGURE} [tabindex='0'][role=button]")
    stop.focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert "Reported by" in first
    assert second != first
    assert stop.count() == 1
    page.keyboard.press("Enter")
    page.locator(DRAWER).wait_for()
    settle(page)
    assert params(page)["event"]


def test_a_click_on_a_bar_of_a_crowded_lane_shows_its_events_one_by_one(browser, tmp_path):
    url = f"sqlite:///{tmp_path / 'crowded.db'}"
    fill(open_store(url), 600)
    for address in serve(url):
        page = browser.new_page(viewport={"width": 1440, "height": 1000}, base_url=address)
        open_at(page, "/timeline")
        wait_until_drawn(page, FIGURE)
        assert page.locator(FIGURE).get_by_text("Bars count all events").count()
        page.locator(f"{FIGURE} .bars_marks path").nth(5).click()
        page.get_by_role("button", name="Show the whole span").wait_for()
        settle(page)
        wait_until_drawn(page, FIGURE)
        assert set(params(page)) == {"from", "to"}
        assert not page.locator(FIGURE).get_by_text("Bars count all events").count()
        page.close()


def test_other_lanes_stand_in_the_chart_and_in_the_address(page):
    open_at(page, "/timeline")
    wait_until_drawn(page, FIGURE)
    assert page.locator(FIGURE).get_by_text("United States", exact=True).count()
    page.get_by_role("radio", name="Outlet").click()
    page.locator(FIGURE).get_by_text("Volga Wire", exact=True).wait_for()
    settle(page)
    assert not page.locator(FIGURE).get_by_text("United States", exact=True).count()
    assert params(page) == {"lanes": ["outlet"]}


def test_a_click_on_a_voice_opens_what_was_said(page):
    open_at(page, "/")
    bars = page.locator(".st-key-overview-voices svg.marks g.mark-rect.role-mark path")
    bars.first.wait_for()
    settle(page)
    bars.first.click()
    page.locator("h1.desk-title", has_text="Quotes").wait_for()
    settle(page)
    assert len(params(page)["actor"]) == 1


def test_reset_clears_the_address(page):
    open_at(page, "/quotes?outlet=Volga+Wire&side=supports")
    page.get_by_role("button", name="Reset filters").click()
    page.locator(SHOWN).filter(has_text="All").wait_for()
    assert params(page) == {}
