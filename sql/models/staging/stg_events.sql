with

source as (
    select * from {{ source('tables', 'events') }}
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
        event_id,
        report_id,
        event_type,
        event_mode,
        contexts,
        realis,
        trigger_start,
        trigger_end,
        evidence_start,
        evidence_end,
        occurred_on,
        occurred_on_precision,
        time_ordinal,
        place_ordinal,
        place_entity_id,
        subject,
        engagement_id,
        story_ordinal
    from of_reports
)

select * from final
