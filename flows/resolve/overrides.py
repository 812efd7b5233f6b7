"""An analyst's corrections (``seeds/overrides.csv``), applied last. They name people, not ids, so they outlive rebuilds and spellings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.contract.identity import OverrideCheck, PostCorrection
from flows.contract.records import make_id
from flows.language.names import likeness, name_tokens
from flows.language.seeds import rows
from flows.resolve.clusters import Clusters
from flows.resolve.conditions import SPELLING, Row, conditions, same_body, same_post, within
from flows.resolve.posts import read_post
from flows.resolve.profiles import Profile
from flows.resolve.weigh import Verdict

Index = Mapping[tuple[str, str], Sequence[Profile]]


@dataclass(slots=True)
class Corrections:
    """The groups after corrections, what to show for their members, and what each row of the list did."""

    labels: dict[str, str]  # entity id → label of its group
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    posts: list[PostCorrection] = field(default_factory=list)
    checks: list[OverrideCheck] = field(default_factory=list)

    @property
    def groups(self) -> list[list[str]]:
        """The members of each group, groups and members in the order of their ids."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity_id in sorted(self.labels):
            found[self.labels[entity_id]].append(entity_id)
        return list(found.values())

    def relabel(self, entity_ids: Iterable[str], label: str, reason: str) -> None:
        """Makes the entities one group, for the analyst's reason."""
        for entity_id in entity_ids:
            self.labels[entity_id] = label
            self.verdicts[entity_id] = Verdict(1.0, f"override: {reason}")

    def with_groups_of(self, entity_ids: Iterable[str]) -> list[str]:
        """The entities with all that are grouped with them."""
        labels = {self.labels[i] for i in entity_ids}
        return [i for i, label in self.labels.items() if label in labels]


def correct(members: Mapping[str, Profile], clusters: Clusters, overrides: Sequence[Row] | None = None) -> Corrections:
    """Applies the overrides (the reviewed list, unless others are given) to the groups that linking made."""
    corrections = Corrections({entity_id: clusters.root(entity_id) for entity_id in members})
    listed = rows("overrides") if overrides is None else overrides
    index = _index(members.values()) if listed else {}
    for row in listed:
        fits, others = (
            [
                p.entity_id
                for p in _fitting(row["kind"], row[name], row[where], index)
                if p.entity_id in corrections.labels
            ]
            for name, where in (("name", "where"), ("other_name", "other_where"))
        )
        if fits and (others or row["action"] != "merge"):
            _ACTIONS[row["action"]](row, fits, others, corrections)
        corrections.checks.append(_check(row, fits, others, members))
    return corrections


def _merge(row: Row, fits: list[str], others: list[str], corrections: Corrections) -> None:
    corrections.relabel(corrections.with_groups_of([*fits, *others]), corrections.labels[fits[0]], row["reason"])


def _split(row: Row, fits: list[str], others: list[str], corrections: Corrections) -> None:
    corrections.relabel(fits, make_id("split", row["kind"], row["name"], row["where"]), row["reason"])


def _drop(row: Row, fits: list[str], others: list[str], corrections: Corrections) -> None:
    for entity_id in fits:
        del corrections.labels[entity_id]


def _rename(row: Row, fits: list[str], others: list[str], corrections: Corrections) -> None:
    corrections.names |= dict.fromkeys(corrections.with_groups_of(fits), row["value"])


def _retype(row: Row, fits: list[str], others: list[str], corrections: Corrections) -> None:
    corrections.kinds |= dict.fromkeys(corrections.with_groups_of(fits), row["value"])


def _set_post(row: Row, fits: list[str], others: list[str], corrections: Corrections) -> None:
    told, post = read_post(conditions(row["where"]).get("post", "")), read_post(row["value"])
    corrections.posts += (
        PostCorrection(
            person_entity_id=entity_id,
            post_name=told.name,
            corrected_post_name=post.name,
            rank=post.title if post.is_rank else None,
            jurisdiction=post.jurisdiction,
        )
        for entity_id in fits
    )


_ACTIONS: Final[Mapping[str, Callable[[Row, list[str], list[str], Corrections], None]]] = {
    "merge": _merge, "split": _split, "drop": _drop, "rename": _rename, "retype": _retype, "set_post": _set_post,
}  # fmt: skip


def _index(members: Iterable[Profile]) -> Index:
    """(kind, token of a name) → the entities that bear it."""
    index: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for member in members:
        for token in {t for name in member.names for t in name_tokens(name)}:
            index[member.kind, token].append(member)
    return index


def touching(member: Profile, listed: Sequence[Row]) -> Iterator[int]:
    """Which rows of the list, by position, name the entity, whether or not their other conditions hold."""
    for at, row in enumerate(listed):
        told = filter(None, (row["name"], row["other_name"]))
        if row["kind"] == member.kind and any(likeness(t, n) >= SPELLING for t in told for n in member.names):
            yield at


def override_id(row: Row) -> str:
    """The id of a row of the list."""
    return make_id(*(row[c] for c in ("action", "kind", "name", "where", "other_name", "other_where", "value")))


def _fitting(kind: str, name: str, where: str, index: Index) -> list[Profile]:
    """The entities that a name and its conditions fit, in the order of their ids."""
    told = conditions(where)
    own = {key: value for key, value in told.items() if key not in ("from", "to")}
    near = {p.entity_id: p for token in name_tokens(name) for p in index.get((kind, token), ())}
    return [
        p
        for _, p in sorted(near.items())
        if any(likeness(name, n) >= SPELLING for n in p.names)
        and within(told, p.days)
        and all(_holds(k, v, p) for k, v in own.items())
    ]


def _holds(key: str, value: str, profile: Profile) -> bool:
    """Whether a condition holds for an entity. An unknown condition raises ValueError: it must not be taken for none."""
    if key == "post":
        return same_post(value, {o.post for o in profile.offices})
    if key == "organization":
        return same_body(value, profile.bodies)
    plain = {
        "country": (profile.country,),
        "place": profile.datelines,
        "report": profile.report_ids,
        "id": (profile.entity_id,),
    }
    if key not in plain:
        raise ValueError(f"seeds/overrides.csv: no condition is called {key!r}")
    return value in plain[key]


def _check(row: Row, fits: list[str], others: list[str], members: Mapping[str, Profile]) -> OverrideCheck:
    """What a row did: nothing where nothing fits; flagged where a report it rests on no longer shows the entity."""
    shown = {report for i in (*fits, *others) for report in members[i].report_ids}
    gone = sorted(set(row["reports"].split()) - shown)
    idle = not fits or (row["action"] == "merge" and not others)
    return OverrideCheck(
        override=override_id(row),
        action=row["action"],
        name=row["name"],
        state="unmatched" if idle else "changed" if gone else "applied",
        entities=len({*fits, *others}),
        missing_reports=tuple(gone),
    )
