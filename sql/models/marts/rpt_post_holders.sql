with

occupancies as (
    select * from {{ ref('fct_occupancies') }}
    where status not in ('former', 'incoming')
),

posts as (
    select * from {{ ref('dim_posts') }}
),

tenures as (
    select
        post_id,
        person_entity_id as entity_id,
        any_value(holder) as holder,
        mode(status order by status) as status,
        min(observed_on) as first_seen_on,
        max(observed_on) as last_seen_on,
        count(distinct report_id) as reports,
        arg_max(evidence, (coalesce(observed_on, date '0001-01-01'), report_id, char_start)) as evidence
    from occupancies
    group by
        post_id,
        person_entity_id
),

in_sequence as (
    select
        *,
        lag(holder) over in_post as predecessor,
        lead(holder) over in_post as successor
    from tenures
    window in_post as (partition by post_id order by first_seen_on, last_seen_on, entity_id)
),

-- A post of many holders is a grade, not an office: that they overlap is no conflict.
offices as (
    select post_id
    from tenures
    group by post_id
    having count(*) <= {{ var('holders_of_an_office') }}
),

conflicts as (
    select
        tenures.post_id,
        tenures.entity_id,
        list(others.holder order by others.first_seen_on, others.entity_id) as overlaps_with
    from tenures
    inner join offices on tenures.post_id = offices.post_id
    inner join tenures as others
        on
            tenures.post_id = others.post_id
            and tenures.entity_id != others.entity_id
            and tenures.first_seen_on <= others.last_seen_on
            and tenures.last_seen_on >= others.first_seen_on
    group by
        tenures.post_id,
        tenures.entity_id
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
)

select * from final
