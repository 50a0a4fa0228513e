import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { builtInChecklist } from '../../../src/policy/built-in-checklist.js';
import type { PilotOptions } from '../../support/pilot-repository.js';
import { accounts, approval, runGate } from '../../support/pull-request.js';
import {
  approvedBy,
  by,
  edit,
  engineer,
  judgePolicy,
  policyRepository,
  running,
  wholePolicy,
} from '../../support/policy-pull-request.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const { maya, erin, omar, paul, eve, bot } = accounts;
const skill = '.claude/skills/pm-pr-review/SKILL.md';
const wide = '# Agents\n\n## PM zone\n\nPMs can touch:\n\n- `src/**`\n- `docs/**`\n';
const withStatus = wholePolicy
  .replace('Product DRI |\n', 'Product DRI | Status |\n')
  .replace('| --- |\n', '| --- | --- |\n')
  .replace(/(\| Maya .*)\|\n/, '$1| active |\n')
  .replace(/(\| Max .*)\|\n/, '$1| revoked |\n');

interface Way {
  readonly title: string;
  readonly policy?: string;
  readonly options?: PilotOptions;
  /** What the pull request does; it is committed after. */
  readonly change: (repository: TemporaryRepository) => void;
  /** What the verdict says is opened. */
  readonly opens: RegExp;
  /** The file and line that it is said at. */
  readonly at?: RegExp;
  /** Nobody can say what it opens before the branch has what the base has. */
  readonly isUnknown?: true;
}

function link(repository: TemporaryRepository, path: string, target: string): void {
  repository.remove(path);
  symlinkSync(target, join(repository.root, path));
}

/** Commits on the base while the branch is open, and comes back to it. */
function onBase(repository: TemporaryRepository, change: () => void): void {
  repository.git('switch', '-q', 'main');
  change();
  repository.commit('Go on', { author: 'Erin <erin@example.com>' });
  repository.git('switch', '-q', 'pm/home');
}

const ways: readonly Way[] = [
  {
    title: 'a wider glob',
    change: (r) => edit(r, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`'),
    opens: /This opens what “\*\*\/\*\.json” matches/,
    at: /^CLAUDE\.md:\d+$/,
  },
  {
    title: 'a glob that matches no file yet',
    change: (r) => edit(r, 'CLAUDE.md', '- `**/flags.yaml`', '- `src/home/billing/**`\n- `**/flags.yaml`'),
    opens: /This opens src\/home\/billing/,
    at: /^CLAUDE\.md:\d+$/,
  },
  {
    title: 'a forbid that is gone',
    options: { files: { 'src/home/auth/a.md': 'a\n' } },
    change: (r) => edit(r, 'CLAUDE.md', '- `**/auth/**`\n', ''),
    opens: /This opens src\/home\/auth\/a\.md.*locked → editable/,
  },
  {
    title: 'a narrower forbid',
    options: { files: { 'src/home/auth/a.md': 'a\n' } },
    change: (r) => edit(r, 'CLAUDE.md', '`**/auth/**`', '`**/auth/server/**`'),
    opens: /This opens src\/home\/auth\/a\.md/,
  },
  {
    title: 'a condition that is dropped',
    change: (r) => edit(r, 'CLAUDE.md', ' (new events only, additions only)', ''),
    opens: /no longer asked/,
  },
  {
    title: 'a sentence around the zone that is gone',
    policy: `Never edit \`src/home/readme.md\`.\n\n${wholePolicy}`,
    options: { files: { 'src/home/readme.md': 'a\n' } },
    change: (r) => edit(r, 'CLAUDE.md', 'Never edit `src/home/readme.md`.', ''),
    opens: /This opens src\/home\/readme\.md/,
  },
  {
    title: 'CLAUDE.md removed, where AGENTS.md is wider',
    options: { files: { 'AGENTS.md': wide } },
    change: (r) => r.git('rm', '-q', 'CLAUDE.md'),
    opens: /This opens|on no list of PMs any more|Without|Controls|Size limit/,
  },
  {
    title: 'CLAUDE.md renamed, where AGENTS.md is wider',
    options: { files: { 'AGENTS.md': wide } },
    change: (r) => r.git('mv', 'CLAUDE.md', 'OLD.md'),
    opens: /Size limit: 10, 200 → 15, 400/,
  },
  {
    title: 'a heading that ends to be the zone’s, where AGENTS.md is wider',
    options: { files: { 'AGENTS.md': wide } },
    change: (r) => r.write('CLAUDE.md', '# Notes\n\nBe nice.\n'),
    opens: /Size limit: 10, 200 → 15, 400/,
  },
  {
    title: 'a policy that moves to another place and grows on the way',
    change: (r) => {
      mkdirSync(join(r.root, '.claude'));
      r.git('mv', 'CLAUDE.md', '.claude/CLAUDE.md');
      edit(r, '.claude/CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    },
    opens: /This opens .*\.json/,
    at: /^\.claude\/CLAUDE\.md:\d+$/,
  },
  {
    title: 'CLAUDE.md as a link to wider instructions',
    options: { files: { 'AGENTS.md': wide } },
    change: (r) => link(r, 'CLAUDE.md', 'AGENTS.md'),
    opens: /Size limit: 10, 200 → 15, 400/,
  },
  {
    title: 'a second CLAUDE.md in a folder, which is imported',
    policy: wholePolicy.replace('**CANNOT touch', '@src/home/CLAUDE.md\n\n**CANNOT touch'),
    options: { files: { 'src/home/CLAUDE.md': 'Be nice.\n' } },
    change: (r) =>
      r.write('src/home/CLAUDE.md', '**CAN touch, within the feature folders they own:**\n\n- `**/*.tsx`\n'),
    opens: /This opens what “\*\*\/\*\.tsx” matches/,
    at: /^src\/home\/CLAUDE\.md:\d+$/,
  },
  {
    title: 'an import that is added',
    options: { files: { 'docs/more.md': 'PMs can touch:\n\n- `src/home/**`\n' } },
    change: (r) => edit(r, 'CLAUDE.md', '**Size limit', '@docs/more.md\n\n**Size limit'),
    opens: /This opens src\/home/,
  },
  {
    title: 'an import that is taken out',
    policy: wholePolicy.replace('**Size limit', '@docs/never.md\n\n**Size limit'),
    options: { files: { 'docs/never.md': 'PMs cannot touch:\n\n- `src/home/i18n/**`\n' } },
    change: (r) => edit(r, 'CLAUDE.md', '@docs/never.md', ''),
    opens: /This opens src\/home\/i18n/,
  },
  {
    title: 'an edit of what is imported',
    policy: wholePolicy.replace('**Size limit', '@docs/never.md\n\n**Size limit'),
    options: { files: { 'docs/never.md': 'PMs cannot touch:\n\n- `src/home/i18n/**`\n' } },
    change: (r) => edit(r, 'docs/never.md', 'i18n', 'i19n'),
    opens: /This opens src\/home\/i18n/,
  },
  {
    title: 'a row that is added',
    change: (r) =>
      edit(
        r,
        'CLAUDE.md',
        '| Max (@max)',
        '| Eve (@eve) | eve@example.com | src/auth | eve-flag | @org/home | @erin | @paul |\n| Max (@max)',
      ),
    opens: /Flags of Eve: not said → eve-flag/,
  },
  {
    title: 'a row that is deleted',
    change: (r) => edit(r, 'CLAUDE.md', /\| Max .*\n/, ''),
    opens: /Max \(@max, max@example\.com\) is on no list of PMs any more/,
  },
  {
    title: 'a revoked row that is active again',
    policy: withStatus,
    change: (r) => edit(r, 'CLAUDE.md', 'revoked', 'active'),
    opens: /This opens .*to Max/,
  },
  {
    title: 'a revoked row that is deleted',
    policy: withStatus,
    change: (r) => edit(r, 'CLAUDE.md', /\| Max .*\n/, ''),
    opens: /Max .* is on no list of PMs any more/,
  },
  {
    title: 'an address that is taken off a row',
    change: (r) => edit(r, 'CLAUDE.md', 'maya@example.com', 'maya.new@example.com'),
    opens: /maya@example\.com\) is on no list of PMs any more/,
  },
  {
    title: 'a feature folder more',
    change: (r) => edit(r, 'CLAUDE.md', '| src/home |', '| src/home, src/other |'),
    opens: /This opens src\/other\/readme\.md to Maya/,
  },
  {
    title: 'a flag more',
    change: (r) => edit(r, 'CLAUDE.md', '| new-home |', '| new-home, old-home |'),
    opens: /Flags of Maya: new-home → new-home, old-home/,
  },
  {
    title: 'another engineering DRI',
    change: (r) => edit(r, 'CLAUDE.md', '| @erin | @paul |', '| @eve | @paul |'),
    opens: /Engineering DRI of Maya: @erin → @eve/,
  },
  {
    title: 'controls that are standard again',
    policy: `${wholePolicy}**Controls:** regulated\n**Engineers:** @eve, @org/all\n`,
    change: (r) => edit(r, 'CLAUDE.md', '**Controls:** regulated', '**Controls:** standard'),
    opens: /Controls: regulated → standard/,
  },
  {
    title: 'a larger size limit',
    change: (r) => edit(r, 'CLAUDE.md', '10 files, 200 lines', '10 files, 300 lines'),
    opens: /Size limit: 10, 200 → 10, 300/,
  },
  {
    title: 'an audit log of nothing',
    change: (r) => edit(r, 'CLAUDE.md', /\*\*Audit log.*\n/, ''),
    opens: /Audit log: src\/trail\/\*\* → none/,
  },
  {
    title: 'somebody more who is an engineer',
    policy: `${wholePolicy}**Engineers:** @eve, @org/all\n`,
    change: (r) => edit(r, 'CLAUDE.md', '@eve, @org/all', '@eve, @org/all, @mallory'),
    opens: /Engineers: @eve, @org\/all → @eve, @org\/all, @mallory/,
  },
  {
    title: 'nobody who is an engineer any more',
    policy: `${wholePolicy}**Engineers:** @eve, @org/all\n`,
    change: (r) => edit(r, 'CLAUDE.md', /\*\*Engineers.*\n/, ''),
    opens: /Engineers: @eve, @org\/all → not said/,
  },
  {
    title: 'another who signs for compliance',
    change: (r) => edit(r, 'CLAUDE.md', 'sign-off:** @paul', 'sign-off:** @eve'),
    opens: /Compliance: @paul → @eve/,
  },
  {
    title: 'another base branch',
    policy: `${wholePolicy}**Base branch:** main\n`,
    change: (r) => edit(r, 'CLAUDE.md', 'branch:** main', 'branch:** next'),
    opens: /Base branch: main → next/,
  },
  {
    title: 'a planning doc by another name, which is open to PMs',
    change: (r) => edit(r, 'CLAUDE.md', '**Size limit', '**Planning docs:** `**/readme.md`\n**Size limit'),
    opens: /Planning docs: .* → \*\*\/readme\.md/,
  },
  {
    title: 'a section less of the skill file',
    options: { files: { [skill]: builtInChecklist } },
    change: (r) => edit(r, skill, /## Tests and docs\n[^#]*/, ''),
    opens: /Checklist: .* → not said/,
  },
  {
    title: 'a check less in the skill file',
    options: { files: { [skill]: builtInChecklist } },
    change: (r) => edit(r, skill, ' <!-- check: size -->', ''),
    opens: /Checklist: .*: size → Scope/,
  },
  {
    title: 'a skill file of one’s own',
    change: (r) => r.write(skill, '# Nothing\n'),
    opens: /Checklist: .* → not said/,
  },
  {
    title: 'a line less of CODEOWNERS',
    options: { codeowners: '/src/home/components/ @org/pay\nCLAUDE.md @org/all\nCODEOWNERS @org/all\n' },
    change: (r) => edit(r, 'CODEOWNERS', '/src/home/components/ @org/pay\n', ''),
    opens: /This opens src\/home\/components\/Home\.tsx/,
  },
  {
    title: 'the owner of the policy made another',
    options: { codeowners: '* @org/all\nCLAUDE.md @org/all\n' },
    change: (r) => edit(r, 'CODEOWNERS', 'CLAUDE.md @org/all', 'CLAUDE.md @eve'),
    opens: /CLAUDE\.md would be owned by @eve instead of @org\/all/,
  },
  {
    title: 'a policy that nobody owns any more',
    options: { codeowners: 'CLAUDE.md @org/all\nCODEOWNERS @org/all\n' },
    change: (r) => edit(r, 'CODEOWNERS', 'CLAUDE.md @org/all\n', ''),
    opens: /CLAUDE\.md would be owned by nobody instead of @org\/all/,
  },
  {
    title: 'a CODEOWNERS that comes before the other',
    change: (r) => r.write('.github/CODEOWNERS', '* @eve\n'),
    opens: /owned by @eve instead of @org\/all/,
  },
  {
    title: 'a folder of the policy that becomes a link',
    change: (r) => link(r, '.claude', 'src/home'),
    opens: /^$/,
  },
  { title: 'another spelling of CLAUDE.md', change: (r) => r.write('claude.md', wide), opens: /^$/ },
  { title: 'another spelling of its folder', change: (r) => r.write('.Claude/Claude.md', wide), opens: /^$/ },
  { title: 'another spelling of CODEOWNERS', change: (r) => r.write('codeowners', '* @eve\n'), opens: /^$/ },
  { title: 'a planning template', change: (r) => r.write('docs/PLANNING.template.md', '# P\n'), opens: /^$/ },
  {
    title: 'the workflow that runs the gate',
    options: { files: { '.github/workflows/gate.yml': 'run: pm-zone gate\n' } },
    change: (r) => r.write('.github/workflows/gate.yml', 'run: true\n'),
    opens: /^$/,
  },
  {
    title: 'a pipeline that runs the gate and lies elsewhere',
    options: { files: { 'ci/gate.yml': 'script: pm-zone gate\n' } },
    change: (r) => r.write('ci/gate.yml', 'script: true\n'),
    opens: /^$/,
  },
  {
    title: 'a pilot PM more, in a folder that is not there yet',
    change: (r) => edit(r, 'CLAUDE.md', '| src/other |', '| src/other, src/new |'),
    opens: /Max gets the feature folders src\/new/,
    at: /^CLAUDE\.md:\d+$/,
  },
  {
    title: 'no feature folders at all',
    change: (r) => edit(r, 'CLAUDE.md', '| src/other |', '| none |'),
    opens: /Max is no longer bound to feature folders|This opens/,
  },
  {
    title: 'more PMs than anybody can compare',
    change: (r) => {
      const rows = Array.from(
        { length: 500 },
        (_, at) => `| P (@p${at}) | p@x.co | a${at} | f | @o | @erin | @paul |\n`,
      );
      edit(r, 'CLAUDE.md', '| Max (@max)', `${rows.join('')}| Max (@max)`);
    },
    opens: /^(?:Once this is merged the policy has an error.*\n?)*$/,
    isUnknown: true,
  },
  {
    title: 'a change of the policy among code',
    change: (r) => {
      for (let number = 0; number < 40; number++) r.write(`src/code/${number}.ts`, `export const a = ${number};\n`);
      edit(r, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    },
    opens: /This opens .*\.json/,
  },
  {
    title: 'a change of the policy that a merge makes',
    change: (r) => {
      r.git('switch', '-q', '-c', 'side', 'main');
      r.write('src/side.ts', 'export const side = 1;\n');
      r.commit('Add it', { author: engineer });
      r.git('switch', '-q', 'pm/home');
      r.git('merge', '-q', '--no-ff', '--no-commit', 'side');
      edit(r, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    },
    opens: /This opens .*\.json/,
  },
  {
    title: 'a revert of what closed the policy',
    change: (r) => {
      onBase(r, () => edit(r, 'CLAUDE.md', '- `**/*.md` (documentation and planning)\n', ''));
      r.git('reset', '-q', '--hard', 'main');
      r.git('revert', '--no-commit', 'HEAD');
    },
    opens: /This opens .*\.md/,
  },
  {
    title: 'the policy of long ago, merged so that the base’s is lost',
    change: (r) => {
      onBase(r, () => edit(r, 'CLAUDE.md', '- `**/*.md` (documentation and planning)\n', ''));
      r.git('merge', '-q', '-s', 'ours', '--no-commit', 'main');
    },
    opens: /This opens .*\.md/,
  },
  {
    title: 'an edit of what the base edited too',
    change: (r) => {
      onBase(r, () => edit(r, 'CLAUDE.md', '# Notes', '# Our notes'));
      edit(r, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    },
    opens: /This opens .*\.json/,
    isUnknown: true,
  },
  {
    title: 'an edit of what the base moved into its policy meanwhile',
    options: { files: { 'docs/zone.md': 'PMs cannot touch:\n\n- `src/home/i18n/**`\n- `src/home/**`\n' } },
    change: (r) => {
      onBase(r, () => {
        r.git('mv', 'docs/zone.md', 'docs/policy.md');
        edit(r, 'CLAUDE.md', '**Size limit', '@docs/policy.md\n\n**Size limit');
      });
      edit(r, 'docs/zone.md', 'i18n', 'none');
    },
    opens: /^$/,
    isUnknown: true,
  },
  {
    title: 'an edit of where the policy was, which the base moved',
    change: (r) => {
      onBase(r, () => {
        mkdirSync(join(r.root, '.claude'));
        r.git('mv', 'CLAUDE.md', '.claude/CLAUDE.md');
      });
      edit(r, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    },
    opens: /This opens what/,
    isUnknown: true,
  },
];

/** The branch of a way, committed by an engineer. */
function branchOf({ policy = wholePolicy, options, change }: Way, more = ''): TemporaryRepository {
  const repository = policyRepository(policy + more, options);
  change(repository);
  repository.commit('Change it', { author: engineer });
  return repository;
}

describe('while the pilot runs nobody opens the zone without its owners and compliance by', () => {
  for (const way of ways) {
    it(way.title, async () => {
      const repository = branchOf(way, running);
      const { code, items, findings, change } = await judgePolicy(repository);
      assert.equal(code, 1);
      assert.deepEqual(items.find(({ id }) => id === 'policy-change')?.waitsFor, ['@org/all']);
      assert.equal(change?.frozenUntil, '2026-01-28');
      assert.equal(change.effect, way.isUnknown === true ? 'unknown' : 'opens');
      assert.match(findings.map(({ message }) => message).join('\n'), way.opens);
      const places = findings.map(({ path, line }) => `${path ?? ''}:${line ?? ''}`);
      if (way.at !== undefined)
        assert.ok(
          places.some((place) => way.at?.test(place)),
          places.join(', '),
        );
      const owned = await judgePolicy(repository, eve, approvedBy(repository, omar));
      assert.equal(owned.code, 1);
      const signed = await judgePolicy(repository, eve, approvedBy(repository, paul));
      assert.notEqual(signed.code, 0);
      const both = await judgePolicy(repository, eve, approvedBy(repository, omar, paul));
      assert.equal(both.code, way.isUnknown === true ? 1 : 0);
      if (way.isUnknown === true) return;
      const frozen = owned.items.find(({ id }) => id === 'policy-frozen');
      assert.equal(frozen?.state, 'pm');
      assert.match(frozen.how ?? '', /signed for compliance by @paul\./);
      assert.ok(owned.findings.every(({ severity }) => severity === 'blocker'));
    });
  }

  const pilots: Readonly<Record<string, readonly [from: string | RegExp, to: string, opens: boolean]>> = {
    'a longer pilot': ['2026-01-28', '2026-02-28', true],
    'no end of the pilot': [/\*\*Pilot.*\n/, '', true],
    'a shorter pilot': ['2026-01-28', '2026-01-20', false],
  };
  for (const [title, [from, to, opens]] of Object.entries(pilots)) {
    it(title, async () => {
      const repository = policyRepository(wholePolicy + running);
      edit(repository, 'CLAUDE.md', from, to);
      repository.commit('Change it', { author: engineer });
      const { code, change } = await judgePolicy(repository, eve, approvedBy(repository, omar));
      assert.equal(change?.effect, opens ? 'opens' : 'closes');
      assert.equal(code, opens ? 1 : 0);
    });
  }
});

describe('where no pilot runs an opening waits for the owners of the policy alone, by', () => {
  for (const way of ways.filter(({ isUnknown }) => isUnknown !== true).slice(0, 12)) {
    it(way.title, async () => {
      const repository = branchOf(way);
      assert.equal((await judgePolicy(repository)).code, 3);
      assert.equal((await judgePolicy(repository, eve, approvedBy(repository, omar))).code, 0);
    });
  }
});

describe('a change of the policy counts for nothing by the word of', () => {
  const widen = (policy = wholePolicy): TemporaryRepository => {
    const repository = policyRepository(policy);
    edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    repository.commit('Change it', { author: engineer });
    return repository;
  };

  it('whoever wrote it', async () => {
    const repository = widen();
    assert.equal((await judgePolicy(repository, omar, approvedBy(repository, omar))).code, 3);
    assert.equal((await judgePolicy(repository, omar, approvedBy(repository, erin))).code, 0);
  });

  it('a pilot PM, who can change it by nobody’s word', async () => {
    const repository = widen();
    assert.equal((await judgePolicy(repository, eve, approvedBy(repository, maya))).code, 3);
    const own = await judgePolicy(repository, maya, approvedBy(repository, omar, erin, paul));
    assert.equal(own.code, 1);
    assert.equal(own.change?.effect, 'opens');
    assert.ok(own.findings.some(({ check, severity }) => check === 'zone' && severity === 'blocker'));
  });

  it('a bot, or somebody who may not write', async () => {
    const repository = widen();
    assert.equal((await judgePolicy(repository, eve, approvedBy(repository, bot))).code, 3);
    const [review] = approvedBy(repository, omar);
    assert.equal((await judgePolicy(repository, eve, [{ ...(review as object), canWrite: false } as never])).code, 3);
  });

  it('an owner who approved it before it was that', async () => {
    const repository = policyRepository();
    repository.write('src/a.ts', 'export const a = 1;\n');
    const before = repository.commit('Add it', { author: engineer });
    edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    repository.commit('Change it', { author: engineer });
    assert.equal((await judgePolicy(repository, eve, [approval(omar, before)])).code, 3);
  });

  it('an owner whom the change itself names', async () => {
    const repository = policyRepository();
    repository.write('CODEOWNERS', '* @eve @paul\n');
    repository.commit('Change it', { author: engineer });
    assert.equal((await judgePolicy(repository, eve, approvedBy(repository, paul))).code, 3);
  });

  it('a bot that opens it, and an engineer whom the policy names', async () => {
    const engineers = widen(`${wholePolicy}**Engineers:** @org/all, @helper[bot]\n`);
    const open = await judgePolicy(engineers, omar);
    assert.equal(open.code, 3);
    assert.match(open.said, /Not a PM's change/);
    assert.equal((await judgePolicy(widen(), bot)).code, 3);
  });
});

describe('a pull request that leaves the policy as it is', () => {
  it('is none of it, though a CLAUDE.md of a folder is nobody’s policy', async () => {
    const repository = policyRepository();
    repository.write('src/search/CLAUDE.md', wide);
    repository.write('src/search/find.ts', 'export const find = 1;\n');
    repository.commit('Add it', { author: engineer });
    const { code, change, items } = await judgePolicy(repository);
    assert.deepEqual([code, change, items], [0, undefined, []]);
  });

  it('is none of it where the base’s policy went on meanwhile', async () => {
    const repository = policyRepository();
    repository.write('src/search/find.ts', 'export const find = 1;\n');
    repository.commit('Add it', { author: engineer });
    onBase(repository, () => edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`'));
    const { code, change } = await judgePolicy(repository);
    assert.deepEqual([code, change], [0, undefined]);
  });

  const typos: Readonly<Record<string, (repository: TemporaryRepository) => void>> = {
    'a word outside of the zone': (r) => edit(r, 'CLAUDE.md', '# Notes\n', '# Notes\n\nBuild with `npm run build`.\n'),
    'a comment of CODEOWNERS': (r) => edit(r, 'CODEOWNERS', '* @org/all', '# Everything\n* @org/all'),
    'a sentence of the skill file': (r) => edit(r, skill, /^# .*$/m, '# The review'),
    'an empty line more': (r) =>
      r.write('CLAUDE.md', readFileSync(join(r.root, 'CLAUDE.md'), 'utf8').replace(/(\| Max .*\n)/, '$1\n\n')),
  };
  for (const [title, change] of Object.entries(typos)) {
    it(`by ${title} says so, and is not held while the pilot runs`, async () => {
      const repository = policyRepository(wholePolicy + running, { files: { [skill]: builtInChecklist } });
      change(repository);
      repository.commit('Mend a word', { author: engineer });
      const result = await judgePolicy(repository);
      assert.equal(result.change?.effect, 'none');
      assert.deepEqual(
        result.items.map(({ id, state }) => [id, state]),
        [['policy-change', 'done']],
      );
      assert.equal(result.code, 0);
      const { stdout } = await runGate(repository, by(repository, eve), []);
      assert.match(stdout, /Ready: it touches the policy, and nothing of what PMs may do becomes another\./);
    });
  }

  it('but for closing more needs its owners, and nobody for compliance', async () => {
    const repository = policyRepository(wholePolicy + running);
    edit(repository, 'CLAUDE.md', '- `**/auth/**`', '- `**/auth/**`\n- `**/i18n/**`');
    repository.commit('Close it', { author: engineer });
    const { code, change } = await judgePolicy(repository);
    assert.deepEqual([code, change?.effect], [3, 'closes']);
    assert.equal((await judgePolicy(repository, eve, approvedBy(repository, erin))).code, 0);
  });
});
