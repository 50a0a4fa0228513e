import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readKnownFlags, type FlagSources } from '../../../src/presentation/plan/known-flags.js';
import { openPolicySession } from '../../../src/policy/policy-session.js';
import type { Policy } from '../../../src/policy/policy.js';
import { pilotRepository } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

describe('the flags of the flag files', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository();
  });
  after(() => repository.remove());

  const read = async (paths: readonly string[], change: Partial<FlagSources> = {}) => {
    const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    try {
      return await readKnownFlags({ root: repository.root, ...zone, paths, ...change });
    } finally {
      zone.close();
    }
  };

  it("are the PM's own first, then those beside the PM's features, as the files are now", async () => {
    repository.write('flags.yaml', 'everywhere:\n  enabled: true\nold-home:\n  enabled: false\n');
    repository.write('src/home/flags.yaml', 'old-home:\n  enabled: true\nnew-home:\n  enabled: false\nbare: maybe\n');
    repository.write('src/home/more-flags.json', '{ "from-json": { "enabled": false } }');
    repository.write('src/broken/flags.yaml', '{');
    repository.write('src/huge/flags.yaml', `huge:\n  enabled: true\n#${'x'.repeat(2 ** 20)}`);
    repository.write('src/long/flags.yaml', `${'k'.repeat(201)}:\n  enabled: true\n`);
    symlinkSync('/etc/passwd', join(repository.root, 'linked-flags.yaml'));
    const paths = ['README.md', 'flags.yaml', 'src/broken/flags.yaml', 'src/gone/flags.yaml', 'src/home/flags.yaml'];
    const more = ['src/huge/flags.yaml', 'src/long/flags.yaml', 'linked-flags.yaml'];
    const flags = await read([...paths, ...more]);
    assert.deepEqual(
      flags.map(({ key, path, state, isOwn }) => [key, path, state, isOwn]),
      [
        ['new-home', 'src/home/flags.yaml', 'off', true],
        ['old-home', 'src/home/flags.yaml', 'on', false],
        ['bare', 'src/home/flags.yaml', 'unknown', false],
        ['everywhere', 'flags.yaml', 'on', false],
      ],
    );
  });

  it('belong to the PM by the file where there is no roster', async () => {
    repository.write('flags.yaml', 'own:\n  enabled: true\n  owner: "@Maya, @jo"\nnobodys:\n  enabled: true\n');
    const asking = { kind: 'no-roster', names: ['maya@example.com', '@maya'], rows: [] } as const;
    const flags = await read(['flags.yaml'], { asking });
    assert.deepEqual(
      flags.map(({ key, isOwn }) => [key, isOwn]),
      [
        ['own', true],
        ['nobodys', false],
      ],
    );
  });

  it('are found wherever the policy says, and not without end', async () => {
    repository.write(
      'switches.yaml',
      Array.from({ length: 600 }, (_, number) => `f${number}:\n  enabled: true\n`).join(''),
    );
    const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    const { policy } = zone;
    zone.close();
    const [tip] = policy.tips;
    assert.ok(tip.zone);
    const settings = { ...tip.zone.settings, flagFiles: ['**/s*'] };
    const named: Policy = { ...policy, tips: [{ ...tip, zone: { ...tip.zone, settings } }] };
    assert.equal((await read(['switches.yaml'], { policy: named })).length, 500);
    assert.equal((await read(['switches.yaml'])).length, 0);
  });
});
