with

participants as (
    select
        event_id,
        role,
        coalesce(entity_name, post) as party,
        min(ordinal) as ordinal
    from {{ ref('fct_attendance') }}
    where
        coalesce(entity_name, post) is not null
        and {{ touched('report_id', 'tellings') }}
    group by all
),

final as (
    select
        event_id,
        list(party order by ordinal) filter (where role = 'actor') as actors,
        list(party order by ordinal) filter (where role = 'recipient') as recipients,
        list(party order by ordinal) filter (where role = 'attendee') as attendees
    from participants
    group by event_id
)

select * from final
