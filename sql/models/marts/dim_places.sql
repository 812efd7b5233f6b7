{{ config(kept_by={'entity_id': 'entities'}) }}

{{ described_entities('place', touched('entity_id', 'entities'), own=['geonames_id', 'latitude', 'longitude']) }}
