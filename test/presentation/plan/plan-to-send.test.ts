import assert from 'node:assert/strict';

import { readMyChange } from '../../../src/presentation/my-change/my-change.js';
import { applyEdits } from '../../../src/text/text-edit.js';
import { draftToSend, setInReview, type DraftToSend } from '../../../src/presentation/plan/plan-to-send.js';
import { pilotRepository, plan } from '../../support/pilot-repository.js';

const draft = plan.replace(/\*\*Status:\*\* \w+/, '**Status:** Draft');
const path = 'src/home/PLANNING.md';

describe('a plan that is about to be sent', () => {
  it('is set to In Review where it is whole, committed and still called a draft', async () => {
    const repository = pilotRepository();
    const found = async (): Promise<DraftToSend | undefined> =>
      draftToSend(await readMyChange(repository.root, { environment: repository.environment, as: undefined }));
    try {
      assert.equal(await found(), undefined, 'there is none');
      repository.write(path, draft);
      assert.equal(await found(), undefined, 'it is not committed');
      repository.commit('Plan');
      assert.deepEqual(await found(), { path, title: 'A clearer home' });
      repository.write(path, draft.replace('Turn new-home off.', ''));
      repository.commit('Leave something out');
      assert.equal(await found(), undefined, 'something is missing');
      repository.write(path, draft.replace('Status:** Draft', 'Status:** In Review'));
      repository.commit('Set it');
      assert.equal(await found(), undefined, 'it says so already');
      repository.write(path, draft);
      repository.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      repository.commit('Work as well');
      assert.equal(await found(), undefined, 'it is not sent by itself');
      repository.git('checkout', '--quiet', 'main');
      repository.write(path, draft);
      repository.commit('Plan on main');
      assert.equal(await found(), undefined, 'a branch comes first');
    } finally {
      repository.remove();
    }
  });

  it('has its one word changed and nothing else', async () => {
    const edits = await setInReview(draft);
    assert.equal(applyEdits(draft, edits ?? []), draft.replace('Status:** Draft', 'Status:** In Review'));
    const table = '# PLANNING: Home\n\n| Status | Draft |\n| --- | --- |\n| Flag | `x` |\n';
    assert.match(applyEdits(table, (await setInReview(table)) ?? []), /^\| Status \| In Review \|$/m);
  });

  it('is left as it is where its Status is written in no way that is known', async () => {
    assert.equal(await setInReview(`# PLANNING: Home\n\n**Status:** Draft\n${'x'.repeat(70_000)}`), undefined);
    assert.equal(await setInReview('# PLANNING: Home\n\n**Status:** Draft **Status:** Approved\n'), undefined);
    assert.equal(await setInReview('# PLANNING: Home\n\n1. Status: Draft\n'), undefined);
  });
});
