{#- The entities of a kind that speak for themselves, with how often and when they were seen: those that are to be made anew. -#}
{% macro seen_entities(kind) -%}
entities as (
    select * from {{ ref('int_entities') }}
    where
        entity_id = canonical_id
        and kind = '{{ kind }}'
),

mentions as (
    select * from {{ ref('fct_mentions') }}
    where entity_id in (select entities.entity_id from entities)
),

counted as (
    select
        entity_id,
        count(*) as mentions,
        count(distinct report_id) as reports,
        min(published_on) as first_seen_on,
        max(published_on) as last_seen_on
    from mentions
    group by entity_id
),

seen as (
    select
        entities.*,
        coalesce(counted.mentions, 0) as mentions,
        coalesce(counted.reports, 0) as reports,
        counted.first_seen_on,
        counted.last_seen_on
    from entities
    left join counted on entities.entity_id = counted.entity_id
)
{%- endmacro %}

{#- A dimension of entities of a kind; ``own``: the columns that only this kind has. -#}
{% macro described_entities(kind, own=[]) -%}
with

{{ seen_entities(kind) }},

final as (
    select
        entity_id,
        name,
        aliases,
        subtype,
        {{ (['country_code'] + own) | join(', ') }},
        mentions,
        reports,
        first_seen_on,
        last_seen_on
    from seen
)

select * from final
{%- endmacro %}
