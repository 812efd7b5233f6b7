-- Reports tell of one meeting where they agree on the day and on two parties that face each other. Chains of such pairs are
-- followed to their end, and the meeting is named after the event of the report that told it first.
with recursive

events as (
    select * from {{ ref('int_events') }}
    where
        event_type = 'CONSULT'
        and realis in ('asserted', 'historical')
        and coalesce(engagement_id, event_id) = event_id
),

participants as (
    select * from {{ ref('int_participants') }}
),

facing as (
    select distinct
        events.event_id,
        events.occurred_on,
        coalesce(participants.entity_id, lower(participants.party)) as party,
        coalesce(participants.side, participants.role) as side
    from events
    inner join participants on events.event_id = participants.event_id
    where
        events.occurred_on_precision = 'day'
        and coalesce(participants.side, participants.role) not in ('other', 'attendee')
        and coalesce(participants.entity_id, participants.party) is not null
),

pairs as (
    select
        facing.event_id,
        others.event_id as other_event_id
    from facing
    inner join facing as others
        on
            facing.occurred_on = others.occurred_on
            and facing.party = others.party
            and facing.event_id != others.event_id
    group by
        facing.event_id,
        others.event_id
    having
        count(distinct facing.side) > 1
        and count(distinct others.side) > 1
),

reached as (
    select
        event_id,
        event_id as member_id
    from events
    union
    select
        reached.event_id,
        pairs.other_event_id as member_id
    from reached
    inner join pairs on reached.member_id = pairs.event_id
),

final as (
    select
        reached.event_id,
        arg_min(reached.member_id, (coalesce(events.published_on, date '9999-12-31'), reached.member_id)) as meeting_id
    from reached
    inner join events on reached.member_id = events.event_id
    group by reached.event_id
)

select * from final
