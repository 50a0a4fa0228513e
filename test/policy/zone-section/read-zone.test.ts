import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownRoot } from '../../markdown-root.js';
import type { Zone } from '../../../src/policy/policy.js';
import { readZone } from '../../../src/policy/zone-section/read-zone.js';
import { appendixA } from '../../support/pilot-repository.js';

function zoneOf(text: string): Zone | undefined {
  return readZone({ path: 'CLAUDE.md', text }, markdownRoot(text));
}

/** The zone of a section's body. */
function zone(body: string): Zone {
  const found = zoneOf(`## PM zone\n\n${body}`);
  assert.ok(found);
  return found;
}

/** Rules as `+ glob [conditions]`, `~ glob` (pair) and `- glob`. */
function rulesOf(found: Zone): string[] {
  return found.rules.map(({ effect, glob, conditions }) => {
    const demanded = conditions.map(({ kind, text }) => (kind === 'free-text' ? `"${text}"` : kind)).join(', ');
    const sign = effect === 'allow' ? '+' : effect === 'pair' ? '~' : '-';
    return `${sign} ${glob}${demanded === '' ? '' : ` [${demanded}]`}`;
  });
}

function severities(found: Zone): string[] {
  return found.problems.map(({ severity, line }) => `${severity} ${line}`);
}

const appendix = `${appendixA}\n---\n`;

const appendixRules = [
  '+ **/*.md [feature-folder]',
  '+ **/i18n/*.json [feature-folder]',
  '+ **/prompts/*.md [feature-folder]',
  '+ **/flags.yaml [owned-flags, feature-folder]',
  '+ **/analytics/events.ts [additions-only, feature-folder]',
  '+ **/components/*.tsx [non-breaking, feature-folder]',
  ...['auth', 'payments', 'phi', 'pii', 'migrations', 'infra', 'audit', 'security'].map((name) => `- **/${name}/**`),
  '- .github/workflows/**',
];

describe('readZone', () => {
  describe('reads Appendix A', () => {
    const forms: Readonly<Record<string, string>> = {
      'as it stands': appendix,
      'with Windows line endings': appendix.replaceAll('\n', '\r\n'),
      'with a byte-order mark': `\ufeff${appendix}`,
      'with stars for bullets': appendix.replaceAll(/^- /gm, '* '),
      'with plus signs for bullets': appendix.replaceAll(/^- /gm, '+ '),
      'with numbers': appendix.replaceAll(/^- /gm, '1. '),
      'with bracketed numbers': appendix.replaceAll(/^- /gm, '7) '),
      'with typed bullets': appendix.replaceAll(/^- /gm, '• '),
      'with typed bullets apart from the lead': appendix.replaceAll(/^- /gm, '• ').replaceAll(':**\n', ':**\n\n'),
      'with indented bullets': appendix.replaceAll(/^- /gm, '   - '),
      'with blank lines': appendix.replaceAll('\n- ', '\n\n- '),
      'as a first-level heading': appendix.replace('##', '#'),
      'as a sixth-level heading': appendix.replace('##', '######'),
      'with an underlined heading': appendix.replace(/^## (.*)$/m, '$1\n==='),
      'with headings for leads': appendix.replaceAll(/^\*\*(.*)\*\*$/gm, '### $1'),
      'with paragraphs for leads': appendix.replaceAll(/^\*\*(.*)\*\*$/gm, '$1\n'),
      'with a title in capitals': appendix.replace(/^## .*$/m, '## FILES PMS CAN AND CANNOT TOUCH (CODEOWNERS-LEVEL)'),
      'within a file with a table of contents': `# Contents\n\n- [PM zone](#pm-zone)\n- [PMs Can and Cannot Touch](#a)\n\n${appendix}\n## Next\n\nYou can touch:\n\n- \`**\`\n`,
    };
    for (const [form, text] of Object.entries(forms)) {
      it(form, () => {
        const found = zoneOf(text);
        assert.ok(found);
        const order = (rule: string): string =>
          rule.replace(/\[.*\]/, (list) => `[${list.slice(1, -1).split(', ').sort().join(', ')}]`);
        assert.deepEqual(rulesOf(found).map(order), appendixRules.map(order));
        assert.deepEqual(found.problems, []);
        assert.deepEqual(found.prose, []);
        assert.equal(found.roster, undefined);
      });
    }

    it('with exact lines', () => {
      for (const text of [appendix, appendix.replaceAll('\n', '\r\n'), `\ufeff${appendix}`]) {
        const found = zoneOf(`\n\n${text}`.replace(/^(\s+)\ufeff/, '\ufeff$1'));
        assert.equal(found?.line, 3);
        assert.equal(found.rules.at(0)?.line, 6);
        assert.equal(found.rules.at(0)?.text, '`**/*.md` (documentation and planning)');
        assert.equal(found.rules.at(0)?.conditions.at(0)?.line, 5);
        assert.equal(found.rules.at(-1)?.line, 21);
      }
    });
  });

  describe('finds the section', () => {
    const none: Readonly<Record<string, string>> = {
      'an empty file': '',
      'no heading': 'The PM zone is below.\n\nPMs can touch:\n\n- `**`\n',
      'a bold line': '**PM zone**\n\nPMs can touch:\n\n- `**`\n',
      'a heading in a code block': '```\n## PM zone\n```\nPMs can touch:\n- `**`\n',
      'a heading in a quote': '> ## PM zone\n>\n> PMs can touch:\n> - `**`\n',
      'a heading in a list': '- ## PM zone\n- PMs can touch:\n  - `**`\n',
      'a heading in a comment': '<!--\n## PM zone\n-->\nPMs can touch:\n- `**`\n',
      'a heading in HTML': '<h2>PM zone</h2>\n\nPMs can touch:\n- `**`\n',
      'front matter': '---\ntitle: The PM zone\n---\nPMs can touch:\n- `**`\n',
      'a comment in front matter': '---\nname: x\n# PM zone\ntags:\n  - a\n- b\n---\nPMs can touch:\n- `**`\n',
      'a word that ends in pm': '## rpm zone\n\nPMs can touch:\n- `**`\n',
      'what agents can do':
        '# Rules\n\n## What you CAN do\n- Edit `src/**`\n- Run `npm test`\n\n## What you CANNOT do\n- Touch `**/generated/**`\n',
      'commands and conventions':
        '# AGENTS.md\n\n## Commands\n- `pnpm build` builds\n- `pnpm test path/to/file` runs one\n\n## Do not\n- Never edit `dist/`\n\n| Folder | What |\n|---|---|\n| `src/` | code |\n',
      'boundaries with signs':
        '## Boundaries\n- ✅ **Always:** write to `src/` and `tests/`\n- ⚠️ **Ask first:** database schemas\n- 🚫 **Never:** edit `node_modules/` or `.env`\n',
      'imports of other files': '@AGENTS.md\n@docs/conventions.md\n\n# Project zone map\n\nTime zones: PM and AM.\n',
    };
    for (const [what, text] of Object.entries(none)) {
      it(`not in ${what}`, () => assert.equal(zoneOf(text), undefined));
    }

    it('ends it at the next heading of its level or above, and opens nothing behind it', () => {
      const found = zoneOf(
        '# A\n\n### PM zone\n\nPMs can touch:\n- `a/**`\n\n#### PMs cannot touch\n- `b/**`\n\n## B\n\nPMs can touch:\n- `c/**`\n',
      );
      assert.deepEqual(found && rulesOf(found), ['+ a/**', '- b/**', '~ c/**']);
    });

    it('takes a second section for an error', () => {
      const found = zoneOf(
        '## PM zone\n- `a/**`\n\n## Other\n- `b/**`\n\n## The PM ZONE\nPMs cannot touch:\n- `c/**`\n',
      );
      assert.deepEqual(found && rulesOf(found), ['+ a/**', '- c/**']);
      assert.deepEqual(found && severities(found), ['error 7']);
    });

    for (const heading of [
      '## Engineering zone',
      '## What PMs cannot touch',
      'PMs cannot touch:\n---',
      'These are off limits:\n---',
      '## Rules\n\nNever edit these:',
    ])
      it(`locks what stands below ${JSON.stringify(heading)}, though the section has ended`, () =>
        assert.deepEqual(rulesOf(zone(`- \`a/**\`\n\n${heading}\n- \`b/**\`\n`)), ['+ a/**', '- b/**']));

    for (const heading of ['## Never do this', '## PMs', 'Not here\n---'])
      it(`ends before ${JSON.stringify(heading)} without a word`, () =>
        assert.deepEqual(zone(`- \`a/**\`\n\n${heading}\n\n- Run \`npm test\`\n`).problems, []));

    for (const heading of [
      'PM zone (DRAFT)',
      'Obsolete PM zone',
      'No PM zone here',
      'PM zone: locked files',
      'PM zone FAQ',
      'Zone for PMs',
      'Product manager zone',
      'РМ zоnе',
      '~~PM zone~~',
      'PM&shy; zone',
      'Our *PM zone*',
      'PM-Zone-Entwurf',
      'What PMs can and cannot do',
    ])
      it(`takes ${JSON.stringify(heading)} for an error, not for a PM zone`, () => {
        const found = zoneOf(`# App\n\n## ${heading}\n\nPMs can touch:\n\n- \`a/**\`\n`);
        assert.ok(found);
        assert.ok(found.rules.every(({ effect }) => effect !== 'allow'));
        assert.deepEqual(severities(found), ['error 3']);
        assert.equal(found.line, 0);
      });

    for (const above of ['# Archive', '# Old rules', '# Examples', '# Draft'])
      it(`takes a section under ${JSON.stringify(above)} for an error`, () => {
        const found = zoneOf(`${above}\n\n## PM zone\n\nPMs can touch:\n\n- \`a/**\`\n`);
        assert.deepEqual(found && severities(found), ['error 1']);
      });

    for (const line of ['status: archived', 'draft: true', 'title: PM zone, old'])
      it(`takes front matter with ${JSON.stringify(line)} for an error`, () => {
        const found = zoneOf(`---\nname: x\n${line}\n---\n\n## PM zone\n\nPMs can touch:\n\n- \`a/**\`\n`);
        assert.deepEqual(found && severities(found), ['error 3']);
      });

    it('finds it after front matter, and after a rule', () => {
      for (const above of ['---\nname: x\n---\n', '\ufeff---\r\nname: PM zone\r\n---\r\n', '---\n', '---\nname: x\n'])
        assert.ok(zoneOf(`${above}\n## PM zone\n\nMore.\n`), above);
      assert.ok(zoneOf('---\nTitle: x\nWords.\n\n## PM zone\n---\n'));
    });

    for (const heading of [
      'PM **zone**',
      '[PM zone](#x)',
      'The *PM zone*',
      'PM-zone',
      'PM <!-- the --> zone',
      '3.1 PM zone (pilot)',
      'Appendix B: PM zone policy',
      '🧭 PM zone',
      'PM zone: what product managers may change',
    ])
      it(`reads the heading ${JSON.stringify(heading)}`, () => assert.equal(zoneOf(`# ${heading}\n`)?.line, 1));
  });

  describe('reads leads', () => {
    const leads: readonly [lead: string, effect: '+' | '~' | '-'][] = [
      ['PMs can touch:', '+'],
      ['PMs **CAN** touch:', '+'],
      ['Pilot PMs may edit:', '+'],
      ['PM zone', '+'],
      ['PMs cannot touch:', '-'],
      ['PMs can not touch:', '-'],
      ["PMs can't touch:", '-'],
      ['PMs can’t touch:', '-'],
      ['PMs can**not** touch:', '-'],
      ['PMs can&shy;not touch:', '-'],
      ['PMs must not touch:', '-'],
      ['PMs may not touch:', '-'],
      ['PMs never touch:', '-'],
      ['Do not touch:', '-'],
      ["Don't touch:", '-'],
      ['Engineering zone', '-'],
      ['The Engineering-zone (PMs can ask)', '-'],
      ['Off limits:', '-'],
      ['No-go areas:', '-'],
      ['Forbidden:', '-'],
      ['PMs can touch everything except:', '-'],
      ['PMs can touch what is not here:', '-'],
      ['Only engineers can touch:', '-'],
      ['Engineers can touch:', '-'],
      ['What PMs can and cannot do', '-'],
      ['PMs can ~~not~~ touch:', '-'],
      ['PMs can´t touch:', '-'],
      ['PMs can＇t touch:', '-'],
      ['Nobody can touch:', '-'],
      ['PMs can view:', '~'],
      ['What PMs may also comment on:', '~'],
      ['AI agents may edit:', '~'],
      ['What designers and writers can touch:', '~'],
      ['Files Pilot PMs Can Touch (CODEOWNERS-Level)', '+'],
      ['2.1 What PMs can touch', '+'],
      ['Appendix A: PMs can edit', '+'],
      ['PMs can touch nothing in:', '-'],
      ['PMs can no longer touch:', '-'],
      ['PMs can under no circumstances touch:', '-'],
      ['PMs can touch anything but:', '-'],
      ['Can be touched only by engineers:', '-'],
      ['May be changed by engineering only:', '-'],
      ['Can be edited exclusively by the core team:', '-'],
      ['Engineers-only files PMs can read:', '-'],
      ['Locked:', '-'],
      ['Read-only:', '-'],
      ['Protected paths:', '-'],
      ['Restricted:', '-'],
      ['Exceptions:', '-'],
      ['Ask engineering first:', '~'],
      ['Needs approval:', '~'],
      ['Belongs to engineering:', '-'],
      ['Pages without protected data:', '~'],
      ['~~PMs can touch:~~', '~'],
      ['Canned mayhem:', '~'],
      ['These:', '~'],
    ];
    for (const [lead, effect] of leads) {
      for (const [form, text] of [
        ['paragraph', `${lead}\n\n- \`a/**\`\n`],
        ['heading', `### ${lead}\n\n- \`a/**\`\n`],
      ] as const) {
        it(`"${lead}" as a ${form} ${effect === '+' ? 'allows' : effect === '-' ? 'forbids' : 'opens nothing'}`, () => {
          const found = zone(text);
          assert.deepEqual(rulesOf(found), [`${effect} a/**`]);
        });
      }
    }

    const walks: Readonly<
      Record<string, readonly [body: string, rules: readonly string[], severities?: readonly string[]]>
    > = {
      'the section itself leads': ['- `a/**`', ['+ a/**']],
      'an earlier sentence does not turn a lead round': ['PMs cannot deploy.\n\nPMs can touch:\n- `a/**`', ['+ a/**']],
      'lists side by side share a lead': ['PMs cannot touch:\n- `a/**`\n* `b/**`\n', ['- a/**', '- b/**']],
      'other words end an allow': ['PMs can touch:\n- `a/**`\n\nNotes:\n- `b/**`', ['+ a/**', '~ b/**'], ['warning 7']],
      'other words do not end a forbid': [
        'PMs cannot touch:\n- `a/**`\n\nAlso:\n- `b/**`\n- Ask Bob.\n- See `docs/x.md`',
        ['- a/**', '~ b/**', '~ docs/x.md'],
        ['warning 7', 'warning 9'],
      ],
      'other headings end an allow': [
        '### PMs can touch\n- `a/**`\n#### Notes\n- `b/**`',
        ['+ a/**', '~ b/**'],
        ['warning 6'],
      ],
      'a plain sentence between the heading that leads and the list': [
        '### PMs can touch\n\nThese folders:\n\n- `a/**`\n\n### PMs cannot touch\n\nThese folders:\n\n- `b/**`',
        ['+ a/**', '- b/**'],
      ],
      'words that would keep PMs out without a "can"': [
        'PMs can touch, restricted to texts:\n- `a/**`\n\nCan be touched only by PMs:\n- `b/**`',
        ['- a/**', '~ b/**'],
        ['info 4', 'warning 7'],
      ],
      'a condition between the heading that leads and the list': [
        '### PMs can touch\n\nWithin the feature folders they own:\n\n- `a/**`',
        ['+ a/** [feature-folder]'],
      ],
      'other words between the heading that leads and the list': [
        '### PMs can touch\n\nThe team keeps these:\n\n- `a/**`',
        ['~ a/**'],
        ['warning 7'],
      ],
      'two sentences between the heading that leads and the list': [
        '### PMs can touch\n\nOnce Bob agrees.\n\nThese folders:\n\n- `a/**`',
        ['~ a/**'],
        ['warning 9'],
      ],
      'a sentence under a heading that only names the zone': [
        '### PM zone\n\nThese:\n\n- `a/**`',
        ['~ a/**'],
        ['warning 7'],
      ],
      'other headings do not end a forbid': [
        '### PMs cannot touch\n- `a/**`\n#### Money\n- `b/**`',
        ['- a/**', '- b/**'],
      ],
      'a sibling heading ends a forbid': [
        '### PMs cannot touch\n- `a/**`\n### Notes\n- `b/**`',
        ['- a/**', '~ b/**'],
        ['warning 6'],
      ],
      'a rule between ends the lead': [
        'PMs can touch:\n\n- `a/**`\n\n---\n\n- `b/**`',
        ['+ a/**', '~ b/**'],
        ['warning 9'],
      ],
      'an item leads the list in it': [
        'Rules:\n- PMs can touch:\n  - `a/**`\n- PMs cannot touch:\n  - `b/**`\n- Ask Bob',
        ['+ a/**', '- b/**'],
      ],
      'a group in an allow list': ['PMs can touch:\n- Catalogs:\n  - `a/**`', ['+ a/** ["catalogs only"]']],
      'a group that forbids in an allow list': ['PMs can touch:\n- But not:\n  - `a/**`', ['- a/**']],
      'a group in a forbid list': ['PMs cannot touch:\n- Money:\n  - `a/**`', ['- a/**']],
      'a group that allows in a forbid list': ['PMs cannot touch:\n- PMs can touch:\n  - `a/**`', ['- a/**']],
      'what hangs under an allow': [
        'PMs can touch:\n- `a/**`\n  - `b/**`\n  - except `c/**`',
        ['~ a/**', '~ b/**', '~ c/**'],
        ['warning 4', 'warning 5', 'warning 6'],
      ],
      'what hangs under a forbid': ['PMs cannot touch:\n- `a/**`\n  - sessions too\n  - `b/**`', ['- b/**', '- a/**']],
      'a forbid in a quote': ['> PMs cannot touch:\n> - `a/**`\n', ['- a/**'], ['warning 4']],
      'an allow in a quote': ['> PMs can touch:\n> - `a/**`\n', ['~ a/**'], ['warning 4']],
      'a forbid in a quote in a quote': ['> > PMs cannot touch:\n> > - `a/**`\n', ['- a/**'], ['warning 4']],
      'lists nested beyond all reason': [
        `PMs can touch:\n${Array.from({ length: 25 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')}\n`,
        [],
        ['error 24'],
      ],
      'quotes nested beyond all reason': [`${'> '.repeat(25)}PMs cannot touch:\n`, []],
      'typed bullets that run on': [
        'PMs can touch:\n• `a/**`\nadditions only\n• `b/**`\n',
        ['+ a/** [additions-only]', '+ b/**'],
      ],
      'definitions and rules on their own': ['[x]: y\n\n---\n', []],
      'a forbid sign on an allow list': [
        'PMs can touch:\n- ✅ `a/**`\n- ❌ `b/**`\n',
        ['+ a/**', '- b/**'],
        ['warning 5'],
      ],
      'an allow sign for a lead': [
        '✅ PMs can touch, within their feature folders:\n- `a/**` ✔️\n',
        ['+ a/** [feature-folder]'],
      ],
      'a warning sign beside a glob': ['PMs can touch:\n- `a/**` ⚠️\n', ['~ a/**'], ['warning 4']],
      'a forbid sign for a lead': ['🚫 PMs:\n- `a/**`\n', ['- a/**']],
      'an item without words, over another list': ['PMs can touch:\n\n- \n  - `a/**`\n', ['+ a/**']],
      'a list in a comment': ['<!--\nPMs can touch:\n- `a/**`\n-->\n', []],
      'forbids in a code block': ['PMs cannot touch:\n\n```\n**/auth/**\n```\n', ['- **/auth/**']],
      'forbids in a table': ['PMs cannot touch:\n\n| Path |\n|---|\n| `**/auth/**` |\n', ['- **/auth/**']],
      'forbids in HTML': [
        'PMs cannot touch:\n\n<ul><li>**/auth/**</li></ul>\n',
        ['- **/auth/**'],
        ['error 3', 'error 5'],
      ],
      'allows in a code block': ['PMs can touch:\n\n```\n**/*.md\n```\n', ['+ **/*.md']],
      'forbids in a table under a heading': [
        '### PMs cannot touch\n\n| Path |\n|---|\n| `**/auth/**` |\n',
        ['- **/auth/**'],
      ],
      'a table under a title over both': [
        '### PMs can and cannot touch\n\n| Path |\n|---|\n| `**/auth/**` |\n',
        ['~ **/auth/**'],
        ['warning 7'],
      ],
      'a table with a column that forbids': [
        '| Can touch | Cannot touch |\n|---|---|\n| `docs/**` | `**/auth/**` |\n',
        ['+ docs/**', '- **/auth/**'],
      ],
      'a table with a cell that forbids': ['| Path | PMs |\n|---|---|\n| `**/auth/**` | ❌ |\n', ['- **/auth/**']],
      'a table that forbids in another row': [
        '| Word | Meaning |\n|---|---|\n| zone | what is not locked |\n| `docs/` | ours |\n',
        ['~ docs/'],
        ['warning 6'],
      ],
      'a table that forbids a plain name': [
        '| Word | Meaning |\n|---|---|\n| `auth` | never touched |\n',
        ['- auth'],
        ['warning 5'],
      ],
      'a roster with a column that forbids': [
        '| PM | Email | Cannot touch |\n|---|---|---|\n| Amy (@amy) | a@b.c | `**/auth/**` |\n',
        [],
        ['error 3', 'warning 3'],
      ],
      'words in HTML that forbid, over a list': [
        'PMs can touch:\n- `a/**`\n\n<details><summary>PMs cannot touch</summary>\n\n- `b/**`\n\n</details>\n',
        ['+ a/**', '~ b/**'],
        ['error 6', 'warning 8', 'error 10'],
      ],
      'words in HTML that allow, over a list': [
        '<h3>PMs can touch</h3>\n\n- `a/**`\n',
        ['~ a/**'],
        ['error 3', 'warning 5'],
      ],
      'HTML without words over a list': [
        'PMs can touch:\n\n<br>\n\n- `a/**`\n',
        ['~ a/**'],
        ['warning 3', 'error 5', 'warning 7'],
      ],
      'HTML that holds both the words and the paths': [
        '<p>PMs cannot touch:</p>\n<ul><li><code>**/auth/**</code></li></ul>\n',
        ['- **/auth/**'],
        ['error 3'],
      ],
      'items that forbid in a list that says nothing': [
        'Rules:\n- `a/**` is off limits\n- Never edit `b/**` or `npm`\n- `c/**` is read-only\n- Ask Bob about `d/**`\n- PMs can edit `e/**` but not `f/**`\n- No secrets',
        ['- a/**', '- b/**', '- c/**', '~ d/**', '- e/**', '- f/**'],
        ['warning 4', 'warning 5', 'warning 6', 'warning 7', 'warning 8'],
      ],
      'items that forbid in a quote': ['> [!WARNING]\n> - `a/**` is off limits\n', ['- a/**'], ['warning 4']],
      'a title over both, whose items lead': [
        '### PMs can and cannot touch\n\n- Can touch\n  - `a/**`\n- Cannot touch\n  - `a/b/**`\n',
        ['+ a/**', '- a/b/**'],
      ],
      'bullets that Markdown does not know': [
        'PMs cannot touch:\n\n→ `a/**`\n(b) `b/**`\niv. `c/**`\n② `d/**`\n',
        ['- a/**', '- b/**', '- c/**', '- d/**'],
      ],
      'paths in paragraphs under words that forbid': [
        'PMs cannot touch:\n\no `a/**`\n\n✗ b/**\n\nPMs can touch:\n\n`c/**`\n',
        ['- a/**', '- b/**', '- c/**'],
        ['error 3', 'warning 9'],
      ],
      'words that forbid with nothing under them': [
        'PMs cannot touch:\n\nthe login\n\nNever touch:\n\n### Auth\n\n- `a/**`\n',
        ['~ a/**'],
        ['error 3', 'error 7', 'warning 11'],
      ],
      'words that forbid and an import': ['PMs cannot touch:\n\n@docs/zone.md\n', ['- @docs/zone.md'], ['error 3']],
      'a lead glued to the item above': [
        'PMs can touch:\n- `a/**`\nPMs cannot touch:\n- `b/**`\n- `c/**`\n',
        ['+ a/**', '- b/**', '- c/**'],
        ['warning 5'],
      ],
      'a bold lead glued to the item above, over a list of its own': [
        '**CAN touch:**\n- `a/**`\n- `d/**`\n  (additions only)\n**CANNOT touch:**\n1. `b/**`\n',
        ['+ a/**', '+ d/** [additions-only]', '- b/**'],
        ['warning 7'],
      ],
      'a lead glued to a list within an item': [
        'PMs can touch:\n- Docs\n  - `a/**`\nNever touch:\n- `b/**`\n',
        ['+ a/** ["docs only"]', '- b/**'],
        ['warning 6'],
      ],
      'a lead glued to typed bullets': [
        'PMs can touch:\n• `a/**`\nPMs cannot touch:\n• `b/**`\n',
        ['+ a/**', '- b/**'],
        ['warning 5'],
      ],
      'a lead that allows, glued to an item that forbids': [
        'PMs cannot touch:\n- `a/**`\nPMs can touch:\n- `b/**`\n',
        ['- a/**', '- b/**'],
        ['warning 5'],
      ],
      'leads as items of one list': [
        '- PMs can touch:\n- `a/**`\n- PMs cannot touch:\n- `b/**`\n',
        ['~ a/**', '- b/**'],
        ['warning 3', 'warning 4', 'warning 5'],
      ],
      'words that end in a colon on a list that forbids': [
        'PMs cannot touch:\n- The login, never:\n- `b/**`\n',
        ['- b/**'],
        ['warning 4'],
      ],
      'a rule between does not end a forbid': [
        'PMs cannot touch:\n\n- `a/**`\n\n---\n\n- `b/**`',
        ['- a/**', '- b/**'],
      ],
      'a comment that never ends': ['PMs can touch:\n- `a/**`\n\n<!-- later\n\n- `b/**`\n', ['+ a/**'], ['error 6']],
      'a code block that never ends': [
        'PMs can touch:\n- `a/**`\n\n```\n\nPMs cannot touch:\n- `a/b/**`\n',
        ['+ a/**', '- a/b/**'],
        ['warning 6'],
      ],
      'a code block of something else': [
        '```\n# Never:\nnpm test\n```\n\n```\n# See: a/b\n```\n',
        ['~ a/b'],
        ['warning 3', 'warning 8'],
      ],
      'words that forbid with a path in them, over a list': [
        'Never touch `a/**` or:\n\n- `b/**`\n',
        ['- a/**', '- b/**'],
      ],
      'words that except, over a list': [
        'PMs can touch `a/**` but not:\n\n- `a/b/**`\n',
        ['- a/**', '- a/b/**'],
        ['info 3', 'info 5'],
      ],
      'words that only seem to forbid, over nested lists': [
        '- Do not hesitate to change:\n  - `a/**`\n  - never:\n    - `b/**`\n',
        ['- a/**', '- b/**'],
        ['info 4', 'info 6'],
      ],
      'a heading that forbids with a path in it': ['### PMs cannot touch `a/**`\n\nBecause.\n', ['- a/**']],
      'paragraphs under a heading that forbids': [
        '### PMs cannot touch\n\n`a/**`, `b/**`\n\nMerge and/or deploy.\n',
        ['- a/**', '- b/**'],
      ],
      'a bare path under a heading that forbids': ['### PMs cannot touch\n\nsrc/auth/\n', ['- src/auth/']],
      'an explanation between a heading that forbids and its list': [
        '### PMs cannot touch\n\nSee `docs/why.md`.\n\nThese:\n\n- `a/**`\n',
        ['- a/**'],
      ],
      'paths under a title over both': ['### PMs can and cannot touch\n\nSee `docs/why.md`.\n', []],
      'paths under a bold line that forbids': ['**PMs cannot touch**\n\n`a/**`\n', ['- a/**']],
      'answers in a list that says nothing': ['Editable?\n\n- `a/**`: no\n- b: yes\n', ['- a/**'], ['warning 5']],
      'a table of something else': ['| Path |\n|---|\n| x |\n', []],
      'a code block under nothing': ['```\nx\n```\n', [], ['warning 3']],
    };
    for (const [what, [body, rules, problems]] of Object.entries(walks)) {
      it(what, () => {
        const found = zone(body);
        assert.deepEqual(rulesOf(found), rules);
        assert.deepEqual(severities(found), problems ?? []);
      });
    }

    it('keeps what is forbidden in prose, and locks the paths in it', () => {
      const found = zone(
        'PMs cannot touch the billing flow, see `src/billing/**`.\n\nPMs never run `npm publish`.\n\nEverything else needs an engineer.\n',
      );
      assert.deepEqual(
        found.prose.map(({ line, text }) => `${line} ${text}`),
        ['3 PMs cannot touch the billing flow, see `src/billing/**`.', '5 PMs never run `npm publish`.'],
      );
      assert.deepEqual(rulesOf(found), ['- src/billing/**']);
    });

    for (const [text, rules] of [
      [
        'PMs may edit `docs/**` and `b/**` but not `docs/legal/**`.',
        ['+ docs/**', '+ b/**', '~ **/docs/legal/**', '- docs/legal/**'],
      ],
      [
        'PMs can edit `docs/**`, except for `docs/legal/**`, `docs/x/**`.',
        ['+ docs/**', '- docs/legal/**', '- docs/x/**'],
      ],
      ['PMs can never edit `docs/**` but not `docs/legal/**`.', ['- docs/**', '- docs/legal/**']],
      ['PMs may edit `docs/**`, `src/**` never.', ['+ docs/**', '- src/**']],
      ['PMs may edit `docs/**` but not the rest.', ['+ docs/** ["but not the rest"]']],
      ['PMs may edit `docs/**`. Once Bob agrees.', []],
      ['Engineers may edit `docs/**`.', ['- docs/**']],
      ['A PM may not change `src/**` or `lib/**`.', ['- src/**', '- lib/**']],
      [
        '**PMs can touch:** `a/**` (additions only), `b/**` and `c/**`.',
        ['+ a/** [additions-only]', '+ b/**', '+ c/**'],
      ],
      ['**Together with an engineer:** `a/**`, `b/**`.', ['~ a/**', '~ b/**']],
      ['Components in `src/components` need an engineer.', ['~ src/components']],
      ['PMs can touch the texts in `a/en.json`.', ['+ a/en.json ["texts only"]']],
      ['`docs/**` is locked, see `b`.', ['- docs/**']],
    ] as const) {
      it(`locks what a sentence forbids: ${text}`, () => assert.deepEqual(rulesOf(zone(`${text}\n`)), rules));
    }

    it('leaves the sentence on feature folders to the table', () => {
      const found = zone(
        'PMs cannot touch files here.\n\nAny file outside their feature folder is not theirs without an engineer.\n',
      );
      assert.equal(found.prose.length, 1);
    });
  });

  describe('reads items', () => {
    const items: readonly [lead: '+' | '-', item: string, rules: readonly string[], severity?: string][] = [
      ['+', '`a/**`, `b/**` and `c/**`', ['+ a/**', '+ b/**', '+ c/**']],
      ['+', '`a/**` & `b/**` / `c/**`', ['+ a/**', '+ b/**', '+ c/**']],
      ['+', '**`a/**`**', ['+ a/**']],
      ['+', '[`a/**`](https://x.y)', ['+ a/**']],
      ['+', '`a/**` (documentation and planning)', ['+ a/** ["documentation and planning only"]']],
      ['+', '`a/**` except `a/b/**`', ['+ a/**', '- a/b/**']],
      [
        '+',
        '`a/**`, but not `a/b/**` or `a/c/**` (additions only)',
        ['+ a/** [additions-only]', '- a/b/**', '- a/c/**'],
      ],
      ['+', '`a/**` excluding `a/b/**`', ['+ a/**', '- a/b/**']],
      ['+', '`a/**` other than `a/b/**`', ['+ a/**', '- a/b/**']],
      ['+', '`a/**` unless `a/b/**`', ['~ a/**', '~ a/b/**'], 'warning'],
      ['+', '`a/**` except legal texts', ['~ a/**'], 'warning'],
      ['+', '`a/**` after a review by Bob', ['+ a/** ["after a review by Bob"]']],
      ['+', '`a/**` (copy)', ['+ a/** ["copy only"]']],
      ['+', '`a/**` `additions only`', ['+ a/** [additions-only]']],
      ['+', '`a/**` `read me.md`', ['+ a/** ["`read me.md`"]']],
      ['+', '`a/**` (append-only)', ['+ a/** [additions-only]']],
      [
        '+',
        '`a/**` using existing design system primitives on non-protected-data pages',
        ['+ a/** [design-system, no-protected-data]'],
      ],
      ['+', '`a/**`: only flags they own; backwards-compatible', ['+ a/** [owned-flags, non-breaking]']],
      ['+', '`a/**` (non-breaking, design system only)', ['+ a/** [non-breaking, design-system]']],
      ['+', '`a/**` with design system components only', ['+ a/** [design-system]']],
      ['+', '`a/**` (design system pages only)', ['+ a/** [design-system, "design system pages only"]']],
      ['+', '`a/**` [^1]', ['+ a/** ["Note only"]']],
      ['+', '`a/**` <b>only</b> typos', ['~ a/**'], 'warning'],
      ['+', '`a/**` <!-- hidden -->', ['+ a/**']],
      ['+', '`a/**` ![only typos](x.png)', ['~ a/**'], 'warning'],
      ['+', '~~`a/**`~~', ['~ a/**'], 'warning'],
      ['+', '[ ] `a/**`', ['~ a/**'], 'warning'],
      ['+', '[x] `a/**`', ['~ a/**'], 'warning'],
      ['+', 'Copy in `a/**`', ['+ a/** ["Copy only"]']],
      ['+', 'Anything nice', []],
      ['+', '`!a/**`', ['~ !a/**'], 'warning'],
      ['+', '`!`', []],
      ['+', '`a/**` is off limits', ['- a/**'], 'warning'],
      ['+', '`a/**` (never)', ['- a/**'], 'warning'],
      ['+', '`a/**` : no', ['- a/**'], 'warning'],
      ['+', '`a/**` – engineering only', ['- a/**'], 'warning'],
      ['+', '`a/**` ❌', ['- a/**'], 'warning'],
      ['+', '`a/**` read-only', ['- a/**'], 'warning'],
      ['+', '`a/**` must not be changed', ['- a/**'], 'warning'],
      ['+', '`a/**` \n  - never', ['- a/**'], 'warning'],
      ['+', '`a/**` and `b/**` PMs cannot touch', ['- a/**', '- b/**'], 'warning'],
      ['+', '`a/**` (no deletions)', ['+ a/** ["no deletions"]']],
      ['+', '`a/**` ✅', ['+ a/**']],
      ['+', 'Never', []],
      ['+', 'Only engineers edit `a/**`', ['- a/**'], 'warning'],
      ['+', 'Read-only: `a/**` and `b`', ['- a/**'], 'warning'],
      ['+', '`a/**` restricted to texts', ['- a/**'], 'warning'],
      ['+', 'Everything except `a/**`', ['- a/**'], 'warning'],
      ['+', 'PMs never touch `a/**`', ['- a/**'], 'warning'],
      ['+', '`a/**`  \n  additions only', ['+ a/** [additions-only]']],
      ['-', '`a/**` or `b/**`', ['- a/**', '- b/**']],
      ['-', '`a/**` as well as `b/**`', ['- a/**', '- b/**']],
      ['-', '`a/**` (sessions, see `docs/x.md`, `npm test`)', ['- a/**', '- docs/x.md']],
      ['-', '`a/**` except `a/b/**`', ['- a/**', '- a/b/**'], 'warning'],
      ['-', 'Any file under `a/**`', ['- a/**']],
      ['-', 'Everything but `a/**`', ['- a/**'], 'warning'],
      ['-', '~~`a/**`~~', ['- a/**'], 'warning'],
      ['-', '[ ] `a/**`', ['- a/**']],
      ['-', 'The billing flow', [], 'error'],
      ['-', '**/auth/**', ['- **/auth/**'], 'error'],
      ['-', 'src/auth/x.ts', ['- src/auth/x.ts'], 'error'],
      ['-', '`!**/auth/**`', ['- !**/auth/**'], 'error'],
      ['-', '`{a,b`', ['- {a,b'], 'error'],
      ['-', `\`${'x'.repeat(2000)}\``, [`- ${'x'.repeat(2000)}`], 'error'],
      ['-', 'Any file outside their assigned feature folder without engineering co-authorship.', []],
      ['-', 'Anything outside of her feature directory unless paired with an engineer', []],
      ['-', 'Any file outside their feature folder', [], 'error'],
      ['-', '', []],
      ['-', '<!-- nothing -->', []],
      ['+', '`docs`', ['+ docs']],
      ['+', '`PLANNING.md` (plans)', ['+ PLANNING.md']],
    ];
    for (const [lead, item, rules, severity] of items) {
      it(`${lead === '+' ? 'an allow' : 'a forbid'}: ${item.slice(0, 80)}`, () => {
        const found = zone(`PMs ${lead === '+' ? 'can' : 'cannot'} touch:\n\n- ${item}\n\n[^1]: Note\n`);
        assert.deepEqual(rulesOf(found), rules);
        assert.deepEqual(found.problems.map((problem) => problem.severity).join(' '), severity ?? '');
        for (const { line } of found.problems) assert.equal(line, 5);
      });
    }

    it("gives the lead's conditions to every allow", () => {
      const found = zone(
        'PMs can touch, once Bob agrees, within their feature folders:\n- `a/**` in their feature folder\n- `b/**` additions only\n',
      );
      assert.deepEqual(rulesOf(found), [
        '+ a/** ["once bob agrees", feature-folder]',
        '+ b/** ["once bob agrees", feature-folder, additions-only]',
      ]);
    });

    it('takes a heading that is no known form for a condition of an exact lead, and for no lead itself', () => {
      for (const title of ['The checkout pilot', 'On Fridays'])
        assert.deepEqual(rulesOf(zone(`### ${title}\n\nPMs can touch:\n\n- \`a/**\``)), [
          `+ a/** ["${title.toLowerCase()}"]`,
        ]);
      for (const title of [
        'PM zone of the checkout pilot',
        'PM zone (typos only)',
        'PMs can touch on Fridays',
        'Designers and PMs can touch',
        'PMs can see and edit',
        'Candidates',
      ])
        assert.deepEqual(rulesOf(zone(`### ${title}\n\n- \`a/**\``)), ['~ a/**'], title);
    });
  });

  describe('reads settings', () => {
    it('has defaults', () => {
      assert.deepEqual(zone('').settings, {
        controls: 'standard',
        sizeLimit: { files: 15, lines: 400 },
        designSystem: [],
        flagFiles: ['**/flags.{yaml,yml,json}'],
        protectedData: [],
        planningDocs: ['**/PLANNING.md'],
        auditLog: [],
      });
    });

    it('reads them all', () => {
      const found = zone(
        '**Controls:** regulated\n**Size limit:** 10 files, 200 lines\n**Design system:** `@acme/ui`, src/ui\n\n- **Flag files:** `config/flags.json` and `**/toggles.yaml`\n- **Protected data:** ssn, `mrn`\n\n**Planning docs**: docs/plans/*.md and `b/P.md`\n**Audit log:** `**/audit-log/**`\n**Base branch:** `release/2.x`\n',
      );
      assert.deepEqual(found.problems, []);
      assert.deepEqual(found.settings, {
        controls: 'regulated',
        sizeLimit: { files: 10, lines: 200 },
        designSystem: ['@acme/ui', 'src/ui'],
        flagFiles: ['config/flags.json', '**/toggles.yaml'],
        protectedData: ['ssn', 'mrn'],
        planningDocs: ['docs/plans/*.md', 'b/P.md'],
        auditLog: ['**/audit-log/**'],
        baseBranch: 'release/2.x',
      });
      assert.deepEqual(found.rules, []);
    });

    const odd: readonly [text: string, key: keyof Zone['settings'], value: unknown, severities: string][] = [
      ['**Controls:** standard', 'controls', 'standard', ''],
      ['**Controls:** Standard.', 'controls', 'standard', ''],
      ['**Controls:** lax', 'controls', 'regulated', 'warning'],
      ['**Controls:**', 'controls', 'regulated', 'error'],
      ['**Controls:** regulated\n**Controls:** standard', 'controls', 'regulated', 'warning'],
      ['~~**Controls:** regulated~~', 'controls', 'regulated', 'error'],
      ['~~**Controls:** lax~~', 'controls', 'regulated', 'error'],
      ['**Size limit:** 5 files', 'sizeLimit', { files: 5, lines: 400 }, 'warning'],
      ['**Size limit:** 0 files, 99999999 lines', 'sizeLimit', { files: 15, lines: 400 }, 'error'],
      [
        '**Size limit:** 5 files, 900 lines\n**Size limit:** 9 files, 100 lines',
        'sizeLimit',
        { files: 5, lines: 100 },
        'warning',
      ],
      ['**Size limit:**', 'sizeLimit', { files: 15, lines: 400 }, 'error'],
      ['**Planning docs:** `**`', 'planningDocs', ['**/PLANNING.md'], 'warning'],
      ['**Planning docs:** `**/*.md`', 'planningDocs', ['**/PLANNING.md'], 'warning'],
      ['**Planning docs:** `a/P.md`\n**Planning docs:** `b/P.md`', 'planningDocs', ['a/P.md'], 'warning'],
      ['**Flag files:** `!x`', 'flagFiles', ['**/flags.{yaml,yml,json}'], 'error'],
      ['**Flag files:** `a`\n**Flag files:** `b`', 'flagFiles', ['a', 'b'], 'warning'],
      ['**Design system:** a\n**Design system:** b', 'designSystem', ['a'], 'warning'],
      ['**Protected data:** none', 'protectedData', [], ''],
      ['**Audit log:** `!x`', 'auditLog', ['!x'], 'error'],
      ['**Base branch:** --upload-pack=x', 'baseBranch', undefined, 'error'],
      ['**Base branch:** main\n**Base branch:** other', 'baseBranch', 'main', 'warning'],
      ['**Colour:** blue', 'controls', 'standard', 'info'],
      ['**Colour** blue', 'controls', 'standard', ''],
      ['Audit log: `a/**`', 'auditLog', [], 'warning error'],
      ['controls : regulated', 'controls', 'regulated', 'error'],
      ['### Controls: regulated', 'controls', 'regulated', 'error'],
      ['### **Controls:** regulated', 'controls', 'regulated', ''],
      ['### Controls', 'controls', 'standard', ''],
      ['The audit log: nobody edits it', 'auditLog', [], ''],
      ['**PMs can touch:** the `docs/**` folder', 'controls', 'standard', 'warning'],
    ];
    for (const [text, key, value, expected] of odd) {
      it(text.replaceAll('\n', ' / '), () => {
        const found = zone(text);
        assert.deepEqual(found.settings[key], value);
        assert.equal(found.problems.map(({ severity }) => severity).join(' '), expected);
      });
    }
  });

  describe('reads the roster', () => {
    const head =
      '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |\n|---|---|---|---|---|---|---|\n';

    it('with all columns', () => {
      const found = zone(
        `${head}| Maya Lee (@maya) | Maya@Acme.com, m@x.org | \`src/checkout/\`, /src/home | \`checkout-copy\`; home_hero | @acme/web, Bob Lind (@bob) | @bob | @pia |\n`,
      );
      assert.deepEqual(found.problems, []);
      assert.deepEqual(found.roster, [
        {
          pm: 'Maya Lee',
          handles: ['@maya'],
          emails: ['maya@acme.com', 'm@x.org'],
          featureFolders: ['src/checkout', 'src/home'],
          flags: ['checkout-copy', 'home_hero'],
          reviewers: ['@acme/web', '@bob'],
          engineeringDris: ['@bob'],
          productDris: ['@pia'],
          line: 5,
        },
      ]);
    });

    it('with columns in another order, and more of them', () => {
      const found = zone(
        '| Team | e-mail | **Feature folder** | Pilot PM |\n|---|---|---|---|\n| x | <a@b.c> | src | @amy |\n',
      );
      assert.deepEqual(found.problems, []);
      assert.deepEqual(
        found.roster?.map(({ pm, emails, featureFolders }) => ({ pm, emails, featureFolders })),
        [{ pm: '@amy', emails: ['a@b.c'], featureFolders: ['src'] }],
      );
    });

    it('takes other tables for none', () => {
      assert.equal(zone('| PM | Mood |\n|---|---|\n| Amy | good |\n').roster, undefined);
      assert.equal(zone('| Email | Flags |\n|---|---|\n| a@b.c | x |\n').roster, undefined);
    });

    it('may be empty, which is not the same as absent', () => {
      assert.deepEqual(zone(`${head}|  |  |  |  |  |  |  |\n`).roster, []);
    });

    for (const folder of ['/', '.', '**', 'src/*', '../x', 'src/../x', 'a//b', 'src\\x', 'a/./b', '{a,b}']) {
      it(`does not take ${folder} for a feature folder`, () => {
        const found = zone(`${head}| Amy (@amy) | a@b.c | \`${folder}\`, \`ok\` | | | | |\n`);
        assert.deepEqual(
          found.roster?.map(({ featureFolders }) => featureFolders),
          [['ok']],
        );
        assert.deepEqual(severities(found), ['error 5']);
      });
    }

    const odd: readonly [row: string, severities: string][] = [
      ['| x@y | | src | | | | |', 'error error'],
      ['| Amy | | src | | | | |', 'error'],
      ['| Amy (@amy) | | src | | | | |', 'warning'],
      ['| Amy (@amy) | a@b.c | src | `*` | | | |', 'warning'],
      ['| Amy (@amy) | a@b.c | src | | Bob Lind | | |', 'warning'],
      ['| Amy (@amy) | a@b.c | src | none | TBD | - | n/a |', ''],
      ['| Amy (@amy) | a@b.c | src | | a@b.c | | |', 'error'],
      ['| Amy (@amy) | a@b.c | src | | | @AMY | |', 'error'],
      ['| Amy (@amy) | a@b.c | src | | | Amy | |', 'error warning'],
      ['| a@b.c | | src | | | | |', 'error'],
    ];
    for (const [row, expected] of odd) {
      it(row, () =>
        assert.equal(
          zone(`${head}${row}\n`)
            .problems.map(({ severity }) => severity)
            .sort()
            .join(' '),
          expected,
        ),
      );
    }

    it('says when a column is missing', () => {
      assert.deepEqual(severities(zone('| PM | Flags |\n|---|---|\n| Amy | x |\n')), [
        'warning 3',
        'warning 3',
        'error 5',
      ]);
    });
  });

  describe('holds for any text', () => {
    const block = fc.oneof(
      fc.constantFrom(
        'PMs can touch:',
        'PMs cannot touch:',
        'Notes:',
        '---',
        '> - `q/**`',
        '### PM zone',
        '### Engineering zone',
        '### Notes',
        '| PM | Email |\n|---|---|\n| A | a@b.c |',
        '**Controls:** x',
        '• `d/**`',
        '```\n- `x`\n```',
        '<!-- - `x` -->',
      ),
      fc
        .array(
          fc.constantFrom(
            '- `a/**`',
            '- `b/**` except `c/**`',
            '  - `n/**`',
            '- text',
            '- ~~`s/**`~~',
            '* [ ] `t`',
            '1. `u` or `v`',
          ),
          { minLength: 1, maxLength: 5 },
        )
        .map((items) => items.join('\n')),
    );
    const body = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

    it('throws on none', () => {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 200 }),
            fc.stringMatching(/^[-*+`[\]|~#><!:. \nab1]{0,120}$/),
            body,
          ),
          (text) => {
            for (const { line } of zone(text).problems) assert.ok(line >= 1);
          },
        ),
        { numRuns: 300 },
      );
    });

    it('keeps every forbid when one is added', () => {
      fc.assert(
        fc.property(body, fc.boolean(), (text, before) => {
          const more = 'PMs cannot touch:\n\n- `added/**`\n\n---\n';
          const forbids = (found: Zone): string[] =>
            found.rules.filter(({ effect }) => effect === 'forbid').map(({ glob }) => glob);
          const now = forbids(zone(before ? `${more}\n${text}` : `${text}\n\n${more}`));
          assert.ok(now.includes('added/**'));
          for (const glob of forbids(zone(text))) assert.ok(now.includes(glob), glob);
        }),
        { numRuns: 300 },
      );
    });

    it('opens nothing more whatever stands outside the section', () => {
      const opened = (found: Zone): string[] => rulesOf(found).filter((rule) => rule.startsWith('+'));
      fc.assert(
        fc.property(body, body, body, (text, above, below) => {
          const plain = (part: string): string => part.replaceAll('### PM zone', '### Else');
          const inside = text.replaceAll('### PM zone', '#### PM zone');
          const found = zoneOf(`# Top\n\n${plain(above)}\n\n## PM zone\n\n${inside}\n\n## End\n\n${plain(below)}\n`);
          assert.ok(found);
          assert.deepEqual(opened(found), opened(zone(inside)));
        }),
        { numRuns: 300 },
      );
    });
  });
});
