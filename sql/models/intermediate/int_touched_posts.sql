-- Posts that touched reports name or named, in lower case.
{{ config(materialized='touched') }}

with

final as (
    select lower(post) as post from {{ ref('int_occupancies') }}
    union
    select lower(entity_name) as post from {{ ref('int_mentions') }}
    where kind = 'post'
    union
    select post from {{ source('touched', 'posts') }}
)

select * from final
where post is not null
