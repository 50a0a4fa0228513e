import { matchGlobs } from '../../policy/match-globs.js';
import { lastNameOf } from '../../text/path-names.js';

/** Paths that one glob names, at first as narrowly as their names allow. */
export interface GlobSeed {
  readonly glob: string;
  readonly paths: readonly string[];
}

/** What some globs hold, and what none of them does. */
export interface PureGlobs {
  readonly globs: readonly GlobSeed[];
  readonly rest: readonly string[];
}

/** More lines than these nobody reads; the others are named. */
const mostGlobs = 12;

/** Paths that a glob may match besides those that are wanted. */
export interface Bystanders {
  /** Others keep these closed. */
  readonly closed: ReadonlySet<string>;
  /** These do no harm, as long as they are few. */
  readonly harmless: ReadonlySet<string>;
}

/** In fewer folders of the root than these, the folders are named. */
const fewTops = 3;

/** For each of the harmless so many that are wanted. */
const forEachHarmless = 10;

/**
 * As few globs as hold all of these seeds and, of the paths that are there, nothing else: one is widened only as long as it matches no path
 * but theirs and bystanders. Where other files lie among those of one seed, its files are named. Of globs that hold the same the narrowest counts.
 */
export function findPureGlobs(
  seeds: readonly GlobSeed[],
  paths: readonly string[],
  { closed, harmless }: Bystanders = nobody,
): PureGlobs {
  const wanted = new Map(seeds.flatMap((seed, at) => seed.paths.map((path) => [path, at] as const)));
  const byEnding = groupBy(paths, endingOf);
  const evaluate = (glob: string): readonly Candidate[] => {
    const { matches } = matchGlobs([glob], 'allow');
    const found = (byEnding.get(endingOf(glob)) ?? []).filter((path) => matches(path) && !closed.has(path));
    const others = found.filter((path) => !wanted.has(path));
    if (others.length * (forEachHarmless + 1) > found.length || !others.every((path) => harmless.has(path))) return [];
    if (glob.startsWith('**/') && new Set(found.map((path) => path.split('/')[0])).size < fewTops) return [];
    const held = new Set(found);
    const touched = new Set(found.flatMap((path) => wanted.get(path) ?? []));
    const whole = [...touched].filter((at) => (seeds[at] as GlobSeed).paths.every((path) => held.has(path)));
    return whole.length === 0 ? [] : [{ glob, paths: found, seeds: whole }];
  };
  const open = new Set(seeds.keys());
  const globs: GlobSeed[] = [];
  const take = ({ glob, paths: found, seeds: held }: Candidate, least: number): void => {
    if (held.filter((at) => open.has(at)).length < least) return;
    for (const at of held) open.delete(at);
    globs.push({ glob, paths: found });
  };
  widest(seeds)
    .flatMap(evaluate)
    .sort((one, other) => other.seeds.length - one.seeds.length || width(one.glob) - width(other.glob))
    .forEach((each) => take(each, 2));
  const own = [...open].map((at) => seeds[at] as GlobSeed);
  own
    .sort((one, other) => other.paths.length - one.paths.length)
    .slice(0, mostOwn)
    .flatMap((seed) => {
      const wide = evaluate(seed.glob);
      return wide.length > 0 ? wide : evaluate(nameAll(seed));
    })
    .forEach((each) => take(each, 1));
  const kept = globs.sort((one, other) => other.paths.length - one.paths.length).slice(0, mostGlobs);
  const held = new Set(kept.flatMap((each) => each.paths));
  return {
    globs: kept.sort((one, other) => (one.glob < other.glob ? -1 : 1)),
    rest: [...wanted.keys()].filter((path) => !held.has(path)),
  };
}

/** A glob that holds seeds as a whole, and nothing that it must not. */
interface Candidate extends GlobSeed {
  readonly seeds: readonly number[];
}

/** Each is held against all paths: with more of them than these a large repository would take minutes. */
const mostWide = 60;
const mostOwn = 40;

/** The wider globs that most seeds come to; what only one comes to is no better than its own. */
function widest(seeds: readonly GlobSeed[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { glob } of seeds)
    for (const wider of new Set(widen(glob))) counts.set(wider, (counts.get(wider) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostWide)
    .map(([glob]) => glob);
}

const nobody: Bystanders = { closed: new Set(), harmless: new Set() };

/** Wider globs of the same ending: any name, any name in one language, any depth in the same folder, any package, any folder that is called so. */
function widen(glob: string): readonly string[] {
  const names = glob.split('/');
  const ending = endingOf(glob);
  if (ending === '' || names.length < 2) return [];
  const folder = names.slice(0, -1);
  const anyName = [...folder, `*.${ending}`].join('/');
  const [, ...parts] = (names.at(-1) as string).split('.');
  const anyPart = parts.length > 1 ? [[...folder, `*.${parts.join('.')}`].join('/')] : [];
  const kind = folder.findIndex((name) => ofTexts.test(name));
  const below = kind < 0 ? [] : [[...folder.slice(0, kind + 1), '**', `*.${ending}`].join('/')];
  const own = [...anyPart, anyName, ...below];
  const first = names[0] as string;
  const isPackage = packages.test(first) && names.length > 3;
  const elsewhere =
    kind < 1 ? [] : [glob, ...own].map((each) => [first, '**', ...each.split('/').slice(Math.max(1, kind))].join('/'));
  const anyPackage = isPackage
    ? [glob, ...own, ...elsewhere].map((each) => [first, '*', ...each.split('/').slice(2)].join('/'))
    : [];
  const anywhere = kind < 1 ? [] : below.map((each) => ['**', ...each.split('/').slice(kind)].join('/'));
  return [...own, ...anyPackage, ...elsewhere, ...anywhere].filter((each) => !each.includes('**/**'));
}

/** Folders that hold texts, by their names. */
const ofTexts = /^(?:i18n|l10n|_?locales?|translations?|intl|lang|langs|languages?|messages|nls|po)$/iu;

/** Folders whose folders are packages, apps or features of the same form. */
const packages = /^(?:packages|apps|modules|libs|plugins|services|projects|components|features|extensions|addons)$/iu;

/** The glob of a seed with what its one star stands for, where other files lie beside these: `i18n/{de,en}.json`. */
function nameAll({ glob, paths }: GlobSeed): string {
  const parts = glob.split('*');
  if (parts.length !== 2) return glob;
  const [before, after] = parts as [string, string];
  const names = paths.map((path) => path.slice(before.length, path.length - after.length));
  return names.length === 1 ? (paths[0] as string) : `${before}{${names.join(',')}}${after}`;
}

/** Narrow before wide: each star counts, two of them most. */
function width(glob: string): number {
  const deep = glob.split('**').length - 1;
  return deep * 1000 + (glob.split('*').length - 1 - 2 * deep) * 100 - glob.length / 100;
}

export function endingOf(path: string): string {
  const name = lastNameOf(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

function groupBy(paths: readonly string[], key: (path: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const group = groups.get(key(path));
    if (group === undefined) groups.set(key(path), [path]);
    else group.push(path);
  }
  return groups;
}
