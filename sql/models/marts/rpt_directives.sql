{{ config(kept_by={'report_id': 'reports'}) }}

with

events as (
    select * from {{ ref('fct_events') }}
    where
        event_type = 'REQUEST'
        and {{ touched('report_id', 'reports') }}
),

parties as (
    select * from {{ ref('int_event_parties') }}
),

final as (
    select
        events.event_id,
        events.report_id,
        events.story_id,
        events.occurred_on as issued_on,
        events.published_on as reported_on,
        events.event_mode,
        events.realis,
        coalesce(parties.actors, []) as issued_by,
        coalesce(parties.recipients, []) as issued_to,
        events.subject as directive,
        events.place,
        events.city,
        events.evidence
    from events
    left join parties on events.event_id = parties.event_id
)

select * from final
