{#- The characters of a half-open span: offsets count Unicode code points from 0, as Python's do, and so does `substring` from 1. -#}
{% macro span(text, char_start, char_end) -%}
    substring({{ text }}, {{ char_start }} + 1, {{ char_end }} - {{ char_start }})
{%- endmacro %}

{#- ('a', 'b') -#}
{% macro sql_list(values) -%}
    ('{{ values | join("', '") }}')
{%- endmacro %}

{#- A post is its name and what it is for; where nothing says what for, the body tells one from another. -#}
{% macro post_id(post, jurisdiction, organization_entity_id) -%}
    left(md5(concat_ws(chr(31), lower({{ post }}), coalesce(lower({{ jurisdiction }}), {{ organization_entity_id }}, ''))), 16)
{%- endmacro %}

{#- The most frequent value of a column for each key; of several the first, by `order`, then by value. In two steps, as an ordered
    `mode` holds a buffer for each key in memory. -#}
{% macro most_frequent(rows, key, column, order='null') -%}
    select
        {{ key }},
        arg_min({{ column }}, (-times, standing, {{ column }})) as {{ column }}
    from (
        select
            {{ key }},
            {{ column }},
            {{ order }} as standing,
            count(*) as times
        from {{ rows }}
        where {{ column }} is not null
        group by all
    )
    group by {{ key }}
{%- endmacro %}
