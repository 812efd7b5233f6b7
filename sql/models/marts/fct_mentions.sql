{{ config(kept_by={'report_id': 'reports'}, tags=['by_report']) }}

with

mentions as (
    select * from {{ ref('int_mentions') }}
),

final as (
    select
        report_id,
        ordinal,
        kind,
        text,
        name,
        char_start,
        char_end,
        entity_id,
        entity_name,
        honorific,
        rank,
        post,
        occupation,
        holder_entity_id,
        holder,
        organization,
        country_code,
        story_ordinal,
        recognizer,
        published_on
    from mentions
)

select * from final
