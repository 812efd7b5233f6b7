{{ config(kept_by={'lower(post)': 'posts'}) }}

with

occupancies as (
    select * from {{ ref('fct_occupancies') }}
    where
        is_office
        and status not in ('former', 'incoming')
        and {{ touched('lower(post)', 'posts') }}
),

posts as (
    select * from {{ ref('dim_posts') }}
),

-- How many reports of that time show the holder in the post, and how many show anybody in it; and of those very days.
seen as (
    select
        post_id,
        person_entity_id as entity_id,
        report_id,
        observed_on,
        count(*) over (
            partition by post_id, person_entity_id
            order by date_diff('day', date '2000-01-01', observed_on)
            range between {{ var('days_beside_a_tenure') | int }} preceding
            and {{ var('days_beside_a_tenure') | int }} following
        ) as own_reports,
        count(*) over (
            partition by post_id
            order by date_diff('day', date '2000-01-01', observed_on)
            range between {{ var('days_beside_a_tenure') | int }} preceding
            and {{ var('days_beside_a_tenure') | int }} following
        ) as all_reports,
        count(*) over (
            partition by post_id, person_entity_id
            order by date_diff('day', date '2000-01-01', observed_on)
            range between {{ var('days_of_a_change') | int }} preceding and {{ var('days_of_a_change') | int }} following
        ) as own_reports_near,
        count(*) over (
            partition by post_id
            order by date_diff('day', date '2000-01-01', observed_on)
            range between {{ var('days_of_a_change') | int }} preceding and {{ var('days_of_a_change') | int }} following
        ) as all_reports_near
    from (select distinct on (post_id, person_entity_id, report_id) * from occupancies order by char_start)
),

-- Sights that most reports of the time speak against (history retold, a slip) count only where a holder has no others.
weighed_sights as (
    select
        *,
        coalesce(
            own_reports >= {{ var('share_of_a_holder') }} * all_reports
            and own_reports_near >= {{ var('share_of_a_holder') }} * all_reports_near,
            true
        ) as is_borne_out
    from seen
),

borne_out as (
    select
        post_id,
        entity_id,
        report_id,
        observed_on
    from weighed_sights
    qualify
        is_borne_out
        or not bool_or(is_borne_out) over (partition by post_id, entity_id)
),

-- One who was away from a post while reports showed others in it has two terms.
returns as (
    select
        *,
        count(*) over (partition by post_id order by observed_on)
        - count(*) over (partition by post_id, entity_id order by observed_on) as others_so_far,
        lag(observed_on) over (partition by post_id, entity_id order by observed_on, report_id) as before_on
    from borne_out
),

terms as (
    select
        *,
        count(*) filter (where is_return) over (partition by post_id, entity_id order by observed_on, report_id) as term
    from (
        select
            *,
            coalesce(
                observed_on - before_on > {{ var('days_between_terms') }}
                and others_so_far - lag(others_so_far) over (partition by post_id, entity_id order by observed_on, report_id)
                >= {{ var('reports_between_terms') }},
                false
            ) as is_return
        from returns
    )
),

tenures as (
    select
        occupancies.post_id,
        occupancies.person_entity_id as entity_id,
        terms.term,
        any_value(occupancies.holder) as holder,
        mode(occupancies.status order by occupancies.status) as status,
        min(occupancies.observed_on) as first_seen_on,
        max(occupancies.observed_on) as last_seen_on,
        count(distinct occupancies.report_id) as reports,
        bool_and(occupancies.place_told_by = 'report') as is_inferred,
        arg_max(
            occupancies.evidence,
            (coalesce(occupancies.observed_on, date '0001-01-01'), occupancies.report_id, occupancies.char_start)
        ) as evidence
    from occupancies
    inner join terms
        on
            occupancies.post_id = terms.post_id
            and occupancies.person_entity_id = terms.entity_id
            and occupancies.report_id = terms.report_id
    group by
        occupancies.post_id,
        occupancies.person_entity_id,
        terms.term
),

days as (
    select
        post_id,
        entity_id,
        observed_on,
        count(*) as reports
    from borne_out
    group by
        post_id,
        entity_id,
        observed_on
),

-- What speaks for another holder: reports of the other inside one's time, and shortly both before and after it.
rivals as (
    select
        tenures.post_id,
        tenures.entity_id,
        tenures.term,
        days.entity_id as rival_id,
        coalesce(sum(days.reports) filter (where days.observed_on between tenures.first_seen_on and tenures.last_seen_on), 0)
        + least(
            coalesce(sum(days.reports) filter (where days.observed_on < tenures.first_seen_on), 0),
            coalesce(sum(days.reports) filter (where days.observed_on > tenures.last_seen_on), 0)
        ) as reports
    from tenures
    inner join days
        on
            tenures.post_id = days.post_id
            and tenures.entity_id != days.entity_id
            and days.observed_on between tenures.first_seen_on - {{ var('days_beside_a_tenure') }}
            and tenures.last_seen_on + {{ var('days_beside_a_tenure') }}
    group by
        tenures.post_id,
        tenures.entity_id,
        tenures.term,
        days.entity_id
),

contested as (
    select
        post_id,
        entity_id,
        term,
        sum(reports)::bigint as rival_reports
    from rivals
    group by
        post_id,
        entity_id,
        term
),

-- Inside the time of a holder of whom a report says so, a title whose place is only the report's own makes no other holder; nor
-- does what is read once there, but of an acting one.
outranked as (
    select distinct
        tenures.post_id,
        tenures.entity_id,
        tenures.term
    from tenures
    inner join tenures as others
        on
            tenures.post_id = others.post_id
            and tenures.entity_id != others.entity_id
            and tenures.first_seen_on > others.first_seen_on
            and tenures.last_seen_on < others.last_seen_on
    where
        (tenures.is_inferred and (not others.is_inferred or others.reports > tenures.reports))
        or (tenures.status = 'current' and tenures.reports < {{ var('share_of_a_holder') }} * others.reports)
),

-- A place that only the report's own place tells gives way to a holder of whom more reports say so, and counts half. What one
-- report in many says, with others before and after it, is a slip.
weighed as (
    select
        tenures.*,
        coalesce(contested.rival_reports, 0) as rival_reports,
        if(tenures.is_inferred, 0.5, 1) * tenures.reports as weight,
        round(weight / (weight + 1 + coalesce(contested.rival_reports, 0)), 2) as confidence
    from tenures
    left join contested
        on
            tenures.post_id = contested.post_id
            and tenures.entity_id = contested.entity_id
            and tenures.term = contested.term
    left join outranked
        on
            tenures.post_id = outranked.post_id
            and tenures.entity_id = outranked.entity_id
            and tenures.term = outranked.term
    where
        (not tenures.is_inferred or tenures.reports > coalesce(contested.rival_reports, 0))
        and outranked.post_id is null
        and tenures.reports
        >= {{ var('share_of_a_holder') }} * (tenures.reports + coalesce(contested.rival_reports, 0))
),

in_sequence as (
    select
        *,
        lag(holder) over in_post as predecessor,
        lead(holder) over in_post as successor
    from weighed
    window in_post as (partition by post_id order by first_seen_on, last_seen_on, entity_id)
),

-- A post of many holders is a grade, not an office: that they overlap is no conflict.
offices as (
    select post_id
    from weighed
    group by post_id
    having count(*) <= {{ var('holders_of_an_office') }}
),

conflicts as (
    select
        weighed.post_id,
        weighed.entity_id,
        weighed.term,
        list(others.holder order by others.first_seen_on, others.entity_id) as overlaps_with
    from weighed
    inner join offices on weighed.post_id = offices.post_id
    inner join weighed as others
        on
            weighed.post_id = others.post_id
            and weighed.entity_id != others.entity_id
            and weighed.first_seen_on <= others.last_seen_on
            and weighed.last_seen_on >= others.first_seen_on
    group by
        weighed.post_id,
        weighed.entity_id,
        weighed.term
),

final as (
    select
        posts.post,
        posts.organization,
        posts.jurisdiction,
        in_sequence.holder,
        in_sequence.entity_id,
        in_sequence.status,
        in_sequence.first_seen_on,
        in_sequence.last_seen_on,
        in_sequence.reports,
        in_sequence.confidence,
        in_sequence.predecessor,
        in_sequence.successor,
        coalesce(conflicts.overlaps_with, []) as overlaps_with,
        in_sequence.evidence,
        in_sequence.post_id
    from in_sequence
    inner join posts on in_sequence.post_id = posts.post_id
    left join conflicts
        on
            in_sequence.post_id = conflicts.post_id
            and in_sequence.entity_id = conflicts.entity_id
            and in_sequence.term = conflicts.term
)

select * from final
