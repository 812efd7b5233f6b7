{{ config(kept_by={'entity_id': 'entities'}) }}

{{ described_entities('organization') }}
