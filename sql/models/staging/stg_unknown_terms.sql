with

source as (
    select * from {{ source('tables', 'unknown_terms') }}
),

reports as (
    select report_id from {{ source('tables', 'reports') }}
),

of_reports as (
    select *
    from source
    where
        report_id in (select reports.report_id from reports)
        and {{ touched('report_id', 'reports') }}
),

final as (
    select
        report_id,
        kind,
        term,
        char_start,
        char_end
    from of_reports
)

select * from final
