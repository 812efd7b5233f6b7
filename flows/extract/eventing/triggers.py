"""The triggers of events (seeds/event_triggers.csv), keyed by the words that show them."""

from collections.abc import Iterator
from functools import cache
from itertools import product

from flows.contract.fixed import fixed
from flows.extract.clauses.inflect import noun_forms, verb_forms
from flows.language.seeds import rows


@fixed()
class Trigger:
    """A sense of a trigger: ``rest`` is what follows the first word, the noun for a light verb.

    ``meeting`` says what it tells of a meeting: that its actor is ``guest``, ``host`` or
    ``other`` (who comes to what somebody else holds), that it is but a ``part`` of one.
    """

    lemma: str
    part: str
    frame: str
    type: str
    mode: str | None
    needs: str
    unless: frozenset[str]
    only: frozenset[str]
    meeting: frozenset[str]
    rest: tuple[str, ...] = ()
    play: bool = False  # where a report is of sport
    nouns: tuple[str, ...] = ()  # the forms of a light verb's noun

    @property
    def needed(self) -> frozenset[str]:
        """Words of which one has to stand in its clause; none where it can do without."""
        return frozenset(self.nouns) | self.only


@cache
def verbs() -> dict[str, tuple[Trigger, ...]]:
    """First word's form → senses of verbs and of light verbs, longest first."""
    return _index(_verb_entries())


@cache
def asked() -> dict[str, tuple[frozenset[str], tuple[Trigger, ...]]]:
    """First word's form → the words that senses of verbs ask for, and the senses that ask for none: most clauses hold none."""
    return {
        form: (
            frozenset(word for t in senses for word in t.needed),
            tuple(t for t in senses if not t.needed),
        )
        for form, senses in verbs().items()
    }


@cache
def nouns() -> dict[str, tuple[Trigger, ...]]:
    """Last word's form → senses of nouns; ``rest`` holds the words before it."""
    return _index(_noun_entries())


@cache
def _plays() -> frozenset[tuple[str, str]]:
    """Word and type of what in reports of sport is but play (seeds/play_words.csv): ``dismissed for 12``, ``launched a six``."""
    return frozenset((row["word"], row["type"]) for row in rows("play_words"))


def _index(entries: Iterator[tuple[str, Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for form, trigger in entries:
        found.setdefault(form, []).append(trigger)
    return {form: tuple(sorted(senses, key=lambda t: -len(t.rest))) for form, senses in found.items()}


def _verb_entries() -> Iterator[tuple[str, Trigger]]:
    for row in rows("event_triggers"):
        if row["part"] in ("verb", "light"):
            for lemma in _alternatives(row["lemma"]):
                head, *rest = lemma.split()
                for form in verb_forms(head):
                    yield form, _trigger(row, head, tuple(rest))


def _noun_entries() -> Iterator[tuple[str, Trigger]]:
    for row in rows("event_triggers"):
        if row["part"] == "noun":
            for lemma in _alternatives(row["lemma"]):
                *before, head = lemma.split()
                for form in noun_forms(head):
                    yield form, _trigger(row, head, tuple(before))


def _alternatives(lemma: str) -> Iterator[str]:
    """``sign/ink pact/treaty`` stands for each verb with each noun; ``_`` joins the words of one noun."""
    for words in product(*(word.split("/") for word in lemma.split())):
        yield " ".join(words).replace("_", " ")


def _trigger(row: object, head: str, rest: tuple[str, ...]) -> Trigger:
    cells: dict[str, str] = dict(row)  # type: ignore[call-overload]
    return Trigger(
        cells["lemma"], cells["part"], cells["frame"], cells["type"], cells["mode"] or None, cells["needs"],
        frozenset(cells["unless"].split()), frozenset(cells["only"].split()),
        frozenset(cells["meeting"].split()), rest, (head, cells["type"]) in _plays(),
        noun_forms(rest[-1]) if cells["part"] == "light" else (),
    )  # fmt: skip
