"""Merging: findings of one quotation to one stance a target, with its band, and the roll-up over targets."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from s400data.knowledge.stance_cues import load_targets
from s400data.records import Band, Overall, Polarity, Stance
from s400data.stances.findings import Finding

SURE_STRENGTH = 2
KINDS = ("acceptance", "cost", "frame", "act", "attitude", "reward")


def merge_findings(findings: Iterable[Finding]) -> tuple[Stance, ...]:
    """One stance for each target, in the order of the targets file."""
    by_target: dict[str, list[Finding]] = {}
    for finding in findings:
        by_target.setdefault(finding.target, []).append(finding)
    stances = tuple(_merge(by_target[target.id]) for target in load_targets() if target.id in by_target)
    return stances if len(stances) < 2 else tuple(_less_sure(stance) for stance in stances)


def roll_up(stances: Sequence[Stance]) -> Overall:
    """Side on the affair's main axis: the sign of support times direction over the decided stances.

    "neutral" where nothing points either way, "undecided" where a position is taken but none is decided.
    """
    axis = {target.id: target.axis for target in load_targets()}
    sign = {"supports": 1, "opposes": -1}
    decided = [stance for stance in stances if stance.band != "not decided"]
    total = sum(sign.get(stance.polarity, 0) * axis.get(stance.target, 0) for stance in decided)
    if total:
        return "supports" if total > 0 else "opposes"
    return "undecided" if len(decided) < len(stances) else "neutral"


def _merge(findings: list[Finding]) -> Stance:
    findings = _most_telling(findings)
    best = max(findings, key=lambda f: (f.strength, not f.is_inferred))
    polarities = {finding.polarity for finding in findings}
    polarity: Polarity = "mixed" if {"supports", "opposes"} <= polarities else best.polarity
    evidence = {mention for finding in findings for mention in finding.evidence}
    return Stance(
        target=best.target,
        polarity=polarity,
        strength=best.strength,
        posture=best.posture,
        evidence=tuple(sorted(evidence, key=lambda m: (m.start, m.end))),
        basis="needs-context" if best.is_inferred else "explicit",
        voice="speaker-own",
        band=_band(polarity, best),
        explanation="; ".join(dict.fromkeys(finding.reason for finding in findings)),
        rule=best.rule,
    )


def _less_sure(stance: Stance) -> Stance:
    """A position beside others: measured, half as often right as one alone, but for a cost named for it."""
    if stance.band == "clear" and stance.rule != "cost_of_condition":
        return replace(stance, band="likely")
    return stance


def _most_telling(findings: list[Finding]) -> list[Finding]:
    """Where findings disagree, those of the more particular rules: a frame before an act before an attitude."""
    if len({finding.polarity for finding in findings}) == 1:
        return findings
    least = min(_rank(finding) for finding in findings)
    return [finding for finding in findings if _rank(finding) == least]


def _rank(finding: Finding) -> int:
    kind = finding.rule.partition(":")[0].partition("_")[0]
    return KINDS.index(kind) if kind in KINDS else 0


def _band(polarity: Polarity, best: Finding) -> Band:
    if polarity == "mixed":
        return "not decided"
    return "clear" if best.strength >= SURE_STRENGTH and not best.is_inferred else "likely"
