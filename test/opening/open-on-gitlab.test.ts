import assert from 'node:assert/strict';
import { draftOf } from './held-opening.js';
import { startHeldGitlab } from './held-gitlab-opening.js';

describe('opening a merge request on GitLab', () => {
  it('says what GitLab may not like where it does not take it, also of a draft', async () => {
    const held = await startHeldGitlab();
    held.reset(false);
    held.shop.branches.delete('pm/home');
    for (const draft of [false, true]) {
      const seen = await held.open({ draft: draftOf('now', { draft }) });
      assert.equal(
        'sentence' in seen && seen.sentence,
        'GitLab does not take a merge request of pm/home to main. One of the two branches is not there, or both hold the same. Open it with pm-zone pr --web, or ask an engineer.',
      );
    }
    await held.server.stop();
  });
});
