"""Clear: trees and names of spaCy's own English pipelines brought to the labels that the rules read.

Those pipelines are trained on the CLEAR style (Choi and Palmer 2012): a preposition heads its noun, "be" its predicate,
the last word a name. Here, as in Universal Dependencies, the noun, the predicate and the first word are the heads.
"""

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

CLEAR_ONLY = frozenset({"dobj", "pobj", "nsubjpass", "prep"})
RELATIONS = {
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "quantmod": "advmod",
    "prt": "compound:prt",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "dep",
    "acomp": "xcomp",
    "attr": "xcomp",
    "oprd": "xcomp",
    "prep": "advmod",
    "agent": "advmod",
    "pobj": "obl",
    "pcomp": "advcl",
}
ENTITIES = {
    **dict.fromkeys(("PERSON", "ORG", "GPE", "LOC", "NORP", "LAW"), ""),
    "FAC": "LOC",
    "PRODUCT": "MISC",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "LANGUAGE": "MISC",
}
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})


class _Tree:
    """Heads and relations of a `Doc` while they change; `doc` itself keeps those it came with."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        # What CLEAR calls nmod has no preposition; the nouns that have one get that name below.
        self.rels = ["compound" if token.dep_ == "nmod" else token.dep_ for token in doc]
        self._sentences = [sent for sent in doc.sents for _ in sent]

    def children(self, i: int, *rels: str) -> list[int]:
        """Children of the token with index `i`, of these relations if any are given."""
        sent = self._sentences[i]
        return [
            k for k in range(sent.start, sent.end) if self.heads[k] == i != k and (not rels or self.rels[k] in rels)
        ]

    def attach(self, i: int, head: int, rel: str) -> None:
        """Hang a token on another one."""
        self.heads[i], self.rels[i] = head, rel

    def promote(self, i: int, rel: str) -> None:
        """Let a token change places with its head, which becomes its child by `rel`; the other children go along."""
        old = self.heads[i]
        head, old_rel = (i, "ROOT") if self.heads[old] == old else (self.heads[old], self.rels[old])
        for child in self.children(old):
            if child != i:
                self.heads[child] = i
        self.attach(i, head, old_rel)
        self.attach(old, i, rel)


def is_clear(nlp: Language) -> bool:
    """Whether the parser of `nlp` was trained on the CLEAR style."""
    labels = nlp.pipe_labels.get("parser", [])
    return set(labels) >= CLEAR_ONLY


def _flatten_coordination(tree: _Tree) -> None:
    for token in tree.doc:
        if token.dep_ == "cc":
            following = [t.i for t in token.head.children if t.dep_ == "conj" and t.i > token.i]
            if following:
                tree.heads[token.i] = following[0]
    for token in tree.doc:
        if token.dep_ == "conj":
            tree.heads[token.i] = _first_conjunct(token).i


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _turn_prepositions(tree: _Tree) -> None:
    """The innermost first, so that the noun of "out of the deal" rises through both prepositions."""
    order = sorted((t for t in tree.doc if t.dep_ in PREPOSITIONS or t.pos_ == "ADP"), key=lambda t: -_depth(t))
    for token in order:
        complement = next(iter(tree.children(token.i, "pobj", "pcomp")), None)
        if complement is None:
            continue
        is_clause = tree.rels[complement] == "pcomp" and tree.doc[complement].pos_ in {"VERB", "AUX"}
        rel, outer = tree.rels[token.i], tree.heads[token.i]
        if rel in PREPOSITIONS:
            rel = _relation(tree, token, outer, is_clause=is_clause)
        for child in tree.children(token.i):
            if child != complement:
                tree.heads[child] = complement
        if outer == token.i:
            tree.attach(complement, complement, "ROOT")
        else:
            tree.attach(complement, outer, rel)
        tree.attach(token.i, complement, "mark" if is_clause else "case")


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth


def _relation(tree: _Tree, preposition: Token, outer: int, *, is_clause: bool) -> str:
    is_verbal = tree.doc[outer].pos_ in VERBAL
    if is_clause:
        return "advcl" if is_verbal else "acl"
    if preposition.dep_ == "agent":
        return "obl:agent"
    if tree.doc[outer].pos_ == "ADP":
        return "pobj"
    return "obl" if is_verbal else "nmod"


def _turn_copulas(tree: _Tree) -> None:
    for token in tree.doc:
        if token.lemma_ != "be" or token.dep_ in {"aux", "auxpass"}:
            continue
        predicates = tree.children(token.i, "attr", "acomp")
        if tree.children(token.i, "expl"):
            for predicate in predicates:
                tree.rels[predicate] = "nsubj"
            continue
        if not predicates and not tree.children(token.i, "xcomp", "ccomp"):
            # "The system is in Ankara": the place is what is said of it.
            predicates = [i for i in tree.children(token.i, "obl") if i > token.i]
        if predicates:
            tree.promote(predicates[0], "cop")


def _turn_names(tree: _Tree) -> None:
    for ent in tree.doc.ents:
        if ent.label_ != "PERSON":
            continue
        words = [t.i for t in ent if t.dep_ != "case" and not t.is_space]
        last = words[-1]
        for i in tree.children(last, "compound"):
            if i < ent.start:
                tree.rels[i] = "nmod:desc"
        if len(words) > 1 and tree.heads[words[0]] == last:
            tree.promote(words[0], "flat")
            for i in words[1:]:
                if tree.rels[i] == "compound":
                    tree.attach(i, words[0], "flat")


def _rename(tree: _Tree) -> None:
    for i, rel in enumerate(tree.rels):
        if rel == "npadvmod":
            tree.rels[i] = "obl:unmarked" if tree.doc[tree.heads[i]].pos_ in VERBAL else "nmod:unmarked"
        else:
            tree.rels[i] = RELATIONS.get(rel, rel)


@Language.component("s400_clear", requires=["token.dep"], assigns=["token.dep", "doc.ents"])
def bring_to_universal(doc: Doc) -> Doc:
    """Rewrite the tree and the entities of `doc`; a label with no counterpart is no name."""
    tree = _Tree(doc)
    for step in (_flatten_coordination, _turn_prepositions, _turn_copulas, _turn_names, _rename):
        step(tree)
    offsets = np.array(tree.heads) - np.arange(len(doc))
    relations = [doc.vocab.strings.add(rel) for rel in tree.rels]
    columns = [offsets.astype(np.int64).astype(np.uint64), np.array(relations, np.uint64)]
    names = [
        Span(doc, ent.start, ent.end, ENTITIES[ent.label_] or ent.label_) for ent in doc.ents if ent.label_ in ENTITIES
    ]
    doc = doc.from_array([HEAD, DEP], np.stack(columns, 1))  # type: ignore[arg-type]  # the stub asks for its own type
    doc.set_ents(names, default="outside")
    return doc
