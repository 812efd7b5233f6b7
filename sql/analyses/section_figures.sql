-- How well the archives were cut into sections: each figure that the sections promise, over the tables as they stand.
-- It reads the tables, which `dateline sql` does not reach. In the project's folder:
-- `.venv/bin/python -c "import duckdb; duckdb.sql(open('sql/analyses/section_figures.sql').read()).show()"`.
-- Grain: one row.
with

reports as (
    select *
    from read_parquet('warehouse/tables/reports/**/*.parquet', hive_partitioning = false)
),

sections as (
    select *
    from read_parquet('warehouse/tables/sections/**/*.parquet', hive_partitioning = false)
),

bodies as (
    select
        sections.report_id,
        string_agg(
            substr(reports.text, sections.char_start + 1, sections.char_end - sections.char_start), chr(10)
            order by sections.ordinal
        ) as body
    from sections
    inner join reports on sections.report_id = reports.report_id
    where sections.kind in ('body', 'attendance')
    group by sections.report_id
),

trailers as (
    select
        reports.report_id,
        reports.published_on is not null as is_dated,
        bool_or(
            sections.kind = 'furniture'
            and contains(
                substr(reports.text, sections.char_start + 1, sections.char_end - sections.char_start), 'Published in '
            )
        ) as is_furniture
    from reports
    inner join sections on reports.report_id = sections.report_id
    where regexp_matches(reports.text, 'Published in [A-Z][^\n]{4,80}(19|20)\d\d\.?\s*$')
    group by all
),

agency_datelines as (
    select
        report_id,
        dateline_place is not null as is_found
    from reports
    where regexp_matches(text, '^[^\n]*\n+([^\n]{0,80}\n)?[A-Z][^\n]{0,60}, ?[A-Z][a-z]+ \d{1,2},? \(A?APP?[0)]')
),

lengths as (
    select
        reports.report_id,
        length(regexp_replace(reports.text, '[\s\p{Z}]', '', 'g')) as printed,
        sum(
            length(
                regexp_replace(
                    substr(reports.text, sections.char_start + 1, sections.char_end - sections.char_start),
                    '[\s\p{Z}]', '', 'g'
                )
            )
        ) as covered
    from reports
    inner join sections on reports.report_id = sections.report_id
    group by reports.report_id, reports.text
),

final as (
    select
        (select count(*) from reports) as reports,
        (select round(100 * avg(is_found::int), 2) from agency_datelines) as agency_dateline_place_percent,
        (select round(100 * avg((is_dated and is_furniture)::int), 2) from trailers) as trailer_parsed_percent,
        (select count(*) from bodies where contains(body, 'adsbygoogle')) as bodies_with_scripts,
        (select count(*) from bodies where regexp_matches(body, '/File ?[A-Z]{3,}')) as bodies_with_teasers,
        (
            select count(*) from bodies
            where regexp_matches(body, '(?im)^\W*copyright(ed)?\b|^ *© ?(19|20)\d\d')
        ) as bodies_with_copyright_lines,
        (select count(*) from reports where contains(headline, 'DAWN.COM')) as headlines_with_tags,
        (select count(*) from lengths where printed <> covered) as reports_not_covered
)

select * from final
