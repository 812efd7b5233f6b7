with

source as (
    select * from {{ source('tables', 'post_corrections') }}
),

final as (
    select
        person_entity_id,
        post_name,
        corrected_post_name,
        rank,
        jurisdiction
    from source
)

select * from final
