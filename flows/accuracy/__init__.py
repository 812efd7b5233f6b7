"""How well facts agree with hand-annotated reports: pure functions from gold objects and our rows to tallies."""

from flows.accuracy.happenings import score_facts
from flows.accuracy.spans import measure
from flows.accuracy.tally import Tally

__all__ = ["Tally", "measure", "score_facts"]
