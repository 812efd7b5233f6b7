-- One name for what happened: the meeting that an event tells of, else the event itself; and which of its tellings came first.
with

events as (
    select * from {{ ref('fct_events') }}
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

final as (
    select
        events.event_id,
        coalesce(meetings.meeting_id, events.event_id) as happening_id,
        row_number() over (
            partition by coalesce(meetings.meeting_id, events.event_id)
            order by events.published_on nulls last, events.event_id
        ) as telling
    from events
    left join meetings on events.event_id = meetings.event_id
    where {{ touched('coalesce(meetings.meeting_id, events.event_id)', 'doings') }}
)

select * from final
