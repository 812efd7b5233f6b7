with

source as (
    select * from {{ source('tables', 'override_checks') }}
),

final as (
    select
        override,
        action,
        name,
        state,
        entities,
        missing_reports
    from source
)

select * from final
