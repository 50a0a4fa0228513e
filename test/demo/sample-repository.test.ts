import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleRepository, originAddress, type SampleRepository } from '../../demo/sample-repository.js';
import { createJudge } from '../../src/policy/judge.js';
import { openPolicySession } from '../../src/policy/policy-session.js';

describe('the sample repository', () => {
  const folders: string[] = [];
  let sample: SampleRepository;

  const make = (): SampleRepository => {
    const folder = mkdtempSync(join(tmpdir(), 'pm-zone-sample-'));
    folders.push(folder);
    return makeSampleRepository(folder);
  };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: sample.root, env: sample.environment, encoding: 'utf8' }).trimEnd();

  before(() => {
    sample = make();
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('lies in one folder, the origin beside the clone', () => {
    assert.deepEqual(readdirSync(sample.folder).sort(), ['boards', 'gitconfig', 'origin.git']);
    assert.equal(sample.root, join(sample.folder, 'boards'));
    assert.equal(git('config', 'remote.origin.url'), originAddress);
    assert.ok(git('remote', 'get-url', 'origin').endsWith('/origin.git'));
  });

  it('is a clean clone of main that knows the default branch of its origin', () => {
    assert.equal(git('status', '--porcelain=v2', '--branch').split('\n').length, 4);
    assert.equal(git('symbolic-ref', 'refs/remotes/origin/HEAD'), 'refs/remotes/origin/main');
    assert.equal(git('rev-parse', 'HEAD'), git('rev-parse', 'origin/main'));
    assert.equal(git('config', 'user.email'), sample.people.maya.email);
  });

  it('has the same commits in every run', () => {
    const other = make();
    const id = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: other.root,
      env: other.environment,
      encoding: 'utf8',
    });
    assert.equal(git('rev-parse', 'HEAD'), id.trimEnd());
  });

  it('has the work of several people, with a merge, and every file as it lies in demo/sample', () => {
    const authors = new Set(git('log', '--format=%an').split('\n'));
    assert.deepEqual(
      [...authors].sort(),
      Object.values(sample.people)
        .map(({ name }) => name)
        .sort(),
    );
    assert.equal(git('log', '--merges', '--format=%s'), 'Merge pull request #41 from harbor/search/way-on');
    assert.equal(git('ls-files', '*/_*', '_*'), '');
    assert.match(git('log', '--follow', '--format=%an', 'src/features/search/flags.yaml'), /^Jonas Weber\nPriya Nair$/);
    assert.doesNotMatch(git('show', 'main~3:src/features/search/flags.yaml'), /enabled: true/);
  });

  it('has Appendix A as it stands, in a section with roster and settings', () => {
    const text = readFileSync(join(sample.root, 'CLAUDE.md'), 'utf8');
    assert.ok(
      text.includes(
        '## Appendix A: Files Pilot PMs Can and Cannot Touch (CODEOWNERS-Level)\n\n**CAN touch, within the feature folders they own:**\n- `**/*.md` (documentation and planning)\n',
      ),
    );
    assert.ok(text.includes('- Any file outside their assigned feature folder without engineering co-authorship.\n'));
  });

  const standings: readonly (readonly [who: string, path: string, standing: string, conditions: readonly string[]])[] =
    [
      ['maya', 'src/features/onboarding/i18n/fr.json', 'editable', ['feature-folder']],
      ['maya', 'src/features/onboarding/prompts/welcome-assistant.md', 'editable', ['feature-folder']],
      ['maya', 'src/features/onboarding/flags.yaml', 'editable', ['feature-folder', 'owned-flags']],
      ['maya', 'src/features/onboarding/analytics/events.ts', 'editable', ['additions-only', 'feature-folder']],
      ['maya', 'src/features/onboarding/components/empty-state.tsx', 'editable', ['feature-folder', 'non-breaking']],
      ['maya', 'src/features/onboarding/PLANNING.md', 'editable', []],
      ['maya', 'src/features/onboarding/index.tsx', 'pair', []],
      ['maya', 'src/features/onboarding/analytics/track.ts', 'pair', []],
      ['maya', 'src/features/onboarding/auth/company-sign-in.tsx', 'locked', []],
      ['maya', 'src/features/search/i18n/en.json', 'locked', []],
      ['maya', 'src/auth/i18n/en.json', 'locked', []],
      ['maya', 'src/audit/log.ts', 'locked', []],
      ['maya', 'src/design-system/button.tsx', 'locked', []],
      ['maya', 'src/app.tsx', 'pair', []],
      ['maya', 'README.md', 'pair', []],
      ['maya', 'CLAUDE.md', 'locked', []],
      ['maya', 'package.json', 'locked', []],
      ['maya', '.claude/skills/pm-pr-review/SKILL.md', 'locked', []],
      ['jonas', 'src/features/search/i18n/en.json', 'editable', ['feature-folder']],
      ['jonas', 'src/features/onboarding/i18n/fr.json', 'locked', []],
    ];
  for (const [who, path, standing, conditions] of standings) {
    it(`shows ${who} ${path} as ${standing}`, async () => {
      const zone = await openPolicySession({
        cwd: sample.root,
        environment: sample.environment,
        as: `${who}@harbor.example`,
      });
      try {
        const judgement = createJudge(zone.policy, zone.asking).judge(path);
        assert.equal(judgement.standing, standing, JSON.stringify(judgement));
        assert.deepEqual([...new Set(judgement.conditions.map(({ kind }) => kind))].sort(), conditions);
      } finally {
        zone.close();
      }
    });
  }

  it('has a policy without an error, of the branch that Maya starts from', async () => {
    const zone = await openPolicySession({ cwd: sample.root, environment: sample.environment });
    zone.close();
    const [tip] = zone.policy.tips;
    assert.equal(tip.ref, 'origin/main');
    assert.equal(zone.policy.preview, false);
    assert.deepEqual(
      zone.asking.rows.map(({ pm, flags }) => [pm, flags]),
      [['Maya Rivera', ['friendlier-empty-state', 'welcome-tour']]],
    );
    const problems = [...(tip.zone?.problems ?? []), ...(tip.codeowners?.problems ?? [])];
    assert.deepEqual(
      problems.filter(({ severity }) => severity !== 'info'),
      [],
    );
    assert.equal(tip.skill?.path, '.claude/skills/pm-pr-review/SKILL.md');
  });
});
