{{ config(kept_by={'meeting_id': 'meetings'}) }}

-- Who was on which side. A side that any telling tells holds; else whoever acts together with a party is on its side, and whoever
-- faces it on the other. Where no side is told at all, who met stands as host and whom as guest: `is_told` says so. Who but attended
-- what somebody else held is on neither.
with

participants as (
    select
        meetings.meeting_id,
        participants.event_id,
        participants.role,
        if(participants.side = 'other', null, participants.side) as side,
        participants.side = 'other' as attended,
        coalesce(participants.entity_id, lower(coalesce(participants.entity_name, participants.post))) as party_key,
        coalesce(participants.entity_name, participants.post) as party,
        participants.entity_id,
        row_number() over (
            partition by meetings.meeting_id
            order by
                participants.role = 'attendee',
                coalesce(participants.entity_kind, '') != 'person',
                participants.event_id != meetings.meeting_id,
                participants.event_id,
                participants.ordinal
        ) as standing
    from {{ ref('fct_attendance') }} as participants
    inner join {{ ref('int_meetings') }} as meetings on participants.event_id = meetings.event_id
    where
        coalesce(participants.entity_name, participants.post) is not null
        and {{ touched('meetings.meeting_id', 'meetings') }}
),

told as (
    select
        meeting_id,
        party_key,
        mode(side order by side) as side
    from participants
    where side is not null
    group by
        meeting_id,
        party_key
),

-- In an event, what is known of those who act and of those whom it is done to.
known as (
    select
        participants.event_id,
        mode(told.side order by told.side) filter (where participants.role = 'actor') as actor_side,
        mode(told.side order by told.side) filter (where participants.role = 'recipient') as recipient_side
    from participants
    inner join told
        on
            participants.meeting_id = told.meeting_id
            and participants.party_key = told.party_key
    group by participants.event_id
),

inferred as (
    select
        participants.*,
        case participants.role
            when 'actor' then coalesce(known.actor_side, {{ other_side('known.recipient_side') }})
            when 'recipient' then coalesce(known.recipient_side, {{ other_side('known.actor_side') }})
        end as inferred_side
    from participants
    left join known on participants.event_id = known.event_id
),

of_meetings as (
    select
        inferred.meeting_id,
        inferred.party_key,
        any_value(inferred.entity_id) as entity_id,
        arg_min(inferred.party, inferred.standing) as party,
        min(inferred.standing) as standing,
        min(inferred.role) as role,
        bool_or(coalesce(inferred.attended, false)) as attended,
        coalesce(any_value(told.side), mode(inferred.inferred_side order by inferred.inferred_side)) as side
    from inferred
    left join told
        on
            inferred.meeting_id = told.meeting_id
            and inferred.party_key = told.party_key
    group by
        inferred.meeting_id,
        inferred.party_key
),

final as (
    select
        meeting_id,
        entity_id,
        party,
        standing,
        role,
        count(side) over (partition by meeting_id) > 0 as is_told,
        case
            when count(side) over (partition by meeting_id) > 0 then coalesce(side, 'other')
            when attended then 'other'
            when role = 'actor' then 'host'
            when role = 'recipient' then 'guest'
            else 'other'
        end as side
    from of_meetings
)

select * from final
