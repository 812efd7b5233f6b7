with

reports as (
    select * from {{ ref('stg_reports') }}
),

-- A re-crawl whose original is not stored speaks for itself.
originals as (
    select reports.*
    from reports
    left join reports as told on reports.duplicate_of = told.report_id
    where told.report_id is null
),

final as (
    select
        report_id,
        report_id as story_id,
        outlet,
        published_on,
        date_trunc('month', published_on)::date as published_month,
        dateline_place,
        text
    from originals
)

select * from final
