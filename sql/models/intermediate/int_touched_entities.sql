-- Entities whose row or mentions changed, by the id that they are linked to.
{{ config(materialized='touched') }}

with

told as (
    select entity_id from {{ ref('stg_mentions') }}
    union
    select holder_entity_id as entity_id from {{ ref('stg_mentions') }}
    union
    select entity_id from {{ ref('stg_event_participants') }}
    union
    select speaker_entity_id as entity_id from {{ ref('stg_statements') }}
    union
    select person_entity_id as entity_id from {{ ref('stg_occupancies') }}
    union
    select organization_entity_id as entity_id from {{ ref('stg_occupancies') }}
),

final as (
    select canonical_id as entity_id from {{ ref('stg_entities') }}
    where entity_id in (select told.entity_id from told)
    union
    select entity_id from {{ source('touched', 'entities') }}
)

select * from final
where entity_id is not null
