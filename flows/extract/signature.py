"""The signature of a report's wording: what stories are clustered by, so that no later stage reads text."""

from typing import Final

from flows.contract.records import ReportSignature
from flows.extract.reading import Reading
from flows.language.minhash import hashed, shingled, telling

_LEAST_LETTERS: Final = 4  # a headline's shorter words are mostly grammar


def find_signature(reading: Reading) -> tuple[ReportSignature, ...]:
    """One signature over headline and stories; none for a report without a story."""
    story = " ".join(reading.text[s.start : s.end] for s in reading.story)
    if not story:
        return ()
    headline = (word.lower() for word in (reading.report.headline or "").split() if len(word) >= _LEAST_LETTERS)
    words = telling(story) | {word.strip(".,:;'’‘\"") for word in headline}
    return (ReportSignature(report_id=reading.report.report_id, shingles=shingled(story), words=hashed(words)),)
