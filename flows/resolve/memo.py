"""What linking remembers from one run to the next, so that only what changed is linked anew. Without it the result is the same."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from flows.resolve.families import Marked
from flows.resolve.marks import Array

MEMBERS: Final = pa.schema([("entity_id", pa.string()), ("print", pa.uint64()), ("name", pa.string())])
WEIGHED: Final = pa.schema(
    [("one", pa.string()), ("other", pa.string()), ("score", pa.float64()), ("reason", pa.string())]
)
LEVELS: Final = pa.schema([("name", pa.string()), ("level", pa.int8())])


@dataclass(frozen=True, slots=True)
class Memo:
    """The entities by id with a hash of what their profiles are made of, their marks, the verdicts on pairs, how rare names are."""

    members: pa.Table
    marked: Marked
    weighed: pa.Table
    levels: pa.Table
    total: int  # of the reports, as a power of two

    @classmethod
    def nothing(cls) -> Self:
        """Of a first run."""
        return cls(MEMBERS.empty_table(), Marked.none(), WEIGHED.empty_table(), LEVELS.empty_table(), -1)

    def tables(self) -> dict[str, pa.Table]:
        """As tables, from which ``read`` makes it again."""
        totals = pa.table({"total": [self.total]})
        return {
            "members": self.members, "marks": self.marked.table(), "weighed": self.weighed, "levels": self.levels,
            "totals": totals,
        }  # fmt: skip

    @classmethod
    def read(cls, tables: dict[str, pa.Table]) -> Self:
        """From its tables."""
        marked = Marked.of(tables["marks"])
        return cls(tables["members"], marked, tables["weighed"], tables["levels"], tables["totals"]["total"][0].as_py())


@dataclass(frozen=True, slots=True)
class Compared:
    """The entities of two runs: those of now first, each with whether it is another than before; then those that are gone."""

    ids: pa.Array
    prints: pa.Array  # of those that are there now
    changed: Array
    before: Array  # position of each entity of the run before

    @property
    def present(self) -> int:
        """How many are there now."""
        return len(self.prints)

    @classmethod
    def of(cls, prints: pa.Table, memo: Memo) -> Self:
        """From the hashes of now and of before."""
        now, before = prints["entity_id"].combine_chunks(), memo.members["entity_id"].combine_chunks()
        at = pc.index_in(now, before)
        known = pc.take(memo.members["print"], at)
        changed = pc.fill_null(pc.not_equal(known, prints["print"]), True).to_numpy(zero_copy_only=False)
        back = pc.index_in(before, now)
        gone = back.is_null().to_numpy(zero_copy_only=False)
        positions = pc.fill_null(back, -1).to_numpy(zero_copy_only=False).copy()
        positions[gone] = len(now) + np.arange(int(gone.sum()))
        ids = pa.concat_arrays([now, before.filter(pa.array(gone))])
        changed = np.append(changed, np.ones(int(gone.sum()), bool))
        return cls(ids, prints["print"].combine_chunks(), changed, positions)
