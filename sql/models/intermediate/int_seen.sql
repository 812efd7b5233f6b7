-- How often and when entities were seen, and what the last report that tells a rank, post or body of a person says: of all kinds
-- at once, as reading the mentions costs more than counting them.
with

mentions as (
    select
        entity_id,
        report_id,
        ordinal,
        kind,
        rank,
        post,
        organization,
        published_on,
        coalesce(published_on, date '0001-01-01') as told_on
    from {{ ref('fct_mentions') }}
    where
        entity_id is not null
        and {{ touched('entity_id', 'entities') }}
),

final as (
    select
        entity_id,
        count(*) as mentions,
        count(distinct report_id) as reports,
        min(published_on) as first_seen_on,
        max(published_on) as last_seen_on,
        arg_max(rank, (told_on, report_id, ordinal)) filter (where kind = 'person') as rank,
        arg_max(post, (told_on, report_id, ordinal)) filter (where kind = 'person') as post,
        arg_max(organization, (told_on, report_id, ordinal)) filter (where kind = 'person') as organization
    from mentions
    group by entity_id
)

select * from final
