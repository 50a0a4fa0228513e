import assert from 'node:assert/strict';
import { FakeModel } from '../opening/fake-model.js';
import { startOpening, type OpeningPilot } from '../opening/opening-pilot.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';

describe('pm-zone pr --propose', () => {
  const model = new FakeModel();
  let pilot: OpeningPilot;
  before(() => model.server.start());
  after(() => model.server.stop());
  beforeEach(async () => {
    pilot = await startOpening();
    for (const [name, description] of [
      ['wording', ''],
      ['onboarding', 'What new people meet first'],
      ['automerge', 'Merged by a bot'],
    ] as const) {
      pilot.github.labels.add(name);
      pilot.github.descriptions.set(name, description);
    }
    model.says =
      '{"title": "Say what to do first", "summary": "New people read what to do.", "labels": ["onboarding", "automerge"]}';
    model.server.fault = () => undefined;
    model.server.seen.length = 0;
  });
  afterEach(async () => {
    assert.deepEqual([pilot.faults, model.faults], [[], []]);
    await pilot.close();
  });

  /** Runs it, at a terminal where somebody gives the same answer to each question; or in a pipe. */
  const run = (
    args: readonly string[],
    answer: string | undefined,
    more: Readonly<Record<string, string>> = model.environment,
  ): Promise<CommandLineResult> =>
    pmZone(pilot.work, ['pr', ...args], {
      environment: { ...pilot.environment, ...more },
      progress: () => undefined,
      ...(answer === undefined ? {} : { ask: () => Promise.resolve(answer) }),
    });

  it('asks for each, and opens with what was taken, marked as AI’s', async () => {
    const { code, stderr } = await run(['--propose'], 'y');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /Title, proposed by AI: Say what to do first\n.*Summary, proposed by AI: New people read/);
    assert.match(
      stderr,
      /Label onboarding, proposed by AI: What new people meet first\n.*Label wording, proposed by its files/,
    );
    const [pull] = pilot.pulls();
    assert.ok(pull);
    assert.deepEqual(
      [pull.title, pull.labels],
      ['Say what to do first', ['pm-authored', 'zone:copy', 'size:XS', 'onboarding', 'wording']],
    );
    assert.match(
      pull.body,
      /^New people read what to do\.\n\nProposed by AI and taken by the author: the title; the summary above; the label onboarding\.\n\n<!-- pm-zone:begin main -->/,
    );
    // What people have written stays when it is renewed.
    const again = await pilot.pr();
    assert.match(again.stderr, /is as it should be/);
    assert.match(pilot.pulls()[0]?.body ?? '', /^New people read/);
  });

  it('takes nothing unless it is told to, and nothing where nobody can be asked', async () => {
    const listed = await run(['--propose', '--dry-run', '--format', 'json'], undefined);
    assert.match(listed.stderr, /Title, proposed by AI[^]*None of it is taken, since there is no terminal/);
    const { title, labels, proposal } = listed.json[0] as { title: string; labels: string[]; proposal: object };
    assert.deepEqual([title, labels], ['A clearer home', ['pm-authored', 'zone:copy', 'size:XS']]);
    assert.deepEqual(proposal, {
      title: 'Say what to do first',
      summary: 'New people read what to do.',
      labels: [
        { name: 'onboarding', description: 'What new people meet first', by: 'AI' },
        { name: 'wording', description: '', by: 'rules' },
      ],
    });
    assert.deepEqual(pilot.pulls(), []);
    await run(['--propose'], '');
    const [pull] = pilot.pulls();
    assert.deepEqual([pull?.title, pull?.labels], ['A clearer home', ['pm-authored', 'zone:copy', 'size:XS']]);
    assert.doesNotMatch(pull?.body ?? '', /Proposed by AI/);
  });

  it('goes by the rules where there is no model, or it gives nothing', async () => {
    const alone = await run(['--propose', '--dry-run'], 'y', {});
    assert.match(alone.stderr, /^pm-zone: Label wording, proposed by its files and owners\.\n$/);
    assert.match(alone.stdout, /Labels: {4}pm-authored, zone:copy, size:XS, wording\n/);
    assert.deepEqual(model.server.seen, []);
    const { stderr } = await run(['--propose', '--dry-run'], 'y', { ...model.environment, PM_ZONE_MODEL_KEY: '' });
    assert.match(stderr, /The model gave no proposals: it does not take the key\. What follows is by the rules/);
    const noLabels = await run(['--propose', '--dry-run'], 'y', { GH_TOKEN: 'ghp_ofNobodyTESTTOKEN000' });
    assert.match(noLabels.stderr, /There is nothing to propose: the draft stays as it is\./);
    const nameless = await run(['--propose', '--dry-run'], 'y', { PM_ZONE_MODEL_URL: model.server.url });
    assert.match(nameless.stderr, /Set PM_ZONE_MODEL_NAME to its name/);
    const open = { ...model.environment, PM_ZONE_MODEL_URL: 'http://models.example/v1' };
    assert.match(
      (await run(['--propose', '--dry-run'], 'y', open)).stderr,
      /^pm-zone: PM_ZONE_MODEL_URL is no address that a change may be sent to: it has to begin with https:\/\//m,
    );
    const away = { GITHUB_API_URL: '', GITHUB_REPOSITORY: '' };
    assert.match((await run(['--propose', '--dry-run'], 'y', away)).stderr, /There is nothing to propose/);
  });

  it('asks no model about what must not leave the computer', async () => {
    const key = [
      '-----BEGIN RSA',
      'PRIVATE KEY-----\nMIIEowIBAAKCAQEA04up8hoqzS\n-----END RSA',
      'PRIVATE KEY-----\n',
    ].join(' ');
    pilot.work.write('src/home/notes.md', key);
    pilot.work.commit('Go on');
    for (const args of [
      ['--propose', '--dry-run'],
      ['--propose', '--draft'],
    ]) {
      const { code, stderr } = await run(args, 'y');
      assert.ok(code > 0);
      assert.match(stderr, /must not leave your computer/);
    }
    assert.deepEqual(model.server.seen, []);
  });

  it('says where what was taken is not in it, since it was open already', async () => {
    await pilot.pr();
    const { code, stderr } = await run(['--propose'], 'y');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /It was open already and has a title and a description of its own/);
    assert.deepEqual(
      [pilot.pulls()[0]?.title, pilot.pulls()[0]?.labels.slice(-2)],
      ['A clearer home', ['onboarding', 'wording']],
    );
  });

  it('goes only with what opens one', async () => {
    for (const other of ['--web', '--update', '--put-away'])
      assert.match(
        (await run(['--propose', other], 'y')).stderr,
        /--propose is for a pull request that is not open yet/,
      );
  });
});
