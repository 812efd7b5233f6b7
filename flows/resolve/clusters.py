"""Groups of entities that are one, with the score and reason of each link. Order of arrival changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flows.resolve.weigh import Verdict

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two entities with the verdict on them; ``one`` is the smaller id."""

    one: str
    other: str
    verdict: Verdict
    pair: Pair = ("", "")  # what was weighed: the evidence of both


def link_of(one: str, other: str, verdict: Verdict, pair: Pair = ("", "")) -> Link:
    """A link with its ends in order."""
    return Link(min(one, other), max(one, other), verdict, pair)


@dataclass(slots=True)
class Clusters:
    """A union-find over entity ids that remembers the best link of each id."""

    _parent: dict[str, str] = field(default_factory=dict)
    best: dict[str, Verdict] = field(default_factory=dict)

    def root(self, entity_id: str) -> str:
        """The id that stands for the whole group."""
        root = entity_id
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(entity_id, entity_id)) != root:
            self._parent[entity_id] = root
            entity_id = above
        return root

    def join(self, links: Iterable[Link]) -> None:
        """Makes one group of both ends of each link."""
        for link in links:
            for end in (link.one, link.other):
                self.best[end] = max(self.best.get(end, link.verdict), link.verdict)
            one, other = sorted((self.root(link.one), self.root(link.other)))
            self._parent[other] = one

    def groups(self, entity_ids: Iterable[str]) -> Mapping[str, list[str]]:
        """Root → its members, sorted."""
        found: dict[str, list[str]] = {}
        for entity_id in sorted(entity_ids):
            found.setdefault(self.root(entity_id), []).append(entity_id)
        return found
