{{ config(kept_by={'report_id': 'reports'}, tags=['by_report']) }}

with

statements as (
    select * from {{ ref('int_statements') }}
),

final as (
    select
        report_id,
        ordinal,
        speaker_name,
        speaker_entity_id,
        speaker,
        speaker_kind,
        cue,
        content,
        is_direct,
        engagement_id,
        cue_start,
        cue_end,
        content_start,
        content_end,
        story_ordinal,
        outlet,
        published_on
    from statements
)

select * from final
