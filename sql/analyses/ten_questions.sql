-- Ten questions that people ask of the marts: `python -m tests.bench.ten_questions WAREHOUSE` times them, each well under 300 ms.

-- Who met whom in the last quarter that reports tell of?
select
    met_on,
    place,
    hosts,
    guests,
    topics
from rpt_engagements
where met_on >= (select max(published_on) from dim_reports) - interval 3 month
order by met_on desc
limit 100;

-- Whom does the most named person meet?
select
    name,
    other_name,
    occasions,
    weight
from rpt_network
where entity_id = (select entity_id from dim_people order by mentions desc limit 1)
order by weight desc
limit 20;

-- What did that person do and say, in order?
select
    seen_on,
    kind,
    what,
    detail,
    evidence
from rpt_person_timeline
where entity_id = (select entity_id from dim_people order by mentions desc limit 1)
order by seen_on desc
limit 200;

-- Who held the post that most people held, when?
select
    post,
    holder,
    first_seen_on,
    last_seen_on,
    overlaps_with
from rpt_post_holders
where post_id = (select post_id from dim_posts order by holders desc limit 1)
order by first_seen_on;

-- Which directives went to the police?
select
    issued_on,
    reported_on,
    issued_by,
    issued_to,
    directive
from rpt_directives
where list_has_any(issued_to, ['police', 'Police', 'Punjab Police'])
order by reported_on desc
limit 100;

-- Where do most die in incidents, by month (of the report, where it tells no day)?
select
    city,
    date_trunc('month', coalesce(occurred_on, reported_on)) as month,
    count(*) as incidents,
    sum(killed) as killed
from rpt_incidents
group by all
order by killed desc nulls last
limit 50;

-- What is said on a topic, in whose words?
select
    published_on,
    speaker,
    content
from rpt_statements_by_topic
where
    topic = 'police'
    and is_own_topic
order by published_on desc
limit 100;

-- Which topics rise?
select
    topic,
    published_month,
    reports,
    change
from rpt_topic_trend
order by change desc nulls last
limit 20;

-- Which reports name a place, with their headlines?
select distinct
    reports.published_on,
    reports.outlet,
    reports.headline
from fct_mentions as mentions
inner join dim_reports as reports on mentions.report_id = reports.report_id
where mentions.entity_name = 'Lahore'
order by reports.published_on desc
limit 100;

-- Where do reports of one story disagree?
select
    kind,
    count(distinct story_id) as stories,
    count(*) as values_told
from rpt_disagreements
group by kind
order by stories desc;
