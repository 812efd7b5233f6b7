{#- Whether what is built is what changed, in a copy of the marts, not everything. While dbt parses: so that it sees every ref. -#}
{% macro is_increment() -%}
    {{ return(not execute or adapter.get_relation('scratch', 'touched', 'reports') is not none) }}
{%- endmacro %}

{#- Whether what is made of reports one by one is built already, a portion of the reports at a time. -#}
{% macro is_built() -%}
    {{ return('by_report' in config.get('tags', []) and adapter.get_relation('scratch', 'touched', 'by_report_is_built') is not none) }}
{%- endmacro %}

{#- A table. With `kept_by` (a column and the kind of its keys), rows of keys that are not touched are kept. -#}
{% materialization kept, adapter='duckdb' %}
    {%- set kept_by = config.get('kept_by') -%}
    {%- set relation = this.incorporate(type='table') -%}
    {%- if is_built() -%}
        {%- call statement('main') -%}
            select 'built' as status
        {%- endcall -%}
    {%- elif kept_by and is_increment() and load_cached_relation(this) is not none -%}
        {%- call statement('forget') -%}
            delete from {{ relation }} where {{ is_touched(kept_by) }}
        {%- endcall -%}
        {%- call statement('main') -%}
            insert into {{ relation }} by name {{ sql }}
        {%- endcall -%}
    {%- else -%}
        {%- call statement('main') -%}
            create or replace table {{ relation }} as {{ sql }}
        {%- endcall -%}
    {%- endif -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}

{#- A view on the Parquet files; where it takes the few rows that are touched, a table, so that they are read once. -#}
{% materialization staged, adapter='duckdb' %}
    {%- set kind = 'table' if is_increment() and touched_table('reports') in sql | replace('"', '') else 'view' -%}
    {%- set relation = this.incorporate(type=kind) -%}
    {%- call statement('main') -%}
        create or replace {{ kind }} {{ relation }} as {{ sql }}
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}

{#- Keys that are touched: of no use where everything is built. -#}
{% materialization touched, adapter='duckdb' %}
    {%- set relation = this.incorporate(type='table') -%}
    {%- call statement('main') -%}
        create or replace table {{ relation }} as {{ sql if is_increment() else 'select null as nothing where false' }}
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
