{{ config(tags=['by_report']) }}

with

reports as (
    select * from {{ ref('stg_reports') }}
),

stories as (
    select * from {{ ref('stg_stories') }}
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
        originals.report_id,
        coalesce(stories.story_id, originals.report_id) as story_id,
        originals.outlet,
        originals.published_on,
        date_trunc('month', originals.published_on)::date as published_month,
        originals.dateline_place,
        originals.text
    from originals
    left join stories on originals.report_id = stories.report_id
)

select * from final
