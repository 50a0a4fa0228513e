import assert from 'node:assert/strict';
import { createReviewContext } from '../../support/review-context.js';
import { readPullRequestTemplate } from '../../../src/pull-request/body/read-pull-request-template.js';

describe('readPullRequestTemplate', () => {
  const read = async (base: Record<string, string>): Promise<string | undefined> =>
    (await readPullRequestTemplate(createReviewContext({ base, head: { 'pull_request_template.md': 'own' } }).snapshot))
      ?.path;

  it('looks where hosts look, in any case, at the base alone', async () => {
    assert.equal(await read({}), undefined);
    assert.equal(await read({ 'docs/PULL_REQUEST_TEMPLATE.md': 'x' }), 'docs/PULL_REQUEST_TEMPLATE.md');
    assert.equal(
      await read({ 'docs/pull_request_template.md': 'x', 'Pull_Request_Template.txt': 'x' }),
      'Pull_Request_Template.txt',
    );
    assert.equal(
      await read({ 'pull_request_template.md': 'x', '.github/PULL_REQUEST_TEMPLATE.md': 'x' }),
      '.github/PULL_REQUEST_TEMPLATE.md',
    );
    assert.equal(
      await read({ '.gitlab/merge_request_templates/Default.md': 'x' }),
      '.gitlab/merge_request_templates/Default.md',
    );
  });

  it('takes that of the host that the repository lies on before the other’s', async () => {
    const both = { '.github/pull_request_template.md': 'x', '.gitlab/merge_request_templates/Default.md': 'x' };
    const path = async (kind: 'github' | 'gitlab', base: Record<string, string> = both): Promise<string | undefined> =>
      (await readPullRequestTemplate(createReviewContext({ base }).snapshot, kind))?.path;
    assert.equal(await path('github'), '.github/pull_request_template.md');
    assert.equal(await path('gitlab'), '.gitlab/merge_request_templates/Default.md');
    assert.equal(await path('gitlab', { 'pull_request_template.md': 'x' }), 'pull_request_template.md');
  });

  it('takes none that has no text', async () => {
    const base = { 'pull_request_template.md': { mode: '100644', oid: 'a', bytes: 1, unread: 'binary' as const } };
    assert.equal(await readPullRequestTemplate(createReviewContext({ base }).snapshot), undefined);
  });
});
