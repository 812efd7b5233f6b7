with

source as (
    select * from {{ source('tables', 'statements') }}
),

reports as (
    select report_id from {{ ref('stg_reports') }}
),

of_reports as (
    select * from source
    where report_id in (select reports.report_id from reports)
),

final as (
    select
        report_id,
        ordinal,
        speaker_name,
        speaker_ordinal,
        speaker_entity_id,
        cue_start,
        cue_end,
        content_start,
        content_end,
        is_direct,
        engagement_id,
        story_ordinal
    from of_reports
)

select * from final
