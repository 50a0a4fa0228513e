import assert from 'node:assert/strict';
import { whyItStays } from '../../src/opening/why-it-stays.js';
import { inEditor, inTerminal } from '../../src/opening/opening-face.js';
import type { Finding } from '../../src/review/review.js';

describe('whether a change leaves this computer', () => {
  const none = { crashes: [], findings: [], items: [] };
  const blocker = (check: string): Finding => ({ check, severity: 'blocker', message: 'x', because: [] });

  it('does where it is ready, or else as a draft', () => {
    assert.equal(whyItStays({ ...none, verdict: 'ready' }, false, inTerminal), undefined);
    assert.match(whyItStays({ ...none, verdict: 'needs-fix' }, false, inTerminal) ?? '', /^The review is not ready/);
    assert.match(
      whyItStays({ ...none, verdict: 'needs-fix' }, false, inEditor) ?? '',
      /choose “Open Pull Request” again/,
    );
    const zone = { ...none, verdict: 'blocked', findings: [blocker('zone')] } as const;
    assert.equal(whyItStays(zone, true, inTerminal), undefined, 'outside of the zone is what pairing is for');
  });

  it('does not with a blocker of security and privacy, nor where a check failed', () => {
    for (const check of ['secrets', 'protected-data', 'unsafe-code', 'dependencies'])
      assert.match(
        whyItStays({ ...none, verdict: 'blocked', findings: [blocker(check)] }, true, inTerminal) ?? '',
        /must not leave your computer/,
      );
    assert.match(
      whyItStays({ ...none, verdict: 'needs-fix', crashes: [{ check: 'secrets', message: 'x' }] }, true, inTerminal) ??
        '',
      /^A check failed/,
    );
  });
});
