with

source as (
    select * from {{ source('tables', 'entity_reviews') }}
),

final as (
    select
        entity_id,
        other_entity_id,
        kind,
        name,
        other_name,
        score,
        reason
    from source
)

select * from final
