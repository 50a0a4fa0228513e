import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tip } from '../../src/git/find-base.js';
import { fetchBase } from '../../src/work/fetch-base.js';
import { getLatest, type GetLatestOptions } from '../../src/work/get-latest.js';
import type { Work, WorkOptions } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { pilotClone, slowest, within } from './setup.js';

/** The two repositories of the test that runs, and what most tests ask of the clone. */
export interface UsedClone {
  readonly repository: TemporaryRepository;
  readonly origin: TemporaryRepository;
  /** A file of the clone. */
  readonly text: (path: string) => string;
  /** Where `origin/main` is, as last fetched. */
  readonly base: () => Tip;
  readonly run: <T>(act: (work: Work) => Promise<T>, options?: WorkOptions) => Promise<T>;
  readonly latest: (options?: Partial<GetLatestOptions>) => ReturnType<typeof getLatest>;
}

/** In a `describe`: makes a pilot's clone before each test, removes it after, and gives its tests the time they may need. */
export function usePilotClone(suite: Mocha.Suite): UsedClone {
  let clone: ReturnType<typeof pilotClone>;
  suite.timeout(slowest);
  suite.beforeEach(() => void (clone = pilotClone()));
  suite.afterEach(() => {
    clone.repository.remove();
    clone.origin.remove();
  });
  const repository = whichever(() => clone.repository);
  const base = (): Tip => ({ ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') });
  const run: UsedClone['run'] = (act, options) => within(repository, act, options);
  return {
    repository,
    origin: whichever(() => clone.origin),
    text: (path) => readFileSync(join(repository.root, path), 'utf8'),
    base,
    run,
    latest: (options) => run((work) => getLatest(work, { base: base(), fetch: fetchBase, ...options })),
  };
}

/** One object for what is made anew for each test. */
function whichever(current: () => TemporaryRepository): TemporaryRepository {
  return new Proxy({} as TemporaryRepository, { get: (_, name) => Reflect.get(current(), name) as unknown });
}
