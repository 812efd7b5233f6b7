"""Reports whose words are swapped, cut, shouted or parted by odd marks: whatever they say, none is refused.

``FUZZ_INPUTS=12000 pytest tests/extract/test_mutated_reports.py`` tries so many; ``FUZZ_SEED`` gives the same ones again.
"""

import os
import random
from pathlib import Path

from flows.contract.records import Facts, RawReport
from flows.reader import read_report

REPORTS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "seeds" / "reports").glob("*.txt"))]
INPUTS = int(os.environ.get("FUZZ_INPUTS", "150"))
SEED = int(os.environ.get("FUZZ_SEED", "0")) or random.randrange(1 << 30)
MARKS = (
    ",", ".", ";", ":", "-", "–", "—", "(", ")", '"', "“", "”", "’", "1.5", "03.5", "2025", "½", "$", "%", "Rs", "&", "/", "|", "•", "@",
    "’s", "s/o", "alias", "Dr", "DIG", "said", "met", "who", "and", "of", "the", "in", "on Monday", "last year", "é", "ı", "ǅ", "ß", "İ",
)  # fmt: skip
LONGEST = 900  # characters of a cut


def mutated(rng: random.Random) -> str:
    """A piece of a report, up to a quarter of its words changed."""
    text = rng.choice(REPORTS)
    start = rng.randrange(len(text) - 60)
    words = text[start : start + rng.randint(60, LONGEST)].split(" ")
    for _ in range(rng.randint(0, len(words) // 4 + 2)):
        at, other = rng.randrange(len(words)), rng.randrange(len(words))
        match rng.randrange(5):
            case 0:
                words[at] = rng.choice((*MARKS, "\n", "\n\n", "\u200b"))
            case 1:
                words.insert(at, rng.choice(MARKS))
            case 2:
                words[at], words[other] = words[other], words[at]
            case 3:
                words[at] = rng.choice((str.upper, str.lower, str.title))(words[at])
            case 4 if len(words) > 2:
                del words[at]
    return " ".join(words)


def test_no_mixture_of_words_is_refused() -> None:
    rng = random.Random(SEED)
    for number in range(INPUTS):
        text = mutated(rng)
        raw = RawReport(
            report_id="0" * 16,
            source_name="x.txt",
            source_uri="x.txt",
            source_kind="text",
            text=text,
            published="2025-05-30",
        )
        told = read_report(raw)
        assert isinstance(told, Facts), f"FUZZ_SEED={SEED}, input {number}: {told.message} {text!r}"
        assert all(m.text == text[m.char_start : m.char_end] for m in told.mentions)
