import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { identify } from '../../src/policy/asking.js';
import { openPolicySession } from '../../src/policy/policy-session.js';
import { listTracked } from '../../src/git/list-tracked.js';
import { createTrackedJudge } from '../../src/policy/tracked-judge.js';
import { temporaryRepository } from '../support/temporary-repository.js';

const policy = '# Team\n\n## PM zone\n\nPMs can touch:\n\n- `**/*.md`\n\nPMs cannot touch:\n\n- `**/auth/**`\n';

describe('judgeTracked', () => {
  it('judges files and folders among what the repository tracks', async () => {
    const repository = temporaryRepository();
    try {
      repository.write('CLAUDE.md', policy);
      repository.write('docs/a.md', 'a');
      repository.write('docs/A.md', 'b');
      repository.write('docs/b.md', 'b');
      symlinkSync('b.md', join(repository.root, 'docs/link.md'));
      symlinkSync('src/auth', join(repository.root, 'guides'));
      repository.commit('begin');
      const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
      try {
        const judge = createTrackedJudge(
          { ...zone, asking: identify(zone.policy, []) },
          await listTracked(zone.repository),
        );
        assert.equal(judge('docs/b.md').standing, 'editable');
        assert.equal(judge('docs/a.md').row, 1);
        assert.equal(judge('docs/link.md').row, 1);
        assert.equal(judge('docs/link.md/').row, 1);
        assert.match(
          judge('guides/a.md').because[0]?.text ?? '',
          /^No plain path: it lies behind “guides”, a symbolic link/u,
        );
        assert.equal(judge('guides/x/y/').row, 1);
        assert.equal(judge('src/auth/').standing, 'locked');
        assert.equal(judge('src/').standing, 'pair');
      } finally {
        zone.close();
      }
    } finally {
      repository.remove();
    }
  });
});
