with

happenings as (
    select * from {{ ref('int_happenings') }}
),

participants as (
    select * from {{ ref('int_participants') }}
),

statements as (
    select * from {{ ref('int_statements') }}
),

occupancies as (
    select * from {{ ref('int_occupancies') }}
),

took_part as (
    select
        participants.entity_id,
        participants.party as name,
        coalesce(happenings.occurred_on, happenings.published_on) as seen_on,
        'event' as kind,
        happenings.event_type as what,
        participants.role,
        participants.side,
        coalesce(happenings.subject, happenings.trigger_text) as detail,
        coalesce(happenings.place, happenings.city) as place,
        happenings.evidence,
        happenings.report_id,
        happenings.happening_id as event_id
    from participants
    inner join happenings on participants.event_id = happenings.event_id
    where participants.entity_kind = 'person'
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
    where speaker_kind = 'person'
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
