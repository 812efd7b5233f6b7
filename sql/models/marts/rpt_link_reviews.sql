with

entity_reviews as (
    select * from {{ ref('stg_entity_reviews') }}
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
    from entity_reviews
)

select * from final
