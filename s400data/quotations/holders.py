"""Holders: whether a noun phrase can speak at all. "The primary threatens to end" reports nobody."""

from spacy.tokens import Token

from s400data.knowledge.reporting_words import load_reporting_words

SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC"})
MUTE_ENTITIES = frozenset({"WEAPON", "LAW"})
# "spokesman", "minister", "senator", "analyst", "politician": what a word ends in tells a person.
PERSONAL_ENDINGS = (
    "man",
    "men",
    "woman",
    "women",
    "person",
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ee",
    "ees",
)
MUTE_PRONOUNS = frozenset(
    {"it", "this", "that", "which", "what", "these", "there", "itself", "anything", "everything", "something"}
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
OWN_PRONOUNS = frozenset({"i", "we", "you", "me", "us", "myself", "my", "our", "your"})


def may_speak(noun: Token) -> bool:
    """Whether `noun` is a person, a body or a document by its form or its entry among the speaking nouns."""
    if noun.pos_ == "PRON":
        return noun.lower_ not in MUTE_PRONOUNS
    if noun.ent_type_ in MUTE_ENTITIES:
        return False
    if noun.pos_ == "PROPN" or noun.ent_type_ in SPEAKING_ENTITIES:
        return True
    lemma = noun.lemma_.lower()
    return noun.pos_ != "VERB" and (lemma.endswith(PERSONAL_ENDINGS) or _is_listed(lemma))


def is_human(noun: Token) -> bool:
    """Whether `noun` is a person or several by its form, its entry or its name."""
    if noun.ent_type_ or noun.pos_ == "PRON":
        return noun.ent_type_ == "PERSON" or noun.pos_ == "PRON"
    lemma = noun.lemma_.lower()
    return lemma in load_reporting_words()["people"] or lemma.endswith(PERSONAL_ENDINGS)


def _is_listed(lemma: str) -> bool:
    groups = load_reporting_words()
    return lemma in groups["people"] or lemma in groups["bodies"] or lemma in groups["documents"]


def is_document(noun: Token) -> bool:
    return noun.lemma_.lower() in load_reporting_words()["documents"]


def is_vague(noun: Token) -> bool:
    """Whether `noun` names nobody to whom words in another's mouth could be given: "I", "you", "they", "people"."""
    return noun.lower_ in OWN_PRONOUNS or noun.lower_ in load_reporting_words()["vague speakers"]


def is_messenger(noun: Token) -> bool:
    """Whether `noun` speaks for others by its office: a spokesperson, an outlet, a document."""
    return noun.lemma_.lower() in load_reporting_words()["messengers"] or is_document(noun)
