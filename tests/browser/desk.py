"""What the browser tests share: how to open a page, how to wait for it, what its address says."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import TimeoutError

SHOWN = "[data-testid=stCaptionContainer]"
AT_REST = """() => !document.querySelector('[data-testid=stStatusWidget]')
    && document.querySelector('.stApp')?.dataset.testScriptState !== 'running'"""
SAME_ELEMENT = """selector => {
    const found = [...document.querySelectorAll(selector)].at(-1), same = !!found && found === window.deskSeen;
    window.deskSeen = found;
    return same;
}"""
CALM_LOOKS = 3
LOOKS = 60
BETWEEN_LOOKS = 300  # milliseconds
CLICKS = 3
DOWNLOAD = 20_000  # milliseconds


def open_at(page, path):
    page.goto(path)
    page.locator(SHOWN).filter(has_text="shown").first.wait_for()
    settle(page)


def settle(page):
    """Wait until the script has rested for a while: a page runs again once it knows its width."""
    wait_for_calm(page, AT_REST)


def wait_until_drawn(page, selector):
    """Wait until the last element that fits stays the same one: a chart is drawn anew when its page finds its width."""
    wait_for_calm(page, SAME_ELEMENT, selector)


def wait_for_calm(page, question, argument=None):
    calm = 0
    for _ in range(LOOKS):
        page.wait_for_timeout(BETWEEN_LOOKS)
        calm = calm + 1 if page.evaluate(question, argument) else 0
        if calm == CALM_LOOKS:
            return
    raise AssertionError("the page does not come to rest")


def take(page, button):
    """Click until the file comes: what a click asks for is gone should the page run once more in that moment."""
    for _ in range(CLICKS):
        try:
            with page.expect_download(timeout=DOWNLOAD) as waiting:
                button.click()
        except TimeoutError:
            settle(page)
        else:
            return waiting.value
    raise AssertionError("no file came")


def params(page):
    return parse_qs(urlsplit(page.url).query)
