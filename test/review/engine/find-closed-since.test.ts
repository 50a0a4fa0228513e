import assert from 'node:assert/strict';
import { readChange } from '../../../src/change/read-change.js';
import { openPolicySession } from '../../../src/policy/policy-session.js';
import { buildReviewContext } from '../../../src/review/build-review-context.js';
import { findClosedSince } from '../../../src/review/engine/find-closed-since.js';
import { zone } from '../../../src/review/checks/zone.js';
import type { Moment } from '../../../src/review/check.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

const policyOf = (more: string): string => `## PM zone\n\n**PMs can touch:**\n\n- \`docs/*.md\`\n${more}`;

describe('what the policy closed since a change began', function () {
  this.timeout(60_000);
  let origin: TemporaryRepository;
  let clone: TemporaryRepository;
  beforeEach(() => {
    origin = temporaryRepository();
    origin.write('docs/a.md', 'a\n');
    origin.write('i18n/en.json', '{"a": "A sentence"}\n');
    origin.write('src/a.ts', 'export {};\n');
  });
  afterEach(() => {
    clone.remove();
    origin.remove();
  });
  const begin = (policy: string | undefined): void => {
    if (policy !== undefined) origin.write('CLAUDE.md', policy);
    origin.commit('Begin');
    clone = origin.clone();
    clone.git('switch', '-q', '-c', 'pm/words', '--no-track');
    clone.write('docs/a.md', 'b\n');
    clone.write('i18n/en.json', '{"a": "Other words"}\n');
    clone.write('src/a.ts', 'export const a = 1;\n');
    clone.commit('Words');
  };
  const change = (policy: string): void => {
    origin.write('CLAUDE.md', policy);
    origin.commit('Another policy');
    clone.git('fetch', '-q');
  };
  const told = async (moment: Moment = 'push'): Promise<readonly string[]> => {
    const session = await openPolicySession({ cwd: clone.root, environment: clone.environment });
    try {
      const loaded = await readChange(session.repository, { kind: 'worktree', base: session.base });
      const context = await buildReviewContext(session, loaded, moment);
      const since = await findClosedSince(session, { base: { ref: 'x', commit: undefined } }, context.judgements);
      assert.equal(since.size, 0, 'nothing is known of no commit');
      const outcome = await zone.run(context);
      return outcome === 'not-applicable' ? [] : outcome.reports.map(({ message }) => message);
    } finally {
      session.close();
    }
  };

  it('is said where a file was theirs then, and of no other', async () => {
    begin(policyOf('- `i18n/*.json`\n'));
    change(policyOf(''));
    const [words, code, ...more] = await told();
    assert.match(
      String(words),
      /i18n\/en\.json needs an engineer: .*\. It was yours to edit when this change began, and the policy was changed since\. Work on it/,
    );
    assert.match(String(code), /^src\/a\.ts needs an engineer/);
    assert.doesNotMatch(String(code), /It was yours/);
    assert.deepEqual(more, []);
    assert.doesNotMatch((await told('commit')).join('\n'), /It was yours/, 'a commit waits for no other policy');
    change(`${policyOf('')}\n**PMs cannot touch:**\n\n- \`i18n/**\`\n`);
    assert.match(
      (await told()).join('\n'),
      /en\.json is locked: .*It was yours to edit when this change began.*Put it back/,
    );
  });

  it('is nothing where the policy is the same, or there was none', async () => {
    begin(policyOf(''));
    assert.doesNotMatch((await told()).join('\n'), /It was yours/);
    clone.remove();
    origin.remove();
    origin = temporaryRepository();
    origin.write('docs/a.md', 'a\n');
    origin.write('i18n/en.json', '{"a": "A sentence"}\n');
    begin(undefined);
    change(policyOf(''));
    assert.doesNotMatch((await told()).join('\n'), /It was yours/);
  });
});
