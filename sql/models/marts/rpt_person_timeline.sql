{{ config(kept_by={"case kind when 'event' then event_id when 'statement' then report_id else entity_id end": 'doings'}) }}

with

happenings as (
    select * from {{ ref('int_happenings') }}
),

events as (
    select * from {{ ref('fct_events') }}
    where event_id in (select happenings.event_id from happenings)
),

participants as (
    {{ few_of(ref('fct_attendance'), "entity_kind = 'person' and event_id in (select happenings.event_id from happenings)") }}
),

statements as (
    {{ few_of(ref('fct_statements'), "speaker_kind = 'person' and " ~ touched('report_id', 'doings')) }}
),

occupancies as (
    {{ few_of(ref('fct_occupancies'), touched('person_entity_id', 'doings')) }}
),

took_part as (
    select
        participants.entity_id,
        participants.entity_name as name,
        coalesce(events.occurred_on, events.published_on) as seen_on,
        'event' as kind,
        events.event_type as what,
        participants.role,
        participants.side,
        coalesce(events.subject, events.trigger_text) as detail,
        coalesce(events.place, events.city) as place,
        events.evidence,
        events.report_id,
        happenings.happening_id as event_id
    from participants
    inner join events on participants.event_id = events.event_id
    inner join happenings on events.event_id = happenings.event_id
    qualify row_number() over (
        partition by participants.entity_id, happenings.happening_id
        order by happenings.telling, participants.ordinal
    ) = 1
),

said as (
    select
        speaker_entity_id as entity_id,
        speaker as name,
        published_on as seen_on,
        'statement' as kind,
        cue as what,
        'speaker' as role,
        null as side,
        content as detail,
        null as place,
        content as evidence,
        report_id,
        null as event_id
    from statements
),

seen_in_post as (
    select
        person_entity_id as entity_id,
        holder as name,
        observed_on as seen_on,
        'post' as kind,
        status as what,
        'holder' as role,
        null as side,
        post as detail,
        jurisdiction as place,
        evidence,
        report_id,
        null as event_id
    from occupancies
    qualify row_number() over (
        partition by person_entity_id, post_id, status
        order by observed_on nulls last, report_id, char_start
    ) = 1
),

final as (
    select * from took_part
    union all
    select * from said
    union all
    select * from seen_in_post
)

select * from final
