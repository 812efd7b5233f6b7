{#- By hand, the sources are views on the Parquet files below the warehouse; in process they are there already. -#}
{% macro attach_parquet() %}

    {% if execute and target.name == 'by_hand' %}

create schema if not exists scratch.parquet;

{% for source in graph.sources.values() %}

create or replace view scratch.parquet.{{ source.name }} as
select *
from
    read_parquet(
        '{{ var("tables", "warehouse/tables") }}/{{ source.name }}/**/*.parquet',
        union_by_name = true,
        hive_partitioning = false
    );

{% endfor %}

    {% endif %}

{% endmacro %}
