{{ config(kept_by={'lower(post)': 'posts'}) }}

with

occupancies as (
    select * from {{ ref('fct_occupancies') }}
    where {{ touched('lower(post)', 'posts') }}
),

-- Beside the posts that are seen held, those that reports name without ever saying who holds them.
mentions as (
    {{ few_of(ref('fct_mentions'), "kind = 'post' and entity_id is not null and " ~ touched('lower(entity_name)', 'posts') ~ "
        and lower(entity_name) not in (select lower(occupancies.post) from occupancies)") }}
),

told as (
    select
        post_id,
        post,
        rank,
        organization_entity_id,
        organization,
        jurisdiction,
        person_entity_id,
        report_id,
        observed_on as seen_on
    from occupancies
    union all
    select
        {{ post_id('entity_name', 'null', 'null') }} as post_id,
        entity_name as post,
        rank,
        null as organization_entity_id,
        organization,
        null as jurisdiction,
        null as person_entity_id,
        report_id,
        published_on as seen_on
    from mentions
    where
        lower(entity_name) not in (
            select lower(held.entity_name) from mentions as held
            where held.holder_entity_id is not null
        )
),

counted as (
    select
        post_id,
        count(distinct person_entity_id) as holders,
        count(distinct report_id) as reports,
        min(seen_on) as first_seen_on,
        max(seen_on) as last_seen_on
    from told
    group by post_id
),

most_frequent_post as (
    {{ most_frequent('told', 'post_id', 'post') }}
),

most_frequent_rank as (
    {{ most_frequent('told', 'post_id', 'rank') }}
),

most_frequent_organization_entity_id as (
    {{ most_frequent('told', 'post_id', 'organization_entity_id') }}
),

most_frequent_organization as (
    {{ most_frequent('told', 'post_id', 'organization', 'organization_entity_id') }}
),

most_frequent_jurisdiction as (
    {{ most_frequent('told', 'post_id', 'jurisdiction') }}
),

final as (
    select
        counted.post_id,
        most_frequent_post.post,
        most_frequent_rank.rank,
        most_frequent_organization_entity_id.organization_entity_id,
        most_frequent_organization.organization,
        most_frequent_jurisdiction.jurisdiction,
        counted.holders,
        counted.reports,
        counted.first_seen_on,
        counted.last_seen_on
    from counted
    inner join most_frequent_post on counted.post_id = most_frequent_post.post_id
    left join most_frequent_rank on counted.post_id = most_frequent_rank.post_id
    left join most_frequent_organization_entity_id on counted.post_id = most_frequent_organization_entity_id.post_id
    left join most_frequent_organization on counted.post_id = most_frequent_organization.post_id
    left join most_frequent_jurisdiction on counted.post_id = most_frequent_jurisdiction.post_id
)

select * from final
