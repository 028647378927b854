# One case a line reads as a table.
from datetime import date

import pytest

from s400data.actors import find_cast
from s400data.language import parse
from s400data.quotations import find_quotations
from s400data.records import Article, Mention
from s400data.timexes import find_timexes

pytestmark = pytest.mark.model


def article(text, *, published=None, headline=None):
    day = date.fromisoformat(published) if published else None
    precision, basis = ("day", "metadata") if day else (None, "unknown")
    title = Mention(0, len(headline), headline) if headline else None
    return Article("a1", "x.txt", headline, None, None, day, precision, basis, None, "en", text, title, (), (), "0")


def quotations(text, **known):
    about = article(text, **known)
    doc = parse(text)
    return find_quotations(doc, about, find_cast(doc, about), find_timexes(doc, about))


def brief(quotation):
    """A quotation as the tables below write it."""
    source = quotation.source.text if quotation.source else None
    cue = quotation.cue.text if quotation.cue else None
    return source, cue, " | ".join(piece.text for piece in quotation.content), quotation.kind, quotation.rule


def check(cases):
    return pytest.mark.parametrize(("text", "expected"), [case[1:] for case in cases], ids=[case[0] for case in cases])


DIRECT = [
    (
        "an opening mark for the closing one",
        "“The radar stays where it is,“ Kozhin said.",
        [("Kozhin", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "two passages, a condition first",
        "“If they were to move the radar,” argued Kozhin, “it would need our consent.”",
        [
            (
                "Kozhin",
                "argued",
                "If they were to move the radar, | it would need our consent.",
                "direct",
                "cue_after_marks",
            )
        ],
    ),
    (
        "marks then he said",
        '"The radar stays where it is," he said.',
        [("he", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "marks then said he",
        '"The radar stays where it is," said Kozhin.',
        [("Kozhin", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "colon before marks",
        'Kozhin said: "The radar stays where it is."',
        [("Kozhin", "said", "The radar stays where it is.", "direct", "clause_after_cue")],
    ),
    (
        "comma before marks",
        'The envoy replied, "Nobody asked us about it."',
        [("The envoy", "replied", "Nobody asked us about it.", "direct", "clause_after_cue")],
    ),
    (
        "curly marks",
        "“The radar stays where it is,” the envoy said.",
        [("the envoy", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "low and high marks",
        "„The radar stays where it is“, the envoy said.",
        [("the envoy", "said", "The radar stays where it is", "direct", "clause_before_cue")],
    ),
    (
        "angle marks",
        "«The radar stays where it is», the envoy said.",
        [("the envoy", "said", "The radar stays where it is", "direct", "clause_before_cue")],
    ),
    (
        "British single curly marks",
        "‘The radar stays where it is,’ the envoy said.",
        [("the envoy", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "British single straight marks",
        "'The radar stays where it is,' the envoy said.",
        [("the envoy", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "apostrophes inside single marks",
        "‘It’s the allies’ radar, and it doesn’t move,’ the envoy said.",
        [("the envoy", "said", "It’s the allies’ radar, and it doesn’t move,", "direct", "clause_before_cue")],
    ),
    (
        "doubled single marks",
        "''The radar stays where it is,'' the envoy said.",
        [("the envoy", "said", "The radar stays where it is,", "direct", "clause_before_cue")],
    ),
    (
        "question",
        '"Who pays for the batteries?" Akar asked.',
        [("Akar", "asked", "Who pays for the batteries?", "direct", "clause_before_cue")],
    ),
    (
        "exclamation",
        '"We will not sell!" the minister shouted.',
        [("the minister", "shouted", "We will not sell!", "direct", "clause_before_cue")],
    ),
    (
        "interrupted within a sentence",
        '"The radar," he said, "stays where it is."',
        [("he", "said", "The radar, | stays where it is.", "direct", "cue_after_marks")],
    ),
    (
        "goes on after the attribution",
        '"We have paid," he said. "Delivery starts in May."',
        [("he", "said", "We have paid, | Delivery starts in May.", "direct", "clause_before_cue")],
    ),
    (
        "goes on for several sentences",
        '"We have paid," the minister said. "Delivery starts in May. Nobody can stop it."',
        [
            (
                "the minister",
                "said",
                "We have paid, | Delivery starts in May. Nobody can stop it.",
                "direct",
                "clause_before_cue",
            )
        ],
    ),
    (
        "over two paragraphs",
        '"We have paid.\n\n"Delivery starts in May," he said.',
        [("he", "said", "We have paid. | Delivery starts in May,", "direct", "clause_before_cue")],
    ),
    (
        "over two paragraphs after the attribution",
        'The minister said: "We have paid.\n\n"Delivery starts in May."',
        [("The minister", "said", "We have paid. | Delivery starts in May.", "direct", "clause_after_cue")],
    ),
    (
        "bracketed insertion",
        '"We told [the Americans] that we have paid," he said.',
        [("he", "said", "We told [the Americans] that we have paid,", "direct", "clause_before_cue")],
    ),
    (
        "ellipsis",
        '"We have paid … and we wait," he said.',
        [("he", "said", "We have paid … and we wait,", "direct", "clause_before_cue")],
    ),
    (
        "quotation inside a quotation",
        "\"They told me 'no deal' and left,\" he said.",
        [("he", "said", "They told me 'no deal' and left,", "direct", "clause_before_cue")],
    ),
    (
        "title and name before the cue",
        '"We have paid," Deputy Prime Minister Yury Borisov said.',
        [("Deputy Prime Minister Yury Borisov", "said", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "aside between name and verb",
        '"We have paid," Mikheev, who replaced Isaikin, said.',
        [("Mikheev", "said", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "apposition after the name",
        '"We have paid," said Kozhin, an aide to Putin.',
        [("Kozhin, an aide to Putin", "said", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "adverb between",
        '"We have paid," he said flatly.',
        [("he", "said", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "told with addressee",
        '"We have paid," Akar told the newspaper.',
        [("Akar", "told", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "quoted as saying",
        '"We have paid," Akar was quoted as saying.',
        [("Akar", "saying", "We have paid,", "direct", "clause_before_cue")],
    ),
    ("laughed", '"We have paid," he laughed.', [("he", "laughed", "We have paid,", "direct", "cue_after_marks")]),
    (
        "wrote on a site",
        '"We have paid," the ministry wrote on Twitter.',
        [("the ministry", "wrote", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "name and colon",
        'Cavusoglu: "We have paid for it."',
        [("Cavusoglu", None, "We have paid for it.", "direct", "name_before_colon")],
    ),
    (
        "statement reads",
        'The statement reads: "The contract has been carried out in full."',
        [("The statement", "reads", "The contract has been carried out in full.", "direct", "clause_after_cue")],
    ),
    (
        "no comma before the attribution",
        '"We have paid" the minister said.',
        [("the minister", "said", "We have paid", "direct", "clause_before_cue")],
    ),
    (
        "missing closing mark",
        '"We have paid, he said.\n\nTalks went on.',
        [("he", "said", "We have paid,", "direct", "clause_before_cue")],
    ),
    (
        "two speakers in one paragraph",
        '"We have paid," Akar said. "You have not," Mikheev replied.',
        [
            ("Akar", "said", "We have paid,", "direct", "clause_before_cue"),
            ("Mikheev", "replied", "You have not,", "direct", "clause_before_cue"),
        ],
    ),
    (
        "that before full marks",
        'Washington said that "the purchase makes further work impossible."',
        [("Washington", "said", 'that "the purchase makes further work impossible."', "mixed", "clause_after_cue")],
    ),
]


INDIRECT = [
    (
        "a condition before he said",
        "Had the radar been tested, one envoy said, the talks would have failed.",
        [
            (
                "one envoy",
                "said",
                "Had the radar been tested | the talks would have failed",
                "indirect",
                "clause_before_cue",
            )
        ],
    ),
    (
        "what another says of it",
        "Kozhin says the radar spies on jets, a claim that Akar rejects.",
        [("Kozhin", "says", "the radar spies on jets", "indirect", "clause_after_cue")],
    ),
    (
        "said that",
        "Kozhin said that the talks had failed.",
        [("Kozhin", "said", "that the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "said without that",
        "Kozhin said the talks had failed.",
        [("Kozhin", "said", "the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "told somebody",
        "Kozhin told reporters the talks had failed.",
        [("Kozhin", "told", "the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "told somebody that",
        "Akar told Mattis that Turkey needs air defence.",
        [("Akar", "told", "that Turkey needs air defence", "indirect", "clause_after_cue")],
    ),
    (
        "date before that",
        "Akar said on Monday that the crews are trained.",
        [("Akar", "said", "that the crews are trained", "indirect", "clause_after_cue")],
    ),
    (
        "attribution at the end",
        "The talks had failed, Kozhin said.",
        [("Kozhin", "said", "The talks had failed", "indirect", "clause_before_cue")],
    ),
    (
        "attribution at the end, inverted",
        "The talks had failed, said Kozhin.",
        [("Kozhin", "said", "The talks had failed", "indirect", "clause_before_cue")],
    ),
    (
        "free indirect with he added",
        "The crews would train in Russia, he added.",
        [("he", "added", "The crews would train in Russia", "indirect", "clause_before_cue")],
    ),
    (
        "attribution in the middle",
        "The talks, Kozhin said, had failed.",
        [("Kozhin", "said", "The talks | had failed", "indirect", "clause_before_cue")],
    ),
    (
        "long title after a clause",
        "The second batch will arrive in spring, head of the export agency Alexander Mikheev told the channel.",
        [
            (
                "head of the export agency Alexander Mikheev",
                "told",
                "The second batch will arrive in spring",
                "indirect",
                "clause_before_cue",
            )
        ],
    ),
    (
        "according to at the end",
        "The crews are ready, according to the ministry.",
        [("the ministry", "according to", "The crews are ready", "indirect", "according_to")],
    ),
    (
        "according to at the front",
        "According to the ministry, the crews are ready.",
        [("the ministry", "According to", "the crews are ready", "indirect", "according_to")],
    ),
    (
        "according to in the middle",
        "The crews, according to the ministry, are ready.",
        [("the ministry", "according to", "The crews | are ready", "indirect", "according_to")],
    ),
    (
        "adding that",
        "The official called the meeting brief, adding that it had been cordial.",
        [
            ("The official", "called", "the meeting brief", "indirect", "called"),
            ("The official", "adding", "that it had been cordial", "indirect", "clause_after_cue"),
        ],
    ),
    (
        "saying",
        "Washington has objected to the purchase, saying the radar is a danger.",
        [("Washington", "saying", "the radar is a danger", "indirect", "clause_after_cue")],
    ),
    (
        "saying after said",
        "Akar said the crews are trained, adding that they wait for orders.",
        [
            ("Akar", "said", "the crews are trained", "indirect", "clause_after_cue"),
            ("Akar", "adding", "that they wait for orders", "indirect", "clause_after_cue"),
        ],
    ),
    (
        "insists",
        "Ankara insists that the radar is no danger.",
        [("Ankara", "insists", "that the radar is no danger", "indirect", "clause_after_cue")],
    ),
    (
        "warned that",
        "The senator warned that sanctions would follow.",
        [("The senator", "warned", "that sanctions would follow", "indirect", "clause_after_cue")],
    ),
    (
        "made clear",
        "The envoy made clear that the offer had lapsed.",
        [("The envoy", "made clear", "that the offer had lapsed", "indirect", "clause_after_cue")],
    ),
    (
        "pointed out",
        "The minister pointed out that the price was fair.",
        [("The minister", "pointed out", "that the price was fair", "indirect", "clause_after_cue")],
    ),
    (
        "went on to say",
        "The minister went on to say that the price was fair.",
        [("The minister", "say", "that the price was fair", "indirect", "clause_after_cue")],
    ),
    (
        "denied that",
        "Moscow denied that the crews had left.",
        [("Moscow", "denied", "that the crews had left", "indirect", "clause_after_cue")],
    ),
    (
        "asked whether",
        "The general asked whether the crews were ready.",
        [("The general", "asked", "whether the crews were ready", "indirect", "clause_after_cue")],
    ),
    (
        "explained why",
        "The general explained why the crews had left.",
        [("The general", "explained", "why the crews had left", "indirect", "clause_after_cue")],
    ),
    (
        "urged to",
        "The senator urged Ankara to drop the deal.",
        [("The senator", "urged", "to drop the deal", "indirect", "infinitive")],
    ),
    (
        "called on to",
        "The senator called on Ankara to drop the deal.",
        [("The senator", "called on", "to drop the deal", "indirect", "infinitive")],
    ),
    (
        "called upon to",
        "The senator called upon Ankara to drop the deal.",
        [("The senator", "called upon", "to drop the deal", "indirect", "infinitive")],
    ),
    (
        "vowed to",
        "Ankara vowed to answer any sanctions.",
        [("Ankara", "vowed", "to answer any sanctions", "indirect", "infinitive")],
    ),
    (
        "vowed to, with a condition",
        "Ankara vowed to answer if sanctions come.",
        [("Ankara", "vowed", "to answer if sanctions come", "indirect", "infinitive")],
    ),
    (
        "threatened to",
        "The president threatened to close the base.",
        [("The president", "threatened", "to close the base", "indirect", "infinitive")],
    ),
    (
        "warned against",
        "The secretary warned Ankara against buying the system.",
        [("The secretary", "warned", "buying the system", "indirect", "topic")],
    ),
    (
        "called for",
        "The ministers called for a joint working group.",
        [("The ministers", "called", "a joint working group", "indirect", "topic")],
    ),
    (
        "proposed a thing",
        "Cavusoglu proposed a joint working group.",
        [("Cavusoglu", "proposed", "a joint working group", "indirect", "object")],
    ),
    (
        "criticised a thing",
        "Lavrov criticised the new sanctions.",
        [("Lavrov", "criticised", "the new sanctions", "indirect", "object")],
    ),
    (
        "a thing before a colon",
        "Lavrov criticised the sanctions: they had helped nobody.",
        [("Lavrov", "criticised", "the sanctions", "indirect", "object")],
    ),
    (
        "a charge turned down",
        "Akar rejected claims that the radar would spy.",
        [("Akar", "rejected", "claims that the radar would spy", "indirect", "object")],
    ),
    ("a thing turned down", "Akar rejected the offer.", []),
    (
        "an attitude told",
        "Dendias expressed hope that Ankara would reconsider.",
        [("Dendias", "expressed", "hope that Ankara would reconsider", "indirect", "object")],
    ),
    ("a weapon says nothing", "The S-400 threatens the jets.", []),
    ("a wish to stay unnamed", "The envoy, who requested anonymity, left.", []),
    ("the writer asks", "Did Turkey ask for Patriots?", []),
    (
        "the answer was that",
        "Erdogan's answer was that Turkey does not take orders.",
        [("Erdogan", "answer", "that Turkey does not take orders", "indirect", "clause_after_cue")],
    ),
    (
        "the message was clear",
        "The minister's message was clear: Turkey will not step back.",
        [("The minister", "message", "Turkey will not step back", "indirect", "clause_after_cue")],
    ),
    (
        "was quoted as saying behind its clause",
        "Russia stands ready to supply jets, Chemezov was quoted as saying by the agency.",
        [("Chemezov", "saying", "Russia stands ready to supply jets", "indirect", "clause_before_cue")],
    ),
    (
        "had this to say",
        'The senator had this to say: "We passed a law."',
        [("The senator", "say", "We passed a law.", "direct", "cue_before_marks")],
    ),
    (
        "adding without that",
        "The work was done, the envoy told the paper, adding a waiver had been sought.",
        [
            ("the envoy", "told", "The work was done", "indirect", "clause_before_cue"),
            ("the envoy", "adding", "a waiver had been sought", "indirect", "clause_after_cue"),
        ],
    ),
    (
        "a word or two more",
        '"I have answered that," he said. "Next question."',
        [("he", "said", "I have answered that, | Next question.", "direct", "clause_before_cue")],
    ),
    (
        "a question before the speaker",
        'Asked whether Ankara would reverse course, Erdogan was blunt: "It is done."',
        [("Erdogan", None, "It is done.", "direct", "name_before_colon")],
    ),
    (
        "described as",
        "Stoltenberg described the purchase as a national decision.",
        [("Stoltenberg", "described", "the purchase as a national decision", "indirect", "called")],
    ),
    (
        "accused of",
        "Peskov accused Washington of blackmail.",
        [("Peskov", "accused", "Washington of blackmail", "indirect", "called")],
    ),
    (
        "called a thing something",
        "Erdogan called the letter an insult.",
        [("Erdogan", "called", "the letter an insult", "indirect", "called")],
    ),
    (
        "claimed",
        "The newspaper claimed the crews had left.",
        [("The newspaper", "claimed", "the crews had left", "indirect", "clause_after_cue")],
    ),
    (
        "passive with agent",
        "Reporters were told by the envoy that the talks had failed.",
        [("the envoy", "told", "that the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "passive without a source",
        "Reporters were told that the talks had failed.",
        [(None, "told", "that the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "relative clause",
        "Kozhin, who said the talks had failed, flew home.",
        [("who", "said", "the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "shared subject",
        "Kozhin flew home and said the talks had failed.",
        [("Kozhin", "said", "the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "statement saying",
        "The ministry issued a statement saying the talks had failed.",
        [("The ministry", "saying", "the talks had failed", "indirect", "clause_after_cue")],
    ),
    (
        "noun cue with owner",
        "The minister repeated his claim that the radar is safe.",
        [("his", "claim", "that the radar is safe", "indirect", "clause_after_cue")],
    ),
    (
        "phrase before the name",
        "In talks with Akar, Jeffrey said the price was fair.",
        [("Jeffrey", "said", "the price was fair", "indirect", "clause_after_cue")],
    ),
    (
        "apposition before the name",
        "A lifelong diplomat, Kozhin said the offer stands.",
        [("Kozhin", "said", "the offer stands", "indirect", "clause_after_cue")],
    ),
    (
        "quoted as saying that",
        "Akar was quoted as saying that the crews are ready.",
        [("Akar", "saying", "that the crews are ready", "indirect", "clause_after_cue")],
    ),
    (
        "two sources in one sentence",
        "Ankara said it had paid, while Moscow said the money had not come.",
        [
            ("Ankara", "said", "it had paid", "indirect", "clause_after_cue"),
            ("Moscow", "said", "the money had not come", "indirect", "clause_after_cue"),
        ],
    ),
    (
        "joint source",
        "Cavusoglu and Lavrov said the deal stands.",
        [("Cavusoglu and Lavrov", "said", "the deal stands", "indirect", "clause_after_cue")],
    ),
    (
        "unnamed source",
        "A senior official said the deal stands.",
        [("A senior official", "said", "the deal stands", "indirect", "clause_after_cue")],
    ),
    (
        "present tense",
        "Erdogan says the deal is done.",
        [("Erdogan", "says", "the deal is done", "indirect", "clause_after_cue")],
    ),
    (
        "has said",
        "Erdogan has said the deal is done.",
        [("Erdogan", "said", "the deal is done", "indirect", "clause_after_cue")],
    ),
]


MIXED = [
    (
        "behind a dateline",
        "ANKARA (AA) – The radar is a “national matter,” Kozhin said.",
        [("Kozhin", "said", "The radar is a “national matter,”", "mixed", "clause_before_cue")],
    ),
    (
        "marks open in the middle of the sentence",
        "Turkey will not give up the radar “because somebody in Washington is upset,” Akar said on June 27.",
        [
            (
                "Akar",
                "said",
                "Turkey will not give up the radar “because somebody in Washington is upset,”",
                "mixed",
                "cue_after_marks",
            )
        ],
    ),
    (
        "a sentence the parse runs on into speech",
        "Kozhin, the envoy for arms, said the firm “did not want to wind down” the work. "
        "“It still has the option,” he told reporters.",
        [
            (
                "Kozhin, the envoy for arms",
                "said",
                "the firm “did not want to wind down” the work",
                "mixed",
                "clause_after_cue",
            ),
            ("he", "told", "It still has the option,", "direct", "clause_before_cue"),
        ],
    ),
    (
        "words in marks inside a clause",
        'Akar said the purchase was "a necessity" for Turkey.',
        [("Akar", "said", 'the purchase was "a necessity" for Turkey', "mixed", "clause_after_cue")],
    ),
    (
        "marks end the clause",
        'Pompeo assured them the goal was to stop "substantial revenue."',
        [("Pompeo", "assured", 'the goal was to stop "substantial revenue."', "mixed", "clause_after_cue")],
    ),
    (
        "called with a word in marks",
        'Pompeo called the tests "concerning" on Tuesday.',
        [("Pompeo", "called", 'the tests "concerning"', "mixed", "called")],
    ),
    (
        "infinitive in marks",
        'Pompeo called upon his counterpart "to settle the matter."',
        [("Pompeo", "called upon", "to settle the matter.", "direct", "infinitive")],
    ),
    (
        "two stretches in marks",
        'Akar said the crews "are trained" and "will stay" in Ankara.',
        [("Akar", "said", 'the crews "are trained" and "will stay" in Ankara', "mixed", "clause_after_cue")],
    ),
    (
        "described in marks",
        'Peskov described the offer as "blackmail".',
        [("Peskov", "described", 'the offer as "blackmail"', "mixed", "called")],
    ),
    (
        "vowed in marks",
        'Erdogan vowed to "never step back" from the deal.',
        [("Erdogan", "vowed", 'to "never step back" from the deal', "mixed", "infinitive")],
    ),
    (
        "hinted that, in marks",
        "US officials hinted that “Turkey should not use the radar,” while the army disagreed.",
        [("US officials", "hinted", "that “Turkey should not use the radar,”", "mixed", "clause_after_cue")],
    ),
]


NONE = [
    ("a reporter's request", "The embassy did not respond to the paper's request for comment.", []),
    ("negated saying", "Kozhin did not say that the talks had failed.", []),
    ("never said", "Kozhin never said the talks had failed.", []),
    ("nobody said", "Nobody said the talks had failed.", []),
    ("declined to say", "Kozhin declined to say whether the talks had failed.", []),
    ("refused to confirm", "Kozhin refused to confirm that the talks had failed.", []),
    ("may say", "Kozhin may say that the talks have failed.", []),
    ("will announce", "Kozhin will announce that the talks have failed.", []),
    ("if they say", "If Moscow says the talks have failed, markets fall.", []),
    ("belief", "Kozhin believes that the talks have failed.", []),
    ("hope", "Kozhin hopes that the talks go on.", []),
    ("wish", "Kozhin wants to go on with the talks.", []),
    ("asked by the press", "Asked whether he would go, Kozhin shrugged.", []),
    ("scare quotes", 'The so-called "smart" radar was late again.', []),
    ("title of a book", 'The film "The Last Battery" opened in Ankara.', []),
    ("nickname", 'The S-400, known as "Growler" in NATO, is large.', []),
    ("measure in inches", 'The 6" pipe and the 8" pipe broke.', []),
    ("apostrophes alone", "The allies' radar isn't the army's.", []),
    ("thing that threatens", "The delay threatens to sink the deal.", []),
    ("too soon to say", "It is too soon to say whether the deal stands.", []),
    ("no cue at all", "The batteries arrived in July.", []),
]


@check([*DIRECT, *INDIRECT, *MIXED, *NONE])
def test_quotations_of_a_sentence(text, expected):
    assert [brief(quotation) for quotation in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"We have paid," Akar said, as quoted by the newspaper Hurriyet.', "Hurriyet"),
        ("Akar said the crews were trained, as reported by Reuters.", "Reuters"),
        ("Akar told reporters the crews were trained, Reuters reports.", "Reuters"),
        ("Pompeo said the radar was a threat, spokesperson Heather Nauert said in a statement.", "Heather Nauert"),
        ("According to the statement, Pompeo urged Akar to drop the deal.", "the statement"),
        ("Akar said the crews were trained.", None),
        ("Peskov said that Putin had told Erdogan the deal stands.", None),
    ],
    ids=[
        "as quoted by",
        "as reported by",
        "agency closes the sentence",
        "spokesperson",
        "statement",
        "nobody",
        "a person's account",
    ],
)
def test_via_names_who_relayed_a_statement(text, via):
    relayed = quotations(text)[0].via
    assert (relayed or "").endswith(via or "") if via else relayed is None


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Kozhin told Sergei Lavrov that the talks had failed.", "Sergei Lavrov"),
        ("The senator urged Ankara to drop the deal.", "Turkey"),
        ("The senator called on Ankara to drop the deal.", "Turkey"),
        ("Kozhin said on Monday that the talks had failed.", None),
        ("Kozhin said that the talks had failed.", None),
    ],
    ids=["told", "urged", "called on", "a date is nobody", "nobody"],
)
def test_addressee(text, addressee):
    assert quotations(text)[0].addressee == addressee


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kozhin said on 12 March 2019 that the talks had failed.", ("2019-03-12", "2019-03-12")),
        ("At a briefing on 12 March 2019, Kozhin said the talks had failed.", ("2019-03-12", "2019-03-12")),
        ("Kozhin said in March 2019 that the talks had failed.", ("2019-03-01", "2019-03-31")),
        ("Kozhin said that the talks failed on 12 March 2019.", None),
        ("Kozhin said the talks had failed.", None),
    ],
    ids=["day", "day of the occasion", "month", "date of what is told", "no date"],
)
def test_date_said(text, said):
    interval = quotations(text, published="2019-04-01")[0].said
    assert (interval and (interval.earliest.isoformat(), interval.latest.isoformat())) == said


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("He added that the crews are trained.", 26),
        ("Turkey has paid, he said.\n\nThe price was fair, he noted.", 26),
        ("He has said that the crews are trained.", None),
        ("Dmitry Peskov said the crews are trained.", None),
        ("Mike Pompeo left.\n\nDmitry Peskov said no.\n\nHulusi Akar said the crews are trained.", None),
    ],
    ids=["next sentence", "next paragraph", "no occasion", "somebody else", "far away"],
)
def test_words_that_go_on_were_said_on_the_same_day(second, day):
    found = quotations(f"Hulusi Akar said on Tuesday the deal stands. {second}", published="2019-11-27")
    said = found[-1].said
    assert (said.earliest.day if said else None) == day


def test_attribution_inside_attribution_keeps_both():
    outer, inner = quotations("An official told reporters that Pompeo warned that sanctions would follow.")
    assert (outer.within, inner.within) == (None, outer.quotation_id)
    assert inner.content[0].text == "that sanctions would follow"


def test_attribution_inside_marks_stays_inside_them():
    found = quotations('"According to our engineers, the radar sees nothing," he said.')
    assert [len(q.content) for q in found] == [1, 1]
    assert next(q for q in found if q.within).content[0].text == "the radar sees nothing"


def test_words_on_his_own_speech_are_no_quotation():
    assert len(quotations('"I said that we would pay, and I say it again," he said.')) == 1


def test_headline_is_its_own_section():
    headline = "The deal is done, Erdogan says"
    found = quotations(f"{headline}\n\nErdogan said the deal was done.", headline=headline)
    assert [quotation.section for quotation in found] == ["headline", "body"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sergei Lavrov flew to Ankara. He said the deal stands.", "Sergei Lavrov"),
        ("Sergei Lavrov, who met Hulusi Akar, said the deal stands.", "Sergei Lavrov"),
        ("Ankara said the deal stands.", "Turkey"),
        ('Sergei Lavrov spoke. "The deal stands," he said. "We go on."', "Sergei Lavrov"),
        ("Hulusi Akar met Sergei Lavrov, who said the deal stands.", "Sergei Lavrov"),
        ("It was announced that the deal stands.", None),
        ("The work is done, director of the Uralsk plant Viktor Semin said.", "Viktor Semin"),
        ("US Under Secretary of Energy Dana Pruitt said the deal stands.", "Dana Pruitt"),
        ("The deal would stand, Sergei Lavrov said, Reuters reported.", "Sergei Lavrov"),
    ],
    ids=[
        "pronoun",
        "aside",
        "capital",
        "goes on",
        "relative clause",
        "nobody named",
        "title between",
        "title opens",
        "passed on",
    ],
)
def test_speaker(text, speaker):
    found = quotations(text)[0].speaker
    assert (found.name if found else None) == speaker


def test_paragraph_of_speech_goes_on_with_the_last_speaker():
    _, carried = quotations('"The deal stands," Sergei Lavrov said.\n\n"We have been paid in full for it."')
    assert carried.speaker is not None
    assert (carried.rule, carried.speaker.name, carried.source) == ("uncued_speech", "Sergei Lavrov", None)


def test_a_statement_speaks_for_whoever_made_it():
    _, added = quotations('The Kremlin said in a statement that it was over. "Nobody asked us," the statement added.')
    assert added.speaker is not None
    assert added.speaker.name == "Kremlin"


def test_a_statement_relays_for_whoever_made_it():
    text = (
        "Cale Brown said in a statement that talks failed. "
        "According to the statement, Mike Pompeo called on Ankara to pay."
    )
    assert [(q.speaker.name, q.via) for q in quotations(text)][1:] == [("Mike Pompeo", "Cale Brown")]


def test_a_letter_speaks_for_nobody_but_its_writer():
    text = (
        "Turkey has until July to give up the deal, according to a letter from the acting secretary.\n\n"
        '"Nobody wants a quarrel over it," said the letter.'
    )
    speaker = quotations(text)[-1].speaker
    assert speaker is None or speaker.country != "TUR"


def test_ids_count_in_reading_order():
    found = quotations("Akar said the crews are trained. Mikheev said the price was fair.")
    assert [quotation.quotation_id for quotation in found] == ["a1-q0", "a1-q1"]
