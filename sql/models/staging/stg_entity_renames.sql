with

source as (
    select * from {{ source('tables', 'entity_renames') }}
),

final as (
    select
        old_entity_id,
        entity_id,
        name
    from source
)

select * from final
