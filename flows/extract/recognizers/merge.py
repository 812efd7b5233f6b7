"""What holds where recognizers disagree: trusted rule before model and plug-ins, those before other rules."""

from collections.abc import Iterable, Sequence
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.model import Tagged
from flows.extract.recognizers.people import Person, post_beside
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans

_SURE: Final = {"person": 0.4, "organization": 0.4, "place": 0.9}  # below this a model's name is not taken


def merged(found: Found, tagged: Iterable[Tagged], source: str) -> Found:
    """The rules' findings with those of another recognizer. Spans of the result do not overlap, save bodies inside posts."""
    held, longer = found.sure(), Spans(found.persons)
    new = [
        t
        for t in tagged
        if t.score >= _SURE.get(t.kind, 0.5)
        and not held.meet(t.start, t.end)
        and not (t.kind == "person" and longer.hold(t.start, t.end))
    ]
    taken = Spans(new)
    same = {(t.start, t.end, t.kind) for t in new}
    persons = [
        p for p in found.persons if p.trusted or not taken.meet(p.start, p.end) or (p.start, p.end, "person") in same
    ]
    named = [n for n in found.named if n.trusted or not taken.meet(n.start, n.end) or (n.start, n.end, n.kind) in same]
    known = {(p.start, p.end) for p in persons} | {(n.start, n.end) for n in named}
    fresh = [t for t in new if (t.start, t.end) not in known]
    persons += [Person(t.start, t.end, source, False) for t in fresh if t.kind == "person"]
    named += [Named(t.start, t.end, t.kind, source, False) for t in fresh if t.kind != "person"]
    persons = [_with_posts(p, found, persons) if p.is_open else p for p in persons]
    return changed(found, persons=tuple(sorted(persons, key=lambda p: p.start)), named=tuple(named))


def _with_posts(person: Person, found: Found, persons: Sequence[Person]) -> Person:
    """A name that only a model knows, with the posts beside it that nobody else holds."""
    beside = post_beside(found.left, {post.start: post for post in found.posts}, person.start, person.end)
    held = {post.start for other in persons for post in other.posts}
    return changed(person, posts=tuple(post for post in beside if post.start not in held))
