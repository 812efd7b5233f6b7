{{ config(kept_by={'report_id': 'reports'}, tags=['by_report']) }}

with

statements as (
    select * from {{ ref('int_statements') }}
),

topics as (
    select * from {{ ref('fct_topics') }}
    where {{ touched('report_id', 'reports') }}
),

evidence as (
    select
        report_id,
        medtop,
        unnest(evidence_spans) as words
    from topics
),

-- Topics whose words stand in the statement are its own; the report's other topics are its context.
own as (
    select distinct
        statements.report_id,
        statements.ordinal,
        evidence.medtop
    from statements
    inner join evidence
        on
            statements.report_id = evidence.report_id
            and statements.content_start < struct_extract(evidence.words, 'char_end')
            and statements.content_end > struct_extract(evidence.words, 'char_start')
),

final as (
    select
        topics.medtop,
        topics.label as topic,
        own.medtop is not null as is_own_topic,
        statements.report_id,
        statements.ordinal,
        statements.speaker,
        statements.speaker_entity_id,
        statements.content,
        statements.is_direct,
        statements.outlet,
        statements.published_on
    from statements
    inner join topics on statements.report_id = topics.report_id
    left join own
        on
            statements.report_id = own.report_id
            and statements.ordinal = own.ordinal
            and topics.medtop = own.medtop
)

select * from final
