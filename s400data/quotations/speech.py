"""Speech: which word of saying each passage in quotation marks belongs to, and which passages are not speech at all.

The parse decides first; where marks broke it, the words right before or right after the passage do. A passage that no
word of saying claims is speech only if it reads as whole sentences: "scare quotes" and titles are left alone.
"""

from bisect import bisect_left

from spacy.tokens import Token

from s400data.language.syntax import child
from s400data.quotations.drafts import WEAK_RULES, Draft, labelled, merge
from s400data.quotations.holders import is_human, is_vague, may_speak
from s400data.quotations.layout import Layout, Range
from s400data.quotations.naming import named_in_sentence
from s400data.quotations.signs import Signs
from s400data.quotations.sources import find_source
from s400data.quotations.turns import find_heading, find_signature
from s400data.quotations.uses import Use

REACH = 45
CLOSE = 7

COVERED = 80


def attach_passages(layout: Layout, uses: list[Use], drafts: dict[int, Draft]) -> list[Draft]:
    """Give each passage to one of `drafts` (by token of their cue) or to a new one; every draft in reading order."""
    speech = _Speech(layout, uses, drafts)
    for number in range(len(layout.passages)):
        speech.give(number)
    found = [*drafts.values(), *speech.uncued]
    return sorted((draft for draft in found if draft.pieces), key=lambda draft: (draft.start, -draft.end))


class _Speech:
    def __init__(self, layout: Layout, uses: list[Use], drafts: dict[int, Draft]) -> None:
        self.layout, self.text, self.signs = layout, layout.text, Signs(layout)
        self.uses, self.drafts = uses, drafts
        self.keys = [use.token.i for use in uses]
        self.given: dict[int, Draft] = {}
        self.uncued: list[Draft] = []

    def give(self, number: int) -> None:
        draft = self._claimant(number)
        if draft is None:
            return
        passage = self.layout.passages[number]
        draft.passages.append(number)
        draft.pieces = merge([*self._lead(draft, number), *self._up_to(draft, number), *passage.pieces], self.text)
        self.given[number] = draft

    def _lead(self, draft: Draft, number: int) -> list[Range]:
        """The words before a passage that only ends their sentence: "[He will stay] “for years,” Akar said"."""
        first, last = self.layout.passage_tokens(number)
        opening = self.text[self.layout.passages[number].pieces[0][0]]
        if draft.use is None or draft.use.start < last or not opening.islower():
            return []
        start = first
        while start > self.layout.paragraphs[first][0] and not self._breaks(start - 1):
            start -= 1
        lead = self.layout.trim((start, first))
        is_clause = lead[0] < lead[1] and self.layout.has_verb(lead) and not self._between(*lead)
        return [self.layout.characters(lead)] if is_clause else []

    def _breaks(self, i: int) -> bool:
        token = self.layout.doc[i]
        ends_clause = token.text in {".", "?", "!", ":", ";"} or "\n" in token.text
        return self.layout.owners[i] >= 0 or ends_clause or self.layout.ends_dateline(i)

    def _up_to(self, draft: Draft, number: int) -> list[Range]:
        """The pieces of `draft` without what follows a passage that ends its sentence: "...country.” Trump holds"."""
        start, end = self.layout.passages[number].pieces[-1]
        if self.text[end - 1] not in ".?!":
            return draft.pieces
        return [(first, min(last, end) if first < start < last else last) for first, last in draft.pieces]

    def _claimant(self, number: int) -> Draft | None:
        label = self.layout.labels.get(number)
        if label is not None:
            return self._uncued(labelled(label, "turn"))
        signature = find_signature(self.layout.doc, self.text, self.layout.passages[number].end)
        if signature is not None:
            return self._uncued(labelled(signature, "signature"))
        by_parse = self._by_content(number)
        if by_parse is not None or self.signs.is_title(number):
            return by_parse
        if self.signs.is_introduced(number):
            return self._by_left(number) or self._by_right(number) or self._by_colon(number)
        return self._by_right(number) or self._by_left(number) or self._by_previous(number)

    def _by_content(self, number: int) -> Draft | None:
        """The smallest content that takes in the passage, by the parse."""
        passage = self.layout.passages[number]
        first, last = self.layout.passage_tokens(number)
        begin, stop = self.layout.sentences[first][0], self.layout.sentences[max(first, last - 1)][1]
        found: list[Draft] = []
        for use in self._between(begin, stop):
            draft = self.drafts.get(use.token.i)
            if draft is None or not draft.pieces or self.layout.owners[use.token.i] == number:
                continue
            shared = sum(max(0, min(end, passage.end) - max(start, passage.start)) for start, end in draft.pieces)
            if shared * 2 >= min(passage.end - passage.start, COVERED):
                found.append(draft)
        return min(found, key=lambda draft: draft.end - draft.start, default=None)

    def _by_right(self, number: int) -> Draft | None:
        """The word of saying right behind: "...," he said;  "...?" asked Kozhin."""
        _, last = self.layout.passage_tokens(number)
        stop = self._stop_after(number, last)
        if stop <= last or not self._goes_on(number, last) or not self._may_close(number, last):
            return None
        for use in self._between(last, stop):
            source = self._source(use)
            if not self._follows(use, last):
                continue
            if (source is None and use.token.i > last + 1) or self._has_own_content(use, last):
                continue
            if source is None or last <= source < stop:
                return self._draft(use, "cue_after_marks")
        return None

    def _follows(self, use: Use, last: int) -> bool:
        """Whether the attribution begins right behind the passage, with the word of saying or with its source."""
        while last < use.token.i and self.layout.doc[last].is_punct:
            last += 1
        source = find_source(use)
        starts = [use.start, use.token.left_edge.i, *([source.left_edge.i] if source is not None else [])]
        return any(last - 1 <= start <= last + 2 for start in starts) and (source is None or may_speak(source))

    def _by_left(self, number: int) -> Draft | None:
        """He said: "..."  He added, "..."."""
        first, _ = self.layout.passage_tokens(number)
        if first == 0:
            return None
        last = first - 2 if first > 1 and self.layout.doc[first - 1].is_space else first - 1
        begin = max(self.layout.sentences[last][0], self._paragraph_before(first)[0], first - REACH)
        if number:
            begin = max(begin, self.layout.passage_tokens(number - 1)[1])
        introduced = self.signs.is_introduced(number)
        for use in reversed(self._between(begin, first)):
            if introduced or (
                first - use.end <= CLOSE and self.signs.is_sentence(number) and not self._ends_between(use, first)
            ):
                draft = self._draft(use, "cue_before_marks")
                draft.source = draft.source or self._named_before_colon(first)
                return draft
        return None

    def _paragraph_before(self, first: int) -> Range:
        """The paragraph of the passage at `first`, or the one before should it end in a colon."""
        last = first - 1
        while last > 0 and self.layout.doc[last].is_space:
            last -= 1
        return self.layout.paragraphs[last if self.layout.doc[last].text == ":" else first]

    def _ends_between(self, use: Use, first: int) -> bool:
        return any(token.text in {".", "?", "!"} for token in self.layout.doc[use.end : first])

    def _by_colon(self, number: int) -> Draft | None:
        """Cavusoglu: "..."  The minister was blunt: "..."."""
        speaker = self._named_before_colon(self.layout.passage_tokens(number)[0])
        if speaker is None or not self.signs.is_sentence(number):
            return None
        return self._uncued(Draft(None, speaker, [], "name_before_colon"))

    def _named_before_colon(self, first: int) -> Token | None:
        while first > 0 and self.layout.doc[first - 1].is_space:
            first -= 1
        if first < 2 or self.layout.doc[first - 1].text != ":":
            return None
        return named_in_sentence(self.layout.doc[self.layout.sentences[first - 1][0] : first - 1])

    def _by_previous(self, number: int) -> Draft | None:
        """The speech before, which goes on: "...," he said. "..."; a paragraph that is all speech is only a guess."""
        previous = self.given.get(number - 1)
        if previous is not None and self.signs.is_sentence(number, fewest=1) and self._goes_on_after(previous, number):
            return previous
        if not self.signs.is_sentence(number):
            return None
        first, _ = self.layout.passage_tokens(number)
        heading = find_heading(self.layout.doc, self.layout.paragraphs, first)
        if heading is not None and self.signs.fills_paragraph(number):
            return self._uncued(labelled(heading, "heading"))
        speaker = self._subject_before(number)
        if speaker is not None:
            return self._uncued(Draft(None, speaker, [], "subject_before"))
        if previous is None or not (
            self.signs.same_paragraph(number - 1, number) or self.signs.fills_paragraph(number)
        ):
            previous = None
            if not self.signs.fills_paragraph(number):
                return None
        return self._uncued(Draft(None, None, [], "uncued_speech", carried=previous))

    def _subject_before(self, number: int) -> Token | None:
        """The person the sentence before is about: "The envoy was blunt. “We will not pay.”"."""
        first, _ = self.layout.passage_tokens(number)
        start, end = self.layout.sentences[first - 1] if first else (0, 0)
        if end != first or self.layout.paragraphs[start] != self.layout.paragraphs[first]:
            return None
        root = self.layout.doc[start:end].root
        subject = child(root, "nsubj")
        is_outside = subject is not None and all(owner < 0 for owner in self.layout.owners[start:end])
        is_vague_or_none = subject is None or not is_human(subject) or is_vague(subject)
        return None if is_vague_or_none or not is_outside else subject

    def _uncued(self, draft: Draft) -> Draft:
        self.uncued.append(draft)
        return draft

    def _goes_on_after(self, draft: Draft, number: int) -> bool:
        """Whether nothing but the words of attribution stands between this passage and the one before."""
        if not self.signs.same_paragraph(number - 1, number):
            return False
        _, begin = self.layout.passage_tokens(number - 1)
        first, _ = self.layout.passage_tokens(number)
        between = [token for token in self.layout.doc[begin:first] if not token.is_space and not token.is_punct]
        if not between:
            return True
        if draft.use is None or not begin <= draft.use.token.i < first:
            return False
        return all(self.layout.sentences[token.i] == self.layout.sentences[between[0].i] for token in between)

    def _goes_on(self, number: int, last: int) -> bool:
        """Whether the words after the passage may be its attribution, and not a sentence of their own."""
        passage = self.layout.passages[number]
        closing = self.text[passage.pieces[-1][1] - 1]
        following = self.layout.doc[last]
        if following.is_space and "\n" in following.text:
            return False
        if closing == "." and following.text[:1].isupper():
            return any(use.token.i == last for use in self._between(last, last + 1))
        return following.text not in {".", "?", "!", ";"}

    def _may_close(self, number: int, last: int) -> bool:
        """Whether the passage ends as speech does before its attribution: "...," or "..." he said at once."""
        closing = self.text[self.layout.passages[number].pieces[-1][1] - 1]
        if closing in ",?!…—–-." or self.layout.doc[last].text == ",":
            return self.signs.is_long(number) or bool(self._between(last, last + CLOSE))
        return bool(self._between(last, last + 3)) and self.signs.is_long(number)

    def _has_own_content(self, use: Use, last: int) -> bool:
        draft = self.drafts.get(use.token.i)
        if draft is None or not draft.pieces or draft.passages or draft.start < self.layout.starts[use.token.i]:
            return False
        if draft.rule in WEAK_RULES | {"called"} and use.token.i - last < CLOSE:
            # "...!" LeVell declared, a point he likes to make.
            draft.pieces = []
            return False
        return True

    def _stop_after(self, number: int, last: int) -> int:
        if last >= len(self.layout.doc):
            return last
        stop = min(self.layout.sentences[last][1], self.layout.paragraphs[last][1], last + REACH)
        if number + 1 < len(self.layout.passages):
            stop = min(stop, self.layout.passage_tokens(number + 1)[0])
        return stop

    def _between(self, first: int, last: int) -> list[Use]:
        return self.uses[bisect_left(self.keys, first) : bisect_left(self.keys, last)]

    def _source(self, use: Use) -> int | None:
        source = find_source(use)
        return None if source is None else source.i

    def _draft(self, use: Use, rule: str) -> Draft:
        draft = self.drafts.get(use.token.i)
        if draft is None:
            draft = Draft(use, find_source(use), [], rule)
            self.drafts[use.token.i] = draft
        return draft
