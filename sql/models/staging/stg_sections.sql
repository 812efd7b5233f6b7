with

source as (
    select * from {{ source('tables', 'sections') }}
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
        ordinal,
        kind,
        story_ordinal,
        story_kind,
        language,
        char_start,
        char_end
    from of_reports
)

select * from final
