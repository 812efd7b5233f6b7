-- Posts, in lower case, that touched reports name or named, or of which it is told otherwise than before who holds them.
{{ config(materialized='touched') }}

{#- What a report that is not touched may tell otherwise of a holder: what another says is the same holder's. -#}
{% set repeated = [
    'report_id', 'person_entity_id', 'char_start', 'holder', 'post_id', 'post', 'organization_entity_id', 'organization',
    'jurisdiction', 'place_told_by', 'is_office', 'status',
] -%}

with

people as (
    select * from {{ ref('int_touched_entities') }}
),

reports as (
    select * from {{ source('touched', 'reports') }}
),

told as (
    {% for occupancies, told in ((source('before', 'fct_occupancies'), -1), (ref('int_occupancies'), 1)) -%}
        select
            report_id,
            post,
            {{ told }} as told,
            hash({{ repeated | join(', ') }}) as row_hash
        from {{ occupancies }}
        where person_entity_id in (select people.entity_id from people)
        {% if not loop.last -%} union all {% endif -%}
    {%- endfor %}
),

differing as (
    select post
    from told
    group by
        post,
        row_hash
    having sum(told) != 0
),

final as (
    select lower(post) as post from told
    where report_id in (select reports.report_id from reports)
    union
    select lower(post) as post from differing
    union
    select lower(entity_name) as post from {{ ref('int_mentions') }}
    where kind = 'post'
    union
    select post from {{ source('touched', 'posts') }}
)

select * from final
where post is not null
