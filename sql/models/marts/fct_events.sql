{{ config(kept_by={'report_id': 'reports'}, tags=['by_report']) }}

with

events as (
    select * from {{ ref('int_events') }}
),

final as (
    select
        event_id,
        report_id,
        story_id,
        event_type,
        event_mode,
        contexts,
        realis,
        occurred_on,
        occurred_on_precision,
        place,
        place_entity_id,
        city,
        city_entity_id,
        country_code,
        subject,
        engagement_id,
        story_ordinal,
        trigger_text,
        trigger_start,
        trigger_end,
        evidence,
        evidence_start,
        evidence_end,
        outlet,
        published_on
    from events
)

select * from final
