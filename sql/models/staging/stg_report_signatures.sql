with

source as (
    select * from {{ source('tables', 'report_signatures') }}
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
        shingles,
        words,
        happenings,
        subject_words
    from of_reports
)

select * from final
