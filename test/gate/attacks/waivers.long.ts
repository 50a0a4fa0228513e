import assert from 'node:assert/strict';
import type { Account, Evidence, HostReview } from '../../../src/gate/evidence.js';
import { appendixA } from '../../support/pilot-repository.js';
import {
  accounts,
  approval,
  approvedEvidence,
  confirmAll,
  gateRoster,
  goodChange,
  runGate,
} from '../../support/pull-request.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const { maya, max, erin, paul, omar, bot } = accounts;
/** Looks like a token: what a DRI may call an example. */
const alarm = `Token: ${['ghp', 'x8Kd02mNq7Lw5Rt3Yb6Vc1Za9Sf4Gh0Jp2Eu'].join('_')}\n`;

interface Start {
  readonly repository: TemporaryRepository;
  readonly good: Evidence;
  readonly finding: string;
}

async function start(policy = appendixA + gateRoster, file = 'src/home/notes.md', text = alarm): Promise<Start> {
  const repository = goodChange({ policy });
  repository.write(file, text);
  repository.commit('Write notes');
  await confirmAll(repository).catch(() => undefined);
  const good = approvedEvidence(repository);
  const { json } = await runGate(repository, good);
  const [{ findings }] = json as [{ findings: { id: string; severity: string }[] }];
  const open = findings.filter(({ severity }) => severity !== 'note');
  return { repository, good, finding: open[0]?.id ?? '' };
}

const waiver = (by: Account, finding: string, changes: Partial<HostReview> = {}): HostReview =>
  approval(by, null, {
    id: 'waiver',
    opinion: 'commented',
    waives: [{ finding, reason: 'An example' }],
    ...changes,
  });

describe('a finding is not waived by', () => {
  let from: Start;
  before(async () => {
    from = await start();
  });
  const judge = (...more: readonly HostReview[]): ReturnType<typeof runGate> =>
    runGate(from.repository, { ...from.good, reviews: [...from.good.reviews, ...more] }, []);

  it('nobody, and it is by the engineering DRI, in a comment too', async () => {
    const open = await judge();
    assert.equal(open.code, 1, open.stdout);
    assert.match(open.stdout, new RegExp(`\\(${from.finding}\\)`));
    const { code, stdout } = await judge(waiver(erin, from.finding));
    assert.equal(code, 0, stdout);
    assert.match(stdout, /called a false alarm by @erin \(review waiver\); approved by @erin \(review r-erin\)/);
  });

  const none: Readonly<Record<string, (finding: string) => readonly HostReview[]>> = {
    'the product DRI': (finding) => [waiver(paul, finding)],
    'an engineer who is no DRI': (finding) => [waiver(omar, finding)],
    'the author': (finding) => [waiver(maya, finding)],
    'another pilot PM': (finding) => [waiver(max, finding)],
    'a bot': (finding) => [waiver(bot, finding)],
    'a bot of the DRI’s id': (finding) => [waiver({ ...erin, kind: 'bot' }, finding)],
    'a deleted account': (finding) => [waiver(erin, finding, { by: null })],
    'somebody who may not write': (finding) => [waiver(erin, finding, { canWrite: false })],
    'somebody of whom it is not known whether they may write': (finding) => [waiver(erin, finding, { canWrite: null })],
    'a review that was dismissed': (finding) => [waiver(erin, finding, { opinion: 'dismissed' })],
    'the name of another finding': () => [waiver(erin, 'secrets-0123456789abcdef')],
    'the beginning of its name': (finding) => [waiver(erin, finding.slice(0, -1))],
    'its check': (finding) => [waiver(erin, finding.replace(/-[^-]+$/, ''))],
    nothing: () => [waiver(erin, '')],
    'the DRI, who then asked for changes': (finding) => [
      waiver(erin, finding),
      approval(erin, null, { id: 'no', opinion: 'changes-requested', at: '2026-01-02T03:03:40Z' }),
    ],
  };
  for (const [title, reviews] of Object.entries(none)) {
    it(title, async () => {
      const given = reviews(from.finding);
      const { code, stdout } = await judge(...given);
      assert.equal(code, 1, stdout);
      assert.match(stdout, new RegExp(`\\(${from.finding}\\)`));
      // Whoever gave it is told that it does not count.
      const isOfIt = given.some(({ waives }) => waives.some(({ finding }) => finding === from.finding));
      assert.equal(/false alarm \(review waiver\), which does not count/.test(stdout), isOfIt, stdout);
    });
  }

  it('a waiver for other content', async () => {
    const { finding } = from;
    const other = await start(undefined, undefined, `${alarm}More.\n`);
    assert.notEqual(other.finding, finding);
    const reviews = [...other.good.reviews, waiver(erin, finding)];
    assert.equal((await runGate(other.repository, { ...other.good, reviews }, [])).code, 1);
  });

  it('anybody, where it is about the zone', async () => {
    const { repository, good, finding } = await start(undefined, 'src/auth/login.ts', 'export const login = 2;\n');
    assert.match(finding, /^zone-/);
    const { code } = await runGate(repository, { ...good, reviews: [...good.reviews, waiver(erin, finding)] }, []);
    assert.equal(code, 1);
  });

  it('an engineer, where regulated controls want a second one to approve', async () => {
    const policy = `${appendixA}${gateRoster}\n**Controls:** regulated\n**Engineers:** @org/all\n`;
    const { repository, good, finding } = await start(policy);
    repository.git(
      'commit',
      '-q',
      '--amend',
      '--allow-empty',
      '-m',
      'Write notes\n\nCo-authored-by: Omar <omar@example.com>',
    );
    const head = repository.git('rev-parse', 'HEAD');
    const evidence = { ...approvedEvidence(repository), reviews: [...good.reviews, waiver(omar, finding)] };
    const { stdout } = await runGate(repository, evidence, []);
    assert.ok(head.length > 0 && stdout.includes(`(${finding})`), stdout);
  });

  it('one PM’s DRI alone, where the change is another’s too', async () => {
    const policy = appendixA + gateRoster.replace(/(\| Max .*)@erin/, '$1@omar');
    const { repository, good, finding } = await start(policy);
    const pushes = (good.pushes ?? []).flatMap((push) => [push, { ...push, by: max }]);
    const both = { ...good, pushes };
    const judgeBoth = (...more: readonly HostReview[]): ReturnType<typeof runGate> =>
      runGate(repository, { ...both, reviews: [...good.reviews, ...more] }, []);
    assert.match((await judgeBoth(waiver(erin, finding))).stdout, new RegExp(`\\(${finding}\\)`));
    const { stdout } = await judgeBoth(waiver(erin, finding), waiver(omar, finding, { id: 'other' }));
    assert.doesNotMatch(stdout, new RegExp(`\\(${finding}\\)`));
  });
});
