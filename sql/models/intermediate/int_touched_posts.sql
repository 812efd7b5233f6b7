-- Posts, in lower case, that touched reports or people name, named, held or hold.
{{ config(materialized='touched') }}

with

people as (
    select * from {{ ref('int_touched_entities') }}
),

final as (
    select lower(post) as post from {{ source('before', 'fct_occupancies') }}
    where person_entity_id in (select people.entity_id from people)
    union
    select lower(post) as post from {{ ref('int_occupancies') }}
    union
    select lower(entity_name) as post from {{ ref('int_mentions') }}
    where kind = 'post'
    union
    select post from {{ source('touched', 'posts') }}
)

select * from final
where post is not null
