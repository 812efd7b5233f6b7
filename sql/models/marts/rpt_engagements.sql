{{ config(kept_by={'event_id': 'meetings'}) }}

with

meetings as (
    select * from {{ ref('int_meetings') }}
    where {{ touched('meeting_id', 'meetings') }}
),

tellings as (
    select
        meetings.meeting_id,
        events.*
    from {{ ref('fct_events') }} as events
    inner join meetings on events.event_id = meetings.event_id
    where meetings.is_head
),

parties as (
    select
        meeting_id,
        bool_or(is_told) as sides_are_told,
        list(party order by standing, party) filter (where side = 'host') as hosts,
        list(party order by standing, party) filter (where side = 'guest') as guests,
        list(party order by standing, party) filter (where side = 'other') as others
    from {{ ref('int_meeting_parties') }}
    where {{ touched('meeting_id', 'meetings') }}
    group by meeting_id
),

topics as (
    select
        tellings.meeting_id,
        list_sort(list_distinct(list(topics.label))) as topics
    from tellings
    inner join {{ ref('int_story_topics') }} as topics
        on tellings.report_id = topics.report_id and coalesce(tellings.story_ordinal, 0) = topics.story_ordinal
    group by tellings.meeting_id
),

outcomes as (
    select
        meetings.meeting_id,
        list_sort(list_distinct(list(concat_ws(': ', events.event_type, coalesce(events.subject, events.evidence))))) as outcomes
    from {{ ref('fct_events') }} as events
    inner join meetings on events.engagement_id = meetings.event_id
    where
        events.event_id != events.engagement_id
        and events.realis = 'asserted'
        and events.event_type in ('AGREE', 'COOPERATE', 'AID', 'REQUEST', 'x-APPOINT', 'x-AWARD', 'x-INAUGURATE')
    group by meetings.meeting_id
),

-- What the tellings agree on is told once; where they differ the first report that says it speaks.
merged as (
    select
        meeting_id as event_id,
        arg_min(occurred_on, (coalesce(published_on, date '9999-12-31'), event_id)) as met_on,
        arg_min(occurred_on_precision, (coalesce(published_on, date '9999-12-31'), event_id)) as met_on_precision,
        arg_min(event_mode, (coalesce(published_on, date '9999-12-31'), event_id)) as event_mode,
        arg_min(place, (coalesce(published_on, date '9999-12-31'), event_id)) as place,
        arg_min(city, (coalesce(published_on, date '9999-12-31'), event_id)) as city,
        arg_min(country_code, (coalesce(published_on, date '9999-12-31'), event_id)) as country_code,
        arg_min(evidence, (coalesce(published_on, date '9999-12-31'), event_id)) as evidence,
        arg_min(story_id, (coalesce(published_on, date '9999-12-31'), event_id)) as story_id,
        list_sort(list_filter(list_distinct(list(subject)), lambda subject: subject is not null)) as subjects,
        list_sort(list_distinct(list(report_id))) as report_ids,
        count(distinct report_id) as reports
    from tellings
    group by meeting_id
),

final as (
    select
        merged.event_id,
        merged.met_on,
        merged.met_on_precision,
        merged.event_mode,
        merged.place,
        merged.city,
        merged.country_code,
        coalesce(parties.hosts, []) as hosts,
        coalesce(parties.guests, []) as guests,
        coalesce(parties.others, []) as others,
        parties.sides_are_told,
        merged.subjects,
        coalesce(topics.topics, []) as topics,
        coalesce(outcomes.outcomes, []) as outcomes,
        merged.evidence,
        merged.report_ids,
        merged.reports,
        merged.story_id
    from merged
    inner join parties on merged.event_id = parties.meeting_id
    left join topics on merged.event_id = topics.meeting_id
    left join outcomes on merged.event_id = outcomes.meeting_id
)

select * from final
