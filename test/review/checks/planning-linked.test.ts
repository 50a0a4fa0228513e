import assert from 'node:assert/strict';
import type { Report } from '../../../src/review/check.js';
import { planningLinked } from '../../../src/review/checks/planning-linked.js';
import { createReviewContext, createRosterRow, type ReviewContextParts } from '../../support/review-context.js';

const head = { 'src/features/home/i18n/en.json': '{}' };

async function reportsOf(parts: ReviewContextParts): Promise<readonly Report[]> {
  const outcome = await planningLinked.run(createReviewContext({ head, ...parts }));
  assert.notEqual(outcome, 'not-applicable');
  return outcome === 'not-applicable' ? [] : outcome.reports;
}

const missing = { plan: undefined, onBase: undefined, completeIn: undefined };

describe('planning-linked', () => {
  it('is content with a linked plan', async () => assert.deepEqual(await reportsOf({}), []));

  it('does not apply to plans alone and to nothing', async () => {
    assert.equal(await planningLinked.run(createReviewContext({ head, plan: { planOnly: true } })), 'not-applicable');
    assert.equal(await planningLinked.run(createReviewContext()), 'not-applicable');
  });

  it('asks for a plan where there is none, and says how to make one', async () => {
    const [report] = await reportsOf({ plan: missing });
    assert.match(
      report?.message ?? '',
      /^No planning doc says why .* Write one and commit it first; it is approved on the pull request, together/,
    );
    const [regulated] = await reportsOf({ plan: missing, settings: { controls: 'regulated' } });
    assert.match(
      regulated?.message ?? '',
      /Write one, send it by itself and have it approved, then send this change\.$/,
    );
    assert.equal(report?.command, 'pm-zone plan "NAME" --folder src/features/home');
    assert.equal(report.path, undefined);
    const [unknown] = await reportsOf({ plan: missing, asking: { kind: 'no-roster', names: [], rows: [] } });
    assert.equal(unknown?.command, 'pm-zone plan "NAME" --folder FOLDER');
    const odd = createRosterRow({ featureFolders: ['app/(shop)/$(id)'] });
    const [quiet] = await reportsOf({ plan: missing, asking: { kind: 'pilot-pm', names: ['maya'], rows: [odd] } });
    assert.ok(quiet);
    assert.equal(quiet.command, 'pm-zone plan "NAME" --folder FOLDER');
  });

  it('names near misses', async () => {
    const [one] = await reportsOf({ plan: { ...missing, candidates: ['docs/PLANNING.md'] } });
    assert.match(one?.message ?? '', /docs\/PLANNING\.md lies near it, but is not for it/);
    assert.equal(one?.path, 'docs/PLANNING.md');
    const candidates = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const [many] = await reportsOf({ plan: { ...missing, candidates } });
    assert.match(many?.message ?? '', /a, b, c, d, e and 2 more lie near it/);
  });

  it('names the plan that comes with the change and is for another feature', async () => {
    const plan = 'src/features/other/PLANNING.md';
    const [report] = await reportsOf({ plan: missing, head: { ...head, [plan]: '# PLANNING: Other\n' } });
    assert.match(
      report?.message ?? '',
      /^src\/features\/other\/PLANNING\.md comes with this change, but is for another:/,
    );
    assert.equal(report?.path, plan);
    const [gone] = await reportsOf({ plan: missing, base: { [plan]: '# PLANNING: Other\n' } });
    assert.match(gone?.message ?? '', /^No planning doc says why/);
  });

  it('names plans that cannot be read', async () => {
    const [one] = await reportsOf({ plan: { ...missing, unread: ['a/PLANNING.md'] } });
    assert.match(one?.message ?? '', /a\/PLANNING\.md is no plain text/);
    const [two] = await reportsOf({ plan: { ...missing, unread: ['a', 'b'] } });
    assert.match(two?.message ?? '', /a, b are no plain text/);
  });

  it("points out the PM's files that the plan is not for, and leaves others' to the zone", async () => {
    const row = { featureFolders: ['src/features/home', 'src/features/cart'] };
    const cart = { 'src/features/cart/a.md': 'a', 'config/flags.yaml': 'x' };
    const [one, ...none] = await reportsOf({ row, head: { ...head, ...cart } });
    assert.match(one?.message ?? '', /^src\/features\/cart\/a\.md is not in src\/features\/home/);
    assert.deepEqual(none, []);
    const [two] = await reportsOf({
      row,
      head: { ...head, ...cart, 'src/features/cart/b.md': 'b', 'src/features/cart/PLANNING.md': 'x' },
    });
    assert.match(two?.message ?? '', /^src\/features\/cart\/a\.md and 1 more are not in/);
    assert.deepEqual(await reportsOf({ row, doc: { featureFolder: undefined } }), []);
    assert.deepEqual(await reportsOf({ row, doc: { featureFolder: 'src/features' }, head: { ...head, ...cart } }), []);
  });

  it('asks whether a plan that was there before the change is of an earlier one', async () => {
    const row = { featureFolders: ['src/features/home', 'src/features/cart'] };
    const files = { ...head, 'src/features/cart/a.md': 'a' };
    const [before] = await reportsOf({ row, head: files });
    assert.match(before?.message ?? '', /Is that the plan of an earlier change\?.* set that one's Status to Shipped\./);
    const [brought] = await reportsOf({ row, head: { ...files, 'src/features/home/PLANNING.md': 'x' } });
    assert.match(brought?.message ?? '', /Send it apart with a plan of its own/);
  });

  it('takes folders of one name that differ in the kind of code for one feature', async () => {
    const doc = { featureFolder: 'app/views/handovers' };
    for (const [folder, count] of [
      ['app/controllers/handover', 0],
      ['app/views/parole', 1],
      ['app/admin/handovers', 1],
    ] as const) {
      const row = { featureFolders: ['app/views/handovers', folder] };
      const files = { 'app/views/handovers/show.erb': 'x', [`${folder}/more.rb`]: 'x' };
      assert.equal((await reportsOf({ row, doc, head: files })).length, count, folder);
    }
    // What says the kind of code alone names no feature that could be another's.
    const row = { featureFolders: ['app/views', 'src/pages', 'src/cart'] };
    const views = { featureFolder: 'app/views' };
    assert.deepEqual(await reportsOf({ row, doc: views, head: { 'src/pages/a.md': 'x' } }), []);
    assert.equal((await reportsOf({ row, doc: views, head: { 'src/cart/a.md': 'x' } })).length, 1);
  });

  it('takes docs, and what is served as it is, for no feature of its own, but a program that lies there', async () => {
    const row = { featureFolders: ['src/features/home', 'docs', 'public'] };
    const files = { 'docs/guide/start.md': 'a', 'public/intl/messages/en.json': '{}', 'public/images/a.svg': '' };
    assert.deepEqual(await reportsOf({ row, head: { ...head, ...files } }), []);
    const [program] = await reportsOf({ row, head: { ...head, 'public/sw.js': 'x' } });
    assert.match(program?.message ?? '', /^public\/sw\.js is not in src\/features\/home/);
  });

  it('takes a folder of texts for no feature of its own', async () => {
    const texts = { 'web/src/locales/en.json': '{}', 'src/telemetry/signup.ts': '' };
    const folders = ['src/features/home', 'web/src/locales', 'src/telemetry'];
    assert.deepEqual(await reportsOf({ row: { featureFolders: folders }, head: { ...head, ...texts } }), []);
  });
});
