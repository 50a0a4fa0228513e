import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { toEditorText } from '../../../src/text/editor-text.js';
import { applyEdits } from '../../../src/text/text-edit.js';
import { collectPlanFacts, type PlanFacts } from '../../../src/presentation/plan/plan-facts.js';
import { findPlanFixes, type PlanQuickFix } from '../../../src/presentation/plan/find-plan-fixes.js';
import {
  createPlanTextReader,
  readTeamTemplate,
  type PlanWithGaps,
} from '../../../src/presentation/plan/plan-text-reader.js';
import { fillPlanTemplate } from '../../../src/planning/plan-template.js';
import { completePlan, fullPlan } from '../../planning/plan-texts.js';
import { createRosterRow } from '../../support/review-context.js';

const row = createRosterRow({ engineeringDris: ['@erin', '@e_b'], line: 3 });
const facts = collectPlanFacts({ rows: [row] }, [row], undefined, '2026-01-02');
const none = collectPlanFacts({ rows: [] }, [], undefined, '2026-01-02');

interface FixedText {
  readonly plan: PlanWithGaps;
  readonly fixes: readonly PlanQuickFix[];
  readonly after: (title: RegExp) => Promise<{ readonly text: string; readonly gaps: readonly string[] }>;
}

async function fixesFor(text: string, known: PlanFacts = facts, template?: string, only?: RegExp): Promise<FixedText> {
  const read = createPlanTextReader(template);
  const plan = await read(text);
  assert.ok(plan);
  const gaps = plan.gaps.filter(({ what }) => only === undefined || only.test(what));
  const fixes = await findPlanFixes({ text, plan, gaps, facts: known, template, read });
  return {
    plan,
    fixes,
    after: async (title) => {
      const fix = fixes.find((each) => title.test(each.title));
      assert.ok(fix, `${title} is not among: ${fixes.map((each) => each.title).join(' | ')}`);
      const fixed = applyEdits(text, fix.edits);
      const again = await createPlanTextReader(template)(fixed);
      // What the template still asks for in brackets is told where nothing else is.
      const gaps = again?.gaps.filter(({ isLeft }) => isLeft !== true).map(({ what }) => what);
      return { text: fixed, gaps: gaps ?? ['unread'] };
    },
  };
}

describe('filling in what a planning doc lacks', () => {
  const whole = completePlan();

  it('adds a section of which a part is still to be written', async () => {
    const text = fullPlan.replace(/## Rollout and rollback\n[\s\S]*?(?=\n## )/u, '');
    const { plan, after } = await fixesFor(text);
    assert.deepEqual(
      plan.gaps.map(({ what }) => what),
      ['Rollout and rollback'],
    );
    const { gaps } = await after(/^Add the section “Rollout and rollback”$/);
    assert.deepEqual(gaps, ['Rollout and rollback, Rollout']);
  });

  it('has nothing to offer where nothing is missing, and for what needs a thought', async () => {
    assert.deepEqual((await fixesFor(whole)).fixes, []);
    const thought = whole.replace('# PLANNING: New home', '# PLANNING: [NAME]').replace('by 5 %', 'a lot');
    const { plan, fixes } = await fixesFor(thought);
    assert.deepEqual(
      plan.gaps.map(({ what }) => what),
      ['Title', 'Hypothesis'],
    );
    assert.deepEqual(fixes, []);
  });

  it('sets the Status to one that the PM may set', async () => {
    for (const [written, expected] of [
      ['**Status:** Approved, pending legal', '**Status:** Draft'],
      ['**Status:** [Draft or Done]', '**Status:** Draft'],
      ['**Status**: soon  ', '**Status**: Draft  '],
      ['**Status:**  ', '**Status:** Draft  '],
    ] as const) {
      const text = whole.replace('**Status:** Approved', written);
      const { fixes, after } = await fixesFor(text);
      assert.deepEqual(
        fixes.map(({ title, isPreferred }) => [title, isPreferred]),
        [
          ['Set the Status to Draft', true],
          ['Set the Status to In Review', false],
        ],
      );
      const { text: fixed, gaps } = await after(/Draft/);
      assert.deepEqual(gaps, []);
      assert.equal(fixed, whole.replace('**Status:** Approved', expected));
    }
  });

  it('says a label that was said twice the same way twice', async () => {
    const { after } = await fixesFor(whole.replace('**Level:**', '**Status:** Draft\n**Level:**'));
    const { text, gaps } = await after(/Draft/);
    assert.deepEqual(gaps, []);
    assert.equal(text.match(/^\*\*Status:\*\* Draft$/gm)?.length, 2);
  });

  it('puts in who the roster names, and nobody where it names nobody', async () => {
    const text = whole.replace('@erin\n', '[@handle]\n').replace('**Product DRI:** @paul\n', '');
    const { fixes, after } = await fixesFor(text);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [
        'Put in @paul as Product DRI, as the list of PMs has it',
        'Put in @erin, @e_b as Engineering DRI, as the list of PMs has it',
      ],
    );
    assert.match((await after(/Engineering/)).text, /^\*\*Engineering DRI:\*\* @erin, @e\\_b$/m);
    assert.match((await after(/Product/)).text, /^\*\*Status:\*\* Approved\n\*\*Product DRI:\*\* @paul\n\*\*Eng/m);
    assert.deepEqual((await fixesFor(text, none)).fixes, []);
  });

  it('offers each of the PM’s flags and folders, and prefers one where there is no choice', async () => {
    const text = whole.replace('**Flag:** `new-home`\n', '').replace('`src/features/home`', '[path/of/the/feature]');
    const { fixes, after } = await fixesFor(text);
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Put in your flag new-home', true],
        ['Put in your feature folder src/features/home', true],
      ],
    );
    assert.match((await after(/flag/)).text, /@erin\n\*\*Flag:\*\* `new-home`\n\*\*Feature folder/);
    assert.match((await after(/folder/)).text, /\*\*Feature folder:\*\* `src\/features\/home`\n/);
    const two = { ...row, flags: ['a', 'b'], featureFolders: ['src/a', 'src/b'] };
    const several = await fixesFor(text, collectPlanFacts({ rows: [two] }, [], undefined, ''));
    assert.deepEqual(
      several.fixes.map(({ title, isPreferred }) => [title.replace('Put in your ', ''), isPreferred]),
      [
        ['flag a', false],
        ['flag b', false],
        ['feature folder src/a', false],
        ['feature folder src/b', false],
      ],
    );
  });

  const styles: readonly (readonly [string, string, string])[] = [
    ['a list', '- **Product DRI:** @paul\n- **Level:** copy\n', '- **Status:** Draft\n- **Product DRI:** @paul'],
    ['plain labels', 'Product DRI: @paul\nLevel: copy\n', 'Status: Draft\nProduct DRI: @paul'],
    ['hard breaks', '**Product DRI:** @paul  \n**Level:** copy\n', '**Status:** Draft  \n**Product DRI:** @paul  \n'],
    ['one line', '**Level:** copy\n', '**Status:** Draft\n**Level:** copy\n'],
    ['no label that counts', '**Mood:** good\n', '# PLANNING: A\n\n**Status:** Draft\n\n**Mood:** good'],
  ];
  for (const [name, labels, expected] of styles) {
    it(`adds a label in the style of its neighbours: ${name}`, async () => {
      const { after } = await fixesFor(`# PLANNING: A\n\n${labels}\n## Notes\n`);
      const { text, gaps } = await after(/Status to Draft/);
      assert.ok(text.includes(expected), text);
      assert.ok(!gaps.includes('Status'));
    });
  }

  it('adds a label after the last one of a paragraph with hard breaks', async () => {
    const { after } = await fixesFor('# PLANNING: A\n\n**Status:** Draft  \n**Product DRI:** @paul\n\n## Notes\n');
    const { text } = await after(/Engineering/);
    assert.ok(text.includes('**Product DRI:** @paul  \n**Engineering DRI:** @erin, @e\\_b\n\n## Notes'), text);
  });

  it('fills and adds rows of a table', async () => {
    const table =
      '# PLANNING: A\n\n| What | Value |\n| --- | --- |\n| **Status** | soon | x |\n| Level | copy |\n\n## Notes\n';
    const { after } = await fixesFor(table);
    assert.ok((await after(/Draft/)).text.includes('| **Status** | Draft | x |\n'));
    const added = await after(/Engineering/);
    assert.ok(added.text.includes('| **Engineering DRI** | @erin, @e\\_b | x |\n'), added.text);
    assert.ok(!added.gaps.includes('Engineering DRI'));
  });

  it('begins with the labels below the title, or on top', async () => {
    for (const [text, expected] of [
      ['# PLANNING: A\n\nWords\n', '# PLANNING: A\n\n**Status:** Draft\n\nWords\n'],
      ['# PLANNING: A\nWords\n', '# PLANNING: A\n\n**Status:** Draft\n\nWords\n'],
      ['# PLANNING: A', '# PLANNING: A\n\n**Status:** Draft'],
      ['Words\n', '**Status:** Draft\n\nWords\n'],
      ['', '**Status:** Draft\n\n'],
    ] as const) {
      assert.equal((await (await fixesFor(text)).after(/Status to Draft/)).text, expected);
    }
  });

  it('does not offer what it cannot hold', async () => {
    const odd = [
      '# PLANNING: A\n\n*Status:* soon\n\n## Notes\n',
      '# PLANNING: A\n\n[**Status:**](x) soon\n\n## Notes\n',
      `# PLANNING: A\n\n**Status:** soon ${'x'.repeat(1200)}\n`,
      '# PLANNING: A\n\n1. **Status:** soon\n',
    ];
    for (const text of odd) {
      const { fixes } = await fixesFor(text, facts, undefined, /^Status$/);
      assert.deepEqual(fixes, [], text);
    }
  });

  it('takes no line for a neighbour that it cannot cut', async () => {
    const { after } = await fixesFor('# PLANNING: A\n\n[**Status:**](x) Draft\n\n## Notes\n');
    assert.ok((await after(/Product/)).text.startsWith('# PLANNING: A\n\n**Product DRI:** @paul\n\n['));
  });

  it('offers nothing that would make a text too long to be read', async () => {
    const lines = `${'words '.repeat(150)}\n`.repeat(66);
    const filled = `# PLANNING: A\n\n${lines}${'x'.repeat(59_980 - 16 - lines.length)}`;
    assert.equal(filled.length, 59_979);
    assert.deepEqual((await fixesFor(filled, facts, undefined, /^TL;DR$/)).fixes, []);
  });

  describe('a missing section', () => {
    const without = (text: string, heading: string): string =>
      text.replace(new RegExp(`## ${heading}\\n[^]*?(?=\\n## |$)\\n?`), '');

    it('goes before the next one that comes after it in a plan', async () => {
      const text = without(fullPlan, 'Success metrics');
      const { fixes, after } = await fixesFor(text);
      assert.deepEqual(
        fixes.map(({ title, isPreferred }) => [title, isPreferred]),
        [['Add the section “Success metrics”', true]],
      );
      const { text: fixed, gaps } = await after(/Success/);
      assert.match(fixed, /New people\.\n\n## Success metrics\n\n<!--[^]*-->\n\n## Scope\n/);
      assert.deepEqual(gaps, ['Success metrics']);
    });

    it('goes to the end where none comes after it', async () => {
      for (const [end, gap] of [
        ['', '\n\n'],
        ['\n', '\n'],
        ['\n\n', ''],
      ] as const) {
        const text = `${without(whole, 'Sign-off').trimEnd()}${end}`;
        const { text: fixed, gaps } = await (await fixesFor(text)).after(/Sign-off/);
        assert.equal(
          fixed,
          `${text}${gap}## Sign-off\n\n<!-- Name who signs off: the engineering DRI (the engineer who answers for this) and the product DRI (the product person who does). -->\n\n- **Engineering DRI:** @erin, @e\\_b\n- **Product DRI:** @paul\n`,
        );
        assert.deepEqual(gaps, []);
      }
    });

    it('is added with all others at once, in their order', async () => {
      const { plan, fixes, after } = await fixesFor('# PLANNING: A\n\n**Level:** copy\n\n## Hypothesis\n\nNone\n');
      assert.equal(fixes.find(({ isPreferred, title }) => isPreferred && title.startsWith('Add'))?.gaps.length, 5);
      assert.equal(plan.gaps.filter(({ message }) => message.includes('is missing')).length, 5);
      const { text, gaps } = await after(/all 5 missing/);
      assert.deepEqual(
        [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
        ['TL;DR', 'Hypothesis', 'Kill condition', 'Scope', 'Rollback', 'Sign-off'],
      );
      assert.ok(!gaps.includes('Sign-off'));
      const one = await fixesFor('# PLANNING: A\n\n**Level:** copy\n', facts, undefined, /^Scope$/);
      assert.deepEqual(
        one.fixes.map(({ title, isPreferred }) => [title, isPreferred]),
        [
          ['Add all 6 missing sections', true],
          ['Add the section “Scope”', false],
        ],
      );
    });

    it('has a heading as deep as the others', async () => {
      const deep = without(whole, 'Scope').replace(/^## /gm, '### ');
      assert.match((await (await fixesFor(deep)).after(/Scope/)).text, /\n\n### Scope\n/);
      const lined = without(whole, 'Scope').replace('## Rollback', 'Rollback\n--------');
      assert.match((await (await fixesFor(lined)).after(/Scope/)).text, /\n\n## Scope\n[^]*Rollback\n---/);
      const top = without(whole, 'Scope').replace('## Rollback', 'Rollback\n========');
      assert.match((await (await fixesFor(top)).after(/Scope/)).text, /\n\n# Scope\n/);
    });

    it('is the kill condition only where no metrics hold it', async () => {
      const text = without(whole, 'Kill condition').replace(
        '## Scope',
        '## Success metrics\n\n- **Primary:** 5 %\n\n## Scope',
      );
      const { plan, fixes } = await fixesFor(text);
      assert.deepEqual(
        plan.gaps.map(({ what }) => what),
        ['Kill condition'],
      );
      assert.deepEqual(fixes, []);
    });

    const template =
      '# PLANNING: [NAME]\n\n**Status:** Draft\n\n## Our hypothesis of it\n\n[ours]\n\n## Scope and more\n\n[team]\n\n### In\n\n[it]\n\n### Out\n\n[them]\n\n## Sign-off\n\n[ours]\n\nApprovals\n---------\n';

    it('is the team’s own where its template has one', async () => {
      const { after } = await fixesFor(without(whole, 'Scope'), facts, template);
      assert.match(
        (await after(/Scope/)).text,
        /\n## Scope and more\n\n\[team\]\n\n### In\n\n\[it\]\n\n### Out\n\n\[them\]\n\n## Rollback/,
      );
      const last = await fixesFor(without(whole, 'Sign-off'), facts, '# T\n\n## Sign-off\n\n[ours]\n');
      assert.match((await last.after(/Sign-off/)).text, /## Sign-off\n\n\[ours\]\n$/);
    });

    it('is the built-in one where the team’s template has none, has it underlined or cannot be read', async () => {
      for (const other of [template, '# T\n\nTL;DR\n-----\n\n[ours]\n', `# T\n\n${'x'.repeat(70_000)}`]) {
        const { text } = await (await fixesFor(without(whole, 'TL;DR'), facts, other)).after(/TL;DR/);
        assert.match(text, /\n## TL;DR\n\n<!-- Say in two sentences/);
      }
    });
  });

  it('makes its gap go and none come, whatever the doc', async () => {
    const pieces = [
      whole,
      fullPlan,
      ...['copy', 'prompt', 'feature'].map((level) =>
        fillPlanTemplate({
          title: 'A',
          level: level as 'copy',
          folder: 'src/a',
          flag: undefined,
          row: undefined,
          today: '2026-01-02',
        }),
      ),
    ].flatMap((text) => text.split('\n'));
    const odd = [
      '',
      '```',
      '<!--',
      '-->',
      '> **Flag:** x',
      '| Status | soon |',
      '| --- | --- |',
      '# Scope',
      'Problem\n===',
      '### Scope',
      '**Status:** Done',
      '- Flag: none',
      '---',
    ];
    const lines = fc.array(
      fc.oneof(
        fc.nat(pieces.length - 1).map((at) => pieces[at] ?? ''),
        fc.constantFrom(...odd),
      ),
      { maxLength: 30 },
    );
    const cut = fc
      .tuple(fc.constantFrom(whole, fullPlan), fc.array(fc.nat(50), { maxLength: 12 }))
      .map(([text, drop]) => text.split('\n').filter((_, at) => !drop.includes(at)));
    let fixed = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(lines, cut), fc.constantFrom(facts, none), async (some, known) => {
        const text = some.join('\n');
        const { plan, fixes } = await fixesFor(text, known);
        for (const { gaps, edits } of fixes) {
          fixed += 1;
          const after = await createPlanTextReader(undefined)(applyEdits(text, edits));
          assert.ok(after);
          assert.ok(gaps.length > 0);
          for (const { message } of gaps) assert.ok(!after.gaps.some((gap) => gap.message === message), text);
          for (const { what, isLeft } of after.gaps) {
            const isOwn = isLeft === true || gaps.some((gap) => what.startsWith(`${gap.what}, `));
            assert.ok(isOwn || plan.gaps.some((gap) => gap.what === what), `${what} in ${text}`);
          }
        }
      }),
      { numRuns: 20 },
    );
    assert.ok(fixed > 40, `${fixed}`);
  });
});

describe('what is known beside a planning doc', () => {
  it('is the PM’s row for the doc’s folder, then their others, then everybody on the roster', () => {
    const other = {
      ...row,
      featureFolders: ['src/b'],
      flags: ['b', 'new-home'],
      engineeringDris: ['@bo'],
      productDris: [],
    };
    const stranger = { ...row, flags: ['c'], engineeringDris: ['@cy', '@erin'], productDris: ['@paul', '@di'] };
    const found = collectPlanFacts(
      { rows: [row, other] },
      [row, stranger, other],
      { featureFolder: 'src/b' },
      '2026-01-02',
    );
    assert.equal(found.row, other);
    assert.deepEqual(found.flags, ['b', 'new-home']);
    assert.deepEqual(found.folders, ['src/features/home', 'src/b']);
    assert.deepEqual(found.engineeringDris, ['@bo', '@erin', '@e_b', '@cy']);
    assert.deepEqual(found.productDris, ['@paul', '@di']);
    assert.equal(collectPlanFacts({ rows: [row] }, [], { featureFolder: 'src/else' }, '').row, row);
    assert.equal(none.row, undefined);
    assert.deepEqual(collectPlanFacts({ rows: [] }, [row], undefined, '').productDris, ['@paul']);
  });

  it('is the team’s template as an editor has it, the first of its places', async () => {
    const root = mkdtempSync(join(tmpdir(), 'pm-zone-template-'));
    try {
      assert.equal(await readTeamTemplate(root), undefined);
      writeFileSync(join(root, 'PLANNING.template.md'), '\uFEFF# Root\r\n');
      assert.equal(await readTeamTemplate(root), '# Root\n');
      mkdirSync(join(root, '.github'));
      writeFileSync(join(root, '.github/PLANNING.template.md'), '# Host\n');
      assert.equal(await readTeamTemplate(root), '# Host\n');
      writeFileSync(join(root, '.github/PLANNING.template.md'), 'x'.repeat(300_000));
      assert.equal(await readTeamTemplate(root), undefined);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('reads a text as an editor has it', async () => {
    assert.deepEqual((await createPlanTextReader(undefined)(toEditorText(whole('\r\n'))))?.gaps, []);
  });
});

function whole(end: string): string {
  return completePlan().replaceAll('\n', end);
}
