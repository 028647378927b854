"""Holders: whether a noun phrase can speak at all. "The primary threatens to end" reports nobody."""

from spacy.tokens import Token

from s400data.knowledge.speaking_nouns import load_speaking_nouns

SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "LOC"})
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
VAGUE = frozenset({"they", "people", "one", "some", "guy", "somebody", "someone", "everybody", "everyone", "that", "it", "which"})
OWN_PRONOUNS = frozenset({"i", "we", "you", "me", "us", "myself", "my", "our", "your"})


def may_speak(noun: Token) -> bool:
    """Whether `noun` is a person, a body or a document by its form or its entry among the speaking nouns."""
    if noun.pos_ == "PRON":
        return noun.lower_ not in MUTE_PRONOUNS
    if noun.pos_ == "PROPN" or noun.ent_type_ in SPEAKING_ENTITIES:
        return True
    lemma = noun.lemma_.lower()
    return noun.pos_ != "VERB" and (
        lemma.endswith(PERSONAL_ENDINGS) or any(lemma in nouns for nouns in load_speaking_nouns().values())
    )


def is_document(noun: Token) -> bool:
    return noun.lemma_.lower() in load_speaking_nouns()["documents"]


def is_vague(noun: Token) -> bool:
    """Whether `noun` names nobody to whom words in another's mouth could be given: "I", "you", "they", "people"."""
    return noun.lower_ in OWN_PRONOUNS or noun.lower_ in VAGUE


def is_messenger(noun: Token) -> bool:
    """Whether `noun` speaks for others by its office: a spokesperson, an outlet, a document."""
    words = {noun.lemma_.lower(), *(c.lemma_.lower() for c in noun.children if c.i < noun.i)}
    return bool(words & load_speaking_nouns()["messengers"]) or is_document(noun)
