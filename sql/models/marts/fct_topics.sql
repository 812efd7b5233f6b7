{{ config(kept_by={'report_id': 'retold'}, tags=['by_report']) }}

with

topics as (
    select * from {{ ref('stg_topics') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

final as (
    select
        topics.report_id,
        topics.medtop,
        topics.label,
        topics.score,
        topics.evidence as evidence_spans,
        list_transform(topics.evidence, lambda s: {{ span('reports.text', 's.char_start', 's.char_end') }}) as evidence,
        reports.story_id,
        reports.published_on,
        reports.published_month
    from topics
    inner join reports on topics.report_id = reports.report_id
)

select * from final
