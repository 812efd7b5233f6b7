-- Events that may tell of another meeting now: those of touched reports, those of their days and stories, which alone they can be
-- joined with, and whatever told of a meeting together with one of these.
{{ config(materialized='touched') }}

with

before as (
    select * from {{ source('touched', 'meetings') }}
),

told as (
    {{ few_of(ref('fct_events'), "event_type = 'CONSULT' and report_id in (
        select reports.report_id from " ~ source('touched', 'reports') ~ " as reports)") }}
),

near as (
    select event_id from told
    union
    select event_id from {{ ref('fct_events') }}
    where
        event_type = 'CONSULT'
        and story_id in (select told.story_id from told)
    union
    select event_id from {{ ref('fct_events') }}
    where
        event_type = 'CONSULT'
        and occurred_on in (select told.occurred_on from told)
    union
    select event_id from before
    where is_touched
),

final as (
    select event_id from near
    union
    select event_id from before
    where
        meeting_id in (
            select together.meeting_id from before as together
            where together.event_id in (select near.event_id from near)
        )
)

select * from final
