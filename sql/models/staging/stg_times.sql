with

source as (
    select * from {{ source('tables', 'times') }}
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
        char_start,
        char_end,
        text,
        timex_type,
        timex_value,
        starts_on,
        ends_on,
        precision,
        anchor,
        rule,
        conflicts,
        story_ordinal
    from of_reports
)

select * from final
