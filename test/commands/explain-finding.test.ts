import assert from 'node:assert/strict';
import { UsageError } from '../../src/commands/command.js';
import { explainFinding } from '../../src/commands/explain-finding.js';
import type { ReviewContext } from '../../src/review/check.js';
import type { Finding } from '../../src/review/review.js';
import { finding, reviewItem, reviewWith } from '../support/gate-verdict.js';

const context = { asking: { kind: 'pilot-pm', names: ['@maya'], rows: [] } } as Pick<ReviewContext, 'asking'>;

const explain = (changes: Partial<Finding>, items = [reviewItem({ check: 'size' })]): string =>
  explainFinding(
    'size-1',
    reviewWith({ findings: [finding({ id: 'size-1', ...changes })], items }),
    context,
  ).lines.join('\n');

describe('explainFinding', () => {
  it('says what was read: the line, the file, or the change as a whole', () => {
    assert.match(explain({ path: 'a.md', line: 3 }), /\n {2}a\.md, line 3: as main has it, and as pm\/home has it\.\n/);
    assert.match(explain({ path: 'a.md' }), /\n {2}a\.md: as main has it, and as pm\/home has it\.\n/);
    assert.match(explain({}), /\n {2}The change as a whole, its commits and its planning doc\.\n/);
  });

  it('names what a text is compared with', () => {
    const key = { kind: 'text', name: 'title', comparedWith: 'i18n/en.json' } as unknown as NonNullable<Finding['key']>;
    assert.match(explain({ path: 'i18n/de.json', key }), /\n {2}i18n\/en\.json, with which it is compared\.\n/);
  });

  it('lists the items that its check decides, where there are any', () => {
    assert.match(explain({}), /What it decides:\n {2}Docs: Docs are true\n/);
    assert.doesNotMatch(explain({}, []), /What it decides/);
  });

  it('says how severe it is, and that nobody can waive it here', () => {
    assert.match(explain({ severity: 'note' }), /^Noted by the check size: /);
    assert.match(explain({}), /can waive it on the pull request by its name, size-1, .*Nobody can waive it here\.$/);
  });

  it('knows no other finding', () => {
    assert.throws(
      () => explainFinding('size-2', reviewWith(), context),
      (error) => error instanceof UsageError && /no finding called size-2/.test(error.message),
    );
  });
});
