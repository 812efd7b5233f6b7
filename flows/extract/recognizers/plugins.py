"""Users' recognizers: a name is an entry point, a spaCy pipeline or a GLiNER model. Each is text in, (start, end, kind, score) out.

- ``NAME``: the entry point of that name in the group ``dateline.recognizers``: a callable ``text → iterable of (start, end, kind, score)``
- ``spacy:PATH_OR_PACKAGE``: a spaCy pipeline with a named-entity component; its labels are mapped (PERSON → person …)
- ``gliner:PATH``: a GLiNER model, asked for our kinds
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Final

from flows.extract.recognizers.model import Tagged

GROUP: Final = "dateline.recognizers"
Recognizer = Callable[[str], Iterable[Tagged]]
_KINDS: Final = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "ORGANIZATION": "organization", "NORP": None,
    "GPE": "place", "LOC": "place", "LOCATION": "place", "FAC": "place", "PLACE": "place", "EVENT": "initiative",
    "INITIATIVE": "initiative",
}  # fmt: skip


@cache
def recognizer(name: str) -> Recognizer:
    """The recognizer of a name, loaded once. A name that nothing answers to raises LookupError with what there is."""
    maker, _, where = name.partition(":")
    if where and maker in _MAKERS:
        return _MAKERS[maker](where)
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise LookupError(f"no recognizer {name!r}: known are {sorted(found) or 'none'}, spacy:PATH and gliner:PATH")
    load = found[name].load()
    return lambda text: _tagged(load(text))


def _spacy(where: str) -> Recognizer:
    nlp = import_module("spacy").load(where)
    return lambda text: _tagged((e.start_char, e.end_char, e.label_, 1.0) for e in nlp(text).ents)


def _gliner(where: str) -> Recognizer:
    model = import_module("gliner").GLiNER.from_pretrained(where)
    kinds = ["person", "organization", "place", "initiative"]
    return lambda text: _tagged(
        (e["start"], e["end"], e["label"], e["score"]) for e in model.predict_entities(text, kinds)
    )


def _tagged(found: Iterable[tuple[Any, ...]]) -> Iterator[Tagged]:
    for start, end, label, score in found:
        kind = _KINDS.get(str(label).upper())
        if kind and start < end:
            yield Tagged(int(start), int(end), kind, float(score))


_MAKERS: Final[Mapping[str, Callable[[str], Recognizer]]] = {"spacy": _spacy, "gliner": _gliner}
