-- Who presented an initiative (actor) to whom (recipient): who briefs on it, shows, opens or launches it, and who is briefed; who
-- visits it, or praises it at a meeting, is presented to; who speaks of it at a meeting presents it to the other side. Who only
-- speaks of it to the press presents it to nobody.
with

mentions as (
    select * from {{ ref('fct_mentions') }}
    where
        kind = 'initiative'
        and {{ touched('entity_id', 'parties') }}
),

-- The reports that name them: of an increment they are few, and so is what is read of the rest.
reports as (
    select distinct report_id from mentions
),

events as (
    select
        *,
        case
            when event_type = 'x-INAUGURATE' then 'opened'
            when event_type = 'SUPPORT' then 'praised'
            when event_mode = 'visit' then 'visited'
            when event_type = 'CONSULT' and regexp_matches(trigger_text, '{{ var("showing_words") }}', 'i') then 'shown'
        end as manner
    from {{ ref('fct_events') }}
    where
        event_type in ('CONSULT', 'SUPPORT', 'x-INAUGURATE')
        and report_id in (select reports.report_id from reports)
),

participants as (
    select * from {{ ref('fct_attendance') }}
    where
        role in ('actor', 'recipient')
        and event_id in (select events.event_id from events)
),

statements as (
    select * from {{ ref('fct_statements') }}
    where report_id in (select reports.report_id from reports)
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

meeting_parties as (
    select * from {{ ref('int_meeting_parties') }}
),

-- The sides of a meeting, by story of the report that tells of it.
sides as (
    select distinct
        events.report_id,
        events.story_ordinal,
        meeting_parties.meeting_id,
        coalesce(meeting_parties.entity_id, lower(meeting_parties.party)) as party_key,
        meeting_parties.party,
        meeting_parties.role,
        meeting_parties.side
    from events
    inner join meetings
        on
            events.event_id = meetings.event_id
            and meetings.is_head
    inner join meeting_parties on meetings.meeting_id = meeting_parties.meeting_id
    where meeting_parties.side != 'other'
),

in_events as (
    select
        mentions.report_id,
        mentions.ordinal,
        case
            when events.manner = 'visited' then if(participants.role = 'actor', 'recipient', 'actor')
            when participants.side = 'guest' then 'recipient'
            when participants.side = 'host' then 'actor'
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
    where
        events.manner in ('shown', 'opened', 'visited')
        and (events.manner != 'opened' or participants.role = 'actor')
        and mentions.entity_id is distinct from participants.entity_id
),

-- Who speaks of it, and who praises it.
words as (
    select
        mentions.report_id,
        mentions.ordinal,
        'actor' as role,
        statements.story_ordinal,
        coalesce(statements.speaker_entity_id, lower(statements.speaker)) as party_key,
        statements.speaker as party
    from mentions
    inner join statements
        on
            mentions.report_id = statements.report_id
            and mentions.char_start >= statements.content_start
            and mentions.char_end <= statements.content_end
    union
    select
        mentions.report_id,
        mentions.ordinal,
        'recipient' as role,
        events.story_ordinal,
        coalesce(participants.entity_id, lower(coalesce(participants.entity_name, participants.post))) as party_key,
        coalesce(participants.entity_name, participants.post) as party
    from mentions
    inner join events
        on
            mentions.report_id = events.report_id
            and mentions.char_start >= events.evidence_start
            and mentions.char_end <= events.evidence_end
    inner join participants on events.event_id = participants.event_id
    where
        events.manner = 'praised'
        and events.engagement_id is not null
        and participants.role = 'actor'
),

-- The other side is that of the meeting at which the speaker is told to have been.
spoken as (
    select
        words.*,
        speakers.meeting_id,
        speakers.side
    from words
    inner join sides as speakers
        on
            words.report_id = speakers.report_id
            and words.story_ordinal = speakers.story_ordinal
            and words.party_key = speakers.party_key
),

at_meetings as (
    select
        report_id,
        ordinal,
        role,
        party
    from spoken
    union
    select
        report_id,
        ordinal,
        role,
        party
    from words
    where role = 'recipient'
    union
    select
        spoken.report_id,
        spoken.ordinal,
        if(spoken.role = 'actor', 'recipient', 'actor') as role,
        facing.party
    from spoken
    inner join sides as facing
        on
            spoken.report_id = facing.report_id
            and spoken.meeting_id = facing.meeting_id
            and spoken.side != facing.side
    where facing.role != 'attendee'
),

tellings as (
    select * from in_events
    union
    select * from at_meetings
),

final as (
    select * from tellings
    where party is not null
)

select * from final
