with

source as (
    select * from {{ source('tables', 'event_participants') }}
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
        event_id,
        report_id,
        ordinal,
        role,
        side,
        mention_ordinal,
        entity_id,
        name,
        post,
        char_start,
        char_end
    from of_reports
)

select * from final
