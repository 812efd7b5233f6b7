{#- The keys of a kind that are touched, as dbt tells models apart; and by name, where dbt lets no reference be made. -#}
{% macro touched_keys(kind) -%}
    {{ source('touched', kind) if kind in ['reports', 'retold', 'stories', 'months'] else ref('int_touched_' ~ kind) }}
{%- endmacro %}

{% macro touched_table(kind) -%}
    scratch.{{ 'touched.' ~ kind if kind in ['reports', 'retold', 'stories', 'months'] else 'intermediate.int_touched_' ~ kind }}
{%- endmacro %}

{#- A condition: the row is one to make anew. All are, where everything is built. (sqlfluff knows no `is_increment`.) -#}
{% macro touched(column, kind) -%}
    {%- if is_increment is not defined or is_increment() -%}
        {{ column }} in (select touched.* from {{ touched_keys(kind) }} as touched)
    {%- else -%}
        true
    {%- endif -%}
{%- endmacro %}

{#- A condition: the row of a mart is one to make anew, by its config `kept_by`. -#}
{% macro is_touched(kept_by) -%}
    {%- for column, kind in kept_by.items() -%}
        {{ column }} in (select touched.* from {{ touched_table(kind) }} as touched) {{- ' and ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- The rows of a mart that meet a condition. Of an increment they are few: so what the condition asks is read first, and then them. -#}
{% macro few_of(mart, condition) -%}
    select * from {{ mart }}
    {% if is_increment is not defined or is_increment() -%}
        where rowid in (select few.rowid from {{ mart }} as few where {{ condition }})
    {%- else -%}
        where {{ condition }}
    {%- endif -%}
{%- endmacro %}
