with

entities as (
    select * from {{ ref('stg_entities') }}
    where {{ touched('canonical_id', 'entities') }}
),

spellings as (
    select
        canonical_id,
        list_distinct(flatten(list(list_append(aliases, name)))) as names
    from entities
    group by canonical_id
),

final as (
    select
        entities.entity_id,
        canonical.entity_id as canonical_id,
        canonical.kind,
        canonical.name,
        list_sort(list_filter(spellings.names, lambda spelling: spelling != canonical.name)) as aliases,
        canonical.country_code,
        canonical.geonames_id,
        canonical.latitude,
        canonical.longitude,
        canonical.subtype,
        entities.link_score,
        entities.link_reason
    from entities
    inner join entities as canonical on entities.canonical_id = canonical.entity_id
    inner join spellings on entities.canonical_id = spellings.canonical_id
)

select * from final
