import assert from 'node:assert/strict';
import { hideSecretsInDraft } from '../../src/pull-request/hide-secrets-in-draft.js';
import { completePlan, parse } from '../planning/plan-texts.js';
import { createCommit, createReviewContext } from '../support/review-context.js';

const hide = (text: string): string => text.replaceAll('hunter2', '…');
const at = { line: 1, column: 1 };

describe('hideSecretsInDraft', () => {
  it('hides them in all that a draft quotes', async () => {
    const { change, plan } = createReviewContext({ commits: [createCommit({ subject: 'Say hunter2' })] });
    const linked = await plan();
    const doc = parse(
      completePlan({ title: 'Say hunter2' }).replace('A shorter greeting', '“Hi” becomes “hunter2”, a'),
    );
    const hidden = hideSecretsInDraft(
      {
        change,
        plan: { ...linked, plan: { path: 'PLANNING.md', doc, gaps: [] } },
        textChanges: [
          {
            path: 'i18n/en.json',
            locale: 'en',
            differences: [
              { key: 'a', before: 'hunter2', after: 'hunter2', at },
              { key: 'b', at },
            ],
          },
        ],
        reworded: [{ path: 'docs/a.md', line: 1, before: 'Say hunter2', after: 'Say hunter2 now' }],
        tests: [{ words: 'hunter2', by: 'tests', path: 'i18n/en.json', at, places: [], more: 0 }],
      },
      hide,
    );
    assert.doesNotMatch(JSON.stringify(hidden), /hunter2/);
    assert.match(JSON.stringify(hidden), /“Hi” becomes “…”/);
  });

  it('leaves a change without a plan or a name as it is', async () => {
    const { change, plan } = createReviewContext({});
    const linked = await plan();
    const none = { change, plan: { ...linked, plan: undefined }, textChanges: [] };
    assert.deepEqual(hideSecretsInDraft(none, hide), { ...none, reworded: [], tests: [] });
    const doc = { ...parse(completePlan()), title: undefined };
    const unnamed = { ...none, plan: { ...linked, plan: { path: 'PLANNING.md', doc, gaps: [] } } };
    assert.deepEqual(hideSecretsInDraft(unnamed, hide), { ...unnamed, reworded: [], tests: [] });
  });
});
