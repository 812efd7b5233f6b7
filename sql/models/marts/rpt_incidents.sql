{{ config(kept_by={'report_id': 'reports'}) }}

with

events as (
    {{ few_of(ref('fct_events'), "event_type in ('x-INCIDENT', 'ASSAULT') and " ~ touched('report_id', 'reports')) }}
),

figures as (
    select
        event_id,
        max(amount) filter (where what = 'killed')::bigint as killed,
        max(amount) filter (where what = 'injured')::bigint as injured,
        max(amount) filter (where what = 'arrested')::bigint as arrested,
        list(
            struct_pack(what := what, amount := amount, unit := unit, evidence := evidence)
            order by what, amount, ordinal
        ) as figures
    from {{ ref('fct_figures') }}
    where
        event_id is not null
        and {{ touched('report_id', 'reports') }}
    group by event_id
),

final as (
    select
        events.event_id,
        events.report_id,
        events.story_id,
        events.event_type,
        events.event_mode,
        events.contexts,
        events.realis,
        events.occurred_on,
        events.occurred_on_precision,
        events.published_on as reported_on,
        events.place,
        events.city,
        events.country_code,
        figures.killed,
        figures.injured,
        figures.arrested,
        coalesce(figures.figures, []) as figures,
        events.evidence
    from events
    left join figures on events.event_id = figures.event_id
)

select * from final
