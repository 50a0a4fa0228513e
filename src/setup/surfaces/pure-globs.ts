import { matchGlobs } from '../../policy/match-globs.js';

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
 * but theirs and bystanders. Of globs that hold the same the narrowest counts.
 */
export function findPureGlobs(
  seeds: readonly GlobSeed[],
  paths: readonly string[],
  { closed, harmless }: Bystanders = nobody,
): PureGlobs {
  const wanted = new Map(seeds.flatMap((seed, at) => seed.paths.map((path) => [path, at] as const)));
  const byEnding = groupBy(paths, endingOf);
  const candidates = [...new Set(seeds.flatMap(({ glob }) => [glob, ...widen(glob)]))];
  const pure = candidates.flatMap((glob): readonly (GlobSeed & { readonly seeds: ReadonlySet<number> })[] => {
    const { matches } = matchGlobs([glob], 'allow');
    const found = (byEnding.get(endingOf(glob)) ?? []).filter((path) => matches(path) && !closed.has(path));
    const others = found.filter((path) => !wanted.has(path));
    if (others.length * (forEachHarmless + 1) > found.length || !others.every((path) => harmless.has(path))) return [];
    if (glob.startsWith('**/') && new Set(found.map((path) => path.split('/')[0])).size < fewTops) return [];
    const held = new Set(found);
    const whole = new Set(found.flatMap((path) => wanted.get(path) ?? []));
    const complete = [...whole].filter((at) => (seeds[at] as GlobSeed).paths.every((path) => held.has(path)));
    return [{ glob, paths: found, seeds: new Set(complete) }];
  });
  const order = pure.toSorted((one, other) => other.seeds.size - one.seeds.size || width(one.glob) - width(other.glob));
  const open = new Set(seeds.keys());
  const globs: GlobSeed[] = [];
  for (const { glob, paths: found, seeds: held } of order) {
    if (![...held].some((at) => open.has(at))) continue;
    for (const at of held) open.delete(at);
    globs.push({ glob, paths: found });
  }
  const kept = globs.toSorted((one, other) => other.paths.length - one.paths.length).slice(0, mostGlobs);
  const held = new Set(kept.flatMap((each) => each.paths));
  return {
    globs: kept.toSorted((one, other) => (one.glob < other.glob ? -1 : 1)),
    rest: [...wanted.keys()].filter((path) => !held.has(path)),
  };
}

const nobody: Bystanders = { closed: new Set(), harmless: new Set() };

/** Wider globs of the same ending: any name, any depth in the same folder, any package, any folder that is called so. */
function widen(glob: string): readonly string[] {
  const names = glob.split('/');
  const ending = endingOf(glob);
  if (ending === '' || names.length < 2) return [];
  const folder = names.slice(0, -1);
  const anyName = [...folder, `*.${ending}`].join('/');
  const kind = folder.findIndex((name) => ofTexts.test(name));
  const below = kind < 0 ? [] : [[...folder.slice(0, kind + 1), '**', `*.${ending}`].join('/')];
  const own = [anyName, ...below];
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

/** Narrow before wide: each star counts, two of them most. */
function width(glob: string): number {
  const deep = glob.split('**').length - 1;
  return deep * 1000 + (glob.split('*').length - 1 - 2 * deep) * 100 - glob.length / 100;
}

export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
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
