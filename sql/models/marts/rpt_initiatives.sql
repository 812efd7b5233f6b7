{{ config(kept_by={'entity_id': 'parties'}) }}

with

named as (
    {{ few_of(ref('fct_mentions'), "kind = 'initiative' and " ~ touched('entity_id', 'parties')) }}
),

mentions as (
    select
        mentions.report_id,
        mentions.ordinal,
        mentions.entity_id,
        mentions.entity_name,
        initiatives.subtype,
        date_trunc('month', mentions.published_on)::date as published_month,
        reports.story_id
    from named as mentions
    inner join {{ ref('dim_reports') }} as reports on mentions.report_id = reports.report_id
    left join {{ ref('dim_initiatives') }} as initiatives on mentions.entity_id = initiatives.entity_id
),

tellings as (
    select * from {{ ref('int_initiative_tellings') }}
),

by_month as (
    select
        mentions.entity_id,
        mentions.entity_name as initiative,
        mentions.subtype,
        mentions.published_month,
        count(distinct mentions.report_id) as reports,
        count(distinct mentions.story_id) as stories,
        list_sort(list_distinct(list(mentions.report_id))) as report_ids
    from mentions
    where mentions.entity_id is not null
    group by all
),

told as (
    select
        mentions.entity_id,
        mentions.published_month,
        list_sort(list_distinct(list(tellings.party) filter (where tellings.role = 'actor'))) as presented_by,
        list_sort(list_distinct(list(tellings.party) filter (where tellings.role = 'recipient'))) as presented_to
    from mentions
    inner join tellings
        on
            mentions.report_id = tellings.report_id
            and mentions.ordinal = tellings.ordinal
    group by all
),

final as (
    select
        by_month.entity_id,
        by_month.initiative,
        by_month.subtype,
        by_month.published_month,
        by_month.reports,
        by_month.stories,
        coalesce(told.presented_by, []) as presented_by,
        coalesce(told.presented_to, []) as presented_to,
        by_month.report_ids
    from by_month
    left join told
        on
            by_month.entity_id = told.entity_id
            and by_month.published_month is not distinct from told.published_month
)

select * from final
