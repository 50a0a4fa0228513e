import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findGaps } from '../../src/planning/document/find-gaps.js';
import { sectionsForLevel } from '../../src/planning/plan-sections.js';
import type { PlanLevel } from '../../src/planning/planning-doc.js';
import { fillPlanTemplate, type PlanTemplateValues } from '../../src/planning/plan-template.js';
import { createRosterRow } from '../support/review-context.js';
import { parse } from './plan-texts.js';

const levels: readonly PlanLevel[] = ['copy', 'config', 'prompt', 'front-end', 'feature'];
const values: PlanTemplateValues = {
  title: 'Shorter sign-up',
  level: 'feature',
  folder: 'src/features/home',
  flag: 'new-home',
  row: createRosterRow(),
  today: '2026-01-02',
};

describe('fillTemplate', () => {
  for (const level of levels) {
    it(`makes a ${level} plan whose sections are all still to be written`, () => {
      const doc = parse(fillPlanTemplate({ ...values, level }));
      const expected = sectionsForLevel(level).map(({ heading }) => heading);
      assert.equal(expected.includes('Rollback'), level === 'copy' || level === 'config');
      assert.deepEqual(
        doc.sections.map(({ heading }) => heading),
        expected,
      );
      assert.equal(doc.level, level);
      // Roster and flag already say who signs off and how it is rolled back.
      const fields = ['Design DRI', 'Target ship date'];
      const filled = ['Sign-off', ...(level === 'copy' || level === 'config' ? ['Rollback'] : [])];
      const missing = new Set(findGaps(doc).map(({ what }) => what.split(',')[0]));
      assert.deepEqual(
        [...missing],
        [
          ...sectionsForLevel(level)
            .map(({ heading }) => heading)
            .filter((heading) => !filled.includes(heading)),
          ...fields,
        ],
      );
    });
  }

  it('says what is known of work that came first', () => {
    const files = Array.from({ length: 12 }, (_, number) => `src/${number}.json`);
    const known = fillPlanTemplate({ ...values, level: 'copy', sentence: '“a*b” becomes “c”.', files });
    assert.match(known, /“a\\\*b” becomes “c”\. \[For whom, and why now\]/);
    assert.match(known, /- \*\*In:\*\* `src\/0\.json`, .*`src\/9\.json` and 2 more files\n/);
    const gaps = findGaps(parse(known));
    assert.ok(!gaps.some(({ what }) => what === 'Scope, In'));
    assert.match(
      String(gaps.find(({ what }) => what === 'TL;DR')?.message),
      /^“\[For whom, and why now\]” still stands under “TL;DR”\. Write in its place what it asks for/,
    );
  });

  it('asks why words go without a flag, and who puts the old ones back', () => {
    const text = fillPlanTemplate({ ...values, level: 'copy', flag: undefined, withoutFlag: true });
    const flagGap = (plan: string) => findGaps(parse(plan)).find(({ what }) => what === 'Flag');
    assert.match(flagGap(text)?.message ?? '', /^The plan does not say yet why these words need no flag\./);
    assert.equal(flagGap(text.replace(/\[why these words[^\]]*\]/, 'it is one word')), undefined);
    assert.match(text, /- \*\*Rollback:\*\* \[who puts the old words back/);
    assert.match(
      flagGap(text.replace('**Level:** copy', '**Level:** config'))?.message ?? '',
      /only words can do without one\. Write the key of the flag/,
    );
    const ofTeam = fillPlanTemplate(
      { ...values, level: 'copy', flag: undefined, withoutFlag: true },
      '# NAME\n**Flag:**\n',
    );
    assert.match(ofTeam, /\*\*Flag:\*\* none, because \[/);
  });

  it('has the title as it was typed, as far as Markdown lets it be read so', () => {
    assert.match(fillPlanTemplate({ ...values, title: 'Say hello! [now]' }), /^# PLANNING: Say hello! \\\[now\\\]\n/);
  });

  it('promises no rollback by a flag that nobody knows the change to be behind', () => {
    const back = (plan: Partial<PlanTemplateValues>): string | undefined =>
      fillPlanTemplate({ ...values, level: 'copy', ...plan })
        .split('\n')
        .find((line) => line.startsWith('- **Rollback:**'));
    assert.equal(
      back({}),
      '- **Rollback:** turn `new-home` off for what @erin confirms to be behind it; revert the rest.',
    );
    assert.match(back({ row: undefined }) ?? '', /for what the engineering DRI confirms/);
  });

  it('leaves placeholders where nothing is known', () => {
    const doc = parse(
      fillPlanTemplate({ ...values, flag: undefined, row: createRosterRow({ engineeringDris: [], productDris: [] }) }),
    );
    assert.deepEqual([doc.flags, doc.engineeringDris, doc.productDris], [[], [], []]);
    assert.deepEqual(
      findGaps(doc)
        .slice(0, 3)
        .map(({ what }) => what),
      ['Product DRI', 'Engineering DRI', 'Flag'],
    );
    const short = fillPlanTemplate({ ...values, level: 'copy', flag: undefined, row: undefined });
    assert.ok(findGaps(parse(short)).some(({ what }) => what.startsWith('Rollback')));
  });

  it('gives its values back when parsed, whatever they are', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('aB1 *_`[]<>#&|\\~!$:-@/\n\té')),
      minLength: 1,
      maxLength: 30,
    });
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
    fc.assert(
      fc.property(
        word,
        fc.constantFrom(...levels),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        name,
        name,
        (title, level, names, flag, dri) => {
          const folder = names.map((each) => `x${each}`).join('/');
          const doc = parse(
            fillPlanTemplate({
              ...values,
              title: `T ${title}`,
              level,
              folder,
              flag: `f${flag}`,
              row: createRosterRow({ engineeringDris: [`@${dri}`] }),
            }),
          );
          assert.equal(doc.title, `T ${title}`.replace(/\s+/g, ' ').trim());
          assert.deepEqual(
            [doc.level, doc.featureFolder, doc.flags, doc.status],
            [level, folder, [`f${flag}`], 'Draft'],
          );
          assert.deepEqual(doc.engineeringDris, [`@${dri}`]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps a crafted flag and title on their lines', () => {
    const doc = parse(
      fillPlanTemplate({ ...values, title: 'a\n## Kill condition\n10 %', flag: '`\n**Status:** Approved' }),
    );
    assert.equal(doc.status, 'Draft');
    assert.equal(doc.sections[0]?.heading, 'TL;DR');
    assert.deepEqual(parse(fillPlanTemplate({ ...values, flag: '' })).flags, []);
  });

  describe("with a team's own template", () => {
    const team = [
      '\uFEFF# PLANNING: [FEATURE]',
      '',
      'Status: [one of five]',
      '- **Eng DRI**: someone',
      '**Product DRI:**   ',
      '**Feature flag:** [key]',
      '**Folder:** [folder]',
      '**Ticket:** [ABC-1]',
      '',
      '## Scope',
      '**Flag:** stays',
      '',
    ];

    it('fills the title and the labels where they stand and leaves all else', () => {
      assert.deepEqual(fillPlanTemplate(values, team.join('\n')).split('\n'), [
        '\uFEFF# PLANNING: Shorter sign-up',
        '',
        'Status: Draft',
        '- **Eng DRI**: @erin',
        '**Product DRI:** @paul   ',
        '**Feature flag:** `new-home`',
        '**Folder:** `src/features/home`',
        '**Ticket:** [ABC-1]',
        '',
        '## Scope',
        '**Flag:** stays',
        '',
      ]);
    });

    it('keeps line endings', () => {
      const filled = fillPlanTemplate(values, team.join('\r\n'));
      assert.equal(filled.split('\r\n').length, team.length);
      assert.equal(filled.replaceAll('\r\n', '').includes('\n'), false);
    });

    for (const [line, expected] of [
      ['# PLANNING: NAME', '# PLANNING: Shorter sign-up'],
      ['# Plan for FEATURE NAME ($1)', '# Plan for Shorter sign-up ($1)'],
      ['# PLANNING: old', '# PLANNING: Shorter sign-up'],
      ['#   Our plan', '# PLANNING: Shorter sign-up'],
    ] as const) {
      it(`puts the title into ${line}`, () =>
        assert.equal(fillPlanTemplate(values, `${line}\n# NAME`).split('\n')[0], expected));
    }

    it('leaves labels alone for which nothing is known', () => {
      assert.equal(
        fillPlanTemplate({ ...values, row: undefined, flag: undefined }, 'Flag: x\nEng DRI: y\n'),
        'Flag: x\nEng DRI: y\n',
      );
    });
  });
});
