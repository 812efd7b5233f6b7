with

override_checks as (
    select * from {{ ref('stg_override_checks') }}
),

final as (
    select
        override,
        action,
        name,
        state,
        entities,
        missing_reports
    from override_checks
)

select * from final
