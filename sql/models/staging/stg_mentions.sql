with

source as (
    select * from {{ source('tables', 'mentions') }}
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
        char_start,
        char_end,
        text,
        name,
        entity_id,
        honorific,
        rank,
        post,
        occupation,
        holder_ordinal,
        holder_entity_id,
        organization,
        country_code,
        story_ordinal,
        recognizer
    from of_reports
)

select * from final
