{{ config(kept_by={'report_id': 'tellings'}) }}

with

events as (
    select * from {{ ref('fct_events') }}
    where
        event_type = 'AGREE'
        and {{ touched('report_id', 'tellings') }}
),

parties as (
    select * from {{ ref('int_event_parties') }}
),

meetings as (
    select * from {{ ref('int_meetings') }}
),

final as (
    select
        events.event_id,
        events.report_id,
        events.story_id,
        events.occurred_on as agreed_on,
        events.published_on as reported_on,
        events.realis,
        list_concat(coalesce(parties.actors, []), coalesce(parties.recipients, [])) as parties,
        events.subject as agreement,
        meetings.meeting_id as engagement_id,
        events.place,
        events.city,
        events.evidence
    from events
    left join parties on events.event_id = parties.event_id
    left join meetings on events.engagement_id = meetings.event_id
)

select * from final
