{{ config(kept_by={'report_id': 'reports'}, tags=['by_report']) }}

with

occupancies as (
    select * from {{ ref('stg_occupancies') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

entities as (
    select * from {{ ref('int_entities') }}
),

corrections as (
    select * from {{ ref('stg_post_corrections') }}
),

corrected as (
    select
        occupancies.report_id,
        occupancies.person_entity_id,
        coalesce(corrections.corrected_post_name, occupancies.post_name) as post_name,
        if(corrections.person_entity_id is null, occupancies.rank, corrections.rank) as rank,
        occupancies.organization_entity_id,
        if(corrections.person_entity_id is null, occupancies.jurisdiction, corrections.jurisdiction) as jurisdiction,
        if(corrections.person_entity_id is null, occupancies.likely_jurisdiction, null) as likely_jurisdiction,
        occupancies.is_office or corrections.person_entity_id is not null as is_office,
        occupancies.observed_on,
        occupancies.status,
        occupancies.char_start,
        occupancies.char_end
    from occupancies
    left join corrections
        on
            occupancies.person_entity_id = corrections.person_entity_id
            and occupancies.post_name = corrections.post_name
),

final as (
    select
        occupancies.report_id,
        people.canonical_id as person_entity_id,
        people.name as holder,
        occupancies.post_name as post,
        occupancies.rank,
        bodies.canonical_id as organization_entity_id,
        bodies.name as organization,
        occupancies.jurisdiction,
        occupancies.likely_jurisdiction,
        occupancies.is_office,
        coalesce(occupancies.observed_on, reports.published_on) as observed_on,
        occupancies.status,
        occupancies.char_start,
        occupancies.char_end,
        {{ span('reports.text', 'occupancies.char_start', 'occupancies.char_end') }} as evidence
    from corrected as occupancies
    inner join reports on occupancies.report_id = reports.report_id
    inner join entities as people on occupancies.person_entity_id = people.entity_id
    left join entities as bodies on occupancies.organization_entity_id = bodies.entity_id
)

select * from final
