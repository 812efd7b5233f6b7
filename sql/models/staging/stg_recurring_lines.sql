with

source as (
    select * from {{ source('tables', 'recurring_lines') }}
),

final as (
    select
        outlet,
        line_key,
        pages,
        of_pages,
        is_everywhere
    from source
)

select * from final
