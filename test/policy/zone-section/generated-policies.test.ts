import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  headingsLikeTheZones,
  noise,
  refusingLeads,
  refusingTails,
  restrictingSentences,
} from '../../support/policy-ingredients.js';
import { demandsOn, readPolicy } from '../../support/read-policy.js';

const path = 'src/auth/login.ts';
const glob = '`src/auth/**`';
const exact = [
  'PMs can touch:',
  '**PMs can touch:**',
  'A PM may edit:',
  'Allowed for PMs:',
  'PMs can change these files:',
];

type Form = (words: string, lead: string) => string;

const cell = (words: string): string => words.replaceAll('|', '/');

/** Where words stand that are no plain permission. */
const ofLeads: readonly Form[] = [
  (words) => `${words}\n\n- ${glob}`,
  (words) => `**${words}**\n1. ${glob}`,
  (words) => `${words}\n• ${glob}`,
  (words) => `### ${words}\n\n- ${glob}`,
  (words) => `- ${words}\n  - ${glob}`,
  (words) => `${words}\n\n| Path |\n|---|\n| ${glob} |`,
  (words) => `| ${cell(words)} |\n|---|\n| ${glob} |`,
  (words) => `${words}\n\n\`\`\`\nsrc/auth/**\n\`\`\``,
  (words) => `> ${words}\n>\n> - ${glob}`,
  (words) => `${words} ${glob}.`,
  (words) => `${words}\n\n- [x] ${glob}`,
  (words, lead) => `${lead}\n- \`docs/**\`\n- ${words}\n  - ${glob}`,
  (words, lead) => `${lead}\n- \`docs/**\`\n${words}\n- ${glob}`,
  (words, lead) => `${lead}\n- \`docs/**\`\n\n<p>${words}</p>\n\n- ${glob}`,
  (words) => `### PMs can touch\n\n${words}\n\n- ${glob}`,
  (words) => `### PMs can touch\n\n#### ${words}\n\n- ${glob}`,
  (words, lead) => `${lead}\n\n${words}\n\n- ${glob}`,
];

/** Where words stand beside the path under an exact lead. */
const ofTails: readonly Form[] = [
  (words, lead) => `${lead}\n\n- ${glob} ${words}`,
  (words, lead) => `${lead}\n\n- ${words} ${glob}`,
  (words, lead) => `${lead}\n\n- ${glob}\n  - ${words}`,
  (words, lead) => `${lead}\n\n- ${glob}\n  ${words}`,
  (words, lead) => `${lead}\n\n- ${glob}[^1]\n\n[^1]: ${words}`,
  (words, lead) => `${lead}\n\n- \`docs/**\`, ${glob} ${words}`,
  (words) => `PMs can touch ${glob} ${words}.`,
  (words) => `| Path | PMs | Notes |\n|---|---|---|\n| ${glob} | yes | ${cell(words)} |`,
  (words) => `| Path | PMs |\n|---|---|\n| ${glob} | ${cell(words)} |`,
];

/** Where sentences stand around an exact lead with its list. */
const ofSentences: readonly Form[] = [
  (words, lead) => `${words}\n\n${lead}\n\n- ${glob}`,
  (words, lead) => `${lead}\n\n- ${glob}\n\n${words}`,
  (words, lead) => `${lead}\n\n- ${glob}\n- ${words}`,
  (words, lead) => `${lead}\n\n- ${glob}\n${words}`,
  (words, lead) => `${lead}\n\n- ${glob}\n\n> ${words}`,
  (words, lead) => `${lead}\n\n- ${glob}\n\n<!-- ${words} -->`,
  (words, lead) => `### ${words}\n\n${lead}\n\n- ${glob}`,
  (words, lead) => `${lead}\n\n- ${glob}\n\n### ${words}`,
  (words, lead) => `${lead}\n\n- ${glob}\n\n${words}\n\n- \`docs/**\``,
  (words, lead) => `${lead}\n\n- ${glob}\n\nPMs cannot touch:\n- \`lib/**\`\n${words}`,
  (words, lead) => `${lead}\n\n- \`docs/**\`\n${words}\n- ${glob}`,
  (words, lead) => `${lead}\n\n- ${glob}\n\n| Note |\n|---|\n| ${cell(words)} |`,
];

const lead = fc.constantFrom(...exact);
const body = fc.oneof(
  fc.tuple(fc.constantFrom(...ofLeads), fc.constantFrom(...refusingLeads), lead),
  fc.tuple(fc.constantFrom(...ofTails), fc.constantFrom(...refusingTails), lead),
  fc.tuple(fc.constantFrom(...ofSentences), fc.constantFrom(...restrictingSentences), lead),
);
const written = body.map(([form, words, over]) => form(words, over));
const around = fc.option(fc.constantFrom(...noise), { nil: '', freq: 2 });
const zoneHeading = fc.constantFrom('## PM zone', '# The PM zone', '## PM zone (pilot)', 'PM zone\n---');

describe('generated policies', () => {
  it('open the path where they are plain', () => {
    for (const over of exact)
      assert.deepEqual(demandsOn(readPolicy(`# App\n\n## PM zone\n\n${over}\n\n- ${glob}\n`), path), [], over);
  });

  it('open nothing without a condition that is not plainly open', () => {
    fc.assert(
      fc.property(zoneHeading, written, around, around, (heading, text, before, after) => {
        const policy = `${before}\n\n${heading}\n\n${text}\n\n${after}\n`;
        assert.notDeepEqual(demandsOn(readPolicy(policy), path), [], policy);
      }),
      { numRuns: 900 },
    );
  });

  it('open nothing under a heading that only looks like the zone’s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...headingsLikeTheZones), lead, around, (heading, over, after) => {
        const policy = `# App\n\n## ${heading}\n\n${over}\n\n- ${glob}\n\n${after}\n`;
        assert.equal(demandsOn(readPolicy(policy), path), undefined, policy);
      }),
      { numRuns: 150 },
    );
  });
});

/** Well-formed policies, and paths in and beside what they open; `·` marks where words may be put in, `¶` where a paragraph may. */
const wellFormed: readonly string[] = [
  '# App·\n¶\n## ·PM zone·\n¶\nPMs can· touch·:\n\n- `docs/**`·\n- `src/i18n/**` ·(additions· only)·\n¶\nPMs can touch, within· their feature folders:\n\n- `src/ui/**` once· Legal agrees·\n¶\nPMs ·cannot· touch:·\n\n- ·`src/auth/**`·\n- `docs/legal/**`·\n¶\nOnly on weekdays.·\n',
  '## PM zone\n¶\n### ·PMs can touch·\n¶\n#### ·Texts·\n\n- ·`docs/**`·\n- `src/i18n/**` except· `src/i18n/legal/**`\n  - ·additions only·\n¶\n### PMs· cannot touch·\n¶\n- `src/auth/**`·\n- ·`docs/legal/**`\n¶\n',
  '## PM zone\n¶\n| ·Path· | PMs· | ·Notes |\n|---|---|---|\n| ·`docs/**`· | ·yes· | ·typos· only· |\n| `src/i18n/**` | yes | additions only· |\n| ·`src/auth/**`· | ·no· | ·ask Erin· |\n¶\nPMs· may edit· `src/ui/**` (values only·)· and `src/texts/**`.·\n¶\n',
  '## PM zone\n¶\nPMs can touch:·\n- ·`docs/**` — typos· only·\n- ·Texts·\n  - `src/i18n/**`·\n  - `src/texts/**` (no keys·)\n¶\nPMs must· not touch `src/auth/**`.·\n¶\n**PMs cannot touch·:** `docs/legal/**`·, `src/ui/**`·.\n¶\n',
];
const paths = [
  'docs/a.md',
  'docs/legal/x.md',
  'src/i18n/en.json',
  'src/i18n/legal/x.json',
  'src/texts/a.json',
  'src/ui/a.tsx',
  path,
  'lib/x.ts',
];

const word = fc.oneof(
  fc.constantFrom(...restrictingSentences, ...refusingTails).map((text) => text.split(/\s+/u)[0] ?? ''),
  fc.constantFrom(
    'not',
    'only',
    'except',
    'the',
    'and',
    'PMs',
    'can',
    'touch',
    'engineers',
    'everything',
    'else',
    'yes',
    'open',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
/** Words without what Markdown reads as a form of its own. */
const words = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' ').replace(/[\p{Cc}`|<>#*_~[\]\\&!:^=+-]|\d+[.)]/gu, ''));

describe('words put into a well-formed policy', () => {
  it('open no path, and take no condition from one that stays open', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wellFormed), fc.nat(), words, (marked, number, inserted) => {
        const plain = marked.replace(/[·¶]/gu, '');
        const marks = [...marked.matchAll(/[·¶]/gu)];
        const at = marks[number % marks.length] as RegExpExecArray;
        const clean = (part: string): string => part.replace(/[·¶]/gu, '');
        const put = at[0] === '¶' ? `\n${inserted}\n` : ` ${inserted} `;
        const text = `${clean(marked.slice(0, at.index))}${put}${clean(marked.slice(at.index))}`;
        const [before, after] = [readPolicy(plain), readPolicy(text)];
        for (const each of paths) {
          const [was, is] = [demandsOn(before, each), demandsOn(after, each)];
          if (is === undefined) continue;
          assert.ok(was !== undefined, `${each} is open in ${text}`);
          assert.ok(is.length >= was.length, `${each} lost a condition in ${text}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
