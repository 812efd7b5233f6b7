{#- The entities of a kind that speak for themselves, with how often and when they were seen: those that are to be made anew. -#}
{% macro seen_entities(kind) -%}
entities as (
    select * from {{ ref('int_entities') }}
    where
        entity_id = canonical_id
        and kind = '{{ kind }}'
),

seen as (
    select
        entities.*,
        coalesce(told.mentions, 0) as mentions,
        coalesce(told.reports, 0) as reports,
        told.first_seen_on,
        told.last_seen_on,
        told.rank,
        told.post,
        told.organization
    from entities
    left join {{ ref('int_seen') }} as told on entities.entity_id = told.entity_id
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
