// Fails when custom-elements.json is not what the sources say, or when an element's docblock and its code disagree.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const file = 'custom-elements.json';
const faults = [];
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const made = spawnSync('cem', ['analyze', '--quiet', '--config', 'scripts/manifest.config.mjs'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (made.status !== 0) {
  console.error(made.stdout, made.stderr);
  process.exit(1);
}
const after = readFileSync(file, 'utf8');
if (process.argv.includes('--write')) {
  console.log(before === after ? `${file} is up to date` : `${file} rewritten: review its diff as an API change`);
} else if (before !== after) {
  faults.push(`${file} was out of date and has been rewritten: review its diff as an API change, then commit it`);
}

/** Every match of `pattern`'s first group in the sources of an element. */
function found(text, pattern) {
  return new Set([...text.matchAll(pattern)].flatMap((match) => match[1].split(/\s+/)).filter(Boolean));
}

/** Says what is used and not documented, or documented and not used. */
function compare(tag, what, used, documented) {
  for (const name of used)
    if (!documented.has(name)) faults.push(`<${tag}> uses the ${what} "${name}" without documenting it`);
  for (const name of documented)
    if (!used.has(name)) faults.push(`<${tag}> documents the ${what} "${name}" that is not there`);
}

const manifest = JSON.parse(after);
for (const module of manifest.modules) {
  for (const element of module.declarations ?? []) {
    if (!element.customElement || !element.tagName) continue;
    const tag = element.tagName;
    const folder = join('src', module.path.replace(/^dist\//, '').replace(/[^/]+$/, ''));
    const source = readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const shared = readdirSync('src/ui', { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join('src/ui', name), 'utf8'))
      .join('\n');
    if (!element.summary) faults.push(`<${tag}> has no @summary`);
    if (!source.includes('@example')) faults.push(`<${tag}> has no @example`);
    if (!module.path.endsWith(`${basename(folder)}.js`))
      faults.push(`<${tag}> does not stand in ${basename(folder)}.ts`);
    const names = (list) => new Set((list ?? []).map((item) => item.name).filter((name) => name !== undefined));
    // Greppable literals: an event is dispatched as new CustomEvent('yn-…')
    const dispatched = (text) => found(text, /new CustomEvent(?:<[^>]*>)?\(\s*['"`](yn-[a-z-]+)['"`]/g);
    // What a class in ui/ dispatches for its elements is documented there, and inherited
    const own = dispatched(source);
    const inherited = [...dispatched(shared)].filter((name) => names(element.events).has(name));
    compare(tag, 'event', new Set([...own, ...inherited]), names(element.events));
    const parts = found(source, /\bpart=["']([^"'$]+)["']/g);
    for (const name of parts)
      if (!names(element.cssParts).has(name)) faults.push(`<${tag}> uses the part "${name}" without documenting it`);
    for (const name of names(element.cssParts))
      if (!parts.has(name) && !new RegExp(`['"\`\\s]${name}['"\`\\s]`).test(source + shared))
        faults.push(`<${tag}> documents the part "${name}" that is not there`);
    const slots = found(source, /<slot name=["']([^"'$]+)["']/g);
    for (const name of slots)
      if (!names(element.slots).has(name)) faults.push(`<${tag}> uses the slot "${name}" without documenting it`);
    for (const name of names(element.slots))
      if (name && names(element.cssParts).has(name)) faults.push(`<${tag}>: "${name}" is both a slot and a part`);
    for (const name of names(element.cssProperties))
      if (!(source + shared).includes(name))
        faults.push(`<${tag}> documents the CSS property "${name}" that is not there`);
  }
}

if (faults.length > 0) {
  for (const fault of faults) console.error(`- ${fault}`);
  process.exit(1);
}
console.log(`${file} agrees with the sources`);
