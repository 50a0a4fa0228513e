import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAddresses } from '../../src/text/find-addresses.js';

describe('findAddresses', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'maya@example.com': ['maya@example.com'],
    '<maya@example.com>': ['maya@example.com'],
    'Maya <<maya@example.com>> 1700000000 +0000': ['maya@example.com'],
    'Maya <maya@example.com 1700000000 +0000': ['maya@example.com'],
    'Erin <erin@example.com> <maya@example.com>': ['erin@example.com', 'maya@example.com'],
    'maya@example.com,nia@example.com;': ['maya@example.com', 'nia@example.com'],
    '"mailto:maya@example.com".': ['maya@example.com'],
    "o'brien@example.com": ["o'brien@example.com"],
    '1+dependabot[bot]@users.noreply.github.com': ['1+dependabot[bot]@users.noreply.github.com'],
    '@maya': [],
    'maya@': [],
    '': [],
    [`${'x'.repeat(400)}@example.com`]: [],
  };
  for (const [identity, addresses] of Object.entries(cases)) {
    it(`finds ${addresses.join(' and ') || 'none'} in ${JSON.stringify(identity.slice(0, 60))}`, () => {
      assert.deepEqual(findAddresses(identity), addresses);
    });
  }

  it('throws on no text, in time', () => {
    fc.assert(fc.property(fc.string(), (text) => findAddresses(text).every((address) => address.includes('@'))));
    for (const piece of ['a', '.', '@', "'", 'a@', '. '])
      assert.ok(Array.isArray(findAddresses(piece.repeat(500_000))), piece);
  });
});
