{{ config(kept_by={'entity_id': 'entities'}) }}

with

{{ seen_entities('place', touched('entity_id', 'entities')) }},

final as (
    select
        entity_id,
        name,
        aliases,
        subtype,
        country_code,
        geonames_id,
        latitude,
        longitude,
        mentions,
        reports,
        first_seen_on,
        last_seen_on
    from seen
)

select * from final
