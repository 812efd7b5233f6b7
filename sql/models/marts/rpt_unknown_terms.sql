with

terms as (
    select * from {{ ref('fct_unknown_terms') }}
),

-- Of each term the example is that of the smallest report id, whatever came first.
final as (
    select
        kind,
        term,
        count(*) as reports,
        min(published_on) as first_seen_on,
        max(published_on) as last_seen_on,
        min(report_id) as example_report_id,
        arg_min(surroundings, report_id) as example
    from terms
    group by
        kind,
        term
)

select * from final
