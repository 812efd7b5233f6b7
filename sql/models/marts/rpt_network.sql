{{ config(kept_by={'entity_id': 'parties', 'other_entity_id': 'parties'}) }}

with

events as (
    select * from {{ ref('fct_events') }}
    where realis in ('asserted', 'historical')
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

-- A meeting and what came of it are one occasion.
happenings as (
    select
        events.event_id,
        coalesce(meetings.meeting_id, events.event_id) as happening_id,
        coalesce(events.occurred_on, events.published_on) as seen_on
    from events
    left join meetings on coalesce(events.engagement_id, events.event_id) = meetings.event_id
),

attended as (
    select event_id from {{ ref('fct_attendance') }}
    where
        entity_kind = 'person'
        and {{ touched('entity_id', 'parties') }}
),

of_touched as (
    select * from happenings
    where happening_id in (
        select attended_ones.happening_id from happenings as attended_ones
        where attended_ones.event_id in (select attended.event_id from attended)
    )
),

present as (
    select distinct
        of_touched.happening_id,
        participants.entity_id,
        participants.entity_name as name
    from {{ ref('fct_attendance') }} as participants
    inner join of_touched on participants.event_id = of_touched.event_id
    where participants.entity_kind = 'person'
),

occasions as (
    select
        happening_id,
        min(seen_on) as seen_on
    from of_touched
    group by happening_id
),

-- An occasion of many says less of each two: N people share one unit of weight each (Newman 2001).
weighed as (
    select
        *,
        1 / (count(*) over (partition by happening_id) - 1) as weight
    from present
    qualify count(*) over (partition by happening_id) > 1
),

final as (
    select
        weighed.entity_id,
        any_value(weighed.name) as name,
        others.entity_id as other_entity_id,
        any_value(others.name) as other_name,
        count(*) as occasions,
        round(sum(weighed.weight), 4) as weight,
        min(occasions.seen_on) as first_seen_on,
        max(occasions.seen_on) as last_seen_on,
        list(weighed.happening_id order by occasions.seen_on, weighed.happening_id) as event_ids
    from weighed
    inner join weighed as others
        on
            weighed.happening_id = others.happening_id
            and weighed.entity_id < others.entity_id
    inner join occasions on weighed.happening_id = occasions.happening_id
    where
        {{ touched('weighed.entity_id', 'parties') }}
        and {{ touched('others.entity_id', 'parties') }}
    group by
        weighed.entity_id,
        others.entity_id
)

select * from final
