{{ config(kept_by={'entity_id': 'entities'}) }}

with

{{ seen_entities('person') }},

-- The last report that tells a rank, post or body has the word on it.
latest as (
    select
        entity_id,
        arg_max(rank, (coalesce(published_on, date '0001-01-01'), report_id, ordinal)) as rank,
        arg_max(post, (coalesce(published_on, date '0001-01-01'), report_id, ordinal)) as post,
        arg_max(organization, (coalesce(published_on, date '0001-01-01'), report_id, ordinal)) as organization
    from mentions
    where kind = 'person'
    group by entity_id
),

final as (
    select
        seen.entity_id,
        seen.name,
        seen.aliases,
        latest.rank,
        latest.post,
        latest.organization,
        seen.country_code,
        seen.mentions,
        seen.reports,
        seen.first_seen_on,
        seen.last_seen_on
    from seen
    left join latest on seen.entity_id = latest.entity_id
)

select * from final
