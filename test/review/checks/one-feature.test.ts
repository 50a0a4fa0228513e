import assert from 'node:assert/strict';
import { oneFeature } from '../../../src/review/checks/one-feature.js';
import { createPlanningDoc, createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const reports = async (parts: ReviewContextParts) => {
  const outcome = await oneFeature.run(
    createReviewContext({ row: { featureFolders: ['src/home', 'src/home/tour', 'src/cart'] }, ...parts }),
  );
  assert.ok(outcome !== 'not-applicable');
  return outcome.reports;
};

describe('one-feature', () => {
  it('takes several files of one folder, and what the PM may not edit anyway', async () => {
    const judgements = { 'src/cart/b.md': { standing: 'locked' as const } };
    assert.deepEqual(
      await reports({
        head: { 'src/home/a.md': '', 'src/home/b.md': '', 'docs/c.md': '', 'src/cart/b.md': '' },
        judgements,
      }),
      [],
    );
  });

  it('reports two features on the second one', async () => {
    assert.deepEqual(await reports({ head: { 'src/cart/a.md': '', 'src/home/a.md': '' } }), [
      {
        path: 'src/home/a.md',
        message:
          'The change is about 2 features: src/cart and src/home. Send one feature at a time, so that each can be reviewed and rolled back alone.',
      },
    ]);
  });

  it('takes the innermost of folders that lie in one another', async () => {
    assert.match(
      (await reports({ head: { 'src/home/a.md': '', 'src/home/tour/a.md': '' } }))[0]?.message ?? '',
      /src\/home and src\/home\/tour/,
    );
  });

  it('takes folders of one name for parts of one feature, and looks past names that say what kind of code lies there', async () => {
    const row = {
      featureFolders: [
        'app/views/user_profiles',
        'app/controllers/user-profile',
        'web/cart/pages',
        'api/Cart',
        'web/tour/pages',
      ],
    };
    const head = { 'app/views/user_profiles/a.erb': '', 'app/controllers/user-profile/a.rb': '' };
    assert.deepEqual(await reports({ row, head }), []);
    assert.deepEqual(await reports({ row, head: { 'web/cart/pages/a.ts': '', 'api/Cart/a.go': '' } }), []);
    assert.match(
      (await reports({ row, head: { 'api/Cart/a.go': '', 'web/cart/pages/a.ts': '', 'web/tour/pages/a.ts': '' } }))[0]
        ?.message ?? '',
      /2 features: api\/Cart and web\/tour\/pages\./,
    );
  });

  it('takes folders that name no feature, as `src/app` and `src/components`, for one, and docs and what is served as it is for none', async () => {
    const row = { featureFolders: ['src/app', 'src/components', 'src/cart', 'docs', 'public'] };
    const head = { 'src/app/a.ts': '', 'src/components/a.ts': '', 'docs/guide/a.md': '', 'public/images/a.svg': '' };
    assert.deepEqual(await reports({ row, head }), []);
    assert.match(
      (await reports({ row, head: { ...head, 'src/cart/a.ts': '' } }))[0]?.message ?? '',
      /2 features: src\/(?:app|components) and src\/cart\./,
    );
    // A program may be a feature's wherever it lies.
    assert.equal((await reports({ row, head: { 'public/a.js': '', 'src/cart/a.ts': '' } })).length, 1);
  });

  it('takes all that lies in the folder of the plan for the feature that is planned', async () => {
    const doc = { featureFolder: 'src/home' };
    const head = { 'src/home/a.md': '', 'src/home/tour/a.md': '' };
    assert.deepEqual(await reports({ doc, head }), []);
    assert.match(
      (await reports({ doc, head: { ...head, 'src/cart/a.md': '' } }))[0]?.message ?? '',
      /2 features: src\/cart and src\/home\./,
    );
  });

  it('reports two planning docs, a removed one apart', async () => {
    const head = { 'src/home/PLANNING.md': '', 'src/home/plans/x/PLANNING.md': '' };
    assert.match(
      (await reports({ head }))[0]?.message ?? '',
      /^The change carries 2 planning docs: .*\. Send one plan at a time\.$/,
    );
    assert.deepEqual(
      await reports({ base: { 'src/home/PLANNING.md': '' }, head: { 'src/home/plans/x/PLANNING.md': '' } }),
      [],
    );
  });

  const row = { featureFolders: ['src/home', 'src/cart', 'src/locales'] };
  const texts = (text: string): string => JSON.stringify({ home: { title: text }, cart: { pay: text } });
  const code = { 'src/home/a.tsx': "t('home.title')", 'src/cart/a.tsx': "t('cart.pay')" };

  it('counts words with the feature whose code shows them', async () => {
    const en = 'src/locales/en.json';
    const base = { [en]: texts('a'), ...code };
    const one = { [en]: '{"home":{"title":"b"},"cart":{"pay":"a"}}' };
    assert.deepEqual(await reports({ row, base, head: { ...base, ...one } }), []);
    assert.deepEqual(await reports({ row, base, head: { ...base, ...one, 'src/home/b.tsx': 'x' } }), []);
    assert.match(
      (await reports({ row, base, head: { ...base, ...one, 'src/cart/b.tsx': 'x' } }))[0]?.message ?? '',
      /src\/cart and src\/home/,
    );
    assert.match(
      (await reports({ row, base, head: { ...base, [en]: texts('b') } }))[0]?.message ?? '',
      /2 features: src\/home and src\/cart/,
    );
    const shared = { ...base, 'src/cart/b.tsx': "t('home.title')" };
    assert.deepEqual(await reports({ row, base: shared, head: { ...shared, [en]: texts('b') } }), []);
  });

  it('knows a catalog by its words, and does not take words beside other things for one', async () => {
    const folders = { featureFolders: ['src/home', 'src/wording'] };
    const wording = (word: string, data: number): string =>
      JSON.stringify({
        ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`key${at}`, `${word} from here`])),
        ...Object.fromEntries(Array.from({ length: data }, (_, at) => [`size${at}`, at])),
      });
    const of = (path: string, data: number): Promise<number> =>
      reports({
        row: folders,
        base: { [path]: wording('Go on', data), 'src/home/a.ts': '' },
        head: { [path]: wording('Go back', data), 'src/home/a.ts': 'go()' },
      }).then(({ length }) => length);
    assert.equal(await of('src/wording/en.json', 0), 0);
    assert.equal(await of('src/wording/en.json', 12), 1);
    assert.equal(await of('src/wording/sizes.json', 0), 1);
  });

  it('counts the words of a catalog that is changed with an engineer, and nothing that is locked', async () => {
    const en = 'src/locales/en.json';
    const base = { [en]: texts('a'), ...code };
    const head = { ...base, [en]: texts('b') };
    assert.match(
      (await reports({ row, base, head, judgements: { [en]: { standing: 'pair' } } }))[0]?.message ?? '',
      /2 features: src\/home and src\/cart/,
    );
    assert.deepEqual(await reports({ row, base, head, judgements: { [en]: { standing: 'locked' } } }), []);
  });

  it('counts no file that may be shared where nobody could look who uses it', async () => {
    const folders = { featureFolders: ['src/home', 'src/cart', 'src/prompts'] };
    const base = { 'src/home/a.ts': "load('../prompts/greeting.txt');" };
    const head = { ...base, 'src/cart/b.ts': 'x', 'src/prompts/greeting.txt': 'x' };
    const context = createReviewContext({ row: folders, base, head });
    assert.match(JSON.stringify(await oneFeature.run(context)), /2 features: src\/cart and src\/home/);
    const search = () => Promise.resolve(undefined);
    const unsearched = { ...context, snapshot: { ...context.snapshot, search } };
    assert.deepEqual(await oneFeature.run(unsearched), { reports: [] });
  });

  it('takes a folder that is called after events for a feature where it is listed as one', async () => {
    const listed = { featureFolders: ['src/queue', 'src/analytics'] };
    const page = { 'src/analytics/Dashboard.tsx': 'x' };
    assert.match(
      (await reports({ row: listed, head: { 'src/queue/a.tsx': 'x', ...page } }))[0]?.message ?? '',
      /2 features: src\/analytics and src\/queue/,
    );
    assert.deepEqual(await reports({ row: listed, head: page }), []);
    // What others record is theirs, and what lies in no folder of a feature is nobody's.
    const base = { 'src/queue/a.tsx': "import './../analytics/queue-events';" };
    assert.deepEqual(
      await reports({
        row: listed,
        base,
        head: { ...base, 'src/queue/b.tsx': 'x', 'src/analytics/queue-events.ts': 'y' },
      }),
      [],
    );
    assert.deepEqual(
      await reports({ row: listed, head: { 'src/queue/a.tsx': 'x', 'lib/analytics/Any.tsx': 'x' } }),
      [],
    );
  });

  it('counts prompts and events with the feature whose code names them', async () => {
    const folders = { featureFolders: ['src/home', 'src/cart', 'src/prompts', 'src/analytics'] };
    const base = { 'src/home/a.ts': "load('../prompts/greeting.txt'); track(import('../analytics/home-events'));" };
    const head = {
      ...base,
      'src/home/b.ts': 'x',
      'src/prompts/greeting.txt': 'x',
      'src/analytics/home-events.ts': 'y',
      'src/prompts/x.txt': 'z',
    };
    assert.deepEqual(await reports({ row: folders, base, head }), []);
    assert.match(
      (await reports({ row: folders, base, head: { ...head, 'src/cart/a.ts': 'x' } }))[0]?.message ?? '',
      /src\/cart and src\/home/,
    );
  });

  it('counts nothing with a feature for code that lies in none, and nothing where git cannot search', async () => {
    const en = 'src/locales/en.json';
    const base = { [en]: texts('a'), 'src/app.tsx': "t('home.title')", 'src/app.ts': "load('./prompts/greeting.txt')" };
    const head = { ...base, [en]: texts('b'), 'src/cart/b.tsx': 'x' };
    assert.deepEqual(await reports({ row, base, head }), []);
    const prompts = { featureFolders: ['src/home', 'src/prompts'] };
    const named = { 'src/home/a.ts': "load('../prompts/greeting.txt')", 'src/home/b.ts': '' };
    const context = createReviewContext({
      row: prompts,
      base: named,
      head: { ...named, 'src/home/b.ts': 'x', 'src/prompts/greeting.txt': 'x' },
    });
    const snapshot = { ...context.snapshot, search: () => Promise.resolve(undefined) };
    assert.deepEqual(await oneFeature.run({ ...context, snapshot }), { reports: [] });
  });

  it('reports on what is not of the plan', async () => {
    const head = { 'src/cart/a.md': '', 'src/home/a.md': '' };
    const onPlan = async (plan: ReviewContextParts['plan']) => (await reports({ head, plan: { ...plan } }))[0]?.path;
    const plan = { path: 'src/home/PLANNING.md', doc: createPlanningDoc(), gaps: [] };
    assert.equal(await onPlan({ plan }), 'src/cart/a.md');
    assert.equal(await onPlan({ plan: undefined }), 'src/home/a.md');
  });

  it('takes a folder of texts for no feature, whatever lies in it', async () => {
    const head = { 'src/home/a.ts': '', 'src/locales/index.ts': '' };
    assert.deepEqual(await reports({ row: { featureFolders: ['src/home', 'src/locales'] }, head }), []);
  });

  it('knows a catalog by its place, as on Android, for no feature of its own', async () => {
    const row = { featureFolders: ['app/res/values', 'app/java/home'] };
    const strings = { 'app/res/values/strings.xml': '<resources><string name="a">A</string></resources>' };
    assert.deepEqual(await reports({ row, head: { ...strings, 'app/java/home/A.kt': '' } }), []);
  });

  it('takes flag files for no feature', async () => {
    const folders = { featureFolders: ['src/home', 'src/flags'] };
    assert.deepEqual(await reports({ row: folders, head: { 'src/home/a.ts': '', 'src/flags/flags.yaml': '' } }), []);
  });
});
