/** The page about `<yn-kpi-tiles>` for whoever embeds it, as Markdown. */
export const kpiTilesDocs = `
Shows how far the targets of a plan are: each indicator with its figure, target, progress, trend, as-of date, responsible
office and source, and behind a button its definition, its formula and every figure it ever had.

## Two lines in any page

\`\`\`html
<script type="module" src="https://platform.example.org/embed/yuniao.js"></script>
<yn-kpi-tiles api="https://platform.example.org" codes="transfer-fund:large projects-landed top-talents">
  <a href="https://platform.example.org/api/v1/indicators.csv">指标数据（CSV）</a>
</yn-kpi-tiles>
\`\`\`

What stands inside the tag shows where scripts do not run. No inline script or style is needed, so a strict
Content-Security-Policy may stand; nothing is loaded from anybody but the platform.

## Which indicators, in which order

- \`codes\` picks indicators and their order; \`:small\`, \`:medium\` or \`:large\` after a code sets the size of its tile,
  \`size\` that of all. A code that the platform does not know keeps its place and says so.
- Without \`codes\` everything shows, under the headings of the plan's sections. \`ungrouped\` leaves the headings out,
  \`section\` shows one section only.
- \`heading-level\` fits the headings to those of the page.

## Layouts

| \`layout\` | For |
| --- | --- |
| \`tiles\` | a page about the plan |
| \`compact\` | a strip at the top of a home page |
| \`table\` | copying, paper, and readers who prefer tables: every number as it was reported, its unit in a column of its own |
| \`board\` | the screen of an exhibition hall: all tiles on one screen, type as large as fits |

A board in a page of its own, refreshed once a minute:

\`\`\`html
<body style="margin: 0">
  <yn-kpi-tiles api="https://platform.example.org" layout="board" appearance="dark" heading="指标看板"
    refresh-seconds="60" count-up></yn-kpi-tiles>
</body>
\`\`\`

While newer figures are awaited, and when they cannot be had, the older ones stay; in the second case under a line that
says how old they are. \`count-up\` moves figures only for the eye, and not for readers who asked for less motion.

## How figures are written

- Chinese counts in 万 and 亿 (\`3000万平方米\`, \`20亿元\`), English in millions and billions (\`30 million m²\`,
  \`CNY 2 billion\`), whatever unit the record declares. Two digits after the point at most, below 1 the first two that
  count, or as many as the record's \`decimals\` say.
- A figure never differs from its value by more than that rounding; a value that is not zero never shows as zero; only a
  target that is met shows 100 %. Table and details show the number as it was reported.
- What is not known is a dash with the reason, never a zero, and the last known figure below it. In the trend it is a gap.
- Each standing has a word and a sign of its own, so that colour is never needed: 超额完成, 已完成, 进度正常, 进度滞后,
  未完成, 未到期. The package exports the arithmetic behind it, \`indicatorProgress()\`, with its rules.
- Sample figures are marked 示例 on the tile itself until real ones replace them; corrected figures 已修订, with what they
  were and why in the details; figures that are not final 初步数.

## The records behind a figure

A figure that is counted from records links to the platform's list of them: a page for achievements, the data
for other kinds. \`drill-down-href="/records?{query}"\` links to where your site lists them instead; \`{query}\` is the
platform's query, such as \`achievements?r.published=2026-01-01..2026-12-31\` or
\`incubators?r.recognised=2026-01-01..2026-12-31\`. To show them yourself, cancel the event:

\`\`\`js
tiles.addEventListener('yn-drill-down', (event) => {
  event.preventDefault();
  openRecords(event.detail.indicator.drillDown);
});
\`\`\`

## Room and look

Tiles keep their room while they load: with \`codes\` it is known, otherwise say with \`placeholders\` how many tiles will
come. Until the script is there, reserve room with \`yn-kpi-tiles:not(:defined) { display: block; min-height: 22em }\`.
Colours, corners and type follow the tokens below; \`::part(tile)\`, \`::part(figure)\` and the other parts take any style.
A screen reader hears each tile as one sentence: label, value, unit, target, progress, as-of date.
`;
