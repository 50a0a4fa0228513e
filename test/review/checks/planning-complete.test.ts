import assert from 'node:assert/strict';
import type { Report } from '../../../src/review/check.js';
import { planningComplete } from '../../../src/review/checks/planning-complete.js';
import { createPlanningDoc, createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const path = 'src/features/home/PLANNING.md';
const fields = [
  { label: 'Status', value: 'x', line: 3 },
  { label: 'Eng DRI', value: 'x', line: 4 },
  { label: 'Level', value: 'x', line: 5 },
];

async function outcomeOf(parts: ReviewContextParts): Promise<{ reports: readonly Report[]; claimed?: boolean }> {
  const outcome = await planningComplete.run(createReviewContext(parts));
  assert.ok(outcome !== 'not-applicable');
  return outcome;
}

const pullRequest = { moment: 'pull-request' } as const;
const regulated = { settings: { controls: 'regulated' } } as const;

describe('planning-complete', () => {
  it('is content with a complete plan that is approved on the base', async () => {
    assert.deepEqual(await outcomeOf({ ...pullRequest, ...regulated }), { reports: [], claimed: false });
  });

  it('does not apply without a plan', async () => {
    assert.equal(await planningComplete.run(createReviewContext({ plan: { plan: undefined } })), 'not-applicable');
  });

  it('reports each gap on its line', async () => {
    const gaps = [{ what: 'Kill condition', message: 'The kill condition has no number.', line: 12 }];
    const { reports } = await outcomeOf({ plan: { plan: { path, doc: createPlanningDoc(), gaps } } });
    assert.deepEqual(reports, [{ path, line: 12, message: 'The kill condition has no number.' }]);
  });

  it('asks for approval by the pull request, and before it that the plan was sent', async () => {
    for (const [status, severity] of [
      ['Draft', undefined],
      ['In Review', 'note'],
      [undefined, undefined],
    ] as const) {
      const { reports, claimed } = await outcomeOf({ doc: { status, fields }, plan: { onBase: undefined } });
      assert.deepEqual([reports[0]?.severity, reports[0]?.line, claimed], [severity, 3, status === 'In Review']);
      const [due] = (await outcomeOf({ ...pullRequest, doc: { status } })).reports;
      // Its approval is the host's to say, so a plan that was sent is no fault of the PM's.
      assert.deepEqual([due?.severity, due?.line], [severity, 1]);
      assert.match(due?.message ?? '', status === 'In Review' ? /waits for approval/ : /approved plan only/);
    }
  });

  it('takes no plan that is done, here or on the base', async () => {
    for (const status of ['Shipped', 'Retired'] as const) {
      for (const parts of [{ doc: { status } }, { plan: { onBase: createPlanningDoc({ status }) } }]) {
        const [report, ...none] = (await outcomeOf(parts)).reports;
        assert.match(report?.message ?? '', new RegExp(`is ${status}, so it justifies nothing new`));
        assert.deepEqual([report?.severity, none], [undefined, []]);
      }
    }
  });

  it('takes the PM’s own "Approved" for a claim', async () => {
    for (const onBase of [undefined, createPlanningDoc({ status: 'In Review' })]) {
      assert.deepEqual(await outcomeOf({ ...pullRequest, plan: { onBase } }), { reports: [], claimed: true });
    }
  });

  it('says under regulated controls what the base has of the plan, whose approval the host proves', async () => {
    const cases = [
      [undefined, /on origin\/main it is not there/],
      [createPlanningDoc({ status: 'In Review' }), /it is In Review/],
      [createPlanningDoc({ status: undefined }), /it is without a Status/],
    ] as const;
    for (const [onBase, message] of cases) {
      const [report] = (await outcomeOf({ ...pullRequest, ...regulated, plan: { onBase } })).reports;
      assert.match(report?.message ?? '', message);
      assert.equal(report?.severity, 'note');
      const [early] = (await outcomeOf({ ...regulated, plan: { onBase } })).reports;
      assert.equal(early?.severity, 'note');
    }
  });

  it('asks nobody to approve a plan that is just being sent', async () => {
    const outcome = await outcomeOf({
      ...pullRequest,
      ...regulated,
      doc: { status: 'Draft' },
      plan: { planOnly: true, onBase: undefined },
    });
    assert.deepEqual(outcome, { reports: [], claimed: false });
  });

  it('keeps a plan from being taken away, and says when one cannot be read', async () => {
    const planOnly = { plan: undefined, planOnly: true };
    const [gone] = (await outcomeOf({ base: { [path]: 'x' }, plan: planOnly })).reports;
    assert.match(gone?.message ?? '', /set its Status to Retired/);
    const [unread, ...none] = (await outcomeOf({ head: { [path]: 'x' }, plan: { ...planOnly, unread: [path] } }))
      .reports;
    assert.match(unread?.message ?? '', /cannot be read as a plan/);
    assert.deepEqual(none, []);
  });

  it('takes the PM for no Engineering DRI of their own, under any of their names', async () => {
    for (const name of ['@maya', 'Maya', 'MAYA@example.com']) {
      const [report] = (await outcomeOf({ doc: { engineeringDris: ['@erin', name], fields } })).reports;
      assert.equal(report?.line, 4);
      assert.match(report.message, /is the author and cannot be the Engineering DRI/);
    }
  });

  it('lets a short plan carry texts and settings alone', async () => {
    const copy = { 'src/features/home/i18n/en.json': '{}', 'src/features/home/flags.yaml': '', [path]: 'x' };
    for (const level of ['copy', 'config'] as const) {
      assert.deepEqual((await outcomeOf({ doc: { level }, head: copy })).reports, []);
      const [report] = (
        await outcomeOf({ doc: { level, fields }, head: { ...copy, 'src/features/home/components/A.tsx': '' } })
      ).reports;
      assert.equal(report?.line, 5);
      assert.match(report.message, /short form .*components\/A\.tsx/);
    }
    assert.deepEqual(
      (await outcomeOf({ doc: { level: 'feature' }, head: { 'src/features/home/components/A.tsx': '' } })).reports,
      [],
    );
  });

  it('lets a short plan carry what is likely words alone, but not under regulated controls', async () => {
    const page = 'src/features/home/components/A.vue';
    const [base, head] = [
      { [page]: '<Select label="This is the old ticket">' },
      { [page]: '<Select label="This is the new ticket">' },
    ];
    assert.deepEqual((await outcomeOf({ doc: { level: 'copy' }, base, head })).reports, []);
    const settings = { controls: 'regulated' } as const;
    const [strict] = (await outcomeOf({ doc: { level: 'copy', fields }, base, head, settings })).reports;
    assert.match(strict?.message ?? '', /short form .*components\/A\.vue/);
  });

  it('lets a short plan carry words that stand in the code, and the tests of words', async () => {
    const page = 'src/features/home/components/A.tsx';
    const base = { [page]: '<p>Hello you</p>;' };
    const spec = { 'spec/features/home_spec.rb': "expect(page).to have_text 'Hi'" };
    const said = async (head: Readonly<Record<string, string>>): Promise<number> =>
      (await outcomeOf({ doc: { level: 'copy' }, base, head })).reports.length;
    assert.equal(await said({ ...spec, [page]: '<p>Hi to you</p>;' }), 0);
    assert.equal(await said({ ...spec, [page]: '<p>Hi to {name}</p>;' }), 1);
  });

  it('says which text no catalog has that a page asks for', async () => {
    const page = 'views/home.njk';
    const base = { [page]: '<p>{{ t("go") }}</p>', 'locales/en.json': '{"go": "Go on"}' };
    const said = async (en: string): Promise<string | undefined> => {
      const head = { [page]: '<p>{{ t("stop") }}</p>', 'locales/en.json': en };
      return (await outcomeOf({ doc: { level: 'copy' }, base, head })).reports[0]?.message;
    };
    assert.match((await said('{"go": "Go on!"}')) ?? '', /asks for the text “stop”, which no catalog has/);
    assert.equal(await said('{"go": "Go on", "stop": "Stop it"}'), undefined);
  });
});
