{#- Whether dbt compiles what makes anew only what changed: flows/model has found that and runs the statements. -#}
{% macro is_increment() -%}
    {{ return(not execute or adapter.get_relation('scratch', 'touched', 'reports') is not none) }}
{%- endmacro %}

{#- Whether what is made of reports one by one is built already, a portion of the reports at a time. -#}
{% macro is_built() -%}
    {{ return('by_report' in config.get('tags', []) and adapter.get_relation('scratch', 'touched', 'by_report_is_built') is not none) }}
{%- endmacro %}

{#- A table. With `kept_by` (a column and the kind of its keys), an increment keeps rows of keys that are not touched. -#}
{% materialization kept, adapter='duckdb' %}
    {%- set relation = this.incorporate(type='table') -%}
    {%- call statement('main') -%}
        {%- if is_built() -%}
            select 'built' as status
        {%- else -%}
            create or replace table {{ relation }} as {{ sql }}
        {%- endif -%}
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}

{#- A view on the Parquet files; in an increment, where it takes the few rows that are touched, a table. -#}
{% materialization staged, adapter='duckdb' %}
    {%- set relation = this.incorporate(type='view') -%}
    {%- call statement('main') -%}
        create or replace view {{ relation }} as {{ sql }}
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}

{#- Keys that are touched, a table: of no use where everything is built. -#}
{% materialization touched, adapter='duckdb' %}
    {%- set relation = this.incorporate(type='table') -%}
    {%- call statement('main') -%}
        create or replace table {{ relation }} as select null as nothing where false
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}

{#- Data tests of a kept mart look at the rows that were made anew: the others were tested when they were. -#}
{% macro get_where_subquery(relation) -%}
    {%- set nodes = graph.nodes.values() | selectattr('name', 'equalto', relation.identifier) | list if execute else [] -%}
    {%- set kept_by = nodes[0].config.get('kept_by') if nodes -%}
    {%- if kept_by and is_increment() -%}
        (select * from {{ relation }} where {{ is_touched(kept_by) }}) dbt_subquery
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}
