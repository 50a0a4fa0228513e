import assert from 'node:assert/strict';

import { createJudge } from '../../src/policy/judge.js';
import { parseCodeowners } from '../../src/policy/codeowners/parse-codeowners.js';
import { findPolicyErrors } from '../../src/policy/policy-errors.js';
import type { Policy } from '../../src/policy/policy.js';
import { readZone } from '../../src/policy/zone-section/read-zone.js';
import { markdownRoot } from '../markdown-root.js';

const zoneText = `# PM zone
PMs can touch:
- \`**/*.md\`

| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| Amy (@amy) | amy@b.c | | | @dev | @eva | @paul |
`;

function policyOf(owners: string | undefined, skill?: string): Policy {
  const zone = readZone({ path: 'CLAUDE.md', text: zoneText }, markdownRoot(zoneText));
  const codeowners = owners === undefined ? undefined : parseCodeowners({ path: 'CODEOWNERS', text: owners });
  return {
    tips: [
      {
        ref: 'main',
        commit: 'c',
        zone,
        codeowners,
        skill: skill === undefined ? undefined : { path: 'SKILL.md', text: skill },
      },
    ],
    preview: false,
  };
}

/** The same with settings. */
function policyWith(settings: string): Policy {
  const text = `${zoneText}\n${settings}`;
  const policy = policyOf(undefined);
  const zone = readZone({ path: 'CLAUDE.md', text }, markdownRoot(text));
  return { ...policy, tips: [{ ...policy.tips[0], zone }] };
}

describe('policyErrors', () => {
  const anyone = { kind: 'no-roster', names: [], rows: [] } as const;

  it('a pilot PM as code owner leaves nothing open to a PM alone', () => {
    const policy = policyOf('/x/ @dev\n/docs/ @AMY\n');
    assert.deepEqual(
      findPolicyErrors(policy).map(({ file, line }) => `${file}:${line}`),
      ['CODEOWNERS:2'],
    );
    const { standing, because } = createJudge(policy, anyone).judge('a.md');
    assert.equal(standing, 'pair');
    assert.match(because[0]?.text ?? '', /pilot PM and cannot be a code owner/u);
  });

  it('outside of the pilot nothing is open but planning docs before it', () => {
    const policy = policyOf(undefined);
    const [tip] = policy.tips;
    const settings = { ...tip.zone?.settings, pilot: { from: '2027-01-11', to: '2027-02-05' } };
    const pilot = { ...policy, tips: [{ ...tip, zone: { ...tip.zone, settings } }] } as unknown as Policy;
    const standings = (today: string): readonly string[] =>
      ['a.md', 'x/PLANNING.md'].map((path) => createJudge(pilot, anyone, { today }).judge(path).standing);
    assert.deepEqual(standings('2027-01-10'), ['pair', 'editable']);
    assert.deepEqual(standings('2027-01-11'), ['editable', 'editable']);
    assert.deepEqual(standings('2027-02-05'), ['editable', 'editable']);
    assert.deepEqual(standings('2027-02-06'), ['pair', 'pair']);
    const reason = (today: string): string =>
      createJudge(pilot, anyone, { today }).judge('a.md').because[0]?.text ?? '';
    assert.match(reason('2027-01-10'), /^The pilot begins on 2027-01-11/u);
    assert.match(reason('2027-02-06'), /^The pilot ended on 2027-02-05/u);
  });

  it('what is critical to production is locked until the first week of the pilot is over', () => {
    const standings = (setting: string, days: readonly string[]): readonly string[] => {
      const policy = policyWith(setting);
      return days.map((today) => createJudge(policy, anyone, { today }).judge('src/pay/a.md').standing);
    };
    const days = ['2027-01-10', '2027-01-11', '2027-01-17', '2027-01-18', '2027-02-06'];
    const critical = '**Production-critical:** `src/pay/**`, `app/src/other/**`\n';
    const pilot = '**Pilot:** 2027-01-11 to 2027-02-05\n';
    assert.deepEqual(standings(`${critical}${pilot}`, days), ['locked', 'locked', 'locked', 'editable', 'pair']);
    assert.deepEqual(standings(critical, ['2027-01-18']), ['locked']);
    assert.deepEqual(standings(pilot, ['2027-01-11']), ['editable']);
    const reasonOf = (setting: string): string =>
      createJudge(policyWith(setting), anyone, { today: '2027-01-11' }).judge('src/pay/a.md').because[0]?.text ?? '';
    assert.equal(reasonOf(`${critical}${pilot}`), 'Production-critical: src/pay/** (locked until 2027-01-18)');
    assert.match(reasonOf(critical), /the policy names no day on which a pilot begins/u);
  });

  it('what a setting locks names the line of that setting', () => {
    const settings = '**Production-critical:** `src/pay/**`\n**Audit log:** `src/audit/**`\n';
    const [{ zone }] = policyWith(settings).tips;
    const { judge } = createJudge(policyWith(settings), anyone);
    const [critical, audit] = ['src/pay/a.md', 'src/audit/a.md'].map((path) => judge(path).because[0]);
    assert.deepEqual(
      [critical?.line, audit?.line],
      ['production-critical', 'audit log'].map(
        (label) => zone?.settingsAt?.find((each) => each.setting === label)?.line,
      ),
    );
    assert.equal(audit?.line, (critical?.line ?? 0) + 1);
  });

  it('a check that does not exist leaves nothing open to a PM alone', () => {
    const policy = policyOf(undefined, '- [ ] Mine <!-- check: flag-ownd -->\n');
    assert.deepEqual(
      findPolicyErrors(policy).map(({ file, line }) => `${file}:${line}`),
      ['SKILL.md:1'],
    );
    const { standing, because } = createJudge(policy, anyone).judge('a.md');
    assert.equal(standing, 'pair');
    assert.match(because[0]?.text ?? '', /Did you mean `<!-- check: flag-owned -->`/u);
  });

  it('without such a line there is no error', () => {
    for (const owners of [undefined, '/x/ @dev\n']) {
      assert.deepEqual(findPolicyErrors(policyOf(owners)), []);
      assert.equal(createJudge(policyOf(owners), anyone).judge('a.md').standing, 'editable');
    }
  });
});
