import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

/** The zone of the standard proposal, as it stands there. */
const standard = `- **PM zone (explicit and bounded).** The two pilot PMs can directly push PRs that modify:
  - User-facing copy, including error messages, empty states, and onboarding strings.
  - Feature flag configuration and rollout percentages on flags they own.
  - AI prompt templates and agent system prompts for features they own.
  - Analytics event additions and dashboard wiring.
  - Non-breaking additions to config files that govern their feature.
  - Small composed front-end changes using existing design system primitives.
- **Engineering zone (unchanged).** Data models, API contracts, authentication, build and deploy configuration, core agent orchestration, and security-sensitive code paths all remain with engineering.
- **Hard rule:** every PM-authored PR must pass the PM PR Review skill file (see toolkit) before it is sent to engineering review. This catches roughly 80% of the feedback an engineer would otherwise have to write.
`;

/** The last line of the regulated one. */
const engineering =
  '- **Engineering zone (unchanged, enforced through CODEOWNERS).** Data models, API contracts, authentication, authorization, session handling, payment processing, protected-data handling, encryption, logging infrastructure, build and deploy configuration, core agent orchestration, and all compliance-monitoring infrastructure remain engineering-only. These are enforced through repository CODEOWNERS rules, not through convention.\n';

const errorsOf = (body: string): readonly (readonly [number, string])[] =>
  readSection(body)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ line, message }) => [line, message]);

describe('a zone in prose', () => {
  it('drops nothing of the standard proposal, and says that nothing enforces what it keeps with engineering', () => {
    const zone = readSection(standard);
    assert.deepEqual(describeRules(zone), []);
    assert.deepEqual(
      zone.pathless?.map(({ line, text }) => [line, text.slice(0, 20)]),
      [
        [4, 'User-facing copy, in'],
        [5, 'Feature flag configu'],
        [6, 'AI prompt templates '],
        [7, 'Analytics event addi'],
        [8, 'Non-breaking additio'],
        [9, 'Small composed front'],
      ],
    );
    const prose = describeProse(zone);
    assert.ok(prose.some((text) => text.includes('Engineering zone (unchanged)')));
    assert.ok(prose.some((text) => text.includes('every PM-authored PR must pass')));
    const [[line, message] = [], ...more] = errorsOf(standard);
    assert.deepEqual([line, more], [10, []]);
    assert.match(
      String(message),
      /^Nothing enforces “Engineering zone \(unchanged\)\. Data models, .*…”, since it names no path\. Ask an engineer to write what PMs cannot touch as a list under “PMs cannot touch:”, with the globs in backticks\.$/u,
    );
  });

  it('takes what is kept with engineering for an error, however it is said', () => {
    for (const text of [
      engineering,
      'Data models and migrations stay with engineering.',
      'Authentication and payments are engineering-only.',
      'Engineering keeps data models and API contracts.',
      'PMs must not change authentication or payments.',
      'The pilot PMs cannot touch payment processing.',
      'Infrastructure is off limits.',
    ])
      assert.equal(errorsOf(`PMs can touch:\n\n- \`docs/**\`\n\n${text}\n`).length, 1, text);
  });

  it('leaves sentences about lists, texts and reviews to the engineering DRI', () => {
    for (const text of [
      'Authentication and payments stay with engineering, in `src/pay/**`.',
      'PMs must not change the tone of payment emails.',
      'Talk about payments with engineering first.',
      'Every pull request is read by engineering.',
      'PMs must not merge their own pull requests.',
    ])
      assert.deepEqual(errorsOf(`PMs can touch:\n\n- \`docs/**\`\n\n${text}\n`), [], text);
    const listed =
      'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `**/auth/**`\n\nAuthentication stays with engineering.\n';
    assert.deepEqual(errorsOf(listed), []);
  });

  it('has roles before the verb and plain descriptions as no conditions', () => {
    const zone = readSection('The two pilot PMs can edit:\n\n- `docs/**` (documentation)\n- User-facing copy\n');
    assert.deepEqual([describeRules(zone), zone.prose, zone.pathless], [['+ docs/**'], [], undefined]);
  });
});
