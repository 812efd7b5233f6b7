-- Who spoke of an initiative to whom: actors and recipients of the event, or the speaker of the statement, whose words hold
-- the mention. A speaker's audience is the other side of the meeting told in the same story of the report.
with

mentions as (
    select * from {{ ref('int_mentions') }}
    where kind = 'initiative'
),

events as (
    select * from {{ ref('int_events') }}
),

participants as (
    select * from {{ ref('int_participants') }}
),

statements as (
    select * from {{ ref('int_statements') }}
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

in_events as (
    select
        mentions.report_id,
        mentions.ordinal,
        events.story_ordinal,
        participants.role,
        coalesce(participants.party, participants.post) as party
    from mentions
    inner join events
        on
            mentions.report_id = events.report_id
            and mentions.char_start >= events.evidence_start
            and mentions.char_end <= events.evidence_end
    inner join participants on events.event_id = participants.event_id
    where participants.role in ('actor', 'recipient')
),

in_statements as (
    select
        mentions.report_id,
        mentions.ordinal,
        statements.story_ordinal,
        'actor' as role,
        statements.speaker as party
    from mentions
    inner join statements
        on
            mentions.report_id = statements.report_id
            and mentions.char_start >= statements.content_start
            and mentions.char_end <= statements.content_end
),

told as (
    select * from in_events
    union
    select * from in_statements
),

meeting_parties as (
    select
        events.report_id,
        events.story_ordinal,
        participants.side,
        coalesce(participants.party, participants.post) as party
    from meetings
    inner join events on meetings.event_id = events.event_id
    inner join participants on meetings.event_id = participants.event_id
    where
        participants.side in ('host', 'guest')
        and participants.role in ('actor', 'recipient')
),

audiences as (
    select
        told.report_id,
        told.ordinal,
        told.story_ordinal,
        'recipient' as role,
        listeners.party
    from told
    inner join meeting_parties as speakers
        on
            told.report_id = speakers.report_id
            and told.story_ordinal = speakers.story_ordinal
            and told.party = speakers.party
    inner join meeting_parties as listeners
        on
            speakers.report_id = listeners.report_id
            and speakers.story_ordinal = listeners.story_ordinal
            and speakers.side != listeners.side
    where told.role = 'actor'
),

final as (
    select * from told
    where party is not null
    union
    select * from audiences
    where party is not null
)

select * from final
