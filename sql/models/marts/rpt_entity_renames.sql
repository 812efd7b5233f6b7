with

entity_renames as (
    select * from {{ ref('stg_entity_renames') }}
),

final as (
    select
        old_entity_id,
        entity_id,
        name
    from entity_renames
)

select * from final
