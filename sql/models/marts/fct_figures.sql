{{ config(kept_by={'report_id': 'retold'}, tags=['by_report']) }}

with

figures as (
    select * from {{ ref('stg_figures') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

events as (
    select * from {{ ref('int_events') }}
),

final as (
    select
        figures.report_id,
        figures.ordinal,
        figures.amount,
        figures.unit,
        figures.what,
        {{ span('reports.text', 'figures.char_start', 'figures.char_end') }} as text,
        figures.char_start,
        figures.char_end,
        figures.event_id,
        events.event_type,
        {{ span('reports.text', 'figures.evidence_start', 'figures.evidence_end') }} as evidence,
        figures.evidence_start,
        figures.evidence_end,
        reports.published_on
    from figures
    inner join reports on figures.report_id = reports.report_id
    left join events on figures.event_id = events.event_id
)

select * from final
