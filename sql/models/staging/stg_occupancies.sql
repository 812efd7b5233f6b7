with

source as (
    select * from {{ source('tables', 'occupancies') }}
),

reports as (
    select report_id from {{ ref('stg_reports') }}
),

of_reports as (
    select * from source
    where report_id in (select reports.report_id from reports)
),

final as (
    select
        report_id,
        person_entity_id,
        post_name,
        rank,
        organization,
        organization_entity_id,
        jurisdiction,
        likely_jurisdiction,
        is_office,
        observed_on,
        status,
        char_start,
        char_end
    from of_reports
)

select * from final
