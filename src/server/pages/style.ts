import { createHash } from 'node:crypto';

/** The look of the pages: one column that reads well on a phone, light and dark as the reader's system is set. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --accent: #0b7a5c; --on-accent: #fff; --text: #1a2421; --muted: #54635d; --line: #dbe3df; --edge: #7c8a84;
  --surface: #fff; --tint: #f1f6f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: #5cc9a7; --on-accent: #06231a; --text: #e7eeeb; --muted: #a6b5af; --line: #33403b; --edge: #7f8f88;
    --surface: #151c1a; --tint: #1e2825;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; background: var(--surface); }
body {
  margin: 0; background: var(--surface); color: var(--text); overflow-wrap: anywhere;
  font: 1rem/1.7 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei',
    'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif;
}
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible, summary:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--surface); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
body > header, body > footer, main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
body > header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
body > header p { margin: 0; flex: 1 1 auto; }
body > header .site { color: var(--muted); }
body > header nav { margin: 0; }
body > footer { border-top: 1px solid var(--line); color: var(--muted); font-size: .875rem; }
body > footer p { margin: .25rem 0; }
main { overflow-x: clip; }
h1 { margin: .5rem 0 .75rem; font-size: clamp(1.4rem, 1.1rem + 1.6vw, 2rem); line-height: 1.35; text-wrap: balance; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.2rem; line-height: 1.4; }
.lead { margin: 0 0 1rem; font-size: 1.125rem; color: var(--muted); }
.text { white-space: pre-line; max-width: 44em; }
dl { margin: 0; }
dl > div { padding: .6rem 0; border-top: 1px solid var(--line); }
dt { color: var(--muted); font-size: .875rem; }
dd { margin: 0; }
dd > ul { margin: 0; padding: 0 0 0 1.2em; }
dd .line { display: block; }
@media (min-width: 44rem) {
  dl > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 1rem; }
  dt { font-size: 1rem; }
  dl > div:has(table) { display: block; }
}
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9375rem; min-width: 100%; }
table { overflow-wrap: break-word; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; min-width: 6.5em; }
th { color: var(--muted); font-weight: 500; }
form.search { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1rem 0; }
form.search label { display: block; color: var(--muted); font-size: .875rem; }
form.search .grow { flex: 1 1 14rem; }
input, select, button {
  min-height: 2.75rem; padding: .4rem .75rem; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--edge); border-radius: 6px; max-width: 100%;
}
input { width: 100%; }
button { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding-inline: 1.5rem; cursor: pointer; }
.columns { display: grid; gap: 1.5rem; }
@media (min-width: 48rem) { .columns { grid-template-columns: 15rem minmax(0, 1fr); } }
.facets summary { padding: .5rem 0; font-weight: 600; cursor: pointer; }
.facets ul, .chips, .takeaway { list-style: none; margin: 0; padding: 0; }
.facets li a { display: flex; justify-content: space-between; gap: 1rem; padding: .3rem 0; text-decoration: none; }
.facets li a:hover span:first-child { text-decoration: underline; }
.facets [aria-current] { font-weight: 600; }
.count, .meta { color: var(--muted); font-variant-numeric: tabular-nums; }
.columns h2:first-child { margin-top: .5rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0 1.1em; list-style: none; margin: .25rem 0 0; padding: 0; color: var(--muted); font-size: .9375rem; }
.meta { margin: .25rem 0 0; font-size: .9375rem; }
.chips, .takeaway { display: flex; flex-wrap: wrap; gap: .5rem; }
.chips a { display: inline-block; padding: .2rem .75rem; border: 1px solid var(--edge); border-radius: 1.5em; text-decoration: none; }
.chips a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
nav:has(> .chips) { margin: 1rem 0; }
.takeaway { gap: .25rem 1.25rem; }
ol.results { list-style: none; margin: 0; padding: 0; }
ol.results > li { padding: 1.1rem 0; border-top: 1px solid var(--line); }
ol.results h3 { margin: 0 0 .25rem; font-size: 1.0625rem; line-height: 1.45; }
ol.results p { margin: .25rem 0; }
.excerpt { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
nav.pages { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: 1.5rem 0; }
nav.pages a { display: inline-block; padding: .5rem 0; }
form.objection { max-width: 44em; }
form.objection p { margin: .75rem 0; }
form.objection label { display: block; color: var(--muted); font-size: .875rem; }
textarea { width: 100%; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; }
textarea:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.trap { position: absolute; inset-inline-start: -100vw; }
ol.results h2 { margin: 0 0 .25rem; font-size: 1.0625rem; line-height: 1.45; }
.outcome > p:first-child { margin-top: 0; }
yn-achievement-search:defined { display: block; margin-top: 1rem; }
ol.steps { padding-inline-start: 1.2em; }
ol.steps > li, main > ul > li { padding: .3rem 0; }
ol.steps p, main > ul p { margin: .15rem 0; }
.outcome { margin: 0 0 1rem; padding: .75rem 1rem; border-inline-start: 4px solid var(--accent); background: var(--tint); }
details.action { border-top: 1px solid var(--line); }
details.action > summary { padding: .75rem 0; cursor: pointer; font-weight: 600; }
details.action > form { padding: 0 0 1rem; max-width: 44em; }
details.action label { display: flex; gap: .6rem; align-items: baseline; min-height: 2.75rem; }
details.action input[type=checkbox] { width: auto; min-height: 0; flex: none; }
@media print { body > header nav, form.search, .facets, nav.pages, .skip { display: none; } }
`;

/** Where it is served: named after its content, so that it can be kept for ever. */
export const PAGE_STYLE_PATH = `/assets/page-${createHash('sha1').update(PAGE_STYLE).digest('hex').slice(0, 8)}.css`;
