{{ config(kept_by={'published_month': 'months'}) }}

with

topics as (
    select * from {{ ref('fct_topics') }}
    where
        published_month is not null
        and (
            {{ touched('published_month', 'months') }}
            or {{ touched('(published_month + interval 1 month)::date', 'months') }}
        )
),

months as (
    select
        date_trunc('month', published_on)::date as published_month,
        count(*) as reports_of_month
    from {{ ref('dim_reports') }}
    where
        not is_recrawl
        and published_on is not null
    group by all
),

counted as (
    select
        medtop,
        any_value(label) as topic,
        published_month,
        count(*) as reports,
        count(distinct story_id) as stories
    from topics
    group by
        medtop,
        published_month
),

shared as (
    select
        counted.*,
        months.reports_of_month,
        round(counted.reports / months.reports_of_month, 4) as share
    from counted
    inner join months on counted.published_month = months.published_month
),

final as (
    select
        shared.medtop,
        shared.topic,
        shared.published_month,
        shared.reports,
        shared.stories,
        shared.reports_of_month,
        shared.share,
        round(shared.share - if(month_before.published_month is null, null, coalesce(before.share, 0)), 4) as change
    from shared
    left join months as month_before
        on shared.published_month - interval 1 month = month_before.published_month
    left join shared as before
        on
            shared.medtop = before.medtop
            and month_before.published_month = before.published_month
    where {{ touched('shared.published_month', 'months') }}
)

select * from final
