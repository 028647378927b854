"""Actuality: whether a word of saying reports something that was said, or only something unsaid, wished or imagined.

"He did not say that", "she may say", "if they claim", "declined to say" report nothing, and yield no quotation.
"""

from spacy.tokens import Token

from s400data.knowledge.reporting_words import load_reporting_words
from s400data.language.syntax import child, children, is_negated
from s400data.quotations.sources import is_passive
from s400data.quotations.uses import Use

NOBODY = frozenset({"nobody", "none", "no-one", "nothing"})
HYPOTHETICAL = frozenset({"if", "unless", "lest"})
UNREAL_MODALS = frozenset(
    {"will", "wo", "’ll", "'ll", "would", "'d", "may", "might", "could", "can", "should", "must", "shall", "ca"}
)


def is_said(use: Use) -> bool:
    """Whether the words of `use` were said, as far as the sentence shows."""
    if use.part != "verb":
        return use.part == "phrase" or not (_denied_noun(use.token) or _asks_for_comment(use.token))
    # "Asked whether it would buy more": the press asks, the article goes on to the answer.
    if use.token.lemma_ in load_reporting_words()["asking verbs"] and (
        is_passive(use.token) or _opens_subclause(use.token)
    ):
        return False
    return (
        not _is_unreal(use.token)
        and not _is_asked(use.token)
        and not _is_bare_imperative(use.token)
        and not _asks_for_anonymity(use.token)
    )


def _is_asked(verb: Token) -> bool:
    """Whether the writer asks if it was said: "Did Turkey ask for Patriots?"."""
    subject = child(verb, "nsubj")
    is_turned = subject is not None and any(aux.i < subject.i for aux in children(verb, "aux"))
    return is_turned and verb.doc[verb.sent.end - 1 :][0].text == "?"


def _asks_for_anonymity(verb: Token) -> bool:
    """Whether a source only wishes to stay unnamed: "who asked not to be identified"."""
    words = load_reporting_words()["anonymity verbs"]
    is_unnamed = any(c.lemma_.lower() in words and is_negated(c) for c in children(verb, "xcomp", "ccomp"))
    return is_unnamed or any(c.lemma_.lower() == "anonymity" for c in children(verb, "obj", "obl"))


def _opens_subclause(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ in {"VBD", "VBN"} and child(verb, "nsubj") is None


def _is_unreal(verb: Token) -> bool:
    if is_negated(verb):
        return True
    for dependent in verb.children:
        if dependent.dep_ == "aux" and dependent.lower_ in UNREAL_MODALS:
            return True
        if dependent.dep_ in {"mark", "advmod"} and dependent.lower_ in HYPOTHETICAL:
            return True
        if dependent.dep_ == "nsubj" and (dependent.lower_ in NOBODY or is_negated(dependent)):
            return True
    return _has_unreal_governor(verb)


def _has_unreal_governor(verb: Token) -> bool:
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children):
        return _is_unreal(verb.head) and verb.tag_ == verb.head.tag_ and verb.tag_ in {"VB", "VBG"}
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return True
    if not any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children):
        return False
    if verb.dep_ not in {"xcomp", "ccomp"}:
        return verb.dep_ != "ROOT" and _is_purpose_of_judgement(verb)
    return not _is_real(verb.head) or is_negated(verb.head)


def _is_purpose_of_judgement(verb: Token) -> bool:
    """Whether an infinitive hangs on an adjective or noun, and so says nothing: "It is too soon to say"."""
    return verb.head.pos_ not in {"VERB", "AUX"} and not _is_real(verb.head)


def _is_bare_imperative(verb: Token) -> bool:
    if verb.tag_ != "VB" or verb.lemma_ == "put" or verb.dep_ not in {"ROOT", "parataxis"}:
        return False
    return not any(c.dep_ in {"nsubj", "aux", "mark", "nsubj:pass"} for c in verb.children)


def _is_real(governor: Token) -> bool:
    """Whether what `governor` introduces did happen: "went on to say", "was forced to admit"."""
    return governor.lemma_.lower() in load_reporting_words()["real governors"]


def _asks_for_comment(noun: Token) -> bool:
    """Whether a request is the reporter's own: "did not respond to a request for comment"."""
    topics = {t.lemma_.lower() for t in noun.subtree if t.dep_ in {"nmod", "obl"}}
    return noun.lemma_ == "request" and bool(topics & load_reporting_words()["what reporters request"])


def _denied_noun(noun: Token) -> bool:
    return any(c.lower_ in {"no", "any"} for c in noun.children)
