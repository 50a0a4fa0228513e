import assert from 'node:assert/strict';
import { oneFeature } from '../../../src/review/checks/one-feature.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const reports = (parts: ReviewContextParts) => {
  const outcome = oneFeature.run(
    createReviewContext({ row: { featureFolders: ['src/home', 'src/home/tour', 'src/cart'] }, ...parts }),
  );
  assert.ok(!(outcome instanceof Promise) && outcome !== 'not-applicable');
  return outcome.reports;
};

describe('one-feature', () => {
  it('takes several files of one folder, and what the PM may not edit anyway', () => {
    const judgements = { 'src/cart/b.md': { standing: 'locked' as const } };
    assert.deepEqual(
      reports({ head: { 'src/home/a.md': '', 'src/home/b.md': '', 'docs/c.md': '', 'src/cart/b.md': '' }, judgements }),
      [],
    );
  });

  it('reports two features on the second one', () => {
    assert.deepEqual(reports({ head: { 'src/cart/a.md': '', 'src/home/a.md': '' } }), [
      {
        path: 'src/home/a.md',
        message:
          'The change is about 2 features: src/cart and src/home. Send one feature at a time, so that each can be reviewed and rolled back alone.',
      },
    ]);
  });

  it('takes the innermost of folders that lie in one another', () => {
    assert.match(
      reports({ head: { 'src/home/a.md': '', 'src/home/tour/a.md': '' } })[0]?.message ?? '',
      /src\/home and src\/home\/tour/,
    );
  });

  it('reports two planning docs, a removed one apart', () => {
    const head = { 'src/home/PLANNING.md': '', 'src/home/plans/x/PLANNING.md': '' };
    assert.match(
      reports({ head })[0]?.message ?? '',
      /^The change carries 2 planning docs: .*\. Send one plan at a time\.$/,
    );
    assert.deepEqual(
      reports({ base: { 'src/home/PLANNING.md': '' }, head: { 'src/home/plans/x/PLANNING.md': '' } }),
      [],
    );
  });
});
