import assert from 'node:assert/strict';
import { interpretProse, isInProse } from '../../src/setup/interpret-prose.js';
import type { Survey } from '../../src/setup/survey-repository.js';
import { describeRules, readSection } from '../support/read-policy.js';

const survey: Survey = {
  surfaces: [
    { kind: 'copy', glob: 'src/locales/*.json', paths: ['a', 'b'] },
    { kind: 'flags', glob: 'config/flags.yaml', paths: ['c'] },
  ],
  offers: [],
  closed: [
    { matter: 'signing in and rights', glob: '**/auth/**', paths: ['d'] },
    { matter: 'money', glob: '**/billing/**', paths: ['e', 'f'] },
  ],
  left: [],
  flagFiles: new Map(),
  regulatedBy: undefined,
};

const interpret = (body: string, all = survey): readonly (readonly [number, string])[] =>
  interpretProse(readSection(body), all).map(({ line, message }) => [line, message]);

describe('interpretProse', () => {
  it('says which files of events and components are meant', () => {
    const offers = [
      { kind: 'events' as const, glob: 'src/events.ts', paths: ['a'] },
      { kind: 'components' as const, glob: 'src/components/*.tsx', paths: ['a', 'b'] },
    ];
    const [events, components] = interpret('PMs can touch:\n\n- Analytics events.\n- Front-end components.\n', {
      ...survey,
      offers,
    }).map(([, message]) => message);
    assert.match(events ?? '', /means - `src\/events\.ts` \(new events only, additions only\) \(1 file\)\./u);
    assert.match(components ?? '', /means - `src\/components\/\*\.tsx` \(using the design system\) \(2 files\)\./u);
  });

  it('says of each item without a path what it means here', () => {
    const body = `PMs can touch:

- User-facing copy, including error messages, empty states, and onboarding strings.
- Feature flag configuration on flags they own.
- AI prompt templates for features they own.
- Analytics event additions and dashboard wiring.
- Whatever is fun.
`;
    assert.deepEqual(interpret(body), [
      [
        5,
        '“User-facing copy, including error messages, empty states, an…” names no path, so it opens nothing. Here it most likely means - `src/locales/*.json` (2 files). Write that as items under “PMs can touch:”.',
      ],
      [
        6,
        '“Feature flag configuration on flags they own.” names no path, so it opens nothing. Here it most likely means - `config/flags.yaml` for flags they own (1 file). Write that as items under “PMs can touch:”.',
      ],
      [
        7,
        '“AI prompt templates for features they own.” names no path, so it opens nothing. No file here is plainly that: name those that are in an item, like - `path/to/file` for features they own.',
      ],
      [
        8,
        '“Analytics event additions and dashboard wiring.” names no path, so it opens nothing. No file here is plainly that: name those that are in an item, like - `path/to/file` (new events only, additions only).',
      ],
    ]);
  });

  it('keeps what a sentence demands, in words that are known as conditions', () => {
    const lead = 'PMs can touch:\n\n';
    const said = interpret(`${lead}- User-facing copy on non-protected-data surfaces, for features they own.\n`);
    const [, item = ''] = /means (- .*) \(2 files\)/u.exec(said[0]?.[1] ?? '') ?? [];
    assert.equal(item, '- `src/locales/*.json` for features they own (no protected data)');
    assert.deepEqual(describeRules(readSection(`${lead}${item}\n`)), [
      '+ src/locales/*.json [feature-folder, no-protected-data]',
    ]);
  });

  it('says of a sentence that keeps matters with engineering what closes them here', () => {
    const body = 'Data models, authentication and payments stay with engineering.\n';
    assert.deepEqual(interpret(body), [
      [
        3,
        '“Data models, authentication and payments stay with engineeri…” names no path, so nothing enforces it. Here it means at least - `**/auth/**` (1 file), - `**/billing/**` (2 files). Write that as items under “PMs cannot touch:”, with a glob for whatever else it names.',
      ],
    ]);
    assert.deepEqual(interpret(body, { ...survey, closed: [] }), []);
  });

  it('says nothing where globs say it', () => {
    const body =
      'PMs can touch:\n\n- `docs/**`\n- Texts\n\nPMs cannot touch:\n\n- `**/auth/**`\n\nPayments stay with engineering.\n';
    assert.equal(isInProse(readSection(body)), false);
    assert.deepEqual(interpret(body), []);
    assert.equal(isInProse(readSection('Be kind to `src/payments`, and to payments.\n')), false);
    assert.equal(isInProse(readSection('PMs can touch:\n\n- Texts\n')), true);
  });
});
