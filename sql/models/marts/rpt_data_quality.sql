{#- The columns whose share of values says how much the reports gave away. -#}
{% set filled = {
    'reports': ['outlet', 'headline', 'byline', 'published_on', 'dateline_place', 'dateline_on'],
    'mentions': ['entity_id', 'country_code'],
    'events': ['occurred_on', 'place', 'city', 'country_code'],
    'statements': ['speaker_name', 'speaker_entity_id'],
} -%}

with

reports as (
    select * from {{ ref('dim_reports') }}
),

quarantine as (
    select * from {{ ref('stg_quarantine') }}
),

events as (
    select * from {{ ref('fct_events') }}
),

statements as (
    select * from {{ ref('fct_statements') }}
),

mentions as (
    select * from {{ ref('fct_mentions') }}
),

fates as (
    select if(is_recrawl, 'duplicate', 'published') as fate from reports
    union all
    select 'quarantined' as fate from quarantine
),

accounting as (
    select
        'accounting' as section,
        fate as measure,
        count(*) as amount,
        sum(count(*)) over ()::bigint as out_of
    from fates
    group by fate
),

quarantined as (
    select
        'quarantine' as section,
        concat(stage, ': ', reason_code) as measure,
        count(*) as amount,
        sum(count(*)) over ()::bigint as out_of
    from quarantine
    group by
        stage,
        reason_code
),

date_conflicts as (
    select
        'date conflicts' as section,
        'reports whose dates disagree' as measure,
        count(*) filter (where len(date_conflicts) > 0) as amount,
        count(*) as out_of
    from reports
),

{% for table, columns in filled.items() -%}
    filled_{{ table }} as (
        select
            {% for column in columns -%}
                count({{ column }}) as {{ column }},
            {% endfor -%}
            count(*) as out_of
        from {{ table }}
    ),

{% endfor -%}

fill_rates as (
    {% for table, columns in filled.items() -%}
        {% for column in columns -%}
            select
                'fill rate' as section,
                '{{ table }}.{{ column }}' as measure,
                {{ column }} as amount,
                out_of
            from filled_{{ table }}
            {% if not loop.last -%} union all {% endif -%}
        {%- endfor %}
        {%- if not loop.last %} union all {% endif -%}
    {%- endfor %}
),

measured as (
    select * from accounting
    union all
    select * from quarantined
    union all
    select * from date_conflicts
    union all
    select * from fill_rates
),

final as (
    select
        section,
        measure,
        amount,
        out_of,
        round(amount / nullif(out_of, 0), 4) as share
    from measured
)

select * from final
