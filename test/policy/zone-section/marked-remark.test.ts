import assert from 'node:assert/strict';
import { findAskedWords } from '../../../src/policy/problems/find-asked-words.js';
import { demandsOn, describeProse, describeRules, readPolicy, readSection } from '../../support/read-policy.js';
import { restrictingDeclaratives } from '../../support/restricting-declaratives.js';

const opens = 'PMs can touch:\n\n- `docs/**`\n';
const fiona = 'Fiona looks after the theme. It keeps till Monday.';
const roster = (handle: string): string =>
  `\n| PM | Email | Engineering DRI |\n| --- | --- | --- |\n| Maya (${handle}) | maya@example.com | @erin |\n`;

describe('a paragraph that an engineer marks as a remark', () => {
  for (const [where, body] of Object.entries({
    'before a list': `Remark (@erin): ${fiona}\n\n${opens}`,
    'behind a list': `${opens}\nRemark (@erin): ${fiona}\n`,
    'over two lines': `${opens}\nRemark (@acme/platform-team):\n${fiona}\n`,
    'in a quote': `${opens}\n> Remark (@erin): ${fiona}\n`,
    'in an alert': `${opens}\n> [!NOTE]\n> Remark (@erin): ${fiona}\n`,
    'with a “not” about something else': `${opens}\nRemark (@erin): You won’t need Python for it, and nobody wants that queue again.\n`,
    'under a heading': `### PMs can touch\n\n- \`docs/**\`\n\n### Notes\n\n**Remark (@erin):** ${fiona}\n`,
  }))
    it(`demands nothing ${where}`, () => {
      assert.deepEqual(demandsOn(readPolicy(`## PM zone\n\n${body}`), 'docs/a.md'), []);
    });

  it('holds for its own paragraph alone', () => {
    assert.deepEqual(
      describeProse(readSection(`${opens}\nRemark (@erin): ${fiona}\n\n${fiona}\n`)),
      fiona.split(/(?<=\.) /u),
    );
  });

  it('leads nothing, and no list below it opens', () => {
    assert.deepEqual(describeRules(readSection('Remark (@erin): PMs can touch:\n\n- `docs/**`\n')), ['~ docs/**']);
    assert.deepEqual(describeRules(readSection('Remark (@erin): Hello.\n- `docs/**`\n')), ['~ docs/**']);
  });

  for (const [why, paragraph] of Object.entries({
    'it keeps PMs out': 'Remark (@erin): PMs must not touch the docs.',
    'it names a path': 'Remark (@erin): The folder `docs/legal/` is Anna’s.',
    'nobody is named': 'Remark: Fridays are for Anna.',
    'a name is no handle': 'Remark (Erin): Fridays are for Anna.',
    'words stand before it': 'Note. Remark (@erin): Fridays are for Anna.',
    'it is in another language': 'Bemerkung (@erin): Freitags nur mit Anna.',
    'it is struck through': '~~Remark (@erin):~~ Fridays are for Anna.',
    'it says nothing more': 'Remark (@erin):',
    'it says “not” of PMs': 'Remark (@erin): Prices are not for PMs.',
    'it says “not” of a change': 'Remark (@erin): Do not edit the keys.',
    'it ends in “never”': 'Remark (@erin): Texts yes, prices never.',
    'all but one are kept out': 'Remark (@erin): Nobody but Anna merges.',
    'it plainly demands something': 'Remark (@erin): Run the tests. The build must be green.',
    'the handle is that of the example': 'Remark (@handle): Fridays are for Anna.',
    'it demands it politely': 'Remark (@erin): Please ask Anna.',
    'it keeps out in a quote': '> Remark (@erin): Prices are reserved.',
  }))
    it(`is none where ${why}`, () => {
      const section = readSection(`${opens}\n${paragraph}\n`);
      assert.ok(
        demandsOn(section, 'docs/a.md')?.length !== 0 && section.prose.length > 0,
        describeRules(section).join(),
      );
    });

  for (const [words, reason, by = '@erin'] of [
    ['Hello. Prices are not for PMs.', 'since “not” in it may keep somebody out, .*to reword that'],
    ['Hello. The build must be green.', 'since “must” in it may demand something, .*to reword that'],
    ['See `docs/copy.md`.', 'since it names docs/copy.md, .*to write it without that path'],
    ['Hello.', 'since it names no engineer, .*their own handle in place of “@handle”', '@handle'],
    ['~~Fridays~~ are for Anna.', 'since something in it is struck through.*to write it in plain words'],
  ] as const)
    it(`says why it is none: ${words}`, () => {
      const section = readSection(`${opens}\nRemark (${by}): ${words}\n`);
      assert.match(section.problems.map(({ message }) => message).join('\n'), new RegExp(`^.*${reason}.*$`, 'u'));
      assert.deepEqual(describeProse(section).length, 1);
      assert.deepEqual(findAskedWords(section), []);
    });

  it('locks what it names and keeps out', () => {
    assert.ok(
      describeRules(readSection(`${opens}\nRemark (@erin): PMs cannot touch \`docs/legal/**\`.\n`)).includes(
        '- docs/legal/**',
      ),
    );
  });

  it('is a condition, with a problem, where a pilot PM marks it', () => {
    const section = readSection(`${opens}\nRemark (@erin): ${fiona}\n${roster('@erin')}`);
    assert.deepEqual(describeProse(section), [`Remark (@erin): ${fiona}`]);
    assert.match(
      section.problems.find(({ line }) => line === 7)?.message ?? '',
      /^@erin is a pilot PM, so .*Ask an engineer/u,
    );
  });

  it('is one where the policy names its engineers and this is none of them', () => {
    const names = (engineers: string): string => `**Engineers:** ${engineers}\n\n${opens}\nRemark (@Erin): ${fiona}\n`;
    assert.deepEqual(describeProse(readSection(names('@erin, @tom'))), []);
    assert.deepEqual(describeProse(readSection(`${names('@tom')}${roster('@maya')}`)), []);
    const section = readSection(names('@tom'));
    assert.deepEqual(describeProse(section), [`Remark (@Erin): ${fiona}`]);
    assert.match(section.problems.at(-1)?.message ?? '', /^@erin is none of the engineers that the policy names/u);
  });

  it('is nothing that any other words come to', () => {
    const lost = restrictingDeclaratives.flatMap((sentence) =>
      [
        'Remark:',
        '(@erin):',
        'Remark (@erin)',
        'Remarks (@erin):',
        'Remark by @erin:',
        'Remark (@erin), mostly:',
      ].filter(
        (mark) => demandsOn(readPolicy(`## PM zone\n\n${opens}\n${mark} ${sentence}\n`), 'docs/a.md')?.length === 0,
      ),
    );
    assert.deepEqual(lost, []);
  });
});

describe('a label over one more list under a heading that allows', () => {
  const first = '### PMs can touch\n\n**Guides**\n\n- `guides/**`\n\n';
  it('goes on with what the heading opens where it names what the list holds', () => {
    assert.deepEqual(describeRules(readSection(`${first}**Absence**\n\n- \`modules/absence/texts/**\`\n`)), [
      '+ guides/**',
      '+ modules/absence/texts/**',
    ]);
  });

  it('goes on with a kind of files, and with what the heading demands', () => {
    const body =
      '### PMs can touch (no engineer needed), within their feature folder:\n\nTexts:\n\n- `a/i18n/*.json`\n\nDocs:\n\n- `docs/**`\n';
    const [, docs] = readSection(body).rules;
    assert.deepEqual([docs?.effect, docs?.conditions.map(({ kind }) => kind)], ['allow', ['feature-folder']]);
  });

  it('opens what stands under “the next files”', () => {
    assert.deepEqual(describeRules(readSection('The product managers can touch the next files:\n\n- `docs/**`\n')), [
      '+ docs/**',
    ]);
  });

  for (const [why, body] of Object.entries({
    'it does not name it': '**Payroll**\n\n- `absence/**`\n',
    'it is struck through': '~~Absence~~\n\n- `absence/**`\n',
    'a list above closes': 'PMs cannot touch:\n\n- `lib/**`\n\n**Absence**\n\n- `absence/**`\n',
    'words above may close': 'Gesperrt!\n\n- `lib/**`\n\n**Absence**\n\n- `absence/**`\n',
    'a sentence above may close': 'Fridays are for Anna.\n\n**Absence**\n\n- `absence/**`\n',
  }))
    it(`opens nothing where ${why}`, () => {
      assert.equal(demandsOn(readSection(`${first}${body}`), 'absence/a.md'), undefined);
    });

  it('opens nothing under the heading of the zone', () => {
    assert.equal(
      demandsOn(readSection('PMs can touch:\n\n- `guides/**`\n\n**Absence**\n\n- `absence/**`\n'), 'absence/a.md'),
      undefined,
    );
  });
});
