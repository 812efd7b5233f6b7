with

source as (
    select * from {{ source('tables', 'report_signatures') }}
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
        shingles,
        words,
        happenings
    from of_reports
)

select * from final
