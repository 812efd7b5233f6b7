with

occupancies as (
    select
        *,
        split_part(post, ', ', 1) as title,
        jurisdiction is null and not contains(post, ', ') as is_open
    from {{ ref('int_occupancies_read') }}
    where {{ touched('person_entity_id', 'entities') }}
),

countries as (
    select name from {{ ref('dim_places') }}
    where subtype = 'country'
),

open_titles as (
    select
        person_entity_id,
        title,
        count(distinct report_id) as reports
    from occupancies
    where is_open
    group by
        person_entity_id,
        title
),

held as (
    select
        *,
        count(distinct report_id) over (partition by person_entity_id, post, jurisdiction, organization_entity_id) as reports
    from occupancies
    where
        not is_open
        and is_office
),

-- A post that one report in many gives its holder is a slip, and completes nothing.
placed as (
    select distinct
        held.person_entity_id,
        held.title,
        held.post,
        held.jurisdiction,
        held.organization_entity_id,
        held.organization,
        held.observed_on
    from held
    left join open_titles
        on
            held.person_entity_id = open_titles.person_entity_id
            and held.title = open_titles.title
    where held.reports >= {{ var('share_that_tells_a_post') }} * coalesce(open_titles.reports, 0)
),

-- A title that names no place is the post that its holder has under that title in another report, the nearest in time.
elsewhere as (
    select
        occupancies.report_id,
        occupancies.person_entity_id,
        occupancies.char_start,
        occupancies.title,
        occupancies.is_open,
        arg_min(
            struct_pack(
                post := placed.post,
                jurisdiction := placed.jurisdiction,
                organization_entity_id := placed.organization_entity_id,
                organization := placed.organization
            ),
            (abs(date_diff('day', placed.observed_on, occupancies.observed_on)), placed.observed_on, placed.post)
        ) as held
    from occupancies
    inner join placed
        on
            occupancies.person_entity_id = placed.person_entity_id
            and occupancies.title = placed.title
    where
        occupancies.is_open
        and abs(date_diff('day', placed.observed_on, occupancies.observed_on)) <= {{ var('days_of_a_post') }}
    group by
        occupancies.report_id,
        occupancies.person_entity_id,
        occupancies.char_start,
        occupancies.title,
        occupancies.is_open
),

-- Whose country is told by any of their posts: the Indian minister of one report is India's prime minister in another.
seen_open as (
    select
        person_entity_id,
        count(distinct report_id) as reports
    from occupancies
    where is_open
    group by person_entity_id
),

of_countries as (
    select
        held.person_entity_id,
        held.jurisdiction as country,
        count(distinct held.report_id) as reports
    from held
    inner join countries on held.jurisdiction = countries.name
    where not contains(held.title, ' to ')
    group by
        held.person_entity_id,
        held.jurisdiction
),

nationals as (
    select
        of_countries.person_entity_id,
        arg_max(of_countries.country, (of_countries.reports, of_countries.country)) as country
    from of_countries
    inner join seen_open on of_countries.person_entity_id = seen_open.person_entity_id
    where of_countries.reports >= {{ var('share_that_tells_a_post') }} * seen_open.reports
    group by of_countries.person_entity_id
),

-- What a title is of where most of its holder's reports tell it: a prime minister in London is not the United Kingdom's.
told_places as (
    select
        person_entity_id,
        title,
        coalesce(jurisdiction, likely_jurisdiction) as place,
        count(distinct report_id) as reports,
        bool_or(is_open) as is_taken_for_granted,
        bool_or(not is_open) as is_stated
    from occupancies
    where
        coalesce(jurisdiction, likely_jurisdiction) is not null
        and (is_open or is_office)
    group by
        person_entity_id,
        title,
        place
),

usual_places as (
    select
        person_entity_id,
        title,
        arg_max(place, (reports, place)) as place,
        arg_max(is_stated, (reports, place)) as is_stated
    from told_places
    group by
        person_entity_id,
        title
    having
        max(reports) > 1
        and bool_or(is_taken_for_granted)
        and max(reports) >= {{ var('share_of_a_usual_place') }} * sum(reports)
),

completed as (
    select
        occupancies.*,
        elsewhere.held,
        coalesce(
            if(occupancies.likely_jurisdiction in (select countries.name from countries), nationals.country, null),
            usual_places.place,
            occupancies.likely_jurisdiction
        ) as likely,
        nationals.country is not null or coalesce(usual_places.is_stated, false) as is_stated_elsewhere
    from occupancies
    left join nationals on occupancies.person_entity_id = nationals.person_entity_id
    left join usual_places
        on
            occupancies.person_entity_id = usual_places.person_entity_id
            and occupancies.title = usual_places.title
    left join elsewhere
        on
            occupancies.report_id = elsewhere.report_id
            and occupancies.person_entity_id = elsewhere.person_entity_id
            and occupancies.char_start = elsewhere.char_start
            and occupancies.title = elsewhere.title
            and occupancies.is_open = elsewhere.is_open
),

named as (
    select
        completed.report_id,
        completed.person_entity_id,
        completed.holder,
        coalesce(
            completed.held.post, concat_ws(', ', completed.post, if(completed.is_open, completed.likely, null))
        ) as post,
        completed.rank,
        if(
            completed.held.post is null, completed.organization_entity_id, completed.held.organization_entity_id
        ) as organization_entity_id,
        if(completed.held.post is null, completed.organization, completed.held.organization) as organization,
        if(
            completed.is_open,
            if(completed.held.post is null, completed.likely, completed.held.jurisdiction),
            completed.jurisdiction
        ) as jurisdiction,
        completed.is_office
        or completed.held.post is not null
        or (completed.is_open and completed.likely is not null) as is_office,
        case
            when completed.held.post is not null then 'other reports'
            when
                completed.is_open
                and completed.is_stated_elsewhere
                and completed.likely != coalesce(completed.likely_jurisdiction, '')
                then 'other reports'
            when completed.is_open and completed.likely is not null then 'report'
            else 'stated'
        end as place_told_by,
        completed.observed_on,
        completed.status,
        completed.char_start,
        completed.char_end,
        completed.evidence
    from completed
),

final as (
    select
        *,
        {{ post_id('post', 'jurisdiction', 'organization_entity_id') }} as post_id
    from named
)

select * from final
