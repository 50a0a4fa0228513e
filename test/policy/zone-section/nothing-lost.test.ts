import assert from 'node:assert/strict';
import { demandsOn, readSection } from '../../support/read-policy.js';

const glob = '`src/**`';

/** All forms in which a section opens a path. */
const openings: Record<string, readonly string[]> = {
  'the first list': [`- ${glob}`],
  'a numbered list': [`1. ${glob}`],
  'a sentence': [`PMs can touch ${glob}.`],
  'the second of two sentences': [`PMs can touch \`docs/**\`. They may also edit ${glob}.`],
  'a list of sentences': [`- PMs can touch ${glob}.`],
  'a list under a lead': ['PMs can touch:', '', `- ${glob}`],
  'a list right below a lead': ['PMs can touch:', `- ${glob}`],
  'a list under a bold lead': ['**PMs can touch**', '', `- ${glob}`],
  'a list under a heading': ['#### PMs can touch', '', `- ${glob}`],
  'a list under two headings': ['#### Code', '', 'PMs can touch:', '', `- ${glob}`],
  'a nested list': ['- PMs can touch:', `  - ${glob}`],
  'a list under a kind of files': ['PMs can touch:', '', '- Code:', `  - ${glob}`],
  'the second of two lists': ['PMs can touch:', '', '- `docs/**`', '', '<!-- toc -->', '', `- ${glob}`],
  'a list of other signs': ['PMs can touch:', `• ${glob}`],
  'a table of answers': ['| Path | PM |', '|---|---|', `| ${glob} | yes |`],
  'a table of leads': ['| PMs can touch |', '|---|', `| ${glob} |`],
  'a table under a lead': ['PMs can touch:', '', '| Path | Notes |', '|---|---|', `| ${glob} | |`],
  'a block of globs': ['```', 'src/**', '```'],
  'a block of globs under a lead': ['PMs can touch:', '', '```', 'src/**', '```'],
};

/** What can stand over any of these and demands something, all about legal texts or the design. */
const demands: Record<string, readonly string[]> = {
  'a heading that opens': ['### PMs can touch once design has agreed'],
  'a heading that opens a kind of files': ['### Legal texts: PMs can touch'],
  'a heading of no known form': ['### Once design has agreed'],
  'a heading with brackets': ['### Rules (once design has agreed)'],
  'a heading with a dash': ['### Code – once design has agreed'],
  'a heading that names a kind of files': ['### Legal texts'],
  'a heading over another': ['### PMs can touch once design has agreed', '', '#### Rules'],
  'a kind of files over another heading': ['### Legal texts', '', '#### Rules'],
  'a label': ['Legal texts:'],
  'a bold label': ['**Legal texts**'],
  'a label with words before it': ['For the legal texts:'],
  'a label that narrows': ['In legal texts only:'],
  'a lead of no known form': ['Once design has agreed:'],
  'a sentence': ['Only once design has agreed.'],
  'a bold sentence': ['**Only once design has agreed.**'],
  'a quote': ['> Only once design has agreed.'],
  'an alert': ['> [!NOTE]', '> Only once design has agreed.'],
  'a comment': ['<!-- Only once design has agreed. -->'],
  'a paragraph in HTML': ['<p>Only once design has agreed.</p>'],
  'a list without a path': ['- Only once design has agreed.', '', '---'],
  'a table of words': ['| Rule |', '|---|', '| Only once design has agreed |'],
  'a table whose head is a rule': ['| Only once design has agreed |', '|---|', '| thanks |'],
  'a block of words': ['```', 'Only once design has agreed', '```'],
};

/** What can stand over any of these and closes it, or leaves it to be asked about. */
const closings: readonly (readonly string[])[] = [
  ...['Locked', 'Not for PMs', 'With an engineer', 'Later', 'Draft', 'Ideas', 'Candidates', 'From 2027 on', 'Gesperrt'],
  ...['For engineers', 'Erin', 'What was open until March', 'May PMs touch this?', 'Phase 2', 'To be voted on'],
].flatMap((words) => [[`### ${words}`], [`${words}:`], [`**${words}**`], [`### ${words}`, '', '#### Rules']]);

describe('what stands over a form that opens', () => {
  const open = (over: readonly string[], opening: readonly string[]): string[] | undefined => {
    const zone = readSection([...over, '', ...opening].join('\n'));
    return zone.problems.some(({ severity }) => severity === 'error') ? undefined : demandsOn(zone, 'src/a.ts');
  };

  for (const [form, opening] of Object.entries(openings)) {
    it(`opens ${form}, with nothing over it`, () => {
      assert.deepEqual(open([], opening), []);
    });

    it(`is demanded of ${form}`, () => {
      const lost = Object.entries(demands).filter(([, over]) => {
        const demanded = open(over, opening);
        return demanded !== undefined && !demanded.some((text) => /design|legal/iu.test(text));
      });
      assert.deepEqual(lost, []);
    });

    it(`closes ${form}, or is asked about`, () => {
      assert.deepEqual(
        closings.filter((over) => open(over, opening)?.length === 0),
        [],
      );
    });
  }
});

/** All places in which words can stand with a path of an item, of a cell or of a sentence. */
const beside: Record<string, (words: string) => string> = {
  dash: (words) => `${glob} – ${words}`,
  colon: (words) => `${glob}: ${words}`,
  brackets: (words) => `${glob} (${words})`,
  comma: (words) => `${glob}, ${words}`,
  semicolon: (words) => `${glob}; ${words}`,
  'nothing between': (words) => `${glob} ${words}`,
  'before the path': (words) => `${words}: ${glob}`,
  bold: (words) => `${glob} **${words}**`,
  'a link': (words) => `${glob} ([${words}](x.md))`,
  'the title of a link': (words) => `${glob} ([docs](x.md "${words}"))`,
  'a footnote': (words) => `${glob}[^1]\n\n[^1]: ${words}`,
  'a dagger': (words) => `${glob}†\n\n† ${words}`,
  'a number in brackets': (words) => `${glob} [1]\n\n[1] ${words}`,
  'a line break': (words) => `${glob}<br>${words}`,
  'a comment': (words) => `${glob} <!-- ${words} -->`,
  'an element': (words) => `${glob} <small>${words}</small>`,
  code: (words) => `${glob} \`${words}\``,
  'a picture': (words) => `${glob} ![${words}](x.png)`,
  'struck out': (words) => `${glob} ~~${words}~~`,
  arrow: (words) => `${glob} → ${words}`,
  'sign of a comment': (words) => `${glob} # ${words}`,
  'the first of two paths': (words) => `${glob} (${words}), \`docs/**\``,
  'the second of two paths': (words) => `\`docs/**\`, ${glob} – ${words}`,
  'the next line': (words) => `${glob}\n  ${words}`,
  'a nested item': (words) => `${glob}\n  - ${words}`,
  'a nested item of a nested item': (words) => `${glob}\n  - docs\n    - ${words}`,
  'a nested paragraph': (words) => `${glob}\n\n  ${words}`,
  'a nested quote': (words) => `${glob}\n\n  > ${words}`,
  'a nested block': (words) => `${glob}\n\n  \`\`\`\n  ${words}\n  \`\`\``,
  'a nested table': (words) => `${glob}\n\n  | Rule |\n  |---|\n  | ${words} |`,
};

const carriers: Record<string, (item: string) => string> = {
  'the first list': (item) => `- ${item}`,
  'a list under a lead': (item) => `PMs can touch:\n\n- ${item}`,
  'the middle of a list': (item) => `PMs can touch:\n\n- \`docs/**\`\n- ${item}\n- \`help/**\``,
  'a numbered list': (item) => `PMs can touch:\n\n1. ${item.replaceAll('\n  ', '\n   ')}`,
  'a nested list': (item) => `- PMs can touch:\n  - ${item.replaceAll('\n', '\n  ')}`,
  'a list of other signs': (item) => `PMs can touch:\n• ${item}`,
  'a sentence': (item) => `PMs can touch ${item}`,
  'a list of sentences': (item) => `- PMs can touch ${item}`,
  'a table of answers': (item) => inRow('| Path | PM |\n|---|---|\n', item, ' | yes |'),
  'a table of leads': (item) => inRow('| PMs can touch |\n|---|\n', item, ' |'),
};

/** A cell holds one line; a note stands behind the table, and what is nested stays a line. */
function inRow(head: string, item: string, end: string): string {
  const [line = '', note] = item.split('\n\n');
  const isNote = note !== undefined && /^[[†]/u.test(note);
  return `${head}| ${(isNote ? line : item).replaceAll(/\s*\n\s*/gu, ' ').replaceAll('|', '')}${end}${isNote ? `\n\n${note}` : ''}`;
}

describe('what stands with a path that is open', () => {
  for (const [form, carry] of Object.entries(carriers))
    it(`is demanded in ${form}`, () => {
      const lost = Object.entries(beside).flatMap(([place, write]) =>
        ['once design has agreed', 'Only once design has agreed.', 'design signs off', 'max. 20 lines'].flatMap(
          (words) => {
            const zone = readSection(carry(write(words)));
            const demanded = demandsOn(zone, 'src/a.ts');
            const isSaid = demanded === undefined || demanded.some((text) => /design|20 lines/iu.test(text));
            return isSaid || zone.problems.some(({ severity }) => severity === 'error') ? [] : [`${place}: ${words}`];
          },
        ),
      );
      assert.deepEqual(lost, []);
    });
});

/** The ways in which people write a path. */
const written: Record<string, string> = {
  code: '`src/auth/**`',
  'a folder': '`src/auth/`',
  'a folder without a slash': '`src/auth`',
  'from the root': '`/src/auth/**`',
  'from here': '`./src/auth/**`',
  anywhere: '`**/auth/**`',
  'a link of code': '[`src/auth/**`](src/auth)',
  'a link': '[src/auth/](src/auth)',
  'bold code': '**`src/auth/**`**',
  bold: '**src/auth/**',
  plain: 'src/auth/',
  'in quotes': '“src/auth/”',
  'an element': '<code>src/auth/</code>',
  'one of two': '`lib/**`, `src/auth/**`',
  braces: '`src/{auth,pay}/**`',
  backslashes: '`src\\auth\\**`',
  capitals: '`SRC/auth/**`',
  'with a remark': '`src/auth/**` (login)',
};

const locks: Record<string, (path: string) => string> = {
  list: (path) => `PMs cannot touch:\n\n- ${path}`,
  heading: (path) => `### Locked\n\n- ${path}`,
  nested: (path) => `- PMs cannot touch:\n  - ${path}`,
  'nested under a kind': (path) => `PMs cannot touch:\n\n- Login:\n  - ${path}`,
  sentence: (path) => `Never touch ${path}.`,
  'sentence behind': (path) => `${path} is locked.`,
  item: (path) => `- Locked: ${path}`,
  sign: (path) => `- ❌ ${path}`,
  row: (path) => `| Path | PM |\n|---|---|\n| ${path} | no |`,
  column: (path) => `| PMs can touch | PMs cannot touch |\n|---|---|\n| \`docs/**\` | ${path} |`,
  exception: (path) => `PMs can touch:\n\n- \`src/**\` except ${path}`,
  quote: (path) => `> Never touch ${path}.`,
  footnote: (path) => `Docs are fine.[^1]\n\n[^1]: PMs cannot touch ${path}.`,
  pair: (path) => `Together with an engineer:\n\n- ${path}`,
  comment: (path) => `<!-- PMs cannot touch ${path} -->`,
  'below a lead': (path) => `PMs cannot touch:\n${path}`,
  'under its own heading': (path) => `### ${path}\n\nPMs cannot touch this.`,
  'under its own heading, in pairs': (path) => `### ${path}\n\nOnly together with an engineer.`,
  'in its heading': (path) => `### ${path} (locked)`,
};

describe('what locks a part of what is open', () => {
  const open = 'PMs can touch:\n\n- `src/**`';
  for (const [form, lock] of Object.entries(locks))
    it(`locks as ${form}, before and behind it`, () => {
      const opened = Object.entries(written).flatMap(([how, path]) =>
        [`${open}\n\n${lock(path)}`, `${lock(path)}\n\n${open}`].flatMap((body) => {
          const zone = readSection(body);
          const demanded = demandsOn(zone, 'src/auth/a.ts');
          const isSaid = demanded === undefined || demanded.some((text) => text.toLowerCase().includes('auth'));
          return isSaid || zone.problems.some(({ severity }) => severity === 'error') ? [] : [how];
        }),
      );
      assert.deepEqual(opened, []);
    });
});
