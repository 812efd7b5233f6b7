{{ config(kept_by={'entity_id': 'entities'}) }}

{{ described_entities('place', own=['geonames_id', 'latitude', 'longitude']) }}
