{{ config(kept_by={'report_id': 'reports'}, tags=['by_report']) }}

with

participants as (
    select * from {{ ref('int_participants') }}
),

final as (
    select
        event_id,
        ordinal,
        report_id,
        event_type,
        occurred_on,
        name,
        entity_id,
        party as entity_name,
        entity_kind,
        rank,
        post,
        organization,
        country_code,
        side,
        role,
        char_start,
        char_end,
        evidence
    from participants
)

select * from final
