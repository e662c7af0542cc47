/** How many years a series goes back, the present one included. */
const YEARS = 10;

/** The day on which a demand was published: as its facet `year` has it. */
const DEMAND_DAY = `left(coalesce(body->>'publishedOn', body->>'createdAt'), 10)`;
/** An event counts from its first day on, unless it was called off. */
const HELD = `left(body->>'start', 10) <= $1 AND body->>'state' NOT IN ('cancelled', 'postponed')`;

/** Published records of a kind with the year that they count for, up to the day `$1`. */
function dated(kind: string, year: string, condition: string, value = '1'): string {
  return `SELECT (${year})::integer AS year, (${value})::float8 AS value
    FROM records WHERE kind = '${kind}' AND status = 'published' AND ${condition}`;
}

/** How many records each year has. A year without any has 0: the platform knows of all its records. */
function countedByYear(found: string): string {
  return `WITH found AS (${found}), today AS (SELECT left($1, 4)::integer AS this_year)
    SELECT year::float8 AS year, count(found.value)::float8 AS value
    FROM today, LATERAL generate_series(
      greatest(this_year - ${YEARS - 1}, least(this_year, (SELECT min(found.year) FROM found))), this_year
    ) AS years (year) LEFT JOIN found USING (year)
    GROUP BY year ORDER BY year`;
}

/** What each year's records add up to. A year in which none of them states a number is left out: it is not known. */
function summedByYear(found: string): string {
  return `WITH found AS (${found})
    SELECT year::float8 AS year, sum(value)::float8 AS value FROM found
    WHERE year > left($1, 4)::integer - ${YEARS} GROUP BY year ORDER BY year`;
}

/** Submissions of a kind with the year in which they first came to a contract, as the audit trail has it. */
function contracted(kind: string): string {
  const day = `to_char(min(at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
  return `SELECT left(${day}, 4)::integer AS year, 1::float8 AS value FROM audit JOIN submissions USING (reference)
    WHERE kind = '${kind}' AND action = 'transition' AND facts->>'to' = 'contracted'
    GROUP BY reference HAVING ${day} <= $1`;
}

/**
 * What the platform counts in its own published records and at its desk, by the code that an indicator names in `computed.query`. Each
 * query takes the present day (`2026-05-18`) as `$1` and gives the years of the last ten with their `value`; what is
 * dated later, or not at all, is left out. Dates are compared as they are written, by the day that the record names.
 */
export const FIGURE_QUERIES: ReadonlyMap<string, string> = new Map([
  [
    'achievements-published',
    countedByYear(dated('achievement', `left(body->>'publishedOn', 4)`, `body->>'publishedOn' <= $1`)),
  ],
  ['demands-published', countedByYear(dated('demand', `left(${DEMAND_DAY}, 4)`, `${DEMAND_DAY} <= $1`))],
  ['demands-contracted', countedByYear(contracted('demand'))],
  ['achievements-contracted', countedByYear(contracted('achievement'))],
  ['events-held', countedByYear(dated('event', `left(body->>'start', 4)`, HELD))],
  [
    'cooperations-reported',
    summedByYear(
      dated(
        'event',
        `left(body->>'start', 4)`,
        `${HELD} AND body#>'{result,projects}' IS NOT NULL`,
        `body#>>'{result,projects}'`,
      ),
    ),
  ],
  [
    // A carrier is added in the year of its first recognition
    'incubators-added',
    countedByYear(
      `SELECT year, 1::float8 AS value FROM (
        SELECT (SELECT min((recognition->>'year')::integer) FROM jsonb_array_elements(body->'recognitions') AS recognition)
          AS year
        FROM records WHERE kind = 'incubator' AND status = 'published'
      ) AS carriers WHERE year <= left($1, 4)::integer`,
    ),
  ],
]);
