import { random, type Random } from './random.js';

const words =
  'account activity admin alerts api archive assets auth badge banner billing board button cache calendar card cart chart chat client cloud code color comment common components config contact content controller core counter dashboard data date dialog docs drawer driver editor email engine events export features feed fields file filter flags folder form gateway graph group guide handler header help history home hooks icons image import inbox index infra input invoice items jobs kernel key label layout legal list loader locale login logs mail map menu message metrics middleware migration model modal monitor network notes number object onboarding order output page panel parser payment permissions picker plan platform plugin policy portal price profile project prompt provider proxy query queue rate report request reset resource review role route rules runner schema scheduler scripts search section security select service session settings share shell sidebar signup source stage state status storage store stream styles summary support survey table tasks team template tests text theme timer token tools tour tracker translate tree types upload user utilities validation vendor version video view webhook widget window worker workspace zone'.split(
    ' ',
  );
const roots = ['apps', 'docs', 'infra', 'libs', 'packages', 'scripts', 'services', 'src', 'test', 'tools'];
const endings =
  '.ts .ts .ts .ts .tsx .tsx .tsx .js .json .json .md .md .css .scss .snap .svg .png .yaml .py .go .sql .test.ts .test.ts .spec.tsx .d.ts'.split(
    ' ',
  );

/**
 * Paths of a generated repository, sorted as git sorts: about five files a folder, mostly three to seven folders deep, names that
 * come back in many places. The same `count` and `seed` give the same paths.
 */
export function generatePaths(count: number, seed: number): readonly string[] {
  const chance = random(seed);
  const folders = [...roots];
  const known = new Set(folders);
  const wanted = Math.max(roots.length, Math.round(count / 5));
  while (folders.length < wanted) {
    const parent = chance.next() < 0.25 ? (folders.at(-1) ?? '') : chance.pick(folders);
    if (parent.split('/').length > 8) continue;
    const folder = unlike(known, `${parent}/${name(chance)}`, '');
    folders.push(folder);
  }
  const files = new Set<string>();
  while (files.size < count) {
    unlike(files, `${chance.pick(folders)}/${name(chance)}`, chance.pick(endings));
  }
  return [...files].sort();
}

/**
 * A generated CODEOWNERS file for those paths with `count` rules, mixed like those of large public repositories: most of them are
 * folders and files, some have wildcards. The first rule is a catch-all.
 */
export function generateCodeowners(count: number, paths: readonly string[], seed: number): string {
  const chance = random(seed);
  const lines = ['* @harbor/everyone'];
  const known = new Set<string>();
  while (lines.length < count) {
    const path = chance.pick(paths);
    const pattern = patternNear(path, chance, count > paths.length);
    // A pattern more than once is fine and found in real files, but folders run out in a small repository.
    if (known.has(pattern) && chance.next() < 0.9) continue;
    known.add(pattern);
    lines.push(`${pattern} @harbor/${chance.pick(words)}-${chance.below(40)}`);
  }
  return `${lines.join('\n')}\n`;
}

function patternNear(path: string, chance: Random, crowded: boolean): string {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  if (crowded && chance.next() < 0.8) folders.push(name(chance));
  const depth = 1 + chance.below(folders.length);
  const folder = folders.slice(0, Math.max(depth, Math.min(2, folders.length))).join('/');
  const kind = chance.next();
  if (kind < 0.68) return `/${folder}/`;
  if (kind < 0.82) return `/${folders.join('/')}/${file}`;
  if (kind < 0.9 && folders.length > 2) return `/${folders.map((each, at) => (at === depth ? '*' : each)).join('/')}/`;
  if (kind < 0.93) return `/${folder}/**/${chance.pick(words)}.ts`;
  if (kind < 0.95) return `/${folder}/*`;
  if (kind < 0.96) return `**/${name(chance)}/${chance.pick(words)}`;
  if (kind < 0.97) return `*.${chance.pick(words)}${chance.pick(endings)}`;
  if (kind < 0.98) return `/${folder}/${file.slice(0, 3)}*`;
  return chance.next() < 0.5 ? `${name(chance)}/` : `${name(chance)}${chance.pick(endings)}`;
}

function name({ next, pick }: Random): string {
  return next() < 0.45 ? `${pick(words)}-${pick(words)}` : pick(words);
}

/** Adds `stem` + `ending`, with a number between them where that is taken. */
function unlike(known: Set<string>, stem: string, ending: string): string {
  let number = 2;
  let full = stem + ending;
  while (known.has(full)) full = `${stem}-${number++}${ending}`;
  known.add(full);
  return full;
}
