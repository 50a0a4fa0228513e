import assert from 'node:assert/strict';
import { whyItStays } from '../../src/commands/why-it-stays.js';
import type { Finding } from '../../src/review/review.js';

describe('whether a change leaves this computer', () => {
  const none = { crashes: [], findings: [], items: [] };
  const blocker = (check: string): Finding => ({ check, severity: 'blocker', message: 'x', because: [] });

  it('does where it is ready, or else as a draft', () => {
    assert.equal(whyItStays({ ...none, verdict: 'ready' }, false), undefined);
    assert.match(whyItStays({ ...none, verdict: 'needs-fix' }, false) ?? '', /^The review is not ready/);
    const zone = { ...none, verdict: 'blocked', findings: [blocker('zone')] } as const;
    assert.equal(whyItStays(zone, true), undefined, 'outside of the zone is what pairing is for');
  });

  it('does not with a blocker of security and privacy, nor where a check failed', () => {
    for (const check of ['secrets', 'protected-data', 'unsafe-code', 'dependencies'])
      assert.match(
        whyItStays({ ...none, verdict: 'blocked', findings: [blocker(check)] }, true) ?? '',
        /must not leave your computer/,
      );
    assert.match(
      whyItStays({ ...none, verdict: 'needs-fix', crashes: [{ check: 'secrets', message: 'x' }] }, true) ?? '',
      /^A check failed/,
    );
  });
});
