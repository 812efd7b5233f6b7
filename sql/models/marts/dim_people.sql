{{ config(kept_by={'entity_id': 'entities'}) }}

with

{{ seen_entities('person') }},

final as (
    select
        entity_id,
        name,
        aliases,
        rank,
        post,
        organization,
        country_code,
        mentions,
        reports,
        first_seen_on,
        last_seen_on
    from seen
)

select * from final
