{{ config(kept_by={'story_id': 'stories'}) }}

with

reports as (
    select * from {{ ref('dim_reports') }}
    where
        not is_recrawl
        and {{ touched('story_id', 'stories') }}
),

figures as (
    {{ few_of(ref('fct_figures'), 'report_id in (select reports.report_id from reports)') }}
),

-- The event that a report tells first is what its story is of. What was said besides was said at many places and times.
lead_events as (
    {{ few_of(ref('fct_events'), "realis = 'asserted' and report_id in (select reports.report_id from reports)") }}
    qualify
        row_number() over (partition by report_id order by trigger_start) = 1
        and event_type not in ('AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN')
),

mentions as (
    {{ few_of(ref('fct_mentions'), 'report_id in (select reports.report_id from reports)') }}
),

people as (
    select * from mentions
    where
        kind = 'person'
        and entity_id is not null
),

-- Of people several counts are told, the story's own first; of money, weight and shares one alone can be compared.
counted as (
    select
        *,
        concat_ws(' ', what, if(unit in ('persons', what), null, unit)) as about,
        row_number() over (partition by report_id, about order by ordinal, amount) = 1 as is_first,
        min(amount) over (partition by report_id, about) = max(amount) over (partition by report_id, about) as is_alone
    from figures
),

amounts as (
    select
        report_id,
        about,
        replace(format('{:,.2f}', amount), '.00', '') as told,
        evidence,
        is_first
    from counted
    where
        unit = 'persons'
        or is_alone
),

days as (
    select
        report_id,
        concat(event_type, ' on') as about,
        occurred_on::varchar as told,
        evidence,
        true as is_first
    from lead_events
    where occurred_on_precision = 'day'
),

-- Where the sentence itself says where: two datelines are two desks.
cities as (
    select
        report_id,
        concat(event_type, ' in') as about,
        city as told,
        evidence,
        true as is_first
    from lead_events
    where
        city is not null
        and place is not null
),

-- One person's name in as many words, spelt otherwise: shorter forms disagree with nothing.
names as (
    select
        report_id,
        concat('name of ', entity_name, ' (', len(string_split(name, ' ')), ' words)') as about,
        name as told,
        coalesce(min(text) filter (where text = name), min(text)) as evidence,
        true as is_first
    from people
    group by
        report_id,
        entity_name,
        name
),

claims as (
    select
        'figure' as kind,
        *
    from amounts
    union all
    select
        'date' as kind,
        *
    from days
    union all
    select
        'place' as kind,
        *
    from cities
    union all
    select
        'name' as kind,
        *
    from names
),

of_stories as (
    select distinct
        reports.story_id,
        claims.*,
        reports.outlet,
        reports.published_on
    from claims
    inner join reports on claims.report_id = reports.report_id
),

told_by_report as (
    select
        story_id,
        kind,
        about,
        report_id,
        list_sort(list_distinct(list(told))) as all_told
    from of_stories
    group by all
),

-- Reports disagree where they share no value: one that tells two amounts, one of them the other's, agrees with it.
disagreeing as (
    select distinct
        one.story_id,
        one.kind,
        one.about,
        one.report_id
    from told_by_report as one
    inner join told_by_report as another
        on
            one.story_id = another.story_id
            and one.kind = another.kind
            and one.about = another.about
            and one.report_id != another.report_id
    where not list_has_any(one.all_told, another.all_told)
),

final as (
    select
        of_stories.story_id,
        of_stories.kind,
        of_stories.about,
        of_stories.told,
        of_stories.report_id,
        of_stories.outlet,
        of_stories.published_on,
        min(of_stories.evidence) as evidence
    from of_stories
    inner join disagreeing
        on
            of_stories.story_id = disagreeing.story_id
            and of_stories.kind = disagreeing.kind
            and of_stories.about = disagreeing.about
            and of_stories.report_id = disagreeing.report_id
    where of_stories.is_first
    group by all
)

select * from final
