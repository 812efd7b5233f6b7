{{ config(kept_by={'lower(post)': 'posts'}) }}

with

occupancies as (
    select * from {{ ref('fct_occupancies') }}
    where {{ touched('lower(post)', 'posts') }}
),

mentions as (
    select * from {{ ref('fct_mentions') }}
    where
        kind = 'post'
        and entity_id is not null
        and {{ touched('lower(entity_name)', 'posts') }}
),

held as (
    select
        post_id,
        mode(post order by post) as post,
        mode(rank order by rank) as rank,
        mode(organization_entity_id order by organization_entity_id) as organization_entity_id,
        mode(organization order by organization_entity_id) as organization,
        mode(jurisdiction order by jurisdiction) as jurisdiction,
        count(distinct person_entity_id) as holders,
        count(distinct report_id) as reports,
        min(observed_on) as first_seen_on,
        max(observed_on) as last_seen_on
    from occupancies
    group by post_id
),

-- Posts that reports name without ever saying who holds them.
unheld as (
    select
        {{ post_id('entity_name', 'null', 'null') }} as post_id,
        mode(entity_name order by entity_name) as post,
        mode(rank order by rank) as rank,
        null as organization_entity_id,
        mode(organization order by organization) as organization,
        null as jurisdiction,
        0 as holders,
        count(distinct report_id) as reports,
        min(published_on) as first_seen_on,
        max(published_on) as last_seen_on
    from mentions
    group by {{ post_id('entity_name', 'null', 'null') }}
    having count(holder_entity_id) = 0
),

final as (
    select * from held
    union all
    select unheld.*
    from unheld
    left join held on lower(unheld.post) = lower(held.post)
    where held.post_id is null
)

select * from final
