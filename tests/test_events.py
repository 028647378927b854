from datetime import date

import pytest

from tests.event_reading import countries, events_in, told_by

pytestmark = pytest.mark.model

SIGNED = "Moscow signed a contract with Ankara on the delivery of the S-400 systems in 2017."


@pytest.mark.parametrize(
    ("sentence", "word", "type_", "actors", "targets"),
    [
        pytest.param(SIGNED, "signed", "agreement", ["RUS"], ["TUR"], id="signing with"),
        pytest.param(
            "Russia and India signed a $5 billion deal.", "signed", "agreement", ["IND", "RUS"], [], id="both sign"
        ),
        pytest.param("Turkey bought missiles from Russia.", "bought", "agreement", ["TUR"], ["RUS"], id="buying from"),
        pytest.param(
            "Turkey received an offer from China in 2013.", "offer", "offer", ["CHN"], ["TUR"], id="an offer from"
        ),
        pytest.param("Russia sold missiles to Turkey.", "sold", "agreement", ["RUS"], ["TUR"], id="selling to"),
        pytest.param(
            "Russia delivered the missiles to Turkey.", "delivered", "delivery", ["RUS"], ["TUR"], id="delivering to"
        ),
        pytest.param(
            "Turkey received the missiles from Russia.", "received", "delivery", ["RUS"], ["TUR"], id="receiving from"
        ),
        pytest.param(
            "The missiles were delivered to Turkey by Russia.", "delivered", "delivery", ["RUS"], ["TUR"], id="passive"
        ),
        pytest.param(
            "Turkey took delivery of the missiles in July.", "took", "delivery", [], ["TUR"], id="taking delivery"
        ),
        pytest.param("Turkey paid Russia $900 million.", "paid", "payment", ["TUR"], ["RUS"], id="paying"),
        pytest.param(
            "Russia received full payment from Turkey.", "received", "payment", ["TUR"], ["RUS"], id="being paid"
        ),
        pytest.param("Turkey fired the S-400 system near Sinop.", "fired", "test", ["TUR"], [], id="firing a system"),
        pytest.param(
            "Turkey test-fired the S-400 on the coast.", "test-fired", "test", ["TUR"], [], id="test-firing on a coast"
        ),
        pytest.param(
            "Hulusi Akar said after talks with Sergei Lavrov on Friday that it was over.",
            "talks",
            "meeting",
            ["TUR"],
            ["RUS"],
            id="said after talks",
        ),
        pytest.param(
            "Finland hopes to join at the Vilnius summit on 11 July.",
            "summit",
            "meeting",
            ["FIN"],
            [],
            id="a city as venue",
        ),
        pytest.param("Turkey deployed the S-400 near Ankara.", "deployed", "deployment", ["TUR"], [], id="deploying"),
        pytest.param("The system went into service in 2007.", "went", "deployment", [], [], id="into service"),
        pytest.param("The systems are fully operational.", "operational", "deployment", [], [], id="operational"),
        pytest.param("Turkey test-fired the S-400 in Sinop.", "test-fired", "test", ["TUR"], [], id="test-firing"),
        pytest.param(
            "The Pentagon stopped training Turkish pilots.", "stopped", "exclusion", ["USA"], ["TUR"], id="gerund"
        ),
        pytest.param(
            "The second battery is expected in September.", "expected", "delivery", [], [], id="expected weapon"
        ),
        pytest.param(
            "Hulusi Akar is expected in Paris on Friday.", "expected", "meeting", ["TUR"], [], id="expected visitor"
        ),
        pytest.param(
            "They are barred from entering the United States.", "barred", "sanction", [], ["USA"], id="barred"
        ),
        pytest.param(
            "Washington froze the delivery of jets to Turkey.", "froze", "sanction", ["USA"], ["TUR"], id="held back"
        ),
        pytest.param("Turkey paid half of the price.", "paid", "payment", ["TUR"], [], id="paying a share"),
        pytest.param(
            "Sergei Lavrov arrived in Amman on Friday.", "arrived", "meeting", ["RUS"], ["JOR"], id="host of a visit"
        ),
        pytest.param(
            "Hulusi Akar warned in Brussels against sanctions.", "warned", "warning", ["TUR"], [], id="said there"
        ),
        pytest.param(
            "Latvia's Constitutional Court threatened to ban imports from Russia.",
            "threatened",
            "threat",
            ["LVA"],
            ["RUS"],
            id="body of the state before it",
        ),
        pytest.param(
            "The United States imposed sanctions on Turkey.", "imposed", "sanction", ["USA"], ["TUR"], id="sanctions on"
        ),
        pytest.param("Turkey could face sanctions.", "face", "sanction", [], ["TUR"], id="facing sanctions"),
        pytest.param(
            "Washington expelled Turkey from the F-35 programme.",
            "expelled",
            "exclusion",
            ["USA"],
            ["TUR"],
            id="out of",
        ),
        pytest.param(
            "Turkey was removed from the F-35 programme by the United States.",
            "removed",
            "exclusion",
            ["USA"],
            ["TUR"],
            id="removed by",
        ),
        pytest.param(
            "Washington offered to sell Patriot missiles to Turkey.",
            "offered",
            "offer",
            ["USA"],
            ["TUR"],
            id="offering",
        ),
        pytest.param(
            "The White House warned Turkey against the purchase.", "warned", "warning", ["USA"], ["TUR"], id="warning"
        ),
        pytest.param("Turkey vowed to retaliate.", "vowed", "threat", ["TUR"], [], id="vowing to retaliate"),
        pytest.param(
            "The US rejected Turkey's offer.", "rejected", "rejection", ["USA"], ["TUR"], id="rejecting whose offer"
        ),
        pytest.param(
            "Greece demanded that Turkey withdraw its troops.", "demanded", "demand", ["GRC"], ["TUR"], id="demanding"
        ),
        pytest.param(
            "Vladimir Putin met Recep Tayyip Erdogan in Sochi.", "met", "meeting", ["RUS"], ["TUR"], id="meeting"
        ),
        pytest.param(
            "Turkey and Russia held talks in Moscow.", "held", "meeting", ["RUS", "TUR"], [], id="holding talks"
        ),
        pytest.param(
            "Congress passed the Countering America's Adversaries Through Sanctions Act.",
            "passed",
            "legislation",
            ["USA"],
            [],
            id="passing an act",
        ),
        pytest.param(
            "Antony Blinken was sworn in as secretary of state.", "sworn", "appointment", ["USA"], [], id="sworn in"
        ),
        pytest.param(
            "Israeli troops shelled Lebanese villages.", "shelled", "military-action", ["ISR"], ["LBN"], id="shelling"
        ),
        pytest.param(
            "Turkey lifted the ban on flights from Russia.", "lifted", "other", ["TUR"], ["RUS"], id="lifting"
        ),
        pytest.param(
            "Washington halted work with Turkey on the F-35.",
            "halted",
            "exclusion",
            ["USA"],
            ["TUR"],
            id="halting work with",
        ),
        pytest.param(
            "Recep Tayyip Erdogan will see Donald Trump on Friday.",
            "see",
            "meeting",
            ["TUR"],
            ["USA"],
            id="seeing somebody",
        ),
        pytest.param(
            "Kyriakos Mitsotakis raised the matter with Jens Stoltenberg on Friday.",
            "raised",
            "meeting",
            ["GRC"],
            ["NATO"],
            id="raising a matter with",
        ),
        pytest.param(
            "Lindsey Graham offered Turkey on Friday that it be spared sanctions.",
            "offered",
            "offer",
            ["USA"],
            ["TUR"],
            id="offering that",
        ),
        pytest.param(
            "Mike Pompeo flew to Ankara on Friday.", "flew", "meeting", ["USA"], ["TUR"], id="flying to a capital"
        ),
        pytest.param(
            "Turkey signed the contract in 2017, with deliveries scheduled to start in late 2019.",
            "deliveries",
            "delivery",
            [],
            [],
            id="scheduled content",
        ),
        pytest.param(
            "President Abdelmadjid Tebboune threatened to expel French diplomats.",
            "threatened",
            "threat",
            ["DZA"],
            ["FRA"],
            id="leader nobody introduced",
        ),
        pytest.param(
            "Hamas accused Israel of breaking the truce on Friday.",
            "accused",
            "other",
            ["PSE"],
            ["ISR"],
            id="movement that stands for a country",
        ),
        pytest.param(
            "Hamas militants attacked an Israeli patrol.",
            "attacked",
            "military-action",
            ["PSE"],
            ["ISR"],
            id="fighters of a movement",
        ),
        pytest.param(
            "The Arab League rejected the French proposal.",
            "rejected",
            "rejection",
            ["INT"],
            ["FRA"],
            id="body of no one country",
        ),
        pytest.param(
            "Inspectors of the International Atomic Energy Agency arrived in Tehran.",
            "arrived",
            "meeting",
            ["UN"],
            ["IRN"],
            id="people of a body",
        ),
        pytest.param(
            "The Bush administration rejected the Syrian proposal.",
            "rejected",
            "rejection",
            ["USA"],
            ["SYR"],
            id="government called after its leader",
        ),
        pytest.param(
            "Bosnian Serbs shelled Croatian villages.",
            "shelled",
            "military-action",
            ["BIH"],
            ["HRV"],
            id="people at home abroad",
        ),
        pytest.param(
            "Rebels killed two Americans in Iraq.",
            "killed",
            "military-action",
            [],
            ["USA"],
            id="people who are only there",
        ),
        pytest.param(
            "Ethnic Albanians in Serbia demanded autonomy on Friday.",
            "demanded",
            "demand",
            ["SRB"],
            [],
            id="ethnic people of a country",
        ),
        pytest.param(
            "US-led forces bombed Iraqi positions.",
            "bombed",
            "military-action",
            ["USA"],
            ["IRQ"],
            id="forces led by a country",
        ),
        pytest.param(
            "Israeli tanks fired at targets in Jericho.",
            "fired",
            "military-action",
            ["ISR"],
            ["PSE"],
            id="city without a name for its state",
        ),
        pytest.param(
            "Rebels in Kirkuk attacked a Turkish convoy.",
            "attacked",
            "military-action",
            ["IRQ"],
            ["TUR"],
            id="rebels in a city",
        ),
        pytest.param(
            "Turkish police dispersed demonstrators.", "dispersed", "other", ["TUR"], ["TUR"], id="people at home"
        ),
        pytest.param(
            "A German journalist was arrested in Turkey.",
            "arrested",
            "other",
            ["TUR"],
            ["DEU"],
            id="arrested by the host",
        ),
        pytest.param(
            "Turkey agreed to Russian mediation.", "agreed", "agreement", ["TUR"], ["RUS"], id="whose mediation"
        ),
        pytest.param(
            "Palestinians rioted on Friday against Israeli policies.",
            "rioted",
            "other",
            ["PSE"],
            ["ISR"],
            id="against whose policies",
        ),
        pytest.param(
            "Britain mobilised troops for a war against Iraq.",
            "mobilised",
            "deployment",
            ["GBR"],
            ["IRQ"],
            id="against whom in the end",
        ),
        pytest.param(
            "Haniyeh said Syria rejected an offer from the US envoy.",
            "rejected",
            "rejection",
            ["SYR"],
            ["USA"],
            id="whose offer",
        ),
        pytest.param("Israel is opposed to French mediation.", "opposed", "rejection", ["ISR"], [], id="being opposed"),
        pytest.param(
            "Turkey reneged on its commitment to buy Patriot missiles.",
            "reneged",
            "rejection",
            ["TUR"],
            [],
            id="going back on a word",
        ),
        pytest.param(
            "Palestinian youths threw stones at Israeli soldiers.",
            "threw",
            "other",
            ["PSE"],
            ["ISR"],
            id="throwing stones",
        ),
        pytest.param(
            "Rebels killed an anti-Syria journalist.", "killed", "military-action", [], [], id="attitude is no origin"
        ),
        pytest.param(
            "Guinean soldiers tortured scores of Liberian refugees.",
            "tortured",
            "military-action",
            ["GIN"],
            ["LBR"],
            id="scores of people",
        ),
    ],
)
def test_who_did_what_to_whom(sentence, word, type_, actors, targets):
    event = told_by(sentence, word)
    assert event is not None
    assert event.type == type_
    assert countries(event.actors) == actors
    assert countries(event.targets) == targets


@pytest.mark.parametrize(
    ("sentence", "word", "earliest", "latest", "basis"),
    [
        pytest.param(SIGNED, "signed", (2017, 1, 1), (2017, 12, 31), "explicit", id="a year"),
        pytest.param(
            "Turkey and Russia signed the deal in December 2017.",
            "signed",
            (2017, 12, 1),
            (2017, 12, 31),
            "explicit",
            id="a month",
        ),
        pytest.param(
            "On December 14, 2020, Washington imposed sanctions on Turkey.",
            "imposed",
            (2020, 12, 14),
            (2020, 12, 14),
            "explicit",
            id="a day at the start",
        ),
        pytest.param(
            "Turkey tested the radars on 3-4 December 2019.",
            "tested",
            (2019, 12, 3),
            (2019, 12, 4),
            "explicit",
            id="days with a dash",
        ),
        pytest.param(
            "Turkey tested the radars from May 28 to June 4, 2019.",
            "tested",
            (2019, 5, 28),
            (2019, 6, 4),
            "explicit",
            id="from one day to another",
        ),
        pytest.param(
            "Turkey tested the radars on July 3 and 4, 2019.",
            "tested",
            (2019, 7, 3),
            (2019, 7, 4),
            "explicit",
            id="two days running",
        ),
        pytest.param(
            "Turkey tested the radars between 3 and 9 July 2019.",
            "tested",
            (2019, 7, 3),
            (2019, 7, 9),
            "explicit",
            id="between two days",
        ),
        pytest.param(
            "Turkey tested the radars on 3 July and 9 August 2019.",
            "tested",
            (2019, 7, 3),
            (2019, 7, 3),
            "explicit",
            id="two days apart are two times",
        ),
        pytest.param(
            "Deliveries of the S-400 started on July 12, 2019.",
            "Deliveries",
            (2019, 7, 12),
            (2019, 7, 12),
            "explicit",
            id="date of the verb that tells the noun",
        ),
        pytest.param(
            "A second contract is expected to be signed in 2022.",
            "expected",
            (2022, 1, 1),
            (2022, 12, 31),
            "explicit",
            id="date under a verb of planning",
        ),
        pytest.param(
            "Akar said on 27 June 2019, a day after Washington suspended the training of pilots, that talks go on.",
            "suspended",
            (2019, 6, 26),
            (2019, 6, 26),
            "relative",
            id="a day before a dated saying",
        ),
        pytest.param(
            "Turkey fired a missile two days after Russia delivered the system on 12 July 2019.",
            "fired",
            (2019, 7, 14),
            (2019, 7, 14),
            "relative",
            id="two days after a dated clause",
        ),
        pytest.param(
            "On 12 July 2019, three days before Turkey received the systems, the Pentagon suspended the training.",
            "received",
            (2019, 7, 15),
            (2019, 7, 15),
            "relative",
            id="the date in front is the main clause's",
        ),
        pytest.param(
            "Turkey fired a missile this month.",
            "fired",
            (2021, 3, 1),
            (2021, 3, 10),
            "relative",
            id="past of a month",
        ),
        pytest.param(
            "Turkey will deploy the missiles this month.",
            "deploy",
            (2021, 3, 10),
            (2021, 3, 31),
            "relative",
            id="rest of a month",
        ),
        pytest.param(
            "The missiles will be deployed from October 2021.",
            "deployed",
            (2021, 10, 1),
            (2021, 10, 31),
            "explicit",
            id="from a month on",
        ),
        pytest.param(
            "On 27 April 2018, a day after he was sworn in as minister, Boris Petrov met Turkish officials.",
            "sworn",
            (2018, 4, 26),
            (2018, 4, 26),
            "relative",
            id="a day after",
        ),
        pytest.param(
            "The minister said on December 7, 2020 that all the missiles had been delivered to Turkey.",
            "delivered",
            (2020, 12, 7),
            (2020, 12, 7),
            "context",
            id="reported as done on a day",
        ),
        pytest.param("Turkey and Russia signed the deal.", "signed", None, None, "none", id="no date is invented"),
        pytest.param(
            "The minister said on Tuesday that Turkey would deploy the missiles.",
            "deploy",
            None,
            None,
            "none",
            id="the day of saying is not the day of doing",
        ),
    ],
)
def test_when_it_happened(sentence, word, earliest, latest, basis):
    event = told_by(sentence, word)
    assert event is not None
    found = (event.when.earliest, event.when.latest) if event.when else (None, None)
    assert found == (earliest and date(*earliest), latest and date(*latest))
    assert event.date_basis == basis


@pytest.mark.parametrize(
    ("sentence", "objects"),
    [
        pytest.param("Turkey tested the S400 missiles.", ("S-400",), id="no hyphen"),
        pytest.param("Turkey tested the S‑400 Triumf system.", ("S-400",), id="other hyphen, full name"),
        pytest.param(
            "Russia and Turkey signed a $2.5 billion deal for four S-400 batteries.",
            ("$2.5 billion", "four S-400 batteries", "S-400"),
            id="amount and quantity",
        ),
        pytest.param("Turkey bought Su-35 jets and F-35 fighters.", ("Su-35", "F-35"), id="two weapons"),
        pytest.param("Greece tested the Patriot system.", ("Patriot",), id="the Patriot is a weapon"),
        pytest.param("Turkey signed an agreement with Qatar.", (), id="none"),
    ],
)
def test_what_it_was_about(sentence, objects):
    assert events_in(sentence)[0].objects == objects


def test_the_system_is_the_weapon_named_before():
    found = events_in("Turkey has bought the S-400. Ankara deployed the system in 2020.")
    assert found[-1].objects == ("S-400",)


def test_the_system_is_no_jet_and_the_jets_are_no_system():
    found = events_in("Turkey tested the S-400 against F-16 fighters. Ankara deployed the system in 2020.")
    assert found[-1].objects == ("S-400",)
    found = events_in("Turkey bought F-35 fighters and S-400 missiles. Ankara tested the jets in 2020.")
    assert found[-1].objects == ("F-35",)


def test_what_one_is_punished_over_has_neither_its_date_nor_its_doer():
    told = "Washington sanctioned Ankara in December 2020 over its purchase of the S-400 in 2017."
    assert [(event.type, event.when.earliest.year, countries(event.actors)) for event in events_in(told)] == [
        ("sanction", 2020, ["USA"]),
        ("agreement", 2017, ["TUR"]),
    ]


def test_a_later_verb_with_its_own_subject_keeps_its_date():
    first, *_ = events_in(
        "Congress has threatened to impose sanctions on Turkey, and the House passed a bill last month."
    )
    assert first.type == "threat"
    assert first.when is None


def test_a_dated_statement_is_an_event_and_an_undated_one_is_not():
    dated = events_in('"We will not give up," the Turkish minister told reporters in Baku on May 2, 2019.')
    assert [(event.type, event.trigger.text) for event in dated] == [("statement", "told reporters")]
    assert events_in('"We will not give up," the Turkish minister told reporters in Baku.') == ()


def test_the_headline_tells_no_event():
    body = "Turkey tested the missiles in Sinop."
    text = f"Turkey tests missiles\n\n{body}"
    found = events_in(text, title="Turkey tests missiles")
    assert [event.sentence.text for event in found] == [body]


def test_an_event_inside_a_quotation_points_to_it():
    found = told_by('"Russia has delivered the missiles," the Turkish minister said.', "delivered")
    assert found is not None
    assert found.said_in == "a1-q0"
    assert told_by("Russia has delivered the missiles to Turkey.", "delivered").said_in is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The S-400 deal is a sovereign decision.",
        "Ankara's decision to purchase the missiles drew criticism.",
        "Sanctions would not solve the problem.",
        "The delivery option was discussed at length.",
        "The system can destroy aircraft at a range of 400 km.",
        "Any entity doing business with Russia could face sanctions.",
        "Trump can rally his party.",
        "The storm hit the coast and the town burned.",
        "He refused to comment.",
    ],
)
def test_topics_habits_and_figures_of_speech_are_no_events(sentence):
    assert [event.trigger.text for event in events_in(sentence)] == []


def test_the_talks_told_again_are_no_new_event():
    text = "Putin met Erdogan in Sochi on Monday. After the meeting, the two flew to Ankara. The talks were cordial."
    assert [event.trigger.text for event in events_in(text) if event.type == "meeting"] == ["met"]


def test_an_undated_mention_takes_the_date_of_the_same_event():
    text = "Putin met Erdogan in Russia. On 5 March 2020, Putin held talks with Erdogan in Moscow."
    first = events_in(text)[0]
    assert first.when.earliest == date(2020, 3, 5)
    assert first.date_basis == "context"


def test_help_promised_or_refused_has_another_root_than_help_given():
    given = told_by("Russia delivered the missiles to Turkey.", "delivered")
    promised = told_by("Russia will deliver the missiles to Turkey.", "deliver")
    refused = told_by("Russia will not deliver the missiles to Turkey.", "deliver")
    assert [event.plover for event in (given, promised, refused)] == ["COOPERATE", "AGREE", "REJECT"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Deliveries are scheduled to start in May 2021.",
        "The deliveries scheduled to start in May 2021 were welcome to all.",
        "The second battery is due in September.",
        "The first battery was expected in June 2019.",
        "Sergei Lavrov is expected in Ankara on Friday.",
    ],
)
def test_what_is_due_is_planned_and_has_its_own_date(sentence):
    (event,) = events_in(sentence)
    assert event.modality == "planned"
    assert event.date_text is not None
