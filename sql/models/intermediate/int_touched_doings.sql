-- What a line of a timeline is made anew for: what happened, the report of a statement, or the holder of a post.
{{ config(materialized='touched') }}

with

final as (
    select meeting_id as doing from {{ ref('int_touched_meetings') }}
    union
    select event_id as doing from {{ source('touched', 'events') }}
    union
    select event_id as doing from {{ ref('int_events') }}
    union
    select report_id as doing from {{ source('touched', 'reports') }}
    union
    select entity_id as doing from {{ ref('int_touched_entities') }}
)

select * from final
