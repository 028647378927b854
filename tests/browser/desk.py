"""What the browser tests share: how to open a page, how to wait for it, what its address says."""

from urllib.parse import parse_qs, urlsplit

SHOWN = "[data-testid=stCaptionContainer]"
CALM_LOOKS = 2
LOOKS = 60
BETWEEN_LOOKS = 300  # milliseconds


def open_at(page, path):
    page.goto(path)
    page.locator(SHOWN).filter(has_text="shown").first.wait_for()
    settle(page)


def settle(page):
    """Wait until the script has rested for a while: a page runs again once it knows its width."""
    calm = 0
    for _ in range(LOOKS):
        page.wait_for_timeout(BETWEEN_LOOKS)
        calm = calm + 1 if is_at_rest(page) else 0
        if calm == CALM_LOOKS:
            return
    raise AssertionError("the page does not come to rest")


def is_at_rest(page):
    return page.evaluate(
        "!document.querySelector('[data-testid=stStatusWidget]')"
        " && document.querySelector('.stApp')?.dataset.testScriptState !== 'running'"
    )


def params(page):
    return parse_qs(urlsplit(page.url).query)
