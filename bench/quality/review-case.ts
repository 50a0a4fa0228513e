import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../../src/review/review.js';
import type { CaseRepository } from './case-repository.js';
import type { Case } from './case.js';

/** Where the copies lie: `PM_ZONE_COPIES`, else `.cache/quality`; one git folder for each, `owner+name` or in a folder of that name. */
export function findCopy(repository: string): string | undefined {
  const folder = join(process.env['PM_ZONE_COPIES'] ?? join('.cache', 'quality'), repository.replace('/', '+'));
  return [folder, join(folder, 'repo'), join(folder, '.git'), `${folder}.git`].find((each) =>
    existsSync(join(each, 'objects')),
  );
}

/** What `pm-zone review` of the build in `dist` says of a case, or why it said nothing. */
export function reviewCase(scratch: CaseRepository, each: Case): Review | string {
  try {
    scratch.lay(each);
  } catch (error) {
    return firstLine(error);
  }
  const args = ['review', '--base', 'main', '--head', 'change', '--format', 'json', '--cwd', scratch.root];
  const ended = spawnSync(process.execPath, [join('dist', 'pm-zone.js'), ...args], {
    env: scratch.environment,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  try {
    return JSON.parse(ended.stdout) as Review;
  } catch {
    return ended.stderr.trim().split('\n')[0] ?? '';
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ');
}
