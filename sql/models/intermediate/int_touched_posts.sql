-- Posts, in lower case, that reports mention otherwise than before, or of which it is told otherwise who holds them.
{{ config(materialized='touched') }}

{#- What a mart of posts reads of a mention, as in `increments/touched.sql`, and of an occupancy. -#}
{% set of_mention = [
    'report_id', 'ordinal', 'entity_id', 'entity_name', 'rank', 'holder_entity_id', 'organization', 'published_on',
] -%}
{% set of_occupancy = [
    'report_id', 'person_entity_id', 'holder', 'post_id', 'post', 'rank', 'organization_entity_id', 'organization',
    'jurisdiction', 'place_told_by', 'is_office', 'observed_on', 'status', 'char_start', 'char_end', 'evidence',
] -%}

with

people as (
    select * from {{ ref('int_touched_entities') }}
),

told as (
    {% for occupancies, told in ((source('before', 'fct_occupancies'), -1), (ref('int_occupancies'), 1)) -%}
        select
            lower(post) as post,
            {{ told }} as told,
            hash({{ of_occupancy | join(', ') }}) as row_hash
        from {{ occupancies }}
        where person_entity_id in (select people.entity_id from people)
        union all
    {% endfor -%}
    select
        post,
        -1 as told,
        row_hash
    from {{ source('touched', 'posts') }}
    union all
    select
        lower(entity_name) as post,
        1 as told,
        hash({{ of_mention | join(', ') }}) as row_hash
    from {{ ref('int_mentions') }}
    where kind = 'post'
),

-- A row that is as it was goes out once and comes in once.
differing as (
    select post
    from told
    group by
        post,
        row_hash
    having sum(told) != 0
),

final as (
    select distinct post from differing
    where post is not null
)

select * from final
