import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GateVerdict } from '../../src/gate/gate-verdict.js';
import type { Review } from '../../src/review/review.js';
import type { CaseRepository } from './case-repository.js';
import type { Case } from './case.js';
import { hostEvidence } from './host-evidence.js';

/** How a change ends that its PM carries through. */
export interface Carried {
  /** What the gate says once both DRIs approved. */
  readonly end: 'ready' | 'waits' | 'not ready' | 'could not run';
  /** Who is waited for before anybody approved and for what, or that it does not only wait. */
  readonly before: readonly string[];
  /** The same once both approved. */
  readonly left: readonly string[];
}

type Judged = Review & { readonly gate: GateVerdict };

const ends: Readonly<Record<number, Carried['end']>> = { 0: 'ready', 1: 'not ready', 3: 'waits' };

/**
 * A change as its PM carries it through on the command line: confirms what is theirs, and is judged by the gate with the host's word, at first
 * with nobody's approval and then with both DRIs'. Throws where the copy does not hold the commit.
 */
export function carryThrough(scratch: CaseRepository, each: Case): Carried {
  scratch.lay(each);
  const { root, environment: env } = scratch;
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
  const run = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string } =>
    spawnSync(process.execPath, [resolve('dist', 'pm-zone.js'), ...args, '--cwd', root], {
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
  scratch.checkOut();
  run('attest', '--all');
  const judge = (approvedBy: 'nobody' | 'both DRIs'): Omit<Carried, 'before'> => {
    const commits = git('rev-list', '--reverse', 'main..HEAD').split('\n');
    const file = join(root, '..', 'evidence.json');
    writeFileSync(file, JSON.stringify(hostEvidence(git('rev-parse', 'main'), commits, approvedBy)));
    const { status, stdout } = run('review', '--base', 'main', '--evidence', file, '--format', 'json');
    return {
      end: ends[status ?? 2] ?? 'could not run',
      left: stdout === '' ? [] : openOf(JSON.parse(stdout) as Judged),
    };
  };
  const first = judge('nobody');
  const before = first.end === 'waits' ? first.left : [`${first.end} before anybody approved`, ...first.left];
  return { before, ...judge('both DRIs') };
}

function openOf({ gate, findings }: Judged): readonly string[] {
  return [
    ...gate.waits.map(({ who, items }) => `${who}: ${items.join('; ')}`),
    ...gate.troubles,
    ...findings.filter(({ severity }) => severity !== 'note').map(({ check, message }) => `${check}: ${message}`),
  ];
}
