with

occupancies as (
    select * from {{ ref('int_occupancies') }}
),

final as (
    select
        post_id,
        mode(post order by post) as post,
        mode(rank order by rank) as rank,
        any_value(organization_entity_id) as organization_entity_id,
        any_value(organization) as organization,
        mode(jurisdiction order by jurisdiction) as jurisdiction,
        count(distinct person_entity_id) as holders,
        count(distinct report_id) as reports,
        min(observed_on) as first_seen_on,
        max(observed_on) as last_seen_on
    from occupancies
    group by post_id
)

select * from final
