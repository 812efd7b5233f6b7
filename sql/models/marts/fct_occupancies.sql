{{ config(kept_by={'report_id': 'reports'}) }}

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
