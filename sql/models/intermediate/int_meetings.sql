-- Reports tell of one meeting where they agree on the day and on two parties that face each other. Chains of such pairs are
-- followed to their end, and the meeting is named after the event of the report that told it first. What a report tells as
-- part of an engagement (a tour, a briefing) belongs to that engagement's meeting.
with recursive

consultations as (
    select * from {{ ref('int_events') }}
    where
        event_type = 'CONSULT'
        and realis in ('asserted', 'historical')
),

events as (
    select
        consultations.*,
        coalesce(heads.event_id, consultations.event_id) as head_id
    from consultations
    left join consultations as heads on consultations.engagement_id = heads.event_id
),

participants as (
    select * from {{ ref('int_participants') }}
),

facing as (
    select distinct
        events.head_id,
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
        facing.head_id,
        others.head_id as other_head_id
    from facing
    inner join facing as others
        on
            facing.occurred_on = others.occurred_on
            and facing.party = others.party
            and facing.head_id != others.head_id
    group by
        facing.head_id,
        others.head_id
    having
        count(distinct facing.side) > 1
        and count(distinct others.side) > 1
        and count(distinct facing.party) > 1
),

reached as (
    select
        head_id,
        head_id as member_id
    from events
    union
    select
        reached.head_id,
        pairs.other_head_id as member_id
    from reached
    inner join pairs on reached.member_id = pairs.head_id
),

first_told as (
    select
        reached.head_id,
        arg_min(reached.member_id, (coalesce(events.published_on, date '9999-12-31'), reached.member_id)) as meeting_id
    from reached
    inner join events on reached.member_id = events.event_id
    group by reached.head_id
),

final as (
    select
        events.event_id,
        first_told.meeting_id,
        events.event_id = events.head_id as is_head
    from events
    inner join first_told on events.head_id = first_told.head_id
)

select * from final
