"""Canonical ids that are canonical no more, each with the id that stands for it now."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from flows.contract.identity import EntityRename
from flows.contract.tables import TABLES


def renames(before: Mapping[str, pa.Table], entities: pa.Table, again: pa.Array | None) -> pa.Table:
    """The table ``entity_renames``, from it and ``entities`` of the run before, and from ``entities`` of now.

    The groups of all but the entities in ``again`` are known to be as they were; where it is None, those of none.
    """
    earlier = before["entity_renames"].to_pylist()
    asked = pa.array({row["entity_id"] for row in earlier}, pa.string())
    old, now = before["entities"], entities
    if again is not None:
        old, now = old.filter(_in(old, again)), now.filter(_in(now, pa.concat_arrays([asked, again])))
    return _renamed(earlier, _canonical(old), _canonical(now), entities)


def _renamed(
    earlier: Sequence[Mapping[str, Any]], old: Mapping[str, str], now: Mapping[str, str], entities: pa.Table
) -> pa.Table:
    moved = _moved(old, now)
    for row in earlier:
        new = moved.get(row["entity_id"], row["entity_id"])
        if new in now:
            moved.setdefault(row["old_entity_id"], now[new])
    final = {old_id: new for old_id, new in sorted(moved.items()) if old_id != new}
    named = entities.filter(_in(entities, pa.array(set(final.values()), pa.string())))
    names = dict(zip(named["entity_id"].to_pylist(), named["name"].to_pylist(), strict=True))
    return TABLES["entity_renames"].arrow(
        EntityRename(old_entity_id=old_id, entity_id=new, name=names[new]) for old_id, new in final.items()
    )


def _moved(old: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Old canonical id → that of most of its members now, where it is another."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entity_id, canonical in old.items():
        if entity_id in now:
            counts[canonical][now[entity_id]] += 1
    return {was: min((-n, new) for new, n in c.items())[1] for was, c in counts.items() if was not in c}


def _canonical(entities: pa.Table) -> dict[str, str]:
    return dict(zip(entities["entity_id"].to_pylist(), entities["canonical_id"].to_pylist(), strict=True))


def _in(entities: pa.Table, ids: pa.Array) -> pa.ChunkedArray:
    return pc.is_in(entities["entity_id"], ids)
