{{ config(kept_by={'report_id': 'retold'}, tags=['by_report']) }}

with

reports as (
    select * from {{ ref('stg_reports') }}
    where {{ touched('report_id', 'retold') }}
),

originals as (
    select * from {{ ref('int_reports') }}
),

final as (
    select
        reports.report_id,
        reports.source_name,
        reports.source_uri,
        reports.outlet,
        reports.url,
        reports.language,
        reports.headline,
        reports.standfirst,
        reports.byline,
        reports.text,
        reports.published_on,
        reports.published_on_method,
        reports.published_on_precision,
        reports.published_at,
        reports.dateline_place,
        reports.dateline_agency,
        reports.dateline_on,
        reports.date_conflicts,
        reports.word_count,
        reports.duplicate_of,
        originals.report_id is null as is_recrawl,
        coalesce(originals.story_id, told.story_id) as story_id
    from reports
    left join originals on reports.report_id = originals.report_id
    left join originals as told on reports.duplicate_of = told.report_id
)

select * from final
