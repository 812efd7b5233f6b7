{{ config(tags=['by_report']) }}

with

mentions as (
    select * from {{ ref('stg_mentions') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

entities as (
    select * from {{ ref('int_entities') }}
),

final as (
    select
        mentions.report_id,
        mentions.ordinal,
        mentions.kind,
        mentions.char_start,
        mentions.char_end,
        mentions.text,
        mentions.name,
        entities.canonical_id as entity_id,
        entities.name as entity_name,
        entities.subtype,
        mentions.honorific,
        mentions.rank,
        mentions.post,
        mentions.occupation,
        mentions.holder_ordinal,
        holders.canonical_id as holder_entity_id,
        holders.name as holder,
        mentions.organization,
        coalesce(mentions.country_code, entities.country_code) as country_code,
        mentions.story_ordinal,
        mentions.recognizer,
        reports.published_on,
        reports.published_month,
        reports.story_id
    from mentions
    inner join reports on mentions.report_id = reports.report_id
    left join entities on mentions.entity_id = entities.entity_id
    left join entities as holders on mentions.holder_entity_id = holders.entity_id
)

select * from final
