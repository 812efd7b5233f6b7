{{ config(kept_by={'report_id': 'retold'}, tags=['by_report']) }}

with

spans as (
    select
        report_id,
        medtop,
        label,
        unnest(evidence).char_start as char_start
    from {{ ref('stg_topics') }}
),

-- The headline is the first story's.
stories as (
    select
        report_id,
        coalesce(story_ordinal, 0) as story_ordinal,
        char_start,
        char_end
    from {{ ref('stg_sections') }}
    where kind in ('headline', 'standfirst', 'body', 'attendance')
),

counted as (
    select
        spans.report_id,
        stories.story_ordinal,
        spans.medtop,
        spans.label,
        count(*) as cues
    from spans
    inner join stories
        on
            spans.report_id = stories.report_id
            and spans.char_start >= stories.char_start
            and spans.char_start < stories.char_end
    group by all
),

final as (
    select
        report_id,
        story_ordinal,
        medtop,
        label
    from counted
    qualify 3 * cues >= sum(cues) over (partition by report_id, medtop)
)

select * from final
