import assert from 'node:assert/strict';
import { nearestName } from '../../src/text/nearest-name.js';

const names = ['flag-safe', 'flag-owned', 'secrets', 'docs'];

describe('nearestName', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    'flag-ownd': 'flag-owned',
    'flags-owned': 'flag-owned',
    'flag-save': 'flag-safe',
    secrtes: 'secrets',
    doc: 'docs',
    dosc: 'docs',
    sdoc: undefined,
    accessibility: undefined,
    '': undefined,
    ['x'.repeat(100_000)]: undefined,
  };
  for (const [written, name] of Object.entries(cases)) {
    it(`takes ${written.slice(0, 20) || 'nothing'} for ${name ?? 'none'}`, () => {
      assert.equal(nearestName(written, names), name);
    });
  }
});
