import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { buildPlanListNodes } from '../../../src/presentation/tree/plan-list-nodes.js';
import { readPlans } from '../../../src/presentation/plan/read-plans.js';
import { listTracked } from '../../../src/git/list-tracked.js';
import { openPolicySession } from '../../../src/policy/policy-session.js';
import { pilotRepository, plan } from '../../support/pilot-repository.js';

const titled = (title: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), plan.replace('A clearer home', title));

describe('the planning docs of a repository', () => {
  it('show the PM’s own first, then what somebody waits for, each with status, flag and age', async () => {
    const repository = pilotRepository();
    try {
      repository.write('src/home/PLANNING.md', titled('Own'));
      repository.write(
        'src/a/PLANNING.md',
        titled('Shipped', ['Approved', 'Shipped'], ['src/home', 'src/a'], ['2026-01-01', '2025-12-31']),
      );
      repository.write(
        'src/b/PLANNING.md',
        titled('Waits', ['Approved', 'In Review'], ['src/home', 'src/b'], ['2026-01-01', '2025-10-01']),
      );
      repository.write('src/c/PLANNING.md', '# PLANNING: Bare\n\n**Last updated:** 2027-01-01\n');
      repository.write('src/d/PLANNING.md', 'No title at all\n\n**Status:** Draft\n**Last updated:** soon\n');
      repository.write(
        'src/e/PLANNING.md',
        titled('Old', ['Approved', 'Retired'], ['src/home', 'src/e'], ['2026-01-01', '2020-01-01']),
      );
      repository.write('src/f/PLANNING.md', titled('Fresh', ['src/home', 'src/f'], ['2026-01-01', '2026-01-02']));
      repository.write('src/i/PLANNING.md', '# PLANNING: Undated\n\n**Status:** Retired\n');
      repository.write('src/g/PLANNING.md', Buffer.from('x'.repeat(300_000)));
      symlinkSync('../home/PLANNING.md', join(repository.root, 'src/a/more-PLANNING.md'));
      repository.write('src/h/PLANNING.md', titled('Gone'));
      repository.commit('Plans');
      repository.remove('src/h/PLANNING.md');
      const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
      try {
        const { paths } = await listTracked(zone.repository);
        const { plans, unread, more } = await readPlans(repository.root, zone.policy, paths);
        assert.deepEqual([unread, more], [['src/g/PLANNING.md'], 0]);
        const nodes = buildPlanListNodes(plans, zone.asking, '2026-01-02');
        assert.deepEqual(
          nodes.map(({ label, description }) => `${label}: ${description}`),
          [
            'Own: Approved · new-home · yesterday',
            'Waits: In Review · new-home · 3 months ago',
            'src/d/PLANNING.md: Draft',
            'Bare: no status',
            'Fresh: Approved · new-home · today',
            'Shipped: Shipped · new-home · 2 days ago',
            'Old: Retired · new-home · 6 years ago',
            'Undated: Retired',
          ],
        );
        assert.match(nodes[3]?.tooltip ?? '', /Owner: nobody is named\nFlag: none is named\nMissing: Status, /);
        assert.match(nodes[0]?.tooltip ?? '', /Owner: @paul\nFlag: new-home$/);
        assert.equal(nodes[3]?.icon, 'question');
      } finally {
        zone.close();
      }
    } finally {
      repository.remove();
    }
  });

  it('are read up to a number', async () => {
    const repository = pilotRepository();
    try {
      const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
      zone.close();
      const paths = Array.from({ length: 203 }, (_, at) => `p${at}/PLANNING.md`);
      const { plans, more } = await readPlans(repository.root, zone.policy, paths);
      assert.deepEqual([plans.length, more], [0, 3]);
    } finally {
      repository.remove();
    }
  });
});
