import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownRoot } from '../../markdown-root.js';
import { readRosters, type RostersReading } from '../../../src/policy/roster/read-rosters.js';
import { findZone } from '../../../src/policy/zone-section/find-zone.js';
import { processorTime } from '../../support/processor-time.js';

function rosterOf(text: string): RostersReading {
  const blocks = findZone(markdownRoot(text), text).section?.blocks ?? [];
  return readRosters(blocks, text);
}

function rosterIn(body: string): RostersReading {
  return rosterOf(`## PM zone\n\n${body}\n`);
}

function row(pm: string, email: string, folders = 'src/home'): RostersReading {
  return rosterIn(`| PM | Email | Feature folders |\n|---|---|---|\n| ${pm} | ${email} | ${folders} |`);
}

function severities({ problems }: RostersReading): string {
  return problems.map(({ severity, line }) => `${severity} ${line}`).join(', ');
}

const emailsOf = ({ roster }: RostersReading): readonly string[] => (roster ?? []).flatMap(({ emails }) => emails);
const handlesOf = ({ roster }: RostersReading): readonly string[] => (roster ?? []).flatMap(({ handles }) => handles);

describe('readRosters', () => {
  it('says so where a row has the address that stands in everybody’s commits', () => {
    const { problems } = row('Maya (@maya)', 'noreply@github.com, maya@example.com');
    assert.match(problems[0]?.message ?? '', /^The row of Maya has noreply@github\.com, .*everybody would be Maya/);
  });

  it('says that words behind a name are not read where they demand something, and nothing of names', () => {
    const problemsOf = (reviewers: string): readonly string[] =>
      rosterIn(`| PM | Email | Reviewers |\n|---|---|---|\n| Maya (@maya) | m@b.c | ${reviewers} |`).problems.flatMap(
        ({ message }) => (/not read/u.test(message) ? [message] : []),
      );
    for (const said of [
      '@acme/home (two of them)',
      '@erin (before merging)',
      '@erin has to sign',
      'Erin (@erin) must agree',
    ])
      assert.equal(problemsOf(said).length, 1, said);
    for (const said of ['@erin', 'Max Must (@max)', '@max (Max Ask)', '@acme/home (the home team)'])
      assert.equal(problemsOf(said).length, 0, said);
  });

  it('takes the surface from a PM whose product DRI withdrew', () => {
    const { roster } = rosterIn(
      '| PM | Email | Feature folders | Product DRI |\n|---|---|---|---|\n| Maya (@maya) | m@b.c | src/home | ~~@pia~~ |\n| Bo (@bo) | b@b.c | src/cart | @pia (withdrawn) |',
    );
    assert.equal(roster?.[1]?.withdrawn, 'product DRI');
  });

  it('takes a PM who is revoked until some day for revoked, and says so', () => {
    const { roster, problems } = rosterIn(
      '| PM | Email | Feature folders | Status |\n|---|---|---|---|\n| Maya (@maya) | m@b.c | src/home | revoked until May |',
    );
    assert.equal(roster?.[0]?.revoked, true);
    assert.match(problems[0]?.message ?? '', /^“revoked until May” counts as revoked for good/);
  });

  describe('reads the addresses of', () => {
    const cells: Readonly<Record<string, readonly string[]>> = {
      'Maya@Example.com': ['maya@example.com'],
      '`maya@example.com`': ['maya@example.com'],
      '<maya@example.com>': ['maya@example.com'],
      'mailto:maya@example.com': ['maya@example.com'],
      '[maya@example.com](mailto:Maya@example.com)': ['maya@example.com'],
      '[Maya](mailto:maya@example.com?subject=x)': ['maya@example.com'],
      '[**Maya**](https://example.com/maya) maya@example.com': ['maya@example.com'],
      'Maya Rivera <maya@example.com>': ['maya@example.com'],
      '**maya@example.com** (work).': ['maya@example.com'],
      'maya@example.com, m@x.org': ['maya@example.com', 'm@x.org'],
      'maya@example.com / m@x.org': ['maya@example.com', 'm@x.org'],
      'maya@example.com<br>m@x.org and maya@example.com': ['maya@example.com', 'm@x.org'],
      '12345+maya@users.noreply.github.com': ['12345+maya@users.noreply.github.com'],
      '![face](a.png) maya_r@example.co.uk.': ['maya_r@example.co.uk'],
    };
    for (const [cell, expected] of Object.entries(cells)) {
      it(cell, () => {
        const found = row('Maya (@maya)', cell);
        assert.deepEqual(emailsOf(found), expected);
        assert.equal(severities(found), '');
      });
    }
  });

  describe('finds no address, or more than one way to read it, in', () => {
    const cells = [
      '[maya@example.com](mailto:mallory@example.com)',
      'maya (at) example.com',
      'maya[at]example.com',
      'maya [at] example.com',
      'maya {at} example.com',
      'maya at example.com',
      'maya@example.com, max at example.com',
      '{maya,max}@example.com',
      '*@example.com',
      '**@example.com',
      '@example.com',
      '@maya',
      'maya@example',
      'maya@',
      'maya@exa mple.com',
      'maya@example.com/m@x.org',
      '"maya@example.com"',
      'mаya@example.com',
      'maya\u200b@example.com',
      'maya＠example.com',
      '~~maya@example.com~~',
      'maya@example.com <!-- x -->',
      '<a href="mailto:x@y.z">maya@example.com</a>',
      '![maya@example.com](x)',
      'see HR',
    ];
    for (const cell of cells) {
      it(cell, () => assert.match(severities(row('Maya (@maya)', cell)), /error 5/u));
    }

    it('and says how it is written', () => {
      const message = (cell: string): string => row('Maya (@maya)', cell).problems[0]?.message ?? '';
      assert.match(
        message('maya (at) example.com'),
        /“maya \(at\) example\.com” is neither an address like maya@example\.com/u,
      );
      assert.match(message('mаya@example.com'), /type it anew/u);
    });
  });

  describe('reads the handles of', () => {
    const cells: Readonly<Record<string, readonly string[]>> = {
      '@maya': ['@maya'],
      'Maya Rivera, `@maya-rivera`': ['@maya-rivera'],
      'Maya (@maya, @maya_2) <maya@home.org>': ['@maya', '@maya_2'],
      '[@maya](https://github.com/maya)': ['@maya'],
    };
    for (const [cell, expected] of Object.entries(cells)) {
      it(cell, () => {
        const found = row(cell, 'maya@example.com');
        assert.deepEqual(handlesOf(found), expected);
        assert.equal(severities(found), '');
      });
    }
  });

  describe('finds no handle, or more than one way to read it, in', () => {
    const cells = [
      'Maya',
      'Maya (@mаya)',
      '[Maya](https://github.com/maya)',
      '[@maya](https://github.com/mallory)',
      '@org/team',
      '![@maya](x)',
      '~~Maya (@maya)~~',
      'Maya @maya*',
      '@*',
      '',
    ];
    for (const cell of cells) {
      it(cell, () => assert.match(severities(row(cell, 'maya@example.com')), /error 5/u));
    }
  });

  it('says who cannot be known', () => {
    assert.equal(severities(row('Maya (@maya)', '-')), 'warning 5');
    assert.match(row('TBD', '').problems[0]?.message ?? '', /The row of TBD identifies nobody/u);
    assert.match(row('', '').problems[0]?.message ?? '', /The row of nobody identifies nobody/u);
    assert.equal(severities(row('', '', '')), '');
  });

  describe('takes for the roster', () => {
    const table = (titles: string, cells: string): RostersReading =>
      rosterIn(`${titles}\n${titles.replace(/[^|]+/gu, '---')}\n${cells}`);
    const forms: readonly (readonly [titles: string, cells: string])[] = [
      ['| PM | Email address | Feature folders |', '| Maya (@maya) | maya@example.com | src |'],
      ['| Pilot PMs | Mail | Folders |', '| Maya (@maya) | maya@example.com | src |'],
      ['| **Product manager** | *WORK E-MAIL* | `Feature folder` |', '| Maya (@maya) | maya@example.com | src |'],
      ['| Folders | Git author email (all) | 👤 PM name: |', '| src | maya@example.com | Maya (@maya) |'],
      ['| PM | GitHub | Email addresses | Owned directories |', '| Maya | maya | maya@example.com | src |'],
      ['| PM | Handle(s) | Email | Private email | Feature folders |', '| Maya | `@maya` | maya@example.com | | src |'],
    ];
    for (const [titles, cells] of forms) {
      it(titles, () => {
        const found = table(titles, cells);
        assert.deepEqual([handlesOf(found), emailsOf(found)], [['@maya'], ['maya@example.com']]);
        assert.deepEqual(found.roster?.[0]?.featureFolders, ['src']);
        assert.equal(severities(found), '');
      });
    }

    it('and says of a column that is nearly one what it is called', () => {
      const said = (title: string, cells = 'src'): string =>
        table(`| PM | Email | ${title} |`, `| Maya (@maya) | m@x.org | ${cells} |`)
          .problems.filter(({ line, message }) => line === 3 && message.includes('not read'))
          .map(({ severity, message }) => `${severity} ${/meant for “([^”]*)”/u.exec(message)?.[1] ?? ''}`)
          .join();
      for (const title of ['Feature fodlers', 'Surface', 'Product area', 'Ordner', 'Dossiers', 'Verzeichnisse'])
        assert.equal(said(title), 'error Feature folders', title);
      assert.equal(said('Sttaus', 'revoked'), 'error Status');
      assert.equal(said('Produkt-DRI', '@paul'), 'warning Product DRI');
      assert.equal(said('DRI (product side)', '@paul'), 'warning Engineering DRI');
      assert.equal(said('Squad', 'Home'), '');
      const both = table('| PM | Email | Feature folders | Area |', '| Maya (@maya) | m@x.org | src | Cart |');
      assert.equal(severities(both), '');
    });

    it('only what has PMs in it', () => {
      for (const titles of ['| PM | Mood |', '| Path | PMs | Reviewers |', '| Folder | PMs |', '| Owner | Email |']) {
        const found = table(titles, titles.replace(/\p{L}+/gu, 'x'));
        assert.equal(found.roster, undefined, titles);
        assert.equal(severities(found), '', titles);
      }
    });

    it('no handle of more than one word', () => {
      assert.match(severities(table('| PM | Handle | Email |', '| Maya | maya or max | m@x.org |')), /error 5/u);
    });

    it('and says which columns are not read', () => {
      const cells = '| Maya (@maya) | m@x.org | src | x |';
      const forms: Readonly<Record<string, string>> = {
        Team: '',
        Controls: 'error 3',
        'Cannot touch': 'error 3',
        Until: 'error 3',
        'Contact addresses here': 'error 3',
        'Home folder names': 'error 3',
        'Approver one': 'warning 3',
        'Budget of flags': 'warning 3',
      };
      for (const [title, expected] of Object.entries(forms))
        assert.equal(severities(table(`| PM | Email | Feature folders | ${title} |`, cells)), expected, title);
      assert.equal(
        severities(
          table(
            '| PM | Email | Feature folders | Area |',
            cells.replace('x', '`src/**`').replace('`src/**`.org', 'x.org'),
          ),
        ),
        '',
      );
      assert.equal(
        severities(table('| PM | Email | Feature folders | Area |', '| Maya (@maya) | m@x.org | src | `lib/*` |')),
        'error 3',
      );
      assert.equal(
        severities(table('| PM | Feature folders | Contact |', '| Maya (@maya) | src | m@x.org |')),
        'error 3, warning 3, warning 5',
      );
    });
  });

  describe('reads no days and conditions beside what a row lists', () => {
    const forms: Readonly<Record<string, string>> = {
      '`src/home` (from March)': 'error 5',
      '`src/home`, once Erin agrees': 'error 5',
      '`src/home` – only together with Erin': 'error 5',
      '`src/home` pending legal': 'error 5',
      'src/home/ when it is ready': 'error 5',
      '`src/home`, `src/from`': '',
      '`src/home` and `src/with`': '',
      '`from`, `with`': '',
      'src/home, src/when': '',
    };
    for (const [folders, expected] of Object.entries(forms)) {
      it(folders, () => {
        const found = row('Maya (@maya)', 'm@x.org', folders);
        assert.equal(severities(found), expected);
        if (expected !== '') assert.match(found.problems[0]?.message ?? '', /says “/u);
      });
    }
  });

  describe('says that it is lost', () => {
    const table = '| PM | Email |\n|---|---|\n| Maya (@maya) | m@x.org |';
    const forms: Readonly<Record<string, string>> = {
      'in a quote': table.replace(/^/gmu, '> '),
      'in a list': `- x\n\n${table.replace(/^/gmu, '  ')}`,
      'in a list of a quote': table.replace(/^/gmu, '>   ').replace('>   ', '> - '),
      'in code': `\`\`\`\n${table}\n\`\`\``,
      'in a comment': `<!--\n${table}\n-->`,
      'in HTML': '<table>\n<tr>\n<th>PM</th>\n<th>Email</th>\n</tr></table>',
      'in HTML on one line': 'Our <b>PM</b> | <b>Email</b>\n',
      'without the line of dashes': table.replace('|---|---|\n', ''),
      'without a column for the PM': '| Email | Feature folders |\n|---|---|\n| m@x.org | src |',
      'with names alone':
        '| Name | Email | Handle | Feature folders |\n|---|---|---|---|\n| Maya | m@x.org | maya | src |',
      'with contacts': '| PM | Contact |\n|---|---|\n| Maya | m@x.org |',
      'with handles': '| Feature | PM |\n|---|---|\n| Search | @maya |',
      'in another language':
        '| Produktmanagerin | E-Mail-Adresse | Ordner |\n|---|---|---|\n| Maya (@maya) | m@x.org | src |',
      'on its side': '| Field | Value |\n|---|---|\n| PM | Maya (@maya) |\n| Email | m@x.org |',
      'as a list': '- Maya Rivera (@maya), m@x.org: `src/home`',
      'as a list with words': '1. Maya Rivera (@maya), m@x.org, folders src/home\n2. Bo (@bo), b@x.org, flags x',
      'outside of the section': `x\n\n## Roster\n\n${table}`,
    };
    for (const [name, body] of Object.entries(forms)) {
      it(name, () => {
        const found = rosterIn(body);
        assert.match(severities(found), /^error \d+$/u);
        assert.match(found.problems[0]?.message ?? '', /as one table with the columns PM, Email/u);
      });
    }

    it('in part, behind an empty line', () => {
      const found = rosterIn(`${table}\n\n| Max (@max) | max@x.org |\n| Mo (@mo) | mo@x.org |`);
      assert.deepEqual(handlesOf(found), ['@maya']);
      assert.equal(severities(found), 'warning 3, error 7');
    });

    it('in part, without bars at its ends', () => {
      assert.equal(severities(rosterIn(`${table}\n\nMax (@max) | max@x.org | src`)), 'warning 3, error 7');
      assert.equal(severities(rosterIn('Thanks to Max (@max) for `a | b` and one | more.')), '');
    });

    it('but not of what is another table', () => {
      for (const text of [
        '## Team\n\n| Feature | PM | Engineering DRI |\n|---|---|---|\n| x | Maya | @erin |\n\n## PM zone\n\nx\n',
        '## Team\n\n| Name | Email |\n|---|---|\n| x | e@x.org |\n\n## PM zone\n\nx | y\n',
        `## PM zone\n\n${'a | '.repeat(200)}\n`,
        '## PM zone\n\n| Team | Lead | Email |\n|---|---|---|\n| Home | Sam (@sam) | sam@x.org |\n',
        '## PM zone\n\n| Topic | Contact |\n|---|---|\n| Words | @erin |\n| Data | sam@x.org |\n',
        '## PM zone\n\n- Questions: Erin (@erin), erin@x.org\n',
        `## PM zone\n\n${table}\n\n- Erin (@erin), erin@x.org, looks after the folders\n`
          .replace('Email |', 'Email | Feature folders |')
          .replace('---|\n', '---|---|\n'),
      ])
        assert.equal(severities(rosterOf(text)), '');
    });
  });

  describe('of each row', () => {
    const rows = (...written: readonly string[]): RostersReading =>
      rosterIn(`| PM | Email | Feature folders | Status |\n|---|---|---|---|\n${written.join('\n')}`);

    it('reads the status', () => {
      const found = rows(
        '| A (@a) | a@x.org | src | ✅ Active |',
        '| B (@b) | b@x.org | src | **revoked** on Monday |',
        '| C (@c) | c@x.org | src | |',
        '| D (@d) | d@x.org | src | active until May |',
      );
      assert.deepEqual(
        found.roster?.map(({ revoked }) => revoked),
        [undefined, true, true, true],
      );
      assert.equal(severities(found), 'error 7, error 8');
    });

    it('takes nobody for active whose status is asked', () => {
      const found = rows('| A (@a) | a@x.org | src | active? |');
      assert.deepEqual([found.roster?.[0]?.revoked, severities(found)], [true, 'error 5']);
    });

    it('says where a link to a DRI leads to somebody else', () => {
      const found = (dri: string): string =>
        severities(
          rosterIn(
            `| PM | Email | Feature folders | Engineering DRI |\n|---|---|---|---|\n| A (@a) | a@x.org | src | ${dri} |`,
          ),
        );
      assert.equal(found('[@erin](https://github.com/mallory)'), 'error 5');
      assert.equal(found('[@erin](https://github.com/erin)'), '');
    });

    it('says what Markdown leaves in doubt', () => {
      assert.equal(severities(rows('| A (@a) | a@x.org | src | active | more |')), 'error 5');
      assert.equal(severities(rows('| A (@a) | a@x.org | **/src/** | active |')), 'error 5');
      assert.equal(severities(rows('| A (@a) | a@x.org | */src* | active |')), 'error 5');
      assert.equal(severities(rows('| A (@a) | a@x.org | **src** | active |')), '');
    });

    it('says what the rows of one person come to together', () => {
      const several = (more: string, head = '', state = ''): readonly string[] =>
        rosterIn(
          `| PM | Email | Feature folders | Reviewers |${head}\n|---|---|---|---|${head === '' ? '' : '---|'}\n| Maya (@maya) | maya@b.c | src/home | @web |${state}\n${more}`,
        ).problems.map(({ severity, line, message }) => `${severity} ${line} ${message}`);
      const sum = 'Maya stands in 2 rows, which count as one: feature folders src/home, src; reviewers @web, @api.';
      const told = several('| Maya (@MAYA) | m@b.c | src | @api |');
      assert.deepEqual(
        told.map((each) => each.replace(/ Put them .*/u, '')),
        [`info 5 ${sum}`, `info 6 ${sum}`],
      );
      assert.match(
        several('| Maya (@maya) | maya@b.c | src/home | |').join(),
        /feature folders src\/home; reviewers @web\. Put/u,
      );
      assert.match(
        several('| Maya (@maya) | maya@b.c | src | @api | revoked |', ' Status |', ' |').join(),
        /count as one: one of them is revoked, so that none of them grants anything\./u,
      );
      assert.ok(!several('| Maya (@maya2) | m2@b.c | src | @api |').join().includes('count as one'));
      assert.ok(!several('| Ola (@ola) | o@b.c | src | @api |').join().includes('count as one'));
    });

    it('says where two people share a name', () => {
      assert.equal(
        severities(rows('| A (@a) | a@x.org | src | active |', '| B (@b) | A@x.org | src | active |')),
        'error 6',
      );
      for (const address of [
        'a@users.noreply.github.com',
        '12+A@users.noreply.github.com',
        '7-a@users.noreply.gitlab.com',
      ])
        assert.equal(
          severities(rows('| A (@a) | a@x.org | src | active |', `| B (@b) | ${address} | src | active |`)),
          'error 6',
          address,
        );
      assert.equal(
        severities(rows('| A (@a) | a@x.org | src | active |', '| A (@A) | a@x.org | lib | active |')),
        'info 5, info 6',
      );
    });
  });

  describe('says that words put it away', () => {
    const under = (words: string, status = 'active'): string =>
      severities(
        rosterIn(
          `${words}\n\n| PM | Email | Feature folders | Status |\n|---|---|---|---|\n| Maya (@maya) | m@x.org | src | ${status} |`,
        ),
      );
    for (const words of [
      '### Former PMs',
      '### Example',
      'Past members of the pilot:',
      '### Archive\n\n#### PMs',
      'Draft:',
      '### Beispiel',
      'Never use the old list.',
      'Keep this as an example.',
      'Don’t add drafts:',
      'Everything is obsolete since May.',
      'Only an example for now.',
      'Archived in May.',
    ])
      it(words, () => {
        assert.match(under(words), /^error \d+$/u);
        assert.equal(under(words, 'revoked'), '');
      });

    it('but not other words', () => {
      for (const words of [
        '### Pilot PMs',
        '### Former PMs\n\nNone.\n\n### PMs',
        'The pilot PMs of this spring, who have worked in the former code base of the old shop for years, are these:',
        '### The old shop',
        'Don’t put names of customers into examples.',
        'Never draft texts in the shop.',
        'Guides older than two years are archived by a script.',
      ])
        assert.equal(under(words), '', words);
    });
  });

  it('knows its people by any address, or says that it does not', () => {
    const at = fc.constantFrom('@', ' @ ', '(at)', ' (at) ', ' at ', '[at]', '＠', '@\u200b', '&#64;', '\\@');
    const wrap = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `\`${text}\``,
      (text) => `<${text}>`,
      (text) => `**${text}**`,
      (text) => `[${text}](mailto:maya@example.com)`,
      (text) => `[Maya](mailto:${text})`,
      (text) => `~~${text}~~`,
      (text) => `"${text}"`,
      (text) => `{${text}}`,
      (text) => `<!-- ${text} -->`,
      (text) => `${text}, *@example.com`,
    );
    const name = fc.constantFrom('maya', 'mаya', 'Maya', 'm*', '{maya,max}', '', 'maya\\_');
    fc.assert(
      fc.property(name, at, wrap, (local, sign, dress) => {
        const found = row('Maya (@maya)', dress(`${local}${sign}example.com`));
        const isRead = /^[\w.]+@example\.com$/u.test(emailsOf(found).join());
        const isSaid = found.problems.some(
          ({ severity, message }) => severity === 'error' || message.includes('no email'),
        );
        assert.ok(isRead || isSaid);
      }),
      { numRuns: 800 },
    );
  });

  it('takes brackets for a part of a folder’s name, and no other sign of a glob', () => {
    const foldersOf = (cell: string): unknown => row('Maya (@maya)', 'm@x.co', cell).roster?.[0]?.featureFolders;
    assert.deepEqual(foldersOf('`app/(my shop)/[locale]`'), ['app/(my shop)/[locale]']);
    assert.deepEqual(foldersOf('`src/{a,b}`, `src/*`'), []);
  });

  it('takes a moment for a hostile text', () => {
    for (const line of [
      '|'.repeat(9000),
      '<'.repeat(9000),
      'a@'.repeat(9000),
      '| a@a.a '.repeat(2000),
      '(@'.repeat(9000),
    ]) {
      const start = processorTime();
      readRosters([], `${line}\n`.repeat(20));
      assert.ok(processorTime() - start < 3000, line.slice(0, 10));
    }
  });
});
