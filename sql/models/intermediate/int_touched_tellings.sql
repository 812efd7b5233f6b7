-- Reports that are touched, or tell of a meeting that is.
{{ config(materialized='touched') }}

with

meetings as (
    select * from {{ ref('int_meetings') }}
    where meeting_id in (select touched.meeting_id from {{ ref('int_touched_meetings') }} as touched)
),

final as (
    select report_id from {{ source('touched', 'reports') }}
    union
    select report_id from {{ ref('fct_events') }}
    where event_id in (select meetings.event_id from meetings)
)

select * from final
