with

source as (
    select * from {{ source('tables', 'entities') }}
),

final as (
    select
        entity_id,
        canonical_id,
        kind,
        name,
        aliases,
        country_code,
        geonames_id,
        latitude,
        longitude,
        subtype,
        link_score,
        link_reason
    from source
)

select * from final
