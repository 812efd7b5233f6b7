with

source as (
    select * from {{ source('tables', 'figures') }}
),

reports as (
    select report_id from {{ ref('stg_reports') }}
    where {{ touched('report_id', 'retold') }}
),

of_reports as (
    select * from source
    where report_id in (select reports.report_id from reports)
),

final as (
    select
        report_id,
        ordinal,
        amount,
        unit,
        what,
        char_start,
        char_end,
        evidence_start,
        evidence_end,
        event_id
    from of_reports
)

select * from final
