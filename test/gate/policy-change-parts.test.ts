import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../../src/gate/evidence.js';
import { findPolicyFindings } from '../../src/gate/policy-change/find-policy-findings.js';
import { findWrittenOpenings } from '../../src/gate/policy-change/find-written-openings.js';
import { judgeFreeze } from '../../src/gate/policy-change/judge-freeze.js';
import { mergedRevision } from '../../src/gate/policy-change/merged-revision.js';
import { firstWithSomebody } from '../../src/gate/policy-change/required-owners.js';
import { openKnownPeople } from '../../src/gate/people/known-people.js';
import type { Policy } from '../../src/policy/policy.js';
import type { Revision } from '../../src/policy/revision.js';
import { accounts, gateRoster, runGate } from '../support/pull-request.js';
import { by, edit, engineer, judgePolicy, policyRepository, wholePolicy } from '../support/policy-pull-request.js';
import { policyOf } from '../support/policy-of.js';
import { appendixA } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const host = { url: 'https://github.com' };

const { erin, omar, eve, paul } = accounts;

function onBase(repository: TemporaryRepository, change: () => void): void {
  repository.git('switch', '-q', 'main');
  change();
  repository.commit('Go on', { author: 'Erin <erin@example.com>' });
  repository.git('switch', '-q', 'pm/home');
}

describe('a change of the policy beside what the base did meanwhile', () => {
  it('is compared with the base as it is now', async () => {
    const repository = policyRepository();
    onBase(repository, () => repository.write('CODEOWNERS', '* @org/all\n'));
    edit(repository, 'CLAUDE.md', '- `**/auth/**`', '- `**/auth/**`\n- `**/i18n/**`');
    repository.commit('Close it', { author: engineer });
    const { change, code } = await judgePolicy(repository);
    assert.deepEqual([change?.effect, change?.files, code], ['closes', ['CLAUDE.md'], 3]);
    assert.deepEqual(change?.comparison.owners, []);
  });

  it('is the same where the base changed other files alone', async () => {
    const repository = policyRepository();
    onBase(repository, () => repository.write('src/a.ts', 'export const a = 1;\n'));
    edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    repository.commit('Open it', { author: engineer });
    assert.equal((await judgePolicy(repository)).change?.effect, 'opens');
  });

  it('is unknown where it makes a policy file of one that the base went on with', async () => {
    const repository = policyRepository(wholePolicy, { files: { 'notes.md': 'A line of notes.\n'.repeat(20) } });
    onBase(repository, () => edit(repository, 'notes.md', 'A line', 'Another line'));
    repository.git('mv', 'notes.md', 'AGENTS.md');
    repository.commit('Make it the instructions', { author: engineer });
    const { change, items } = await judgePolicy(repository);
    assert.equal(change?.effect, 'unknown');
    assert.match(items.find(({ id }) => id === 'policy-branch')?.how ?? '', /notes\.md changed on main too/);
  });

  it('is none where the base began to import a file that nobody else changed', async () => {
    const repository = policyRepository();
    onBase(repository, () => {
      repository.write('docs/new.md', 'Words.\n');
      edit(repository, 'CLAUDE.md', '**Size limit', '@docs/new.md\n\n**Size limit');
    });
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.write('src/auth/more.ts', 'export const more = 1;\n');
    repository.commit('Log in', { author: engineer });
    const { change, code } = await judgePolicy(repository);
    assert.deepEqual([change, code], [undefined, 0]);
  });
});

describe('mergedRevision', () => {
  const side = (names: readonly string[]): Revision => ({
    ref: 'main',
    commit: undefined,
    read: () => Promise.resolve(new Map()),
    readPlain: () => Promise.resolve(new Map()),
    listRoot: () => Promise.resolve(names),
  });

  it('has at its root what either side added and neither took away', async () => {
    const sides = { from: side(['a', 'b', 'c']), base: side(['a', 'b', 'd']), head: side(['a', 'c', 'e']) };
    assert.deepEqual(await mergedRevision(sides, new Set()).listRoot(), ['a', 'd', 'e']);
  });
});

describe('whose word a change of the policy needs', () => {
  it('is another owner’s, then a DRI’s, then an engineer’s, where whoever wrote it is the only one', async () => {
    const start = (policy: string, codeowners: string): TemporaryRepository => {
      const repository = policyRepository(policy, { codeowners });
      edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
      repository.commit('Open it', { author: engineer });
      return repository;
    };
    const waitsFor = async (
      repository: TemporaryRepository,
      who: Account = erin,
    ): Promise<readonly string[] | undefined> =>
      (await judgePolicy(repository, who)).items.find(({ id }) => id === 'policy-change')?.waitsFor;
    assert.deepEqual(await waitsFor(start(wholePolicy, 'CLAUDE.md @omar\n'), omar), ['@erin']);
    assert.deepEqual(await waitsFor(start(`${wholePolicy}**Engineers:** @omar, @erin\n`, '# None\n')), ['@omar']);
    assert.deepEqual(await waitsFor(start(wholePolicy, '# None\n')), ['@erin']);
  });

  it('is that of whom nobody can tell apart, and of nobody where nobody is named', () => {
    const known = openKnownPeople({ host, handles: [], teams: [] });
    const whyBarred = (): undefined => undefined;
    assert.deepEqual(firstWithSomebody([[], ['@org/hidden'], ['@a']], { known, whyBarred }), ['@org/hidden']);
    assert.deepEqual(firstWithSomebody([[], []], { known, whyBarred }), []);
  });

  it('is compliance’s by every policy that counts', () => {
    const tipOf = (who: string): Policy['tips'][0] =>
      policyOf(`**Pilot:** 2027-01-11 to 2027-02-05\n\n**Compliance sign-off:** ${who}\n`).tips[0];
    const policy: Policy = { tips: [tipOf('@omar'), tipOf('@paul'), tipOf('none')], preview: false };
    const known = openKnownPeople({
      host,
      handles: [omar, paul].map((account) => ({ handle: `@${account.handle}`, account })),
      teams: [],
    });
    const refusedOn = (day: string, effect: 'opens' | 'closes', ...people: readonly Account[]): boolean =>
      judgeFreeze(
        policy,
        effect,
        {
          approvals: { counting: people.map((account) => ({ account, review: 'r', waives: [] })), refused: [] },
          known,
          whyBarred: () => undefined,
        },
        day,
      ).isRefused;
    assert.equal(refusedOn('2027-01-11', 'opens'), true);
    assert.equal(refusedOn('2027-01-11', 'opens', omar), true);
    assert.equal(refusedOn('2027-02-05', 'opens', omar, paul), false);
    assert.equal(refusedOn('2027-01-20', 'closes'), false);
    for (const day of ['2027-01-10', '2027-02-06']) assert.equal(refusedOn(day, 'opens'), false, day);
  });
});

describe('findWrittenOpenings', () => {
  const body = (...lines: readonly string[]): ReturnType<typeof policyOf> => policyOf(`${lines.join('\n')}\n`);
  const list = (...globs: readonly string[]): readonly string[] => [
    'PMs can touch:',
    '',
    ...globs.map((each) => `- ${each}`),
    '',
  ];
  const locked = (...globs: readonly string[]): readonly string[] => [
    'PMs cannot touch:',
    '',
    ...globs.map((each) => `- ${each}`),
    '',
  ];
  const paired = ['Together with an engineer:', '', '- `a/**`', ''];
  const roster = (...rows: readonly string[]): readonly string[] => [
    '| PM | Email | Feature folders | Status |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ];
  const maya = 'Maya (@maya) | maya@x.co | src/a';
  const said = (before: readonly string[], after: readonly string[]): readonly string[] =>
    findWrittenOpenings(body(...before), body(...after)).map(({ message }) => message);

  const rows: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
    ['the same', list('`a/**`'), list('`a/**`'), []],
    ['an allow less', list('`a/**`', '`b/**`'), list('`a/**`'), []],
    ['an allow more', list('`a/**`'), list('`a/**`', '`b/**`'), ['This opens what “b/**” matches.']],
    ['a narrower allow', list('`a/**`'), list('`a/b/*.md`'), []],
    ['a wider allow', list('`a/*.md`'), list('`a/**`'), ['This opens what “a/**” matches.']],
    [
      'a narrower allow that holds against a pair',
      [...list('`a/**`'), ...paired],
      [...list('`a/b/**`'), ...paired],
      ['This opens what “a/b/**” matches.'],
    ],
    [
      'a narrower allow that asks less',
      list('`a/**` (additions only)'),
      list('`a/b/**`'),
      ['This opens what “a/b/**” matches.'],
    ],
    ['a wider forbid', locked('`a/b/**`', '`a/c.md`'), locked('`a/**`'), []],
    ['a narrower forbid', locked('`a/**`'), locked('`a/*.ts`'), ['What “a/**” matches is no longer locked by it.']],
    ['a forbid in other letters', locked('`a/**`'), locked('`a/**/*`'), []],
    ['a condition more', list('`a/**`'), list('`a/**` (additions only)'), []],
    ['a condition less', list('`a/**` (additions only)'), list('`a/**`'), ['This opens what “a/**” matches.']],
    ['a forbid more', [], locked('`a/**`'), []],
    ['a forbid less', locked('`a/**`'), locked('`b/**`'), ['What “a/**” matches is no longer locked by it.']],
    ['a pair that is locked', paired, locked('`a/**`'), []],
    ['a pair that is gone', paired, [], ['What “a/**” matches is no longer together with an engineer by it.']],
    ['a lock that is a pair', locked('`a/**`'), paired, ['What “a/**” matches is no longer locked by it.']],
    ['a PM more', roster(), roster(`${maya} | active`), ['Maya becomes a pilot PM.']],
    ['a PM who is revoked at once', roster(), roster(`${maya} | revoked`), []],
    ['a PM who is not', roster(`${maya} | revoked`), roster(`${maya} | active`), ['Maya is no longer revoked.']],
    ['a folder less', roster(`${maya}, src/b | active`), roster(`${maya} | active`), []],
    [
      'a folder more',
      roster(`${maya} | active`),
      roster(`${maya}, src/b | active`),
      ['Maya gets the feature folders src/b.'],
    ],
    [
      'no folder at all',
      roster(`${maya} | active`),
      roster('Maya (@maya) | maya@x.co | none | active'),
      ['Maya is no longer bound to feature folders.'],
    ],
  ];
  for (const [title, before, after, messages] of rows) {
    it(title, () => assert.deepEqual(said(before, after), messages));
  }

  it('has no place for what is in a policy no longer', () => {
    assert.deepEqual(
      findWrittenOpenings({ tips: [{ ...body().tips[0], zone: undefined }], preview: false }, body()),
      [],
    );
  });
});

describe('what is open only because a line is gone', () => {
  it('is said with that line, and not with the one that decides now', async () => {
    const repository = policyRepository();
    edit(repository, 'CLAUDE.md', '- `**/auth/**`\n', '');
    repository.commit('Open it', { author: engineer });
    const { findings } = await judgePolicy(repository);
    const found = findings.find(({ message }) => message.startsWith('This opens src/auth/login.ts'));
    assert.match(found?.message ?? '', /: locked → pair, which CLAUDE\.md:\d+ closed until now\.$/);
    assert.equal(found?.line, undefined);
  });
});

describe('findPolicyFindings', () => {
  it('names three folders, and that there are more', () => {
    const policy = policyOf('Words.\n');
    const paths = ['a', 'b', 'c', 'd'].flatMap((folder) => [`${folder}/1.md`, `${folder}/2.md`]);
    const owners = [{ before: ['@a'], after: [], paths, opens: true }];
    const [finding] = findPolicyFindings({
      policy,
      proposed: policy,
      comparison: { people: [], settings: [], owners },
      written: [],
      files: ['CODEOWNERS'],
      isRefused: false,
    });
    assert.equal(finding?.message, 'a/, b/, c/ and more (8 paths) would be owned by nobody instead of @a.');
    assert.deepEqual([finding.path, finding.line, finding.severity], ['CODEOWNERS', undefined, 'note']);
  });
});

describe('a first list of PMs', () => {
  it('is said to leave everybody else unjudged', async () => {
    const repository = policyRepository(appendixA);
    edit(repository, 'CLAUDE.md', '- `.github/workflows/**`', `- \`.github/workflows/**\`\n${gateRoster}`);
    repository.commit('List them', { author: engineer });
    const { code, findings } = await judgePolicy(repository);
    assert.equal(code, 3);
    assert.ok(findings.some(({ message }) => /^Without a list of PMs everybody was judged as one\./.test(message)));
  });
});

describe('an ordinary pull request', () => {
  it('asks the host for nobody who signs for compliance, and one of the policy does', async () => {
    const asked = async (path: string): Promise<string> => {
      const repository = policyRepository(wholePolicy.replace('sign-off:** @paul', 'sign-off:** @org/lawyers'));
      repository.write(path, 'words\n');
      repository.commit('Change it', { author: engineer });
      const { requestEvidence } = await import('../../src/gate/request-evidence.js');
      const { openPolicySession } = await import('../../src/policy/policy-session.js');
      const session = await openPolicySession({
        cwd: repository.root,
        environment: repository.environment,
        base: 'main',
      });
      try {
        return requestEvidence(session.policy, { files: [{ path, added: [], removedLines: 0 }] }).teams.join(' ');
      } finally {
        session.close();
      }
    };
    assert.doesNotMatch(await asked('src/a.ts'), /lawyers/);
    assert.match(await asked('CLAUDE.md'), /@org\/lawyers/);
  });

  it('of a file that holds no zone is read by its words as before', async () => {
    const repository = policyRepository();
    const place = join(repository.root, 'CLAUDE.md');
    writeFileSync(place, readFileSync(place, 'utf8').replace('# Notes', '# Our notes'));
    repository.commit('Mend it', { author: engineer });
    const { stdout, code } = await runGate(repository, by(repository, eve), []);
    assert.equal(code, 0);
    assert.match(stdout, /nothing of what PMs may do becomes another/);
  });
});
