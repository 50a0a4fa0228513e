import assert from 'node:assert/strict';
import { findFlagFiles } from '../../../src/setup/surfaces/find-flag-files.js';
import { surveyedFiles } from '../../support/surveyed-files.js';

describe('findFlagFiles', () => {
  it('finds files in which flags can be read, and no others', async () => {
    const found = await findFlagFiles(
      surveyedFiles({
        'config/flags.yaml': 'new-home:\n  enabled: false\n  rollout: 0\n',
        'config/feature-flags.json': '{"new-list": {"enabled": true}}',
        'src/flags.ts': 'export const flags = {};',
        'test/flags.yaml': 'a:\n  enabled: false\n',
        'data/flags.json': '[',
        'other/flags.yaml': '',
      }),
    );
    assert.deepEqual(found, [
      { path: 'config/flags.yaml', keys: ['new-home'] },
      { path: 'config/feature-flags.json', keys: ['new-list'] },
    ]);
  });
});
