"""What an earlier run left: the very mask that is asked for, or something else that must not pass for it."""

from __future__ import annotations

from typing import Any

from ..errors import EngineError
from ..mask_result import MaskResult
from ..masking.mask_identity import MaskIdentity
from ..rasters.mask_files import MaskFiles
from ..rasters.unfinished import take_away_abandoned
from .jobs import Job


def finished_mask(job: Job, identity: MaskIdentity, with_confidence: bool) -> MaskResult | None:
    """The mask of `job` when it is there and is `identity`; None when there is none.

    EngineError `exists` when another mask or file is there, with what differs.
    """
    files = job.files
    if not files.mask.exists():
        if with_confidence and files.confidence_file and files.confidence_file.exists():
            raise EngineError(
                "exists", f"{files.confidence_file} already exists. Ask to overwrite it, or choose another name."
            )
        return None
    facts = files.read_facts()
    differences = _differences(facts, identity, files, with_confidence)
    if facts is None or differences:
        raise EngineError(
            "exists",
            f"{job.target} already exists, made {', '.join(differences)}. Ask to overwrite it, or choose another "
            "output folder.",
        )
    take_away_abandoned(files.mask)
    return MaskResult(
        product=job.product,
        granule=job.granule.name,
        mask=str(files.mask),
        qml=str(files.qml),
        json=str(files.json),
        confidence=str(files.confidence) if with_confidence else None,
        fractions=facts["fractions"],
        facts=facts,
        true_colour=job.granule.true_colour,
        bands={name: band.path for name, band in job.granule.bands.items()},
        skipped=True,
    )


def _differences(
    facts: dict[str, Any] | None, identity: MaskIdentity, files: MaskFiles, with_confidence: bool
) -> list[str]:
    if facts is None:
        return [f"by an unknown program: {files.json.name}, which would tell, is missing or damaged"]
    if "identity" not in facts:
        return ["by an earlier version, or by another method"]
    try:
        differences = identity.differences(MaskIdentity.from_json(facts["identity"]))
    except ValueError:
        return ["by another version"]
    if not _is_complete(facts):
        return [f"in a way that {files.json.name} does not tell"]
    there = facts.get("confidence") == files.confidence_name and files.confidence.exists()
    if with_confidence and not differences and not there:
        return ["without its confidence"]
    return differences


def _is_complete(facts: dict[str, Any]) -> bool:
    """Whether the facts hold what a result tells of them."""
    fractions = facts.get("fractions")
    return (
        isinstance(fractions, dict)
        and all(share is None or (type(share) in (int, float) and 0 <= share <= 1) for share in fractions.values())
        and all(isinstance(facts.get(name), str) for name in ("model", "weights_sha256"))
        and isinstance(facts.get("resolution"), int)
    )
