with

source as (
    select * from {{ source('tables', 'reports') }}
    where {{ touched('report_id', 'reports') }}
),

final as (
    select
        report_id,
        source_name,
        source_uri,
        outlet,
        url,
        language,
        text,
        headline,
        standfirst,
        byline,
        published_on,
        published_on_method,
        published_on_precision,
        published_at,
        dateline_place,
        dateline_agency,
        dateline_on,
        date_conflicts,
        word_count,
        duplicate_of,
        batch_id
    from source
)

select * from final
