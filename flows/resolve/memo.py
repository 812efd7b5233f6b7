"""What linking remembers from one run to the next, so that only what changed is linked anew. Without it the result is the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from flows.resolve.families import Marked
from flows.resolve.marks import Array

MEMBERS: Final = pa.schema([("entity_id", pa.string()), ("print", pa.uint64()), ("name", pa.string())])
WEIGHED: Final = pa.schema(
    [
        ("of", pa.string()),  # an entity of the family
        ("one", pa.string()),
        ("other", pa.string()),
        ("score", pa.float64()),
        ("reason", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Memo:
    """The entities by id with a hash of what their profiles are made of, their marks, the verdicts on pairs, marks of corrections."""

    members: pa.Table
    marked: Marked
    weighed: pa.Table
    overrides: Array  # in the order of the list

    @classmethod
    def nothing(cls) -> Self:
        """Of a first run."""
        return cls(MEMBERS.empty_table(), Marked.none(), WEIGHED.empty_table(), np.empty(0, "u8"))

    def tables(self) -> dict[str, pa.Table]:
        """As tables, from which ``read`` makes it again."""
        overrides = pa.table({"mark": self.overrides})
        return {"members": self.members, "marks": self.marked.table(), "weighed": self.weighed, "overrides": overrides}

    @classmethod
    def read(cls, tables: dict[str, pa.Table]) -> Self:
        """From its tables."""
        return cls(
            tables["members"], Marked.of(tables["marks"]), tables["weighed"], tables["overrides"]["mark"].to_numpy()
        )


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
    def of(cls, memo: Memo, touched: Iterable[str], prints: Mapping[str, int]) -> Self:
        """From what is remembered, and the hashes as they are now of those that reports touched that came or went."""
        before = memo.members["entity_id"].combine_chunks()
        again = pc.is_in(before, pa.array(touched, pa.string())).to_numpy(False)
        kept = memo.members.filter(pa.array(~again))
        now = pa.concat_arrays([kept["entity_id"].combine_chunks(), pa.array(prints.keys(), pa.string())])
        hashes = pa.concat_arrays([kept["print"].combine_chunks(), pa.array(prints.values(), pa.uint64())])
        known = pc.take(memo.members["print"], pc.index_in(now, before))
        changed = pc.fill_null(pc.not_equal(known, hashes), True).to_numpy(zero_copy_only=False)
        back = pc.index_in(before, now)
        gone = back.is_null().to_numpy(zero_copy_only=False)
        positions = pc.fill_null(back, -1).to_numpy(zero_copy_only=False).copy()
        positions[gone] = len(now) + np.arange(int(gone.sum()))
        ids = pa.concat_arrays([now, before.filter(pa.array(gone))])
        changed = np.append(changed, np.ones(int(gone.sum()), bool))
        return cls(ids, hashes, changed, positions)
