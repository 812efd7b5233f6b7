-- Who presented an initiative (actor) to whom (recipient): hosts and guests of the meeting, actors and recipients of the event,
-- or the speaker of the statement, whose words hold the mention. Visitors and those who praise it are those it was presented to;
-- a speaker's audience is the other side of the meeting told in the same story of the report.
with

mentions as (
    select * from {{ ref('fct_mentions') }}
    where
        kind = 'initiative'
        and {{ touched('entity_id', 'parties') }}
),

events as (
    select * from {{ ref('fct_events') }}
    where event_type in ('CONSULT', 'SUPPORT', 'AID', 'COOPERATE', 'x-INAUGURATE')
),

participants as (
    select * from {{ ref('fct_attendance') }}
    where role in ('actor', 'recipient')
),

statements as (
    select * from {{ ref('fct_statements') }}
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

meeting_parties as (
    select * from {{ ref('int_meeting_parties') }}
),

in_events as (
    select
        mentions.report_id,
        mentions.ordinal,
        case
            when participants.side = 'guest' then 'recipient'
            when participants.side = 'host' then 'actor'
            when events.event_type = 'SUPPORT' and participants.role = 'recipient' then null
            when events.event_type = 'SUPPORT' then 'recipient'
            when events.event_mode = 'visit' then if(participants.role = 'actor', 'recipient', 'actor')
            else participants.role
        end as role,
        coalesce(participants.entity_name, participants.post) as party
    from mentions
    inner join events
        on
            mentions.report_id = events.report_id
            and mentions.char_start >= events.evidence_start
            and mentions.char_end <= events.evidence_end
    inner join participants on events.event_id = participants.event_id
    where mentions.entity_id is distinct from participants.entity_id
),

in_statements as (
    select
        mentions.report_id,
        mentions.ordinal,
        'actor' as role,
        statements.speaker as party,
        statements.speaker_entity_id,
        statements.story_ordinal
    from mentions
    inner join statements
        on
            mentions.report_id = statements.report_id
            and mentions.char_start >= statements.content_start
            and mentions.char_end <= statements.content_end
),

listeners as (
    select
        in_statements.report_id,
        in_statements.ordinal,
        'recipient' as role,
        listeners.party
    from in_statements
    inner join events
        on
            in_statements.report_id = events.report_id
            and in_statements.story_ordinal = events.story_ordinal
    inner join meetings
        on
            events.event_id = meetings.event_id
            and meetings.is_head
    inner join meeting_parties as speakers
        on
            meetings.meeting_id = speakers.meeting_id
            and in_statements.speaker_entity_id = speakers.entity_id
    inner join meeting_parties as listeners
        on
            speakers.meeting_id = listeners.meeting_id
            and speakers.side != listeners.side
    where
        listeners.side != 'other'
        and listeners.role != 'attendee'
),

tellings as (
    select * from in_events
    union
    select
        report_id,
        ordinal,
        role,
        party
    from in_statements
    union
    select * from listeners
),

final as (
    select * from tellings
    where
        role is not null
        and party is not null
)

select * from final
