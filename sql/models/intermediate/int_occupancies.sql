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
        {{ post_id('occupancies.post_name', 'occupancies.jurisdiction', 'bodies.canonical_id') }} as post_id,
        coalesce(occupancies.observed_on, reports.published_on) as observed_on,
        occupancies.status,
        occupancies.char_start,
        occupancies.char_end,
        {{ span('reports.text', 'occupancies.char_start', 'occupancies.char_end') }} as evidence
    from occupancies
    inner join reports on occupancies.report_id = reports.report_id
    inner join entities as people on occupancies.person_entity_id = people.entity_id
    left join entities as bodies on occupancies.organization_entity_id = bodies.entity_id
)

select * from final
