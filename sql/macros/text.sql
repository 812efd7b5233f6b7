{#- The characters of a half-open span: offsets count Unicode code points from 0, as Python's do, and so does `substring` from 1. -#}
{% macro span(text, char_start, char_end) -%}
    substring({{ text }}, {{ char_start }} + 1, {{ char_end }} - {{ char_start }})
{%- endmacro %}

{#- ('a', 'b') -#}
{% macro sql_list(values) -%}
    ('{{ values | join("', '") }}')
{%- endmacro %}

{#- A post is its name, the body it belongs to and what it is for; spelling case tells no posts apart. -#}
{% macro post_id(post, organization_entity_id, jurisdiction) -%}
    left(
        md5(
            concat_ws(
                chr(31), lower({{ post }}), coalesce({{ organization_entity_id }}, ''), lower(coalesce({{ jurisdiction }}, ''))
            )
        ),
        16
    )
{%- endmacro %}
