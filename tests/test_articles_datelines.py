"""Datelines: where the head of wire copy ends, and what it tells."""

import pytest

from s400data.articles import dateline_span, read_dateline
from s400data.articles.datelines import find_glued_dateline


@pytest.mark.parametrize(
    ("head", "place", "day", "outlet"),
    [
        ("WASHINGTON, December 18. /TASS/. ", "WASHINGTON", (None, 12, 18), "TASS"),
        ("ZHUKOVSKY /Moscow Region/, August 27. /TASS/. ", "ZHUKOVSKY", (None, 8, 27), "TASS"),
        ("MOSCOW (Sputnik) - ", "MOSCOW", (None, None, None), "Sputnik News"),
        ("ANKARA, July 12 (Reuters) - ", "ANKARA", (None, 7, 12), "Reuters"),
        ("WASHINGTON/ANKARA (Reuters) - ", "WASHINGTON/ANKARA", (None, None, None), "Reuters"),
        ("ISTANBUL (AP) — ", "ISTANBUL", (None, None, None), "Associated Press"),
        ("ANKARA, Turkey (AP) — ", "ANKARA", (None, None, None), "Associated Press"),
        ("BRUSSELS, July 17, 2019 (AFP) - ", "BRUSSELS", (2019, 7, 17), "AFP"),
        ("Brussels, July 12, 2019 (AFP) - ", "Brussels", (2019, 7, 12), "AFP"),
        ("ANKARA - ", "ANKARA", (None, None, None), None),
        ("ANKARA: ", "ANKARA", (None, None, None), None),
        ("ANKARA --- ", "ANKARA", (None, None, None), None),
        ("ANKARA Feb 19 ", "ANKARA", (None, 2, 19), None),
        ("KYIV. July 4. KAZINFORM - ", "KYIV.", (None, 7, 4), "Kazinform"),
        ("EREVAN, JULY 12, ARMENPRESS. ", "EREVAN", (None, 7, 12), "Armenpress"),
        ("BAKU, Azerbaijan, May 2. ", "BAKU", (None, 5, 2), None),
        ("ANKARA (UrduPoint News / Sputnik - 12th July, 2019) ", "ANKARA", (2019, 7, 12), "UrduPoint"),
        ("(Reuters) – ", None, (None, None, None), "Reuters"),
        ("BRUSSELS, 12 JULY - ", "BRUSSELS", (None, 7, 12), None),
    ],
)
def test_a_dateline_is_told_from_the_report(head, place, day, outlet):
    found = read_dateline(head + "Turkey will go on, the minister said.")
    assert found is not None
    assert dateline_span(head + "Turkey will go on, the minister said.") == (0, len(head))
    assert (found.place, (found.year, found.month, found.day)) == (place, day)
    assert (found.outlet.name if found.outlet else None) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance - said it was concerned.",
        "BREAKING: Turkey takes delivery of missiles.",
        "QUESTION: What do you say to that?",
        "SECRETARY POMPEO: Thank you all.",
        "Ankara will continue to negotiate with Washington.",
        "Ankara - the capital of Turkey - is large.",
        "S-400 - the system that divides allies - is back.",
        "In May 2019, Turkey said it would not yield.",
        "President Erdogan - who rules since 2003 - disagrees.",
        "Pompeo said (Reuters) that he was there.",
        "",
    ],
)
def test_running_text_has_no_dateline(text):
    assert read_dateline(text) is None
    assert dateline_span(text) is None


def test_a_dateline_behind_a_clock_and_a_section_is_found():
    text = "14:05 12.07.2019 World ANKARA (Sputnik) - Turkey said"
    found = find_glued_dateline(text)
    assert found is not None
    assert text[found.start : found.end] == "ANKARA (Sputnik) - "
