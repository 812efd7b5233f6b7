{{ config(kept_by={'person_entity_id': 'entities'}) }}

-- The posts as they were are looked at first: {{ ref('int_touched_posts') }}
with

occupancies as (
    select * from {{ ref('int_occupancies') }}
),

final as (
    select
        report_id,
        person_entity_id,
        holder,
        post_id,
        post,
        rank,
        organization_entity_id,
        organization,
        jurisdiction,
        place_told_by,
        is_office,
        observed_on,
        status,
        char_start,
        char_end,
        evidence
    from occupancies
)

select * from final
