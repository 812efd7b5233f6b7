-- What a build has to make anew: the reports, stories, months, entities and posts whose rows in the marts differ from the tables.
-- Run by flows/model on the marts as they were published, before dbt. It reads
--     dateline.state.*             what the last build was made of (remember.sql)
--     scratch.touched.files        the Parquet files as they are now, and `changed_files`, those that differ
--     scratch.touched.told         the reports of batches whose files differ, as they are now
--     scratch.touched.entities_now the entities as they are now
-- Keys of rows that are to go are found here; those of rows that come are added by int_touched_*.

create table scratch.touched.reports_differing as
with

looked_at as (
    select distinct batch_id from scratch.touched.changed_files
    where table_name = 'reports'
),

remade as (
    select distinct batch_id from scratch.touched.changed_files
    where
        is_by_report
        and table_name != 'reports'
),

before as (
    select * from dateline.state.reports
),

stories as (
    select * from scratch.parquet.stories
),

changed_rows as (
    select coalesce(told.report_id, before.report_id) as report_id
    from scratch.touched.told
    full join before
        on
            told.report_id = before.report_id
            and told.batch_id = before.batch_id
    where
        told.row_hash is distinct from before.row_hash
        and coalesce(told.batch_id, before.batch_id) in (select looked_at.batch_id from looked_at)
),

final as (
    select report_id from changed_rows
    union
    select report_id from before
    where batch_id in (select remade.batch_id from remade)
    union
    select report_id from scratch.touched.told
    where batch_id in (select remade.batch_id from remade)
    union
    select before.report_id
    from before
    left join stories on before.report_id = stories.report_id
    where before.story_id is distinct from stories.story_id
)

select * from final;

-- An entity is linked elsewhere, or described otherwise, by a name, kind, subtype or country that facts repeat.
create table scratch.touched.entities_differing as
select
    coalesce(now.entity_id, before.entity_id) as entity_id,
    before.canonical_id as old_canonical_id,
    now.canonical_id,
    coalesce(before.canonical_id != now.canonical_id, true) as is_relinked,
    coalesce(before.told_hash != now.told_hash, true) as is_redescribed
from scratch.touched.entities_now as now
full join dateline.state.entities as before on now.entity_id = before.entity_id
where now.row_hash is distinct from before.row_hash;

create table scratch.touched.reports_renaming as
with

differing as (
    select * from scratch.touched.entities_differing
),

held as (
    select old_canonical_id as entity_id from differing
    where is_relinked
    union
    select entity_id from differing
    where is_redescribed
),

final as (
    select report_id from dateline.main.fct_mentions
    where entity_id in (select held.entity_id from held)
    union
    select report_id from dateline.main.fct_mentions
    where holder_entity_id in (select held.entity_id from held)
    union
    select report_id from dateline.main.fct_attendance
    where entity_id in (select held.entity_id from held)
    union
    select report_id from dateline.main.fct_statements
    where speaker_entity_id in (select held.entity_id from held)
    union
    select report_id from dateline.intermediate.int_occupancies_read
    where person_entity_id in (select held.entity_id from held)
    union
    select report_id from dateline.intermediate.int_occupancies_read
    where organization_entity_id in (select held.entity_id from held)
    union
    select report_id from dateline.state.unlinked
    where entity_id in (select differing.entity_id from differing)
)

select * from final;

-- A re-crawl goes with its original: what became of one decides what the other shows.
create table scratch.touched.retold as
with

copies as (
    select
        report_id,
        coalesce(duplicate_of, report_id) as original_id
    from dateline.state.reports
    union
    select
        report_id,
        coalesce(duplicate_of, report_id) as original_id
    from scratch.touched.told
),

originals as (
    select original_id from copies
    where report_id in (select differing.report_id from scratch.touched.reports_differing as differing)
),

final as (
    select report_id from scratch.touched.reports_differing
    union
    select report_id from copies
    where original_id in (select originals.original_id from originals)
)

select * from final;

-- Who is renamed is renamed where a report speaks for itself; whether it does, its original says.
create table scratch.touched.reports as
with

renaming as (
    select * from scratch.touched.reports_renaming
),

final as (
    select report_id from scratch.touched.retold
    union
    select report_id from renaming
    union
    select duplicate_of as report_id from dateline.state.reports
    where
        duplicate_of is not null
        and report_id in (select renaming.report_id from renaming)
)

select * from final;

create table scratch.touched.stories as
select coalesce(story_id, report_id) as story_id
from dateline.state.reports
where report_id in (select touched.report_id from scratch.touched.reports as touched)
union
select coalesce(stories.story_id, reports.report_id) as story_id
from scratch.touched.reports
left join scratch.parquet.stories on reports.report_id = stories.report_id;

-- The month after shows the change from a month that is touched.
create table scratch.touched.months as
with

touched as (
    select
        report_id,
        published_month
    from dateline.state.reports
    union
    select
        report_id,
        published_month
    from scratch.touched.told
),

final as (
    select published_month from touched
    where report_id in (select reports.report_id from scratch.touched.reports)
)

select published_month from final
union
select (published_month + interval 1 month)::date as published_month from final;

create table scratch.touched.entities as
with

touched as (
    select report_id from scratch.touched.reports
),

mentions as (
    select * from dateline.main.fct_mentions
    where rowid in (
        select few.rowid from dateline.main.fct_mentions as few
        where few.report_id in (select touched.report_id from touched)
    )
),

occupancies as (
    select * from dateline.intermediate.int_occupancies_read
),

-- A country that comes, goes or is named otherwise tells other posts of those whose titles name it.
countries as (
    select name from dateline.main.dim_places
    where
        subtype = 'country'
        and entity_id in (select differing.entity_id from scratch.touched.entities_differing as differing)
    union
    select name from scratch.parquet.entities
    where
        subtype = 'country'
        and entity_id in (select differing.entity_id from scratch.touched.entities_differing as differing)
)

select old_canonical_id as entity_id from scratch.touched.entities_differing
union
select canonical_id from scratch.touched.entities_differing
union
select entity_id from mentions
union
select holder_entity_id from mentions
union
select entity_id from dateline.main.fct_attendance
where report_id in (select touched.report_id from touched)
union
select speaker_entity_id from dateline.main.fct_statements
where report_id in (select touched.report_id from touched)
union
select person_entity_id from occupancies
where
    report_id in (select touched.report_id from touched)
    or jurisdiction in (select countries.name from countries)
    or likely_jurisdiction in (select countries.name from countries);

-- Posts as they were mentioned; whether they are mentioned otherwise now, int_touched_posts says.
create table scratch.touched.posts as
select
    lower(entity_name) as post,
    hash(report_id, ordinal, entity_id, entity_name, rank, holder_entity_id, organization, published_on) as row_hash
from dateline.main.fct_mentions
where
    kind = 'post'
    and report_id in (select reports.report_id from scratch.touched.reports);

create table scratch.touched.events as
select event_id from dateline.main.fct_events
where report_id in (select reports.report_id from scratch.touched.reports);

-- Meetings as they were, and whether a report that told them is touched.
create table scratch.touched.meetings as
select
    *,
    event_id in (select events.event_id from scratch.touched.events) as is_touched
from dateline.intermediate.int_meetings;

-- What stays remembered: reports of batches whose files are the same.
create table scratch.touched.remaining as
select * exclude (story_id)
from dateline.state.reports
where
    batch_id not in (
        select batch_id from scratch.touched.changed_files
        where is_by_report
    );

create table scratch.touched.unlinked as
select * from dateline.state.unlinked
where report_id not in (select reports.report_id from scratch.touched.reports);
