with

source as (
    select * from {{ source('tables', 'stories') }}
),

final as (
    select
        report_id,
        story_id,
        follows_story_id,
        score,
        reason
    from source
)

select * from final
