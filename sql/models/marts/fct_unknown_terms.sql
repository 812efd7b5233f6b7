{{ config(kept_by={'report_id': 'retold'}, tags=['by_report']) }}

with

terms as (
    select * from {{ ref('stg_unknown_terms') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

final as (
    select
        terms.report_id,
        terms.kind,
        terms.term,
        {{ span('reports.text', 'greatest(terms.char_start - 40, 0)', 'terms.char_end + 40') }} as surroundings,
        reports.published_on,
        reports.published_month
    from terms
    inner join reports on terms.report_id = reports.report_id
)

select * from final
