{#- Each row has its own key, and no part of the key is null but what is optional. -#}
{% test is_key(model, columns, optional=[]) %}

select {{ columns | join(', ') }}
from {{ model }}
group by {{ columns | join(', ') }}
having
    count(*) > 1
    or {{ columns | reject('in', optional) | join(' is null or ') }} is null

{% endtest %}

{#- No list in the column is empty. -#}
{% test is_filled_list(model, column_name) %}

select {{ column_name }}
from {{ model }}
where coalesce(len({{ column_name }}), 0) = 0

{% endtest %}

{#- A closed interval does not end before it starts. -#}
{% test runs_forward(model, starts, ends) %}

select
    {{ starts }},
    {{ ends }}
from {{ model }}
where {{ starts }} > {{ ends }}

{% endtest %}

{#- A table is as the contract declares it: each row has its own key, and codes are of their closed lists. One query a table. -#}
{% test is_as_declared(model, key, codes={}) %}

select
    'key' as rule,
    concat_ws(' ', {{ key | join(', ') }}) as example
from {{ model }}
group by {{ key | join(', ') }}
having
    count(*) > 1
    or {{ key | join(' is null or ') }} is null
{% for column, values in codes.items() -%}
union all
select
    '{{ column }}' as rule,
    {{ column }} as example
from {{ model }}
where {{ column }} not in {{ sql_list(values) }}
{% endfor %}

{% endtest %}
