import assert from 'node:assert/strict';
import { readStandingLabel } from '../../../src/policy/grammar/leads/standing-labels.js';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const rules = (body: string): string[] => describeRules(readSection(body));
const opened = (body: string): string[] => rules(body).filter((rule) => rule.startsWith('+'));

describe('readStandingLabel', () => {
  const labels: Record<string, readonly string[]> = {
    allow: [
      'pms',
      'pm alone',
      'pms, freely, any time',
      'free for pms',
      'green (pm alone)',
      'can change',
      'edit',
      'go ahead',
    ],
    pair: [
      'with an engineer',
      'pms + eng',
      'yes, with a developer',
      'in pairs',
      'yellow (with an engineer)',
      'with us',
      'engineers and pms',
    ],
    forbid: [
      'closed',
      'never',
      'no pms',
      'engineers only',
      'red (locked)',
      'pms may not change',
      'not for pms',
      'off limits',
    ],
  };
  for (const [effect, all] of Object.entries(labels))
    for (const label of all)
      it(`${label}: ${effect}`, () => assert.equal(readStandingLabel(`${label}:`)?.effect, effect));

  for (const label of [
    'free on mondays',
    'pms of the shop team',
    'senior pms',
    'green (engineers only)',
    'red (pm alone)',
    'pm alone, once legal agrees',
    'yes, mostly',
    'copy: pms can touch',
    'pms may edit once signed',
    'level 1: pm of the shop',
    'pms: on mondays',
    'free (pm alone) from june',
    'pms?',
    'a'.repeat(200),
    '',
  ])
    it(`is none: ${label.slice(0, 40)}`, () => assert.equal(readStandingLabel(label), undefined));

  it('reads a long label in time', () => {
    const began = performance.now();
    for (const part of ['pms ', 'green (', 'with an engineer ', 'free, ']) readStandingLabel(part.repeat(30_000));
    assert.ok(performance.now() - began < 500);
  });
});

describe('labels over lists', () => {
  const set = (...labels: readonly string[]): string =>
    labels.map((label, at) => `${label}\n\n- \`${['docs/**', 'ui/**', 'api/**'][at] ?? 'x/**'}\`\n`).join('\n');
  const expected = ['+ docs/**', '~ ui/**', '- api/**'];

  it('open where they say together what PMs may change', () => {
    for (const body of [
      set('**Yes**', '**Yes, with an engineer**', '**No**'),
      set('Free:', 'With us:', 'Closed:'),
      set('### Green', '### Yellow', '### Red'),
      set('### PMs', '### PMs and engineers', '### Engineers'),
    ])
      assert.deepEqual(rules(body), expected, body);
  });

  it('hold by the part of the section that they stand in', () => {
    const parts = `### Web\n\n${set('Free:', 'With us:', 'Closed:')}\n### App\n\nYes:\n\n- \`app/**\`\n\nNo:\n\n- \`lib/**\`\n`;
    assert.deepEqual(opened(parts), []);
  });

  it('open below other words where they speak of PMs, and the words are asked about', () => {
    const body = `Wait for Erin in May.\n\n${set('PM without us:', 'PM with engineer:', 'Engineer only:')}`;
    assert.deepEqual(rules(body), expected);
    assert.deepEqual(describeProse(readSection(body)).length, 1);
  });

  for (const body of [
    set('**Yes**', '**No**'),
    set('Free:', 'With us:'),
    set('Free:', 'With us:', 'Closed:', 'Linted:'),
    set('Free:', 'Free:', 'With us:', 'Closed:'),
    set('Free on Mondays:', 'With us:', 'Closed:'),
    set('~~Free:~~', 'With us:', 'Closed:'),
    set('### Free', 'With us:', 'Closed:'),
    set('### Yes', '#### With us', '### No'),
    `Which folders may the linter rewrite?\n\n${set('Yes:', 'With us:', 'No:')}`,
    `Wait for Erin in May.\n\n${set('Yes:', 'With us:', 'No:')}`,
    `- \`a/**\`\n\n${set('Yes:', 'With us:', 'No:')}`,
    `### Linted by CI\n\n${set('Yes:', 'With us:', 'No:')}`,
    `### Together with an engineer\n\n${set('Yes:', 'With us:', 'No:')}`,
    `Free:\n\n***\n\n${set('Yes:', 'No:')}`,
  ])
    it(`open nothing in any other form: ${body.replaceAll('\n', ' ').slice(0, 90)}`, () =>
      assert.deepEqual(
        opened(body).filter((rule) => rule.includes('docs')),
        [],
      ));

  it('close by themselves', () => {
    assert.deepEqual(rules('Closed:\n\n- `api/**`\n'), ['- api/**']);
    assert.deepEqual(rules('With us:\n\n- `api/**`\n'), ['~ api/**']);
  });
});

describe('items with a label behind their paths', () => {
  const list = (...items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');

  it('say whose these are', () => {
    const zone = readSection(
      list(
        '`web/copy/*.toml` — PMs, any time',
        '`web/img/**`, `web/pics/**` – PMs (WebP, see `docs/img.md`)',
        '`web/templates/**`: PMs with an engineer',
        '`internal/**` → engineers only (tokens)',
      ),
    );
    assert.deepEqual(describeRules(zone), [
      '+ web/copy/*.toml',
      '+ web/img/** ["WebP, see `docs/img.md`"]',
      '+ web/pics/** ["WebP, see `docs/img.md`"]',
      '~ web/templates/**',
      '- internal/**',
    ]);
    assert.deepEqual(describeProse(zone), []);
  });

  it('have what stands in brackets as a condition', () => {
    const [first] = rules(list('`docs/**` - PM alone (one page per change)', '`src/**` - never'));
    assert.equal(first, '+ docs/** ["one page per change"]');
  });

  it('may stand under words that say nothing', () => {
    assert.deepEqual(rules(`The lists:\n\n${list('`docs/**` — PMs', '`src/**` — engineers')}`), [
      '+ docs/**',
      '- src/**',
    ]);
  });

  it('open nothing that is not the PMs alone, whatever list they stand in', () => {
    for (const label of ['engineers', 'PMs with an engineer', 'never', 'no', 'in pairs', 'us and Erin, never PMs'])
      for (const item of [`\`src/**\` — ${label}`, `\`src/**\` (${label})`, `\`src/**\`: ${label}.`])
        for (const lead of ['', 'PMs can touch:\n\n'])
          assert.ok(!opened(`${lead}- ${item}\n- \`docs/**\` — PMs, once Legal agrees\n`).join().includes('src'), item);
    assert.deepEqual(opened('PMs can touch:\n\n- `docs/engineers/**` (engineers)\n'), ['+ docs/engineers/**']);
  });

  it('demand nothing of PMs by their name, and keep all else that they say', () => {
    assert.deepEqual(rules('PMs can touch:\n\n- `docs/**` — PMs, freely\n'), ['+ docs/**']);
    for (const words of ['PMs, once Legal agrees', 'Erin', 'yes, once Legal agrees', 'senior PMs', 'PMs `src/**`'])
      assert.deepEqual(rules(`PMs can touch:\n\n- \`docs/**\` — ${words}\n`), [`+ docs/** ["${words}"]`]);
  });

  for (const body of [
    list('`docs/**` — PMs', '`src/**` — engineers', '`api/**` — Erin'),
    list('`docs/**` — PMs, never', '`src/**` — engineers'),
    list('~~`docs/**` — PMs~~', '`src/**` — engineers'),
    list('docs/** — PMs', '`src/**` — engineers'),
    list('[x] `docs/**` — PMs', '`src/**` — engineers'),
    list('`docs/**` — PMs\n  - later', '`src/**` — engineers'),
    `Owners:\n\n${list('`docs/**` — PMs', '`src/**` — engineers')}`,
    `Reviewed by:\n\n${list('`docs/**` — PMs', '`src/**` — engineers')}`,
    `### Reviews\n\n${list('`docs/**` — PMs', '`src/**` — engineers')}`,
    `### Locked\n\n${list('`docs/**` — PMs', '`src/**` — engineers')}`,
  ])
    it(`are read as any other words in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.ok(!rules(body).includes('- src/**') || body.includes('Locked')));
});

describe('a table with a column for each answer', () => {
  const table = (head: string, ...rows: readonly string[]): string =>
    `| ${head} |\n|${' --- |'.repeat(head.split('|').length)}\n${rows.map((row) => `| ${row} |\n`).join('')}`;

  it('is read by the mark of each row', () => {
    const zone = readSection(
      table(
        ' | alone | with engineer | never | Notes',
        '`i18n/**` | x | | | texts in all languages',
        '`pics/**`, `img/**` | ✅ | – | | under 200 KB',
        '`ui/**` | | x | |',
        '`api/**` | | | x | tokens',
      ),
    );
    assert.deepEqual(describeRules(zone), [
      '+ i18n/**',
      '+ pics/** ["under 200 KB"]',
      '+ img/** ["under 200 KB"]',
      '~ ui/**',
      '- api/**',
    ]);
    assert.deepEqual(describeProse(zone), []);
  });

  it('has the words over it as its lead', () => {
    const body = `PMs can touch, once Legal agrees:\n\n${table('Path | alone | in pairs | never', '`docs/**` | x | |', '`api/**` | | | x')}`;
    assert.deepEqual(rules(body), ['+ docs/** ["once legal agrees"]', '- api/**']);
  });

  for (const body of [
    table('Path | Yes | No', '`docs/**` | x |', '`api/**` | | x'),
    table('Path | PMs | Engineers', '`docs/**` | x | x', '`api/**` | | x'),
    table('Path | PMs | Engineers', '`docs/**` | | ', '`api/**` | | x', '`i18n/**` | x |'),
    table('Path | PMs | Engineers', '`docs/**` | x | in May', '`api/**` | | x'),
    table('Path | PMs | Engineers | Legal', '`docs/**` | x | | x', '`api/**` | | x |'),
    table('Path | PMs | ~~Engineers~~ | never', '`docs/**` | x | |', '`api/**` | | | x'),
    table('Path | PMs | never', '~~`docs/**`~~ | x |', '`api/**` | | x'),
    table('Path | PMs | never', 'docs | x |', '`api/**` | | x'),
    table('Path | PMs | never', '`docs/**` | no |', '`api/**` | | x'),
    table('Team | PMs | never', '`docs/**` | x |', '`api/**` | | x'),
    `PMs cannot touch:\n\n${table('Path | PMs | never', '`docs/**` | x |', '`api/**` | | x')}`,
    `Together with an engineer:\n\n${table('Path | PMs | never', '`docs/**` | x |', '`api/**` | | x')}`,
    `Reviewed by:\n\n${table('Path | PMs | never', '`docs/**` | x |', '`api/**` | | x')}`,
  ])
    it(`opens nothing in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.deepEqual(
        opened(body).filter((rule) => rule.includes('docs')),
        [],
      ));
});

describe('what a kind before a path says of it', () => {
  const item = (words: string): string[] => rules(`PMs can touch:\n\n- ${words}\n`);

  it('is all that is open of a file that holds more', () => {
    assert.deepEqual(item('texts in `data/alerts.toml`'), ['+ data/alerts.toml ["texts only"]']);
    assert.deepEqual(item('copy in `src/app.tsx`'), ['+ src/app.tsx ["copy only"]']);
    assert.deepEqual(item('Texts: `data/alerts.toml`'), ['+ data/alerts.toml']);
    assert.deepEqual(item('the guides in `docs/guides/`'), ['+ docs/guides/']);
  });

  it('is so in a sentence', () => {
    assert.deepEqual(rules('PMs may edit the texts in `data/alerts.toml`.\n'), ['+ data/alerts.toml ["texts only"]']);
    assert.deepEqual(rules('PMs may edit `docs/**` and the texts in `data/a.toml`.\n'), [
      '+ docs/**',
      '+ data/a.toml ["the texts only"]',
    ]);
  });
});

describe('“they” behind a sentence about PMs', () => {
  it('are the PMs', () => {
    const zone = readSection(
      'PMs may change anything in `content/`. They may not change `themes/`. They need an engineer for `ui/` and `x/y`. They have no business in `fn/` or `bin/x`. The rest they change with Ina or Bo.\n',
    );
    assert.deepEqual(describeRules(zone), ['+ content/', '- themes/', '~ ui/', '~ x/y', '- fn/', '- bin/x']);
    assert.deepEqual(describeProse(zone), []);
  });

  for (const text of [
    'Locked: `src/**`. They may edit `docs/**`.',
    'Our agents like `src/**`. They may edit `docs/**`.',
    'PMs may edit `i18n/**`. Engineers wait. They may edit `docs/**`.',
    'They may edit `docs/**`.',
    'PMs may edit `docs/**`. The rest they change with care.',
    'PMs may edit `docs/**`. The rest they change with approval or luck.',
  ])
    it(`are somebody else, or demand more, in: ${text}`, () => {
      const zone = readSection(`${text}\n`);
      assert.ok(!describeRules(zone).includes('+ docs/**') || describeProse(zone).length > 0);
    });
});
