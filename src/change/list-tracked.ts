import { indexQuery } from '../repository/queries.js';
import type { Repository } from '../repository/repository.js';
import { parseListing } from './listing.js';

/** What the repository tracks, as the index has it. */
export interface Tracked {
  /** In git's order, each once. */
  readonly paths: readonly string[];
  /** The modes of paths that are no plain files: links (`120000`) and submodules (`160000`). */
  readonly special: ReadonlyMap<string, string>;
}

/** Lists every tracked path by one git process; rejects with a `GitTrouble`. */
export async function listTracked(repository: Pick<Repository, 'git'>): Promise<Tracked> {
  return parseTracked(await repository.git.run(indexQuery));
}

/** Reads what git answers to `indexQuery`. */
export function parseTracked(output: Buffer): Tracked {
  const listing = parseListing(output);
  return { paths: listing.paths(), special: listing.special() };
}
