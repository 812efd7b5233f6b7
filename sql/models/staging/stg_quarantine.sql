with

source as (
    select * from {{ source('tables', 'quarantine') }}
),

final as (
    select
        source_uri,
        content_hash,
        reason_code,
        stage,
        message,
        byte_start,
        first_seen_at,
        last_seen_at,
        attempts
    from source
)

select * from final
