{{ config(kept_by={'event_id': 'consultations'}) }}

-- Events tell of one meeting where they agree on the day and on two named parties that face each other ('a delegation' may be
-- any), or as reports of one story. Chains of such pairs are followed to their end, and the meeting is named after the event of
-- the report that told it first. What a report tells as part of an engagement (a tour, a briefing) belongs to that meeting.
with recursive

consultations as (
    {{ few_of(ref('fct_events'), "event_type = 'CONSULT' and realis in ('asserted', 'historical') and "
        ~ touched('event_id', 'consultations')) }}
),

events as (
    select
        consultations.*,
        coalesce(heads.event_id, consultations.event_id) as head_id
    from consultations
    left join consultations as heads on consultations.engagement_id = heads.event_id
),

participants as (
    {{ few_of(ref('fct_attendance'), touched('event_id', 'consultations')) }}
),

principals as (
    select distinct
        events.event_id,
        events.head_id,
        events.report_id,
        events.story_id,
        if(events.occurred_on_precision = 'day', events.occurred_on, null) as met_on,
        coalesce(participants.entity_id, lower(participants.entity_name)) as party,
        participants.entity_id is not null as is_named,
        coalesce(participants.side, participants.role) as side
    from events
    inner join participants on events.event_id = participants.event_id
    where
        participants.role in ('actor', 'recipient')
        and coalesce(participants.entity_id, participants.entity_name) is not null
),

of_one_day as (
    select
        principals.head_id,
        others.head_id as other_head_id
    from principals
    inner join principals as others
        on
            principals.met_on = others.met_on
            and principals.party = others.party
            and principals.head_id != others.head_id
    where principals.is_named
    group by
        principals.head_id,
        others.head_id,
        principals.event_id,
        others.event_id
    having {{ two_parties_face('principals', 'others') }}
),

-- Reports of one story that give no other day tell of one meeting sooner: one principal in common is enough where both give it.
of_one_story as (
    select
        principals.head_id,
        others.head_id as other_head_id
    from principals
    inner join principals as others
        on
            principals.story_id = others.story_id
            and principals.party = others.party
            and principals.report_id != others.report_id
            and coalesce(principals.met_on = others.met_on, true)
    where
        principals.event_id = principals.head_id
        and others.event_id = others.head_id
    group by
        principals.head_id,
        others.head_id
    having
        bool_and(principals.met_on is not null and others.met_on is not null)
        or ({{ two_parties_face('principals', 'others') }})
),

pairs as (
    select * from of_one_day
    union
    select * from of_one_story
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
