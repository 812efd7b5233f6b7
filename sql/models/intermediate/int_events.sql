{{ config(tags=['by_report']) }}

with

events as (
    select * from {{ ref('stg_events') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

places as (
    select * from {{ ref('int_event_places') }}
),

final as (
    select
        events.event_id,
        events.report_id,
        reports.story_id,
        reports.outlet,
        reports.published_on,
        events.event_type,
        events.event_mode,
        events.contexts,
        events.realis,
        events.occurred_on,
        events.occurred_on_precision,
        places.place_entity_id,
        places.place,
        places.city_entity_id,
        places.city,
        places.country_code,
        events.subject,
        events.engagement_id,
        events.story_ordinal,
        {{ span('reports.text', 'events.trigger_start', 'events.trigger_end') }} as trigger_text,
        {{ span('reports.text', 'events.evidence_start', 'events.evidence_end') }} as evidence,
        events.trigger_start,
        events.trigger_end,
        events.evidence_start,
        events.evidence_end
    from events
    inner join reports on events.report_id = reports.report_id
    left join places on events.event_id = places.event_id
)

select * from final
