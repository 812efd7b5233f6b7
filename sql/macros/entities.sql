{#- The entities of a kind that speak for themselves, with how often and when they were seen. -#}
{% macro seen_entities(kind) -%}
entities as (
    select * from {{ ref('int_entities') }}
    where
        entity_id = canonical_id
        and kind = '{{ kind }}'
),

mentions as (
    select * from {{ ref('fct_mentions') }}
    where {{ touched('entity_id', 'entities') }}
),

seen as (
    select
        entity_id,
        count(*) as mentions,
        count(distinct report_id) as reports,
        min(published_on) as first_seen_on,
        max(published_on) as last_seen_on
    from mentions
    group by entity_id
)
{%- endmacro %}
