"""Time taggers side by side on the same texts: words per CPU second in one process, as ratios. Not a test: a measurement.

    pip install -e '.[bench]'
    python ../shared/timex/score_timex.py --text ../shared/timex/timebank timebank.jsonl
    PYTHONPATH=. python tests/bench/time_taggers.py timebank.jsonl [WORDS]

Lines are ``{"doc_id", "dct", "text"}``. The slow taggers read the first documents up to WORDS words (default 2,000), ours reads
those and then all. CPU time of this process is counted, import and first call are not.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from flows.temporal import tag

Document = tuple[str, datetime]
Tagger = Callable[[str, datetime], Any]


def ours() -> Tagger:
    """This project's tagger."""
    return tag


def dateparser_search() -> Tagger:
    """dateparser's search in running text."""
    from dateparser.search import search_dates

    return lambda text, anchor: search_dates(text, languages=["en"], settings={"RELATIVE_BASE": anchor})


def recognizers_text() -> Tagger:
    """Microsoft Recognizers-Text; 1.0.2a2 asks emoji for a name that newer versions call otherwise."""
    import emoji

    emoji.UNICODE_EMOJI = emoji.EMOJI_DATA
    from recognizers_date_time import recognize_datetime

    return lambda text, anchor: recognize_datetime(text, "en-us", reference=anchor)


TAGGERS: dict[str, Callable[[], Tagger]] = {
    "dateline": ours,
    "dateparser": dateparser_search,
    "recognizers-text": recognizers_text,
}


def documents(path: Path) -> list[Document]:
    """The texts of a file with the day (and time) they were written."""
    with path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [(document["text"], datetime.fromisoformat(document["dct"])) for document in read]


def words(texts: list[Document]) -> int:
    """How many words, parted by white space."""
    return sum(len(text.split()) for text, _ in texts)


def first(texts: list[Document], limit: int) -> list[Document]:
    """The first documents with together up to so many words."""
    return [texts[i] for i in takewhile(lambda i: words(texts[: i + 1]) <= limit, range(len(texts)))]


def seconds(tagger: Tagger, texts: list[Document]) -> float:
    """CPU seconds of this process for reading the texts once."""
    started = time.process_time()
    for text, anchor in texts:
        tagger(text, anchor)
    return time.process_time() - started


def rates(texts: list[Document], limit: int) -> Iterator[tuple[str, int, float]]:
    """(tagger, words read, words per CPU second) for each tagger that is installed."""
    some = first(texts, limit)
    for name, load in TAGGERS.items():
        try:
            tagger = load()
        except ImportError as error:
            print(f"{name}: not installed ({error})")
            continue
        tagger("He came on Friday, 5 May 2023, at 5 pm.", texts[0][1])
        for part in (some, texts) if name == "dateline" else (some,):
            best = min(seconds(tagger, part) for _ in range(3 if name == "dateline" else 1))
            yield name, words(part), words(part) / best


def main() -> None:
    """Print the table; ratios are ours over theirs on the same words."""
    texts = documents(Path(sys.argv[1]))
    own = 0.0
    for name, count, rate in rates(texts, int(sys.argv[2]) if len(sys.argv) > 2 else 2_000):
        own = own or rate
        print(f"{name:20}{count:9,} words{rate:12,.0f} words per CPU second, ours is {own / rate:9,.1f} times as fast")


if __name__ == "__main__":
    main()
