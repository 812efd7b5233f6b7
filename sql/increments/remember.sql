-- What the marts were made of, kept in their file for the next build. Run by flows/model once every test has passed.
create schema if not exists dateline.state;

create or replace table dateline.state.files as
select * from scratch.touched.files;

-- Of the entities, most are as they were.
create table if not exists dateline.state.entities as
select * from scratch.touched.entities_now
where false;

delete from dateline.state.entities
where entity_id in (select differing.entity_id from scratch.touched.entities_differing as differing);

insert into dateline.state.entities
select * from scratch.touched.entities_now
where entity_id in (select differing.entity_id from scratch.touched.entities_differing as differing);

create or replace table dateline.state.reports as
with

remaining as (
    select * from scratch.touched.remaining
),

told as (
    select * from remaining
    union all
    select * from scratch.touched.told
)

select
    told.report_id,
    told.batch_id,
    told.duplicate_of,
    told.published_month,
    told.row_hash,
    stories.story_id
from told
left join scratch.parquet.stories on told.report_id = stories.report_id;

-- Ids that no entity has yet: should it come, their reports are touched.
create or replace table dateline.state.unlinked as
with

told as (
    select
        report_id,
        entity_id
    from scratch.staging.stg_mentions
    union
    select
        report_id,
        holder_entity_id as entity_id
    from scratch.staging.stg_mentions
    union
    select
        report_id,
        entity_id
    from scratch.staging.stg_event_participants
    union
    select
        report_id,
        speaker_entity_id as entity_id
    from scratch.staging.stg_statements
    union
    select
        report_id,
        person_entity_id as entity_id
    from scratch.staging.stg_occupancies
    union
    select
        report_id,
        organization_entity_id as entity_id
    from scratch.staging.stg_occupancies
),

final as (
    select * from told
    where
        entity_id is not null
        and entity_id not in (select entities_now.entity_id from scratch.touched.entities_now)
    union
    select * from scratch.touched.unlinked
)

select * from final;
