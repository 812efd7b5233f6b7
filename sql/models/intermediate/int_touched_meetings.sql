-- Meetings that a touched report tells or told of, and those whose tellings are others now.
{{ config(materialized='touched') }}

with

before as (
    select * from {{ source('touched', 'meetings') }}
),

now as (
    select
        meetings.*,
        events.report_id in (select reports.report_id from {{ source('touched', 'reports') }} as reports) as is_touched
    from {{ ref('int_meetings') }} as meetings
    inner join {{ ref('fct_events') }} as events on meetings.event_id = events.event_id
),

differing as (
    select
        before.meeting_id as old_meeting_id,
        now.meeting_id
    from now
    full join before on now.event_id = before.event_id
    where
        now.is_touched
        or before.is_touched
        or now.meeting_id is distinct from before.meeting_id
        or now.is_head is distinct from before.is_head
),

final as (
    select old_meeting_id as meeting_id from differing
    union
    select meeting_id from differing
)

select * from final
where meeting_id is not null
