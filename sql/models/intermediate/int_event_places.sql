{{ config(tags=['by_report']) }}

-- Where an event happened. The city is the place itself where that is a settlement, else the settlement named right after
-- it ('the Central Police Office, Lahore'), else that of the story's dateline, else that of the story's other events.
with

events as (
    select * from {{ ref('stg_events') }}
),

mentions as (
    select * from {{ ref('int_mentions') }}
),

sections as (
    select * from {{ ref('stg_sections') }}
),

datelines as (
    select * from sections
    where kind = 'dateline'
),

-- A dateline speaks for what follows it until the next dateline or the next story: a second story under it may be anywhere.
earlier_stories as (
    select
        events.event_id,
        max(sections.char_end) as char_end
    from events
    inner join sections
        on
            events.report_id = sections.report_id
            and events.story_ordinal > sections.story_ordinal
    group by events.event_id
),

settlements as (
    select * from mentions
    where
        kind = 'place'
        and subtype in {{ sql_list(var('settlements')) }}
),

stated as (
    select
        events.event_id,
        events.evidence_end,
        places.report_id,
        places.char_end,
        places.entity_id,
        places.entity_name,
        places.subtype,
        places.country_code
    from events
    inner join mentions as places
        on
            events.report_id = places.report_id
            and events.place_ordinal = places.ordinal
),

named_after as (
    select
        stated.event_id,
        arg_min(settlements.entity_id, settlements.ordinal) as city_entity_id
    from stated
    inner join settlements
        on
            stated.report_id = settlements.report_id
            and stated.char_end <= settlements.char_start
            and stated.char_end + {{ var('city_follows_within') }} >= settlements.char_start
            and stated.evidence_end >= settlements.char_end
    where
        stated.subtype is null
        or stated.subtype not in {{ sql_list(var('settlements') + var('regions')) }}
    group by stated.event_id
),

dateline_cities as (
    select
        datelines.report_id,
        datelines.char_start,
        arg_min(settlements.entity_id, settlements.ordinal) as city_entity_id
    from datelines
    inner join settlements
        on
            datelines.report_id = settlements.report_id
            and datelines.char_start <= settlements.char_start
            and datelines.char_end >= settlements.char_end
    group by
        datelines.report_id,
        datelines.char_start
),

datelined as (
    select
        events.event_id,
        arg_max(dateline_cities.city_entity_id, dateline_cities.char_start) as city_entity_id
    from events
    inner join dateline_cities
        on
            events.report_id = dateline_cities.report_id
            and events.trigger_start >= dateline_cities.char_start
    left join earlier_stories on events.event_id = earlier_stories.event_id
    where dateline_cities.char_start >= coalesce(earlier_stories.char_end, 0)
    group by events.event_id
),

own_cities as (
    select
        events.event_id,
        events.report_id,
        events.story_ordinal,
        coalesce(stated.subtype in {{ sql_list(var('regions')) }}, false) as is_region,
        case
            when stated.subtype in {{ sql_list(var('settlements')) }} then stated.entity_id
            when stated.subtype in {{ sql_list(var('regions')) }} then null
            else coalesce(named_after.city_entity_id, datelined.city_entity_id)
        end as city_entity_id
    from events
    left join stated on events.event_id = stated.event_id
    left join named_after on events.event_id = named_after.event_id
    left join datelined on events.event_id = datelined.event_id
),

story_cities as (
    select
        report_id,
        story_ordinal,
        mode(city_entity_id order by city_entity_id) as city_entity_id
    from own_cities
    group by
        report_id,
        story_ordinal
),

cities as (
    select
        own_cities.event_id,
        coalesce(own_cities.city_entity_id, if(own_cities.is_region, null, story_cities.city_entity_id)) as city_entity_id
    from own_cities
    left join story_cities
        on
            own_cities.report_id = story_cities.report_id
            and own_cities.story_ordinal = story_cities.story_ordinal
),

entities as (
    select * from {{ ref('int_entities') }}
    where entity_id = canonical_id
),

final as (
    select
        cities.event_id,
        stated.entity_id as place_entity_id,
        stated.entity_name as place,
        cities.city_entity_id,
        entities.name as city,
        coalesce(stated.country_code, entities.country_code) as country_code
    from cities
    left join stated on cities.event_id = stated.event_id
    left join entities on cities.city_entity_id = entities.entity_id
)

select * from final
