import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { markdownRoot } from '../../markdown-root.js';
import { identify } from '../../../src/policy/asking.js';
import { createJudge } from '../../../src/policy/judge.js';
import type { Judgement, Policy, Standing, Zone } from '../../../src/policy/policy.js';
import { readZone } from '../../../src/policy/zone-section/read-zone.js';

/** A policy as somebody wrote it who has not read the grammar, and what they meant by it. */
interface WrittenPolicy {
  readonly team: string;
  readonly policy: string;
  /** The PM of its roster who asks. */
  readonly as?: string;
  readonly expect: readonly {
    readonly path: string;
    /** `closed`: anything but editable. */
    readonly standing: Standing | 'closed';
    /** What is demanded of the change, in the author's words. */
    readonly conditions?: readonly string[];
  }[];
}

/** How a policy was read: `needless` where only a condition is demanded that its author did not mean. */
type Reading = 'as meant' | 'needless' | 'stricter' | 'opened';

const folder = path.join(process.cwd(), 'test/policy/corpus');

function policiesIn(name: string): readonly WrittenPolicy[] {
  const files = readdirSync(path.join(folder, name)).toSorted();
  return files.flatMap((file) => parse(readFileSync(path.join(folder, name, file), 'utf8')) as WrittenPolicy[]);
}

function read(written: WrittenPolicy): Reading {
  const zone = readZone({ path: 'CLAUDE.md', text: written.policy }, markdownRoot(written.policy));
  const policy: Policy = {
    tips: [{ ref: 'main', commit: undefined, zone, codeowners: undefined, skill: undefined }],
    preview: false,
  };
  const judge = createJudge(policy, identify(policy, written.as === undefined ? [] : [written.as]));
  const readings = written.expect.map((each) => compare(each, judge.judge(each.path), zone));
  const worst = (['opened', 'stricter', 'needless'] as const).find((each) => readings.includes(each));
  return worst ?? 'as meant';
}

function compare(
  { standing, conditions = [] }: WrittenPolicy['expect'][number],
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

/** How each is read; reading all of them takes some seconds. */
function readAll(policies: readonly WrittenPolicy[]): ReadonlyMap<WrittenPolicy, Reading> {
  return new Map(policies.map((policy) => [policy, read(policy)]));
}

describe('policies by people who have not read the grammar', () => {
  // The figures are what is reached; they may only grow.
  for (const [name, asMeant, halves] of [
    ['careful', 150, 39],
    ['unseen', 49, 8],
    // Each with sentences of all kinds beside its lists, of which next to none is a known form.
    ['talkative', 10, 46],
    ['hostile', 0, 0],
  ] as const) {
    const policies = policiesIn(name);

    it(`${name}: none of ${policies.length} opens what its author did not mean, and at least ${asMeant} mean what was meant`, () => {
      const readings = [...readAll(policies)];
      const count = (wanted: Reading): number => readings.filter(([, reading]) => reading === wanted).length;
      const opened = readings.flatMap(([{ team }, reading]) => (reading === 'opened' ? [team] : []));
      assert.deepEqual(opened, []);
      const found = `${count('as meant')} as meant, ${count('needless')} with a needless condition`;
      assert.ok(count('as meant') >= asMeant, found);
      assert.ok(count('as meant') + count('needless') >= asMeant + halves, found);
    });
  }
});
