-- Entities that are touched, take part in what such a report tells, or are named in it: what they did may be another.
{{ config(materialized='touched') }}

with

tellings as (
    select * from {{ ref('int_touched_tellings') }}
),

final as (
    select entity_id from {{ ref('int_touched_entities') }}
    union
    select entity_id from {{ ref('fct_attendance') }}
    where report_id in (select tellings.report_id from tellings)
    union
    select entity_id from {{ ref('fct_mentions') }}
    where
        kind = 'initiative'
        and report_id in (select tellings.report_id from tellings)
)

select * from final
where entity_id is not null
