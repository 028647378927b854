"""Stages: how far an event has come as its report tells it: signed or only announced, delivery begun or completed."""

import re
from functools import cache, lru_cache

from s400data.comparison.features import to_key
from s400data.comparison.words import WORD, fold_word
from s400data.knowledge.event_stages import load_event_stages

# So many words before and behind the trigger may say how far the event has come.
REACH = 4
SENTENCES_KEPT = 4096


@lru_cache(maxsize=SENTENCES_KEPT)
def find_stages(kind: str, sentence: str, start: int, end: int) -> tuple[str, ...]:
    """Stages of an event of type `kind` whose trigger is sentence[start:end]; what the trigger says counts alone."""
    listed = _words().get(kind)
    if not listed:
        return ()
    words = list(WORD.finditer(sentence))
    inside = [place for place, word in enumerate(words) if start <= word.start() < end]
    if not inside:
        return ()
    told = _told(listed, words[inside[0] : inside[-1] + 1])
    return told or _told(listed, words[max(inside[0] - REACH, 0) : inside[-1] + 1 + REACH])


def _told(listed: dict[str, str], words: list[re.Match[str]]) -> tuple[str, ...]:
    keys = (to_key(fold_word(word[0])) for word in words)
    return tuple(dict.fromkeys(listed[key] for key in keys if key in listed))


@cache
def _words() -> dict[str, dict[str, str]]:
    """For each type of event the stage that each word tells; of words that count as one, the first listed."""
    found: dict[str, dict[str, str]] = {}
    for stage in load_event_stages():
        for word in stage.words:
            found.setdefault(stage.type, {}).setdefault(to_key(word), stage.name)
    return found
