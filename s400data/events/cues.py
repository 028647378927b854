"""Cues: what a governing verb, noun or adjective does to what it governs."""

from spacy.tokens import Token

from s400data.events.clauses import PREDICATES
from s400data.knowledge.modalities import Effect, Slot, load_modality_cues


def cue_effect(governor: Token, slot: Slot) -> Effect | None:
    """What `governor` does to what stands in its `slot`, by its own entry in the cue file."""
    cues = load_modality_cues()
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("NOUN", "PROPN"):
        return cues.get((f"{lemma} noun", slot))
    if governor.pos_ == "ADJ" or (governor.pos_ not in PREDICATES):
        return cues.get((f"{governor.lower_} adjective", slot)) or cues.get((lemma, slot))
    following = governor.doc[governor.i + 1 : governor.i + 4]
    for word in following:
        effect = cues.get((f"{lemma} {word.lower_}", slot))
        if effect is not None and (word.i == governor.i + 1 or word.dep_ == "compound:prt"):
            return effect
    return cues.get((lemma, slot))
