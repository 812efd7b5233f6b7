{{ config(tags=['by_report']) }}

with

statements as (
    select * from {{ ref('stg_statements') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

entities as (
    select * from {{ ref('int_entities') }}
),

final as (
    select
        statements.report_id,
        statements.ordinal,
        reports.story_id,
        reports.outlet,
        reports.published_on,
        statements.speaker_name,
        entities.canonical_id as speaker_entity_id,
        entities.kind as speaker_kind,
        coalesce(entities.name, statements.speaker_name) as speaker,
        {{ span('reports.text', 'statements.cue_start', 'statements.cue_end') }} as cue,
        {{ span('reports.text', 'statements.content_start', 'statements.content_end') }} as content,
        statements.is_direct,
        statements.engagement_id,
        statements.cue_start,
        statements.cue_end,
        statements.content_start,
        statements.content_end,
        statements.story_ordinal
    from statements
    inner join reports on statements.report_id = reports.report_id
    left join entities on statements.speaker_entity_id = entities.entity_id
)

select * from final
