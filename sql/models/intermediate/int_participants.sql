{{ config(tags=['by_report']) }}

with

participants as (
    select * from {{ ref('stg_event_participants') }}
),

events as (
    select * from {{ ref('int_events') }}
),

mentions as (
    select * from {{ ref('int_mentions') }}
),

entities as (
    select * from {{ ref('int_entities') }}
),

final as (
    select
        participants.event_id,
        participants.ordinal,
        participants.report_id,
        events.event_type,
        events.realis,
        events.occurred_on,
        events.occurred_on_precision,
        participants.role,
        participants.side,
        entities.canonical_id as entity_id,
        entities.kind as entity_kind,
        participants.name,
        coalesce(if(mentions.kind = 'post', mentions.holder, entities.name), participants.name) as party,
        mentions.rank,
        coalesce(participants.post, mentions.post) as post,
        mentions.organization,
        mentions.country_code,
        participants.char_start,
        participants.char_end,
        events.evidence
    from participants
    inner join events on participants.event_id = events.event_id
    left join mentions
        on
            participants.report_id = mentions.report_id
            and participants.mention_ordinal = mentions.ordinal
    left join entities on participants.entity_id = entities.entity_id
)

select * from final
