import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { identify } from '../../src/policy/asking.js';
import { createJudge } from '../../src/policy/judge.js';
import type { Judgement, Policy, PolicyTip, Standing, Zone } from '../../src/policy/policy.js';
import { readPolicy } from './read-policy.js';

/** A policy as somebody wrote it who has not read the grammar, and what they meant by it. */
export interface WrittenPolicy {
  readonly team: string;
  readonly policy: string;
  /** The PM of its roster who asks. */
  readonly as?: string;
  readonly expect: readonly MeantPath[];
}

interface MeantPath {
  readonly path: string;
  /** `closed`: anything but editable. */
  readonly standing: Standing | 'closed';
  /** What is demanded of the change, in the author's words. */
  readonly conditions?: readonly string[];
}

/** How a policy was read: `needless` where only a condition is demanded that its author did not mean. */
export type Reading = 'as meant' | 'needless' | 'stricter' | 'opened';

/** How one of its paths was read. */
export interface ReadPath {
  readonly meant: MeantPath;
  readonly judgement: Judgement;
  readonly reading: Reading;
}

const folder = path.join(process.cwd(), 'test/policy/corpus');

/** The policies of one folder of the corpus. */
export function policiesIn(name: string): readonly WrittenPolicy[] {
  const files = readdirSync(path.join(folder, name)).toSorted();
  return files.flatMap((file) => parse(readFileSync(path.join(folder, name, file), 'utf8')) as WrittenPolicy[]);
}

/** Reads a policy, and each path that its author speaks of. */
export function readWritten(written: WrittenPolicy): { readonly tip: PolicyTip; readonly paths: readonly ReadPath[] } {
  const zone = readPolicy(written.policy);
  const tip: PolicyTip = { ref: 'main', commit: undefined, zone, codeowners: undefined, skill: undefined };
  const policy: Policy = { tips: [tip], preview: false };
  const judge = createJudge(policy, identify(policy, written.as === undefined ? [] : [written.as]));
  const paths = written.expect.map((meant) => {
    const judgement = judge.judge(meant.path);
    return { meant, judgement, reading: compare(meant, judgement, zone) };
  });
  return { tip, paths };
}

/** The worst of some readings. */
export function worstOf(paths: readonly ReadPath[]): Reading {
  const readings = paths.map(({ reading }) => reading);
  return (['opened', 'stricter', 'needless'] as const).find((each) => readings.includes(each)) ?? 'as meant';
}

function compare(
  { standing, conditions = [] }: MeantPath,
  { standing: found, row, conditions: demanded }: Judgement,
  zone: Zone | undefined,
): Reading {
  const isDemanded = demanded.length + (zone?.prose.length ?? 0) > 0;
  if (found !== 'editable') return found === standing || standing === 'closed' ? 'as meant' : 'stricter';
  // Prose that may close a path is asked of the engineering DRI; a planning doc is open whatever else holds.
  if (standing !== 'editable') return isDemanded && standing === 'closed' ? 'as meant' : 'opened';
  if (conditions.length > 0) return isDemanded || row === 6 ? 'as meant' : 'opened';
  return isDemanded ? 'needless' : 'as meant';
}
