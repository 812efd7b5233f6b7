{{ config(kept_by={'entity_id': 'entities'}) }}

with

{{ seen_entities('organization') }},

final as (
    select
        entities.entity_id,
        entities.name,
        entities.aliases,
        entities.subtype,
        entities.country_code,
        coalesce(seen.mentions, 0) as mentions,
        coalesce(seen.reports, 0) as reports,
        seen.first_seen_on,
        seen.last_seen_on
    from entities
    left join seen on entities.entity_id = seen.entity_id
)

select * from final
