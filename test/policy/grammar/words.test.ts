import assert from 'node:assert/strict';
import { findCarveOut } from '../../../src/policy/grammar/carve-outs.js';
import { describe as describeWords } from '../../../src/policy/grammar/descriptions.js';
import { asksForEngineer, forbids } from '../../../src/policy/grammar/refusals/forbidding-words.js';
import { isAnswer, isNeutral } from '../../../src/policy/grammar/neutral-prose.js';
import { isOfPairing, isOtherwise, isOtherwiseHeading } from '../../../src/policy/grammar/otherwise.js';
import { saysHow } from '../../../src/policy/grammar/words/says-how.js';
import { parseConditions } from '../../../src/policy/grammar/parse-conditions.js';
import { isSentence } from '../../../src/policy/grammar/phrase.js';
import { isOrder, isPlainWord, isTie } from '../../../src/policy/grammar/words/plain-words.js';
import { splitInline } from '../../../src/policy/grammar/split-inline.js';
import { splitSentences } from '../../../src/policy/grammar/split-sentences.js';
import { toSourceText } from '../../../src/policy/grammar/tokenize.js';
import { isZoneTitle, looksLikeZoneTitle } from '../../../src/policy/grammar/zone-title.js';
import { phraseOf, tokensOf } from './phrase-of.js';

/** What holds for each text of the first list, and for none of the second. */
const tables: readonly (readonly [
  what: string,
  holds: (text: string) => boolean,
  yes: readonly string[],
  no: readonly string[],
])[] = [
  [
    'forbids',
    forbids,
    [
      'never',
      'No changes',
      'Red (no)',
      'Please leave the following to the developers:',
      'Hands off',
      'don’t',
      '🔒',
      'engineering only',
      'only by the core team',
      'owned by Security',
    ],
    [
      'no engineer needed',
      'without an engineer',
      'protected data',
      'canned',
      'owned by PMs',
      'interdisciplinary',
      'note',
      'pasta',
    ],
  ],
  [
    'asks for an engineer',
    asksForEngineer,
    ['Together with an engineer', 'needs a developer', 'pair', 'cannot touch without an engineer'],
    ['locked, ask an engineer first', 'never', 'with care'],
  ],
  [
    'takes something out',
    (text) => findCarveOut(text) !== undefined,
    [
      'but not',
      'never',
      '(Never.)',
      'not for PMs',
      'do not touch',
      '⚠',
      'except the headings',
      'needs an engineer',
      'draft',
      'no',
    ],
    ['no logic', 'never rename a key', 'additions only', 'without protected data', 'copy'],
  ],
  [
    'is neutral',
    (text) => isNeutral(phraseOf(text)),
    [
      'Everything else needs an engineer.',
      'Ask @erin.',
      'Questions: Dr. Seibold.',
      'If you are unsure ask Femke; if Femke is on the field ask Ruud.',
      'For all other things, please ask a developer before.',
      'If you want to change something else, please write to us on Slack.',
      'Further files only together with a developer.',
      'You can change the things in the first list and open a pull request.',
      'See `docs/why.md`.',
      'The texts of the shop.',
      'Notes:',
      '---',
      '—',
    ],
    [
      'Only on weekdays.',
      '?',
      '!',
      'Is the text here?',
      '~~Ask @erin.~~',
      'Use the wizard.',
      'These are examples.',
      'Questions: ask. Then wait.',
      'For the others speak with Nikos.',
      'If you want to change something, write to us.',
      'If a PM asks for anything beyond this, stop.',
      'Further texts only together with a developer.',
      'You can change the first thing in the list.',
      '→',
      'Verboten.',
    ],
  ],
  [
    'is about what no list names',
    isOtherwise,
    ['everything else needs an engineer', 'pair for everything else', 'the rest: ask'],
    [
      'everything else and these lists need an engineer',
      'the rest of the week',
      'a'.repeat(200),
      'everything else needs an engineer, in december everything',
      'everything else needs an engineer, in december all of it',
      'if it is not listed, ask an engineer, if it is, ask legal',
      'unlisted files need an engineer, listed ones need legal',
    ],
  ],
  [
    'is a heading of the rest',
    isOtherwiseHeading,
    ['everything else', 'pair with an engineer', 'the rest:'],
    ['everything', 'the rest of the week'],
  ],
  [
    'says what pairing means',
    isOfPairing,
    ['pairing means a call about copy', 'pairing is booked in the calendar', 'a review afterwards is not pairing'],
    ['pairing is done by two for all files', 'pairing is booked for copy', 'we like pairs'],
  ],
  [
    'is a sentence',
    (text) => isSentence(phraseOf(text)),
    ['Only on weekdays.', '本节尚未生效。', '**Stop!**'],
    ['PMs:', 'Notes', '…'],
  ],
  [
    'is a plain word',
    isPlainWord,
    ['switches', 'storefront’s'.replace('’', "'"), 'stories', 'the'],
    ['only', 'draft', 'engineer', 'your'],
  ],
  ['is a tie', isTie, ['the', 'of'], ['copy']],
  [
    'is an order',
    isOrder,
    ['use the wizard', 'record each visit', 'texts, report to us'],
    ['texts of the wizard', 'posts the team reads'],
  ],
  [
    'is the title of a PM zone',
    isZoneTitle,
    ['pm zone', 'the pm-zone (pilot)', 'pm zone policy', 'files pms can and cannot touch'],
    ['pm zone (draft)', 'pm zones', 'old pm zone'],
  ],
  [
    'looks like the title of one',
    looksLikeZoneTitle,
    ['PM zone (draft)', 'РМ zоnе', 'Zone for product managers', 'What PMs can and cannot do', 'PM-Zone'],
    ['Time zone', 'PMs', '5 rpm zone', 'Жёлтая zone'],
  ],
];

for (const [what, holds, yes, no] of tables)
  describe(what, () => {
    for (const text of yes) it(`"${text.slice(0, 60)}"`, () => assert.equal(holds(text), true));
    for (const text of no) it(`not "${text.slice(0, 60)}"`, () => assert.equal(holds(text), false));
  });

describe('describe', () => {
  for (const [text, glob, expected] of [
    ['copy', 'src/copy/**', 'fits'],
    ['user-facing copy', 'src/**', 'narrows'],
    ['strings', '**/*.json', 'fits'],
    ['Feature flags', 'config/flags.ts', 'fits'],
    ['the', 'src/**', 'fits'],
    ['secrets', 'src/**', undefined],
    ['use the copy', 'src/**', undefined],
    ['copy → x', 'src/**', undefined],
    ['emails read by customers', 'src/emails/**', 'fits'],
    ['the mails that ticket buyers get', 'src/emails/**', 'fits'],
    ['Spanish translation', 'i18n/es/**', 'fits'],
    ['Spanish translation', 'i18n/**', undefined],
    ['texts of the campaign manager', 'conf/messages.de', 'fits'],
    ['texts of the manager', 'conf/messages.de', undefined],
  ] as const)
    it(`"${text}" of ${glob}: ${expected ?? 'more'}`, () => assert.equal(describeWords(text, glob), expected));
});

describe('describe, of words beside a path', () => {
  for (const [text, glob, expected] of [
    ['user-facing strings', 'web/templates/**/*.html', 'narrows'],
    ['page texts', 'app/pages/**/*.tsx', 'narrows'],
    ['email templates', 'emails/**/*.html', 'fits'],
    ['translations', 'src/i18n/*.ts', 'fits'],
    ['copy', 'src/copy/*.ts', 'fits'],
    ['user-facing strings', 'web/templates/**', 'fits'],
    ['user-facing strings', '**/*.xcstrings', 'fits'],
    ['user-facing strings', 'App/*.resw', 'fits'],
    ['informal', 'locales/nl.json', undefined],
    ['warm and playful', 'copy/*.md', undefined],
    ['friendly pages', 'docs/**', 'fits'],
    ['titles and order of the shelves', 'config/*.yaml', 'narrows'],
    ['titles', 'config/*.yaml', 'narrows'],
    ['order of the rails', 'config/*.yaml', 'fits'],
    ['titles', 'i18n/*.yaml', 'fits'],
    ['titles', 'docs/**', 'fits'],
    ['name and phone fields', 'data/hotels/*.json', 'narrows'],
    ['question texts', 'rules/questions/*.yaml', 'fits'],
    ['texts for the pickers', 'data/*.json', 'fits'],
    ['texts', 'src/pages/*.tsx', 'narrows'],
    ['headings', 'src/pages/*.tsx', 'narrows'],
    ['of the shop', 'data/*.json', 'fits'],
    ['summaries', 'data/*.json', 'narrows'],
  ] as const)
    it(`"${text}" of ${glob}: ${expected}`, () => assert.equal(describeWords(text, glob, false), expected));
  it('leaves a group of templates what it is called', () =>
    assert.equal(describeWords('copy', 'web/templates/**/*.html'), 'fits'));
});

describe('parseConditions', () => {
  for (const [text, glob, expected] of [
    ['(additions only; backwards-compatible)', 'a.json', ['additions-only', 'non-breaking']],
    ['copy, codeowners-enforced', 'copy/**', []],
    ['copy ?', 'copy/**', ['copy ?']],
    ['copy', 'src/**', ['copy only']],
    ['new keys only, only new keys', 'a.json', ['additions-only']],
    ['banners', 'src/views/**/*.vue', ['banners only']],
    ['banners', 'src/**/*.rs', ['banners only']],
    ['marketing pages', 'resources/views/**/*.blade.php', []],
    ['only new translated', 'a.json', ['only new translated']],
    ['new internal pages only', 'a.json', ['new internal pages only']],
    ['new lawyer-approved texts only', 'a.json', ['new lawyer-approved texts only']],
    ['their own flags for pricing screens', 'a.ts', ['owned-flags', 'their own flags for pricing screens']],
    ['after a review', 'a.json', ['after a review']],
    ['wording, in all languages', 'a.json', ['wording, in all languages']],
    ['nothing about looks, money or origin', 'a.json', ['nothing about looks, money or origin']],
    ['difficulty, within the schema', 'a.json', ['difficulty, within the schema']],
    ['jpg, png or webp', 'photos/**', ['jpg, png or webp only']],
    ['jpg or png', 'photos/*.{jpg,png}', []],
    ['subject: under 60 characters', 'a.json', ['subject: under 60 characters']],
    ['150–160 characters', 'a.json', ['150–160 characters']],
    ['Markdown', 'docs/**/*.md', []],
    ['guides in PDF', 'docs/**', []],
    ['copy; sentence case', 'a.json', ['sentence case']],
    ['copy (as in the mockup), additions only, for customers', 'a.json', ['additions-only', 'as in the mockup']],
    ['wording in all languages', 'a.json', []],
  ] as const)
    it(`"${text}" of ${glob}`, () =>
      assert.deepEqual(
        parseConditions(text, 1, [glob]).map(({ kind, text: own }) => (kind === 'free-text' ? own : kind)),
        expected,
      ));
});

describe('splitInline', () => {
  for (const [text, expected] of [
    ['`a` (copy only), `b` and `c`.', ['`a` (copy only),', '`b` and', '`c`']],
    ['`a` except `b`, `c`', ['`a` except `b`, `c`']],
    ['`a` from `b`', ['`a` from `b`']],
  ] as const)
    it(text, () =>
      assert.deepEqual(splitInline(tokensOf(text).filter(({ text: own }) => own !== '\n')).map(toSourceText), expected),
    );
});

describe('splitSentences', () => {
  for (const [text, expected] of [
    ['One. Two: `a. b`\nthree.', ['One.', 'Two: `a. b` three.']],
    ['Rules:\nOne\n**Bold**\ntwo', ['Rules:', 'One', 'Bold', 'two']],
    ['e.g. this', ['e.g. this']],
    ['**B. What PMs cannot touch**', ['B. What PMs cannot touch']],
    ['Plan B. Two.', ['Plan B.', 'Two.']],
    ['Write to Dr.\nBrandt. B. Three.', ['Write to Dr. Brandt.', 'B. Three.']],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual(splitSentences(tokensOf(text)).map(toSourceText), expected));
});

describe('isAnswer', () => {
  it('takes an answer, and nothing where what is shown is not what is written', () => {
    const [question, answer] = [phraseOf('Not listed?'), phraseOf('Pair.')];
    assert.ok(isAnswer(question, answer));
    assert.ok(!isAnswer(question, phraseOf('~~Pair.~~')));
    assert.ok(!isAnswer(phraseOf('Not ~~listed?~~'), answer));
    assert.ok(!isAnswer(question, phraseOf('All yours.')));
  });
});

describe('saysHow', () => {
  for (const words of [
    'within the schema',
    'levels within the limits',
    'in the house style',
    'in sentence case',
    'as in the glossary',
    'texts as they stand',
    'words from the glossary',
    'photos from our library',
    'through the admin',
    'like the mockup',
    'on brand',
    'house style',
    'our brand voice',
    'title case',
    'what the style guide says',
    'across all languages',
    'in the order of the menu',
    'in travel order',
    'order of appearance',
    'mirrors the app',
    'reads like the sign',
    'date in the name',
    'disclaimer in the footer',
    'consent on file',
    'in italics',
    'the polite form',
    'headline case',
    'string literals',
    'local time',
  ])
    it(`is told by "${words}"`, () => assert.ok(saysHow(words)));

  for (const words of [
    'in the header',
    'texts of the shop',
    'pages such as about',
    'texts as shown in the app',
    'as well',
    'like welcome mails',
    'mails from the shop',
    'brand colours',
    'what the app says',
    'icons in the footer',
    'orders of our customers',
    'use case',
    'login form',
  ])
    it(`is not told by "${words}"`, () => assert.ok(!saysHow(words)));
});
