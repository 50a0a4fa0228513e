import { indexOwners } from '../src/policy/codeowners/owner-index.js';
import type { Codeowners } from '../src/policy/policy.js';
import type { DataSet } from './data-sets.js';
import { regExpPeer, type FindOwners, type Peer } from './peers.js';
import { mixedOrder } from './random.js';

/** What finding owners alone is called among ours, which is all that peers do. */
export const ownersName = 'PM Zone, owners';

/** How often two matchers name different owners. */
export interface Agreement {
  readonly asked: number;
  readonly different: number;
  /** Some of the paths that they differ on. */
  readonly examples: readonly string[];
}

/**
 * Compares every matcher's answers with those of one RegExp per rule, slow but correct by its simplicity, on as many paths as
 * `cap` milliseconds allow for each. A fast wrong answer is no answer. Our matcher goes by `ownersName`.
 */
export function countDisagreements(
  set: DataSet,
  codeowners: Codeowners,
  peers: readonly Peer[],
  cap: number,
): ReadonlyMap<string, Agreement> {
  const paths = set.paths();
  const order = mixedOrder(paths.length, 7);
  const right = regExpPeer.prepare(set, codeowners.rules);
  const answers: { readonly path: string; readonly owners: string }[] = [];
  right('no-such-folder/no-such-file');
  const end = performance.now() + cap;
  for (let at = 0; at < order.length && performance.now() < end; at++) {
    const path = paths[order[at] as number] as string;
    answers.push({ path, owners: right(path).join(' ') });
  }
  const ours = indexOwners(codeowners);
  const compare = (find: FindOwners): Agreement => {
    find('no-such-folder/no-such-file');
    const stop = performance.now() + cap;
    let asked = 0;
    const different: string[] = [];
    for (const { path, owners } of answers) {
      if (performance.now() > stop) break;
      asked += 1;
      if ([...new Set(find(path))].join(' ') !== [...new Set(owners.split(' '))].join(' ')) different.push(path);
    }
    return { asked, different: different.length, examples: different.slice(0, 3) };
  };
  return new Map([
    [ownersName, compare((path) => ours.find(path).owners)],
    ...peers
      .filter((peer) => peer !== regExpPeer)
      .map((peer): [string, Agreement] => [peer.name, compare(peer.prepare(set, codeowners.rules))]),
  ]);
}
