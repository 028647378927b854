"""What the browser tests of Sources, Quotes and Article share: a server over a small desk, and how to wait for it."""

from urllib.parse import parse_qs, urlsplit

SHOWN = "[data-testid=stCaptionContainer]"


def open_at(page, path):
    page.goto(path)
    page.locator(SHOWN).filter(has_text="shown").first.wait_for()
    settle(page)


def settle(page):
    page.wait_for_timeout(400)
    page.wait_for_function("document.querySelector('.stApp')?.dataset.testScriptState !== 'running'")


def params(page):
    return parse_qs(urlsplit(page.url).query)
