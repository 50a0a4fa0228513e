import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlanningDoc } from '../../../src/planning/planning-doc.js';
import { parsePlanningDoc } from '../../../src/planning/document/parse-planning-doc.js';
import { completePlan, parse } from '../plan-texts.js';

const front = (lines: string): PlanningDoc => parse(`# PLANNING: X\n\n${lines}\n\n## TL;DR\n\ntext\n`);

describe('parsePlanningDoc', () => {
  it('reads a plan', () => {
    const doc = parse(completePlan());
    assert.equal(doc.title, 'New home');
    assert.equal(doc.status, 'Approved');
    assert.equal(doc.level, 'copy');
    assert.deepEqual(doc.flags, ['new-home']);
    assert.equal(doc.featureFolder, 'src/features/home');
    assert.deepEqual(doc.productDris, ['@paul']);
    assert.deepEqual(doc.engineeringDris, ['@erin']);
    assert.deepEqual(doc.fields[0], { label: 'Status', value: 'Approved', line: 3 });
    const body = 'A shorter greeting on the home page.';
    assert.deepEqual(doc.sections[0], { heading: 'TL;DR', line: 10, body, shown: body });
  });

  const statusForms = [
    '**Status:** Approved',
    '**Status**: Approved',
    'Status: Approved',
    '__Status:__ approved',
    '- Status: Approved',
    '* **status :** APPROVED',
    'Status: **Approved**',
    'Status: `Approved`',
    'Status: ✅ Approved',
    'Status: Approved (by @paul, 2026-01-02)',
    'Status: Approved <!-- really -->',
    '| Status | Approved |\n| --- | --- |\n| Flag | x |',
    '| Status: | Approved |\n| --- | --- |',
    'Owner: me\\\nStatus: Approved',
    'Owner: me  \nStatus: Approved\nOther: y',
    'Status: Approved\n\nStatus: Approved',
  ];
  for (const form of statusForms) {
    it(`takes ${JSON.stringify(form)} for approved`, () => assert.equal(front(form).status, 'Approved'));
  }

  const noStatus = [
    'Status: Approved, pending legal',
    'Status: Not approved',
    'Status: Draft | In Review | Approved',
    'Status: Approved?',
    'Status: [Approved]',
    'Status: <!-- Approved -->',
    'Status: Approved\nStatus: Draft',
    'Status: Approved by nobody yet',
    `Status: Approved ${'by '.repeat(100)}`,
    '> Status: Approved',
    '```\nStatus: Approved\n```',
    '- - Status: Approved',
    '| Status |\n| --- |',
    'Status Approved',
    'https://Status: Approved',
    'Status://Approved',
    '',
  ];
  for (const form of noStatus) {
    it(`takes ${JSON.stringify(form.slice(0, 60))} for no status`, () => assert.equal(front(form).status, undefined));
  }

  it('knows every status and level', () => {
    const statuses = ['Draft', 'In Review', 'in-review', 'Shipped', 'retired'].map(
      (word) => front(`Status: ${word}`).status,
    );
    assert.deepEqual(statuses, ['Draft', 'In Review', 'In Review', 'Shipped', 'Retired']);
    const levels = [
      'copy',
      'Config',
      'configuration',
      'prompt',
      'AI',
      'front end',
      'Frontend',
      'feature',
      'full',
      'copy or feature',
    ].map((word) => front(`Level: ${word}`).level);
    assert.deepEqual(levels, [
      'copy',
      'config',
      'config',
      'prompt',
      'prompt',
      'front-end',
      'front-end',
      'feature',
      'feature',
      undefined,
    ]);
  });

  it('reads the other names of the labels', () => {
    const doc = front('Feature flags: `a`, `b`\nFolder: /src/a/\nEng DRI: @e\nPM DRI: @p');
    assert.deepEqual(
      [doc.flags, doc.featureFolder, doc.engineeringDris, doc.productDris],
      [['a', 'b'], 'src/a', ['@e'], ['@p']],
    );
    assert.equal(front('Plan level: copy').level, 'copy');
    assert.deepEqual(front('Flag key: a').flags, ['a']);
  });

  it('reads flags with and without inline code', () => {
    assert.deepEqual(front('Flag: new-home (50 %), other; other').flags, ['new-home', 'other']);
    assert.deepEqual(front('Flag: none-of-these, none_x').flags, ['none-of-these', 'none_x']);
    assert.deepEqual(front('Flag: none but `new-home`').flags, ['new-home']);
    for (const none of [
      'none, because it is one word; really',
      'None: a live page',
      'none',
      'N/A',
      '-',
      '[flag-key]',
      '',
    ])
      assert.deepEqual(front(`Flag: ${none}`).flags, []);
  });

  it('takes a folder only where it is one', () => {
    assert.equal(front('Feature folder: ./src/[id]/x/').featureFolder, undefined);
    assert.equal(front('Feature folder: `src/[id]/x/`').featureFolder, 'src/[id]/x');
    for (const bad of ['..', 'a/../b', '/', '.', 'a\\b', '**', 'src/*', 'C:/x', `\`${'x'.repeat(401)}\``, '`a//b`']) {
      assert.equal(front(`Feature folder: ${bad}`).featureFolder, undefined, bad);
    }
  });

  it('reads people by handle, address or name', () => {
    const doc = front('Engineering DRI: Erin Doe (@erin), bob@example.com and Cy & @org/team, @erin, none');
    assert.deepEqual(doc.engineeringDris, ['@erin', 'bob@example.com', 'Cy', '@org/team']);
  });

  it('reads a title with and without its prefix', () => {
    const titles = [
      '# PLANNING: A `b` *c*',
      '# Planning – A',
      '# A',
      '# PLANNING: [NAME]',
      '# PLANNING:',
      'no heading',
      '# ![picture](x.png)',
    ];
    assert.deepEqual(
      titles.map((text) => parse(text).title),
      ['A b c', 'A', 'A', undefined, undefined, undefined, 'picture'],
    );
  });

  it('leaves comments, placeholders and stand-ins out of sections, but not code, links and check boxes', () => {
    const doc = parse(
      [
        '## A',
        'text <!-- hint --> kept <!-- two',
        'lines --> too',
        '',
        '<!-- block --> after <!-- another -->',
        '',
        '[placeholder over',
        'lines] left [link](https://example.com) and `<!-- code -->`',
        '',
        'TBD',
        '- [ ] box',
        '',
        '## B',
        '<!-- never closed',
        '## C',
        'in the comment',
      ].join('\r\n'),
    );
    assert.deepEqual(
      doc.sections.map(({ heading, body }) => [heading, body]),
      [
        ['A', 'text  kept  too\n\n after \n\n left [link](https://example.com) and `<!-- code -->`\n\n\n- [ ] box'],
        ['B', ''],
      ],
    );
  });

  it('finds the whole comment in lists and quotes', () => {
    const doc = parse(
      '## A\n- <!-- one\n  hidden words --> \n\n> <!-- two\n> more hidden words\n> --> \n\n`x` <!-- three <!-- --> y',
    );
    assert.equal(doc.sections[0]?.body.replace(/[\s>-]+/g, ' '), ' `x` y');
  });

  it('reads a title with breaks and pictures in it', () => {
    assert.equal(parse('A\\\nB ![picture][p] ![](x.png)\n===\n\n[p]: x.png').title, 'A\nB picture');
  });

  it('does with a tree that has no positions', () => {
    const heading = (depth: 1 | 2, value: string) => ({
      type: 'heading' as const,
      depth,
      children: [{ type: 'text' as const, value }],
    });
    const doc = parsePlanningDoc('text', {
      type: 'root',
      children: [
        {
          ...heading(1, 'P'),
          children: [
            { type: 'text', value: 'P' },
            { type: 'image', url: 'x.png' },
          ],
        },
        { type: 'paragraph', children: [{ type: 'text', value: 'Status: Draft' }] },
        {
          type: 'table',
          children: [
            {
              type: 'tableRow',
              children: [
                { type: 'tableCell', children: [{ type: 'text', value: 'Flag' }] },
                { type: 'tableCell', children: [{ type: 'text', value: 'x' }] },
              ],
            },
          ],
        },
        heading(2, 'A'),
        { type: 'html', value: '<!-- x -->' },
        heading(2, 'B'),
      ],
    });
    assert.deepEqual([doc.title, doc.status, doc.flags], ['P', 'Draft', ['x']]);
    assert.deepEqual(doc.sections, [
      { heading: 'A', line: 1, body: '', shown: '' },
      { heading: 'B', line: 1, body: '', shown: '' },
    ]);
  });

  it('gives a sub-section to its section and on its own', () => {
    const doc = parse('# P\n## A\none\n### B\ntwo\n## C\nthree');
    assert.deepEqual(
      doc.sections.map(({ heading, line, body }) => [heading, line, body]),
      [
        ['A', 2, 'one\n### B\ntwo'],
        ['B', 4, 'two'],
        ['C', 6, 'three'],
      ],
    );
  });

  it('takes CRLF and a byte order mark', () => {
    const plain = parse(completePlan());
    const windows = parse(`\uFEFF${completePlan().replaceAll('\n', '\r\n')}`);
    assert.deepEqual(windows, plain);
  });

  it('stops at 200 labels', () => {
    const doc = front(Array.from({ length: 300 }, (_, count) => `L: ${count}`).join('\n'));
    assert.equal(doc.fields.length, 200);
  });

  it('throws on no text, and names lines that exist', () => {
    const piece = fc.constantFrom(
      '# ',
      '## ',
      '**',
      'Status:',
      ' Approved',
      '\n',
      '\r\n',
      '<!--',
      '-->',
      '[',
      ']',
      '|',
      '`',
      '- ',
      '> ',
      'Flag: x',
      '\uFEFF',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const doc = parse(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of [...doc.fields, ...doc.sections]) assert.ok(line >= 1 && line <= lines);
        for (const { body } of doc.sections) assert.ok(body.length <= text.length);
      }),
    );
  });
});
