with

terms as (
    select * from {{ ref('stg_unknown_terms') }}
),

reports as (
    select * from {{ ref('int_reports') }}
),

-- Of each term the example is that of the smallest report id, whatever came first.
final as (
    select
        terms.kind,
        terms.term,
        count(*) as reports,
        min(reports.published_on) as first_seen_on,
        max(reports.published_on) as last_seen_on,
        min(terms.report_id) as example_report_id,
        arg_min(
            {{ span('reports.text', 'greatest(terms.char_start - 40, 0)', 'terms.char_end + 40') }},
            terms.report_id
        ) as example
    from terms
    inner join reports on terms.report_id = reports.report_id
    group by
        terms.kind,
        terms.term
)

select * from final
