"""Speech that the page attributes: transcripts, headings, headlines, lists; and what cites somebody as saying it."""

import pytest

from tests.test_quotations import brief, quotations

pytestmark = pytest.mark.model

TRANSCRIPT = """President Erdogan: We have paid for it. There is no way back.

President Trump: We will see. Pompeo said it is a mess.

And we like Turkey.

Q: Will there be sanctions?

President Trump: No.

The two men left the room."""


def test_each_line_of_a_transcript_is_its_speakers():
    turns = [q for q in quotations(TRANSCRIPT) if q.rule == "turn"]
    assert [(q.source.text, q.kind, " | ".join(p.text for p in q.content)) for q in turns] == [
        ("President Erdogan", "direct", "We have paid for it. There is no way back."),
        ("President Trump", "direct", "We will see. Pompeo said it is a mess. | And we like Turkey."),
        ("Q", "direct", "Will there be sanctions?"),
        ("President Trump", "direct", "No."),
    ]
    assert [q.speaker.name if q.speaker else None for q in turns] == [
        "Recep Tayyip Erdogan",
        "Donald Trump",
        None,
        "Donald Trump",
    ]


def test_speech_reported_within_a_turn_is_kept_inside_it():
    inner = next(q for q in quotations(TRANSCRIPT) if q.rule != "turn")
    assert (inner.content[0].text, inner.within) == ("it is a mess", "a1-q1")


@pytest.mark.parametrize(
    "text",
    [
        "Mevlut Cavusoglu: the foreign minister who signed.\n\nHe left for Moscow.",
        "Editing by Ana Brkic: second desk.\n\nHe left for Moscow.",
        "Price: 2.5 billion dollars\n\nDelivery: July",
    ],
    ids=["one line", "credit", "data"],
)
def test_labelled_lines_are_no_transcript(text):
    assert quotations(text) == ()


def test_a_heading_names_who_speaks_below_it():
    text = (
        'Jens Stoltenberg, NATO Secretary General\n\n"The decision is a national one."\n\n'
        'Mevlut Cavusoglu, foreign minister\n\n"We will not step back."'
    )
    assert [(q.rule, q.speaker.name) for q in quotations(text)] == [
        ("heading", "Jens Stoltenberg"),
        ("heading", "Mevlut Cavusoglu"),
    ]


def test_a_dash_signs_what_stands_before_it():
    text = '"We will not wait for permission." — Ibrahim Kalin, presidential spokesman\n\nThe talks go on.'
    assert [(q.rule, q.speaker.name, q.content[0].text) for q in quotations(text)] == [
        ("signature", "Ibrahim Kalin", "We will not wait for permission.")
    ]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Peskov: S-400 deliveries go on as planned", ("Peskov", "S-400 deliveries go on as planned")),
        ("S-400 deliveries go on as planned - Peskov", ("Peskov", "S-400 deliveries go on as planned")),
        ("S-400 deliveries go on as planned - Reuters", None),
        ("Explained: how the S-400 works", None),
    ],
)
def test_a_headline_names_its_speaker_at_either_end(headline, expected):
    found = [q for q in quotations(f"{headline}\n\nThe crews are trained.", headline=headline) if q.rule == "headline"]
    assert [(q.source.text, q.content[0].text) for q in found] == ([expected] if expected else [])
    assert all(q.section == "headline" and q.kind == "indirect" for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister listed three reasons:\n- the price;\n- the delay;\n- the radar.\n\nHe then left.",
            ("The minister", "listed", "the price | the delay | the radar", "indirect", "list_after_cue"),
        ),
        (
            "The terms, Kalin said, are these:\n\n1. full transfer\n2. joint production",
            ("Kalin", "said", "full transfer | joint production", "indirect", "list_after_cue"),
        ),
    ],
    ids=["dashes", "numbers"],
)
def test_points_of_a_list_are_one_quotation(text, expected):
    assert [brief(q) for q in quotations(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Interfax cited Dmitry Peskov as saying that the radar works.", "Dmitry Peskov", "Interfax"),
        ("Hulusi Akar was quoted by Anadolu as saying that the radar works.", "Hulusi Akar", "Anadolu Agency"),
        ("Hulusi Akar was quoted as saying that the radar works.", "Hulusi Akar", None),
    ],
    ids=["cited him", "quoted by", "was quoted"],
)
def test_who_is_cited_speaks_and_who_cites_relays(text, speaker, via):
    (found,) = quotations(text)
    assert (found.content[0].text.removeprefix("that "), found.speaker.name, found.via) == (
        "the radar works",
        speaker,
        via,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No," Kozhin said.', ("Kozhin", "said", "No,", "direct", "clause_before_cue")),
        (
            'In Kozhin\'s words, the radar "never sleeps".',
            ("Kozhin", "words", 'the radar "never sleeps"', "mixed", "according_to"),
        ),
        (
            'The ministry, in a written statement: "The radar works."',
            ("The ministry", "statement", "The radar works.", "direct", "cue_before_marks"),
        ),
    ],
    ids=["one word", "in his words", "statement before a colon"],
)
def test_short_forms(text, expected):
    assert [brief(q) for q in quotations(text)] == [expected]
