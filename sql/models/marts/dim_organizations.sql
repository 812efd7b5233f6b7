{{ config(kept_by={'entity_id': 'entities'}) }}

{{ described_entities('organization', touched('entity_id', 'entities')) }}
