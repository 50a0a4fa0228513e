import assert from 'node:assert/strict';
import { formatGateGithub } from '../../src/formats/format-github.js';
import { formatGateMarkdown } from '../../src/formats/format-gate-markdown.js';
import { formatGateSarif } from '../../src/formats/format-gate-sarif.js';
import { formatGateText } from '../../src/formats/format-gate-text.js';
import { describeItem, whoAndHow } from '../../src/formats/gate-words.js';
import { finding, reviewWith, verdictWith } from '../support/gate-verdict.js';

const item = { id: 'docs', section: 'Docs', text: 'Docs are true' };

describe('the words for an item of the gate', () => {
  it('say by whose word it is closed, or that it is', () => {
    assert.equal(describeItem({ ...item, state: 'done', by: 'approved by @erin' }), 'approved by @erin');
    assert.equal(describeItem({ ...item, state: 'done' }), 'decided by its check');
    assert.equal(describeItem({ ...item, state: 'not-applicable' }), 'does not apply');
  });

  it('say who closes it, and how where that is known', () => {
    assert.equal(describeItem({ ...item, state: 'pm', how: 'Mend it.' }), 'Mend it.');
    assert.equal(describeItem({ ...item, state: 'pm' }), 'The PM closes it.');
    const waitsFor = ['@erin', '@paul'];
    assert.equal(
      describeItem({ ...item, state: 'waits', waitsFor, how: 'Approve.' }),
      'waits for @erin, @paul. Approve.',
    );
    assert.equal(describeItem({ ...item, state: 'waits', waitsFor }), 'waits for @erin, @paul.');
    assert.equal(whoAndHow({ ...item, state: 'waits', waitsFor }), '@erin, @paul.');
  });
});

describe('a finding that has no name', () => {
  const verdict = verdictWith({
    outcome: 'not-ready',
    review: reviewWith({ findings: [finding({ message: 'Too large.' })] }),
    waived: new Map([['size-1', '@erin (review w)']]),
  });

  it('counts in every format, since nobody can have waived it', () => {
    for (const format of [formatGateText, formatGateMarkdown, formatGateGithub, formatGateSarif])
      assert.match(format(verdict), /Too large/, format.name);
  });

  it('is shown without one', () => {
    assert.match(formatGateText(verdict), /1\. size\n +Too large\./);
    assert.match(formatGateMarkdown(verdict), /^1\. \*\*size\*\* Too large\\?\.$/m);
  });
});
