{#- The side that faces one. -#}
{% macro other_side(side) -%}
    case {{ side }} when 'host' then 'guest' when 'guest' then 'host' end
{%- endmacro %}

{#- Two of the parties that both tellings share are on different sides in each of them. -#}
{% macro two_parties_face(telling, other) -%}
    count(distinct {{ telling }}.party) > 1
    and count(distinct {{ telling }}.side) > 1
    and count(distinct {{ other }}.side) > 1
{%- endmacro %}
