with

reports as (
    select * from {{ ref('dim_reports') }}
),

events as (
    select
        report_id,
        count(*) as events
    from {{ ref('fct_events') }}
    group by report_id
),

final as (
    select
        coalesce(reports.outlet, 'unknown') as outlet,
        date_trunc('month', reports.published_on)::date as published_month,
        count(*) as reports,
        count(*) filter (where reports.is_recrawl) as recrawls,
        count(distinct reports.story_id) as stories,
        sum(reports.word_count)::bigint as words,
        count(reports.headline) as with_headline,
        count(reports.dateline_place) as with_dateline,
        coalesce(sum(events.events), 0)::bigint as events,
        min(reports.published_on) as first_published_on,
        max(reports.published_on) as last_published_on
    from reports
    left join events on reports.report_id = events.report_id
    group by all
)

select * from final
