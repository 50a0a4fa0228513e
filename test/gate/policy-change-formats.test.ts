import assert from 'node:assert/strict';
import { describeStatus } from '../../src/ci/describe-status.js';
import { formatGateGithub } from '../../src/formats/format-github.js';
import { formatGateMarkdown } from '../../src/formats/format-gate-markdown.js';
import { formatGateText } from '../../src/formats/format-gate-text.js';
import { policyLines, policySentence } from '../../src/formats/policy-change-words.js';
import type { PolicyChange } from '../../src/gate/policy-change.js';
import { reviewWith, verdictWith } from '../support/gate-verdict.js';
import { accounts, runGate } from '../support/pull-request.js';
import {
  approvedBy,
  by,
  edit,
  engineer,
  judgePolicy,
  policyRepository,
  running,
  wholePolicy,
} from '../support/policy-pull-request.js';

const { eve, omar } = accounts;

const change = (changes: Partial<PolicyChange> = {}): PolicyChange => ({
  files: ['CLAUDE.md'],
  effect: 'opens',
  day: '2026-01-02',
  frozenUntil: undefined,
  compliance: [],
  comparison: { people: [], settings: [], owners: [] },
  ...changes,
});

const person = (pm: string, opened: number, closed = 0): PolicyChange['comparison']['people'][number] => {
  const paths = (count: number): [] =>
    Array.from({ length: count }, (_, at) => ({
      path: `a/${at}`,
      from: 'pair',
      to: 'editable',
      because: undefined,
    })) as never;
  return { pm, names: [], isUnjudged: false, opened: paths(opened), closed: paths(closed), loosened: [] };
};

describe('what a change of the policy reads like', () => {
  it('in one sentence: the files, what it comes to, for whom', () => {
    const comparison = { settings: [], owners: [] };
    const several = ['A', 'B', 'C', 'D', 'E'].map((pm, at) => person(pm, at, 1));
    const sentences: readonly (readonly [Partial<PolicyChange>, string])[] = [
      [{ effect: 'none' }, 'It changes CLAUDE.md, and nothing of what PMs may do becomes another.'],
      [{ effect: 'closes' }, 'It changes CLAUDE.md, and opens nothing more to PMs.'],
      [
        { effect: 'closes', comparison: { ...comparison, people: [person('Maya', 0, 1)] } },
        'It changes CLAUDE.md, and opens nothing more to PMs (1 path closed to Maya).',
      ],
      [
        { effect: 'closes', comparison: { ...comparison, people: [person('Maya', 0, 3)] } },
        'It changes CLAUDE.md, and opens nothing more to PMs (3 paths closed to Maya).',
      ],
      [
        { files: ['CLAUDE.md', 'CODEOWNERS'], comparison: { ...comparison, people: several } },
        'It changes CLAUDE.md and CODEOWNERS, which decides what PMs may do: it opens more (up to 4 paths opened to B, C, D and 1 more).',
      ],
      [
        { comparison: { ...comparison, people: [{ ...person('Max', 3), names: ['@max'], isUnjudged: true }] } },
        'It changes CLAUDE.md, which decides what PMs may do: it opens more, and Max would be on no list of PMs.',
      ],
      [
        { effect: 'unknown', files: ['a', 'b', 'c'] },
        'It changes a, b and 1 more, and nobody can say yet what PMs may do after it.',
      ],
    ];
    for (const [some, sentence] of sentences) assert.equal(policySentence(change(some)), sentence);
  });

  it('where nothing waits any more: never as a change that is merely no PM’s', () => {
    const review = reviewWith({ author: { names: ['@eve'], kind: 'not-on-roster' } });
    const verdict = verdictWith({ review, policyChange: change() });
    assert.match(formatGateText(verdict), /^Ready: it changes what PMs may do, and those who own that approved it\.\n/);
    assert.match(formatGateMarkdown(verdict), /It changes CLAUDE\\?\.md, which decides what PMs may do/);
    assert.match(formatGateGithub(verdict), /^::notice title=PM Zone%3A policy-change::It changes CLAUDE\.md/m);
    assert.match(describeStatus(verdict), /^It changes CLAUDE\.md, which decides what PMs may do: it opens more\. /);
  });

  it('at length in sixty lines', () => {
    const settings = Array.from({ length: 70 }, (_, at) => ({ what: `S${at}`, before: 'a', after: 'b', opens: true }));
    const lines = policyLines(change({ comparison: { people: [], owners: [], settings } }));
    assert.equal(lines.length, 61);
    assert.equal(lines.at(-1), '… and 10 more lines: --format json has all.');
  });

  it('as text, as a summary, as annotations at the line that opens, as SARIF', async () => {
    const repository = policyRepository(wholePolicy + running);
    edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    edit(repository, 'CLAUDE.md', '10 files', '20 files');
    repository.write('CODEOWNERS', '* @org/all\n');
    repository.commit('Change it', { author: engineer });
    const evidence = by(repository, eve, approvedBy(repository, omar));
    const read = async (format: string): Promise<string> =>
      (await runGate(repository, evidence, ['--format', format])).stdout.replace(/<!-- -->|\\/g, '');
    const text = await read('text');
    assert.match(text, /It changes CLAUDE\.md and CODEOWNERS, which decides what PMs may do: it opens more/);
    assert.match(
      text,
      /What it makes another for PMs:\n {2}The pilot runs until 2026-01-28: what opens more is signed for compliance by @paul\./,
    );
    assert.match(text, /Size limit: 10, 200 → 20, 200/);
    assert.match(text, /Owners of src\/pay\/charge\.ts: @org\/pay → @org\/all/);
    assert.match(
      text,
      /\? The pilot runs until 2026-01-28, and while it does the zone only shrinks: This opens more\./,
    );
    assert.match(await read('markdown'), /### What it makes another for PMs\n\n- The pilot runs until/);
    assert.match(
      await read('github'),
      /^::error file=CLAUDE\.md,line=\d+,title=PM Zone%3A policy-change::This opens /m,
    );
    assert.match(await read('sarif'), /"ruleId":"policy-change","level":"error","message":\{"text":"This opens /);
  });

  it('names nobody for compliance where the policy does not, and the DRIs sign', async () => {
    const policy = wholePolicy.replace(/\*\*Compliance.*\n/, '') + running;
    const repository = policyRepository(policy);
    edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    repository.commit('Change it', { author: engineer });
    const open = await judgePolicy(repository, eve, approvedBy(repository, omar));
    assert.deepEqual([open.code, open.change?.compliance], [1, []]);
    const item = open.items.find(({ id }) => id === 'policy-frozen');
    assert.match(item?.how ?? '', /compliance by @erin\. The policy names nobody under “Compliance sign-off”/);
    const { stdout } = await runGate(repository, by(repository, eve), []);
    assert.match(stdout, /signed for compliance by the engineering DRIs, since the policy names nobody/);
    assert.equal((await judgePolicy(repository, eve, approvedBy(repository, omar, accounts.erin))).code, 0);
  });

  it('says what would be wrong with the policy that is not wrong now, and where', async () => {
    const repository = policyRepository();
    edit(repository, 'CLAUDE.md', '- `**/auth/**`\n', '- the login\n');
    repository.commit('Change it', { author: engineer });
    const { code, findings } = await judgePolicy(repository, eve, approvedBy(repository, omar));
    assert.equal(code, 1);
    const error = findings.find(({ severity }) => severity === 'blocker');
    assert.match(error?.message ?? '', /^Once this is merged the policy has an error, and nothing is open or ready: /);
    assert.equal(error?.path, 'CLAUDE.md');
    assert.ok(Number(error.line) > 0);
  });

  it('says that nothing can be judged where the zone is taken away', async () => {
    const repository = policyRepository();
    repository.write('CLAUDE.md', '# Notes\n');
    repository.commit('Change it', { author: engineer });
    const { code, findings } = await judgePolicy(repository, eve, approvedBy(repository, omar));
    assert.equal(code, 0);
    assert.match(
      findings[0]?.message ?? '',
      /^Without a PM zone nothing is open to PMs, and the gate has nothing to judge by/,
    );
  });

  it('counts what more it opens where that is much', async () => {
    const repository = policyRepository();
    const items = Array.from({ length: 40 }, (_, at) => `- \`src/home/more${at}/**\`\n`).join('');
    edit(repository, 'CLAUDE.md', '- `**/flags.yaml`', `${items}- \`**/flags.yaml\``);
    repository.commit('Change it', { author: engineer });
    const { findings } = await judgePolicy(repository);
    assert.equal(findings.length, 31);
    assert.match(findings.at(-1)?.message ?? '', /It opens more in 10 other ways: --format json lists all\./);
  });
});
