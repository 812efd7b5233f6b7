"""What linking says beside the entities: unsure links, ids that changed, and what became of an analyst's corrections."""

from typing import Annotated

from flows.contract.fixed import fixed


@fixed(kw_only=True)
class EntityReview:
    """Two entities that may be one: too little speaks for it to link them unasked."""

    entity_id: Annotated[str, "canonical entity with the smaller id"]
    other_entity_id: Annotated[str, "canonical entity with the larger id"]
    kind: Annotated[str, "person, organization, place, initiative or post"]
    name: Annotated[str, "name of the first"]
    other_name: Annotated[str, "name of the second"]
    score: Annotated[float, "0 to 1: how likely they are one"]
    reason: Annotated[str, "what speaks for and against it, in words"]


@fixed(kw_only=True)
class EntityRename:
    """A canonical id of an earlier run that stands for nothing any more, and the one that took its place."""

    old_entity_id: Annotated[str, "canonical id that earlier runs gave"]
    entity_id: Annotated[str, "canonical id that most of its members have now"]
    name: Annotated[str, "name under the new id"]


@fixed(kw_only=True)
class OverrideCheck:
    """A row of seeds/overrides.csv with what it did in this run."""

    override: Annotated[str, "hash of the row's action and what it is applied to"]
    action: Annotated[str, "merge, split, rename, retype, drop or set_post"]
    name: Annotated[str, "name that it is applied to, as the analyst wrote it"]
    state: Annotated[
        str, "applied, unmatched (nothing fits it) or changed (a report that it rests on no longer shows the entity)"
    ]
    entities: Annotated[int, "entities that it fits"]
    missing_reports: Annotated[tuple[str, ...], "reports the decision rests on that no longer show the entity"] = ()


@fixed(kw_only=True)
class PostCorrection:
    """A post that an analyst set in place of what was read for a person (overrides, set_post)."""

    person_entity_id: Annotated[str, "entity, before links, as in occupancies"]
    post_name: Annotated[str, "post as read"]
    corrected_post_name: Annotated[str, "post that holds instead, in its canonical form"]
    rank: Annotated[str | None, "rank that the corrected post holds"] = None
    jurisdiction: Annotated[str | None, "place or unit the corrected post is for"] = None
