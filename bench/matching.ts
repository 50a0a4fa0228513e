import { indexOwners } from '../src/policy/codeowners/owner-index.js';
import { parseCodeowners } from '../src/policy/codeowners/parse-codeowners.js';
import type { Codeowners } from '../src/policy/policy.js';
import { countDisagreements, ownersName, type Agreement } from './agreement.js';
import type { DataSet } from './data-sets.js';
import { judgesFor } from './judging.js';
import { timePaths, timeUntil, type Sample } from './measure.js';
import type { FindOwners, Peer } from './peers.js';
import { ratios, spread, type Spread } from './statistics.js';

export interface MatchingOptions {
  readonly rounds: number;
  /** Milliseconds that a slow contender gets in each round. */
  readonly cap: number;
}

export interface MatchingRow {
  readonly name: string;
  readonly role: 'floor' | 'ours' | 'peer';
  /** Nanoseconds a path. */
  readonly cost: Spread;
  readonly toFloor: Spread;
  /** From a sample that the time ran out on. */
  readonly extrapolated: boolean;
  /** Against one RegExp a rule; only where it has been looked at. */
  readonly agreement?: Agreement;
}

export interface Matching {
  readonly set: DataSet;
  readonly rules: number;
  /** Milliseconds to read CODEOWNERS and compile it. */
  readonly compile: Spread;
  /** The floor, ours, then the peers. */
  readonly rows: readonly MatchingRow[];
}

/** So many paths are asked for in all rounds at the most, as far as three rounds allow: a million take seconds each. */
const mostPaths = 1_000_000;

/** So few paths are asked for several times in a round that the clock has something to measure. */
const leastPaths = 50_000;

/** Warm-up paths, after which the floor and our matcher are optimized: neither is measured while it is still being compiled. */
const warmPaths = 400_000;

interface Contender {
  readonly name: string;
  readonly role: MatchingRow['role'];
  /** How many times it is asked for the sample of a round before the first that counts. */
  readonly warmUps: number;
  readonly sample: (round: number) => Sample;
}

/**
 * Asks for the owner of every path of `set`, contender after contender in each round, so that what slows the machine down slows
 * them all. The floor and ours are asked for the same paths equally often, warm-up included. Ours is asked on a first pass, with
 * empty caches, and on the pass after it, when the folders are cached; for the floor they always are. Peers that get through
 * all paths start afresh in each round too, the others keep what they compiled.
 */
export function measureMatching(set: DataSet, peers: readonly Peer[], options: MatchingOptions): Matching {
  const codeowners = parse(set);
  const repeats = Math.ceil(leastPaths / set.pathCount);
  const warmUps = Math.ceil(warmPaths / (set.pathCount * repeats));
  const contenders: readonly Contender[] = [
    { name: 'floor', role: 'floor', warmUps, sample: () => timePaths(floorOf(set), set.paths, repeats) },
    ...ourContenders(ownersName, () => indexOwners(codeowners).find, set, repeats, warmUps),
    ...ourContenders('PM Zone, standing', judgesFor(codeowners), set, repeats, warmUps),
    ...peers.map((peer) => peerContender(peer, set, codeowners, options.cap)),
  ];
  for (const each of contenders) for (let time = 0; time < each.warmUps; time++) each.sample(0);
  const samples = contenders.map((): Sample[] => []);
  const compiles: number[] = [];
  const rounds = Math.min(options.rounds, Math.max(3, Math.floor(mostPaths / set.pathCount)));
  for (let round = 1; round <= rounds; round++) {
    const start = process.hrtime.bigint();
    indexOwners(parse(set));
    compiles.push(Number(process.hrtime.bigint() - start) / 1e6);
    contenders.forEach(({ sample }, at) => samples[at]?.push(sample(round)));
  }
  const costs = samples.map((each) => each.map(({ cost }) => cost));
  const agreements = countDisagreements(set, codeowners, peers, options.cap * 4);
  return {
    set,
    rules: codeowners.rules.length,
    compile: spread(compiles),
    rows: contenders.map(({ name, role }, at): MatchingRow => {
      const agreement = agreements.get(name);
      return {
        name,
        role,
        cost: spread(costs[at] ?? []),
        toFloor: ratios(costs[at] ?? [], costs[0] ?? []),
        extrapolated: (samples[at] ?? []).some(({ capped }) => capped),
        ...(agreement && { agreement }),
      };
    }),
  };
}

/** What the second pass is called. */
export const knownSuffix = ', folders known';

/** The first pass over all paths, compiling apart, and the pass after it, when the folders are known. */
function ourContenders(
  name: string,
  prepare: () => (path: string) => unknown,
  set: DataSet,
  repeats: number,
  warmUps: number,
): readonly Contender[] {
  // A reference to the previous round's instance keeps its machine code from being discarded.
  let kept: readonly unknown[] = [];
  const keep = <T>(made: T): T => {
    kept = [kept[1], made];
    return made;
  };
  const warmed = (): ((path: string) => unknown) => {
    const ask = keep(prepare());
    for (const path of set.paths()) ask(path);
    return ask;
  };
  return [
    { name, role: 'ours', warmUps, sample: () => timePaths(() => keep(prepare()), set.paths, repeats) },
    { name: name + knownSuffix, role: 'ours', warmUps, sample: () => timePaths(warmed, set.paths, repeats) },
  ];
}

function parse(set: DataSet): Codeowners {
  return parseCodeowners({ path: '.github/CODEOWNERS', text: set.codeowners });
}

/** The least that any lookup by folder costs: one slice and one Map lookup per path. */
function floorOf(set: DataSet): () => (path: string) => unknown {
  const folders = new Map<string, number>();
  for (const path of set.paths()) folders.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), folders.size);
  return () => (path) => folders.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
}

function peerContender(peer: Peer, set: DataSet, codeowners: Codeowners, cap: number): Contender {
  const prepare = (): FindOwners => {
    const find = peer.prepare(set, codeowners.rules);
    // Expressions are compiled when they are first used, and again when they turn out to be used: not while the clock runs.
    for (let time = 0; time < 3; time++) find('no-such-folder/no-such-file');
    return find;
  };
  const kept = prepare();
  let fits = false;
  return {
    name: peer.name,
    role: 'peer',
    warmUps: 1,
    sample: (round) => {
      // Some cache each path, so one that gets through them all starts afresh.
      if (fits) return timePaths(prepare, set.paths, 1);
      const sample = timeUntil(kept, set.paths(), cap, round);
      fits = !sample.capped;
      return sample;
    },
  };
}
