import assert from 'node:assert/strict';
import { toPhrase } from '../../../src/policy/grammar/phrase.js';
import { readSentenceLead } from '../../../src/policy/grammar/leads/read-lead.js';
import { isPairSentence } from '../../../src/policy/zone-section/prose/path-sentences.js';
import { splitInline } from '../../../src/policy/grammar/split-inline.js';
import { splitSentences } from '../../../src/policy/grammar/split-sentences.js';
import type { TextToken } from '../../../src/policy/grammar/tokenize.js';
import { readNamedExclusions } from '../../../src/policy/list-items/named-exclusions.js';
import { isPlainDemand } from '../../../src/policy/zone-section/prose/plain-demand.js';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const asked = (words: string): string[] => describeProse(readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${words}\n`));

describe('sentences that tell and demand nothing', () => {
  for (const words of [
    // Whom to ask.
    'By doubts ask Jürgen.',
    'Ask Priya (@priya-k) when something is unclear.',
    'If you are unsure, ask in #web before you start.',
    'For help please write to web@museum.example.',
    'Something missing here? Tell Erin.',
    'They usually answer the same day.',
    'Engineers review pull requests within a day.',
    'The reviewers are assigned automatically.',
    // What the section is, and who keeps it.
    'This section describes what product managers are allowed to change in this repository without an engineer writing the change for them.',
    'Here the product managers find what they can edit themselves, and what not.',
    'The pilot is owned by the check-in team (@lena-o, @marc).',
    'Since 2023 this list is maintained by Katarzyna.',
    'The lists below are the whole truth; when something is on neither of them, it is for engineers.',
    'The table is checked in CI by `scripts/check-zone.sh`.',
    'This list grew out of the retro in May.',
    'We add paths to this list every quarter.',
    'Read by people and by coding agents alike.',
    'The idea: small changes should not wait for an engineer.',
    'More about flags: docs/flags.md',
    // What agents do about what is closed.
    'Claude: before you edit for a product manager, check the path against these lists.',
    'When it is not on the first list, explain why and offer to write a ticket.',
    'When a request needs a locked file, stop and tell the PM to ask an engineer.',
    // What people and machines do anyway.
    '> **Note:** previews are built for each pull request automatically.',
    '> Tip: VS Code shows the zone in the explorer.',
    'Previews appear after about two minutes.',
    'CI runs the tests on each pull request.',
    'Deploys happen every day at noon.',
    'If something breaks, we roll back; no hard feelings.',
    'Our shop has two product managers, Maya and Ola.',
    'PMs open pull requests like everybody else.',
    'Engineers can touch everything, of course.',
    // What there is.
    'The shop is written in TypeScript.',
    'Flags are evaluated in the browser.',
    'The files in `content/` are Markdown.',
  ])
    it(words, () => assert.deepEqual(asked(words), []));

  for (const words of [
    'By doubts wait for Jürgen.',
    'Ask Priya (@priya-k) when something changes.',
    'Ask in #web before you start.',
    'For texts please write to web@museum.example.',
    'They usually answer before a merge.',
    'Engineers review pull requests before a release.',
    'The reviewers are assigned by Erin.',
    'The pilot is owned by Legal, who signs (@lena-o).',
    'The pilot is run by the check-in team (until May).',
    'Until 2023 this list is maintained by Katarzyna.',
    'The lists below are the whole truth; docs are for engineers.',
    'The table is checked by Erin before each merge.',
    'This list ends with the retro in May.',
    'Claude: before you edit for a product manager, ask Erin.',
    'When it is on the first list, explain why and offer to write a ticket.',
    'When a request needs a text, stop and tell the PM to ask an engineer.',
    'Deploys happen every Thursday.',
    'If something breaks, Erin decides.',
    'Our shop has one product manager.',
    'PMs open pull requests with a ticket.',
    'Engineers can touch everything, PMs typos.',
    'The shop is written in German.',
    'Texts are shown in the shop by Legal.',
    'The files in `content/` are frozen.',
    'The idea: small changes should wait for an engineer.',
    'VS Code shows the zone in red.',
  ])
    it(`${words} is kept`, () => assert.ok(asked(words).length > 0));
});

describe('words beside a path that describe it', () => {
  for (const [item, rules] of [
    ['`docs/*.json` – loaded at startup', ['+ docs/*.json']],
    ['`i18n/*.json` (translations, one file per language)', ['+ i18n/*.json']],
    ['`i18n/*.json`: our translations, about 900 strings', ['+ i18n/*.json']],
    ['`i18n/*.json` – at most 900 strings', ['+ i18n/*.json ["at most 900 strings"]']],
    ['`i18n/*.json` – one file per pull request', ['+ i18n/*.json ["one file per pull request"]']],
    ['`i18n/*.json` – read by Erin at release', ['+ i18n/*.json ["read by Erin at release"]']],
    ['!`docs/**`', ['~ docs/**']],
    ['→ `docs/**`', ['~ docs/**']],
    ['“`docs/**`”', ['+ docs/**']],
  ] as const)
    it(item, () => assert.deepEqual(describeRules(readSection(`PMs can touch:\n\n- ${item}\n`)), rules));

  it('has a yes with an exclamation mark for a yes', () => {
    const table = '| Path | PMs |\n|---|---|\n| `docs/**` | yes! |\n| `a/**` | yes!, typos |\n';
    assert.deepEqual(describeRules(readSection(table)), ['+ docs/**', '+ a/** ["typos"]']);
  });
});

describe('the time in which long sentences are read', () => {
  it('is short for any of them', () => {
    const began = performance.now();
    for (const part of [
      'a ',
      ', a in ',
      'a must be a ',
      'the a texts are a, leave ',
      'in particular, ',
      "'a', ",
      ' ',
      ', ',
    ]) {
      const text: TextToken = {
        kind: 'text',
        text: part.repeat(100_000 / part.length),
        line: 1,
        struck: false,
        bold: false,
        odd: false,
      };
      const code: TextToken = { ...text, kind: 'code', text: 'a/**' };
      const phrase = toPhrase([text]);
      isPlainDemand(phrase);
      readSentenceLead(phrase);
      isPairSentence(phrase);
      splitInline([code, text, code]);
      splitSentences([text, code]);
      readNamedExclusions([text], [code], ['a/legal*']);
    }
    assert.ok(performance.now() - began < 10_000, String(performance.now() - began));
  });
});
