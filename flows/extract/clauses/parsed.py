"""A report with its grammar: what events, statements and figures are read from. Sentences are chunked when first asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.contract.records import Mention, Time
from flows.extract.clauses.chunks import Clause, Unit, clause, units
from flows.extract.reading import Reading, Sentence


@dataclass(slots=True)
class Parsed:
    """A reading, its mentions and times, and the clause of each sentence."""

    reading: Reading
    mentions: Sequence[Mention]
    times: Sequence[Time]
    _units: list[Unit] = field(default_factory=list)
    _clauses: dict[int, Clause] = field(default_factory=dict)

    def clause(self, sentence: Sentence) -> Clause:
        """The chunks of a sentence."""
        found = self._clauses.get(sentence.start)
        if found is None:
            self._units = self._units or units(self.mentions, self.times)
            found = self._clauses[sentence.start] = clause(self.reading.text, sentence.start, sentence.end, self._units)
        return found
