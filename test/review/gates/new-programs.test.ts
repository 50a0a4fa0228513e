import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagGated } from '../../../src/review/checks/flag-gated.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const home = 'src/features/home';
const flags = { 'flags.yaml': 'new-home: false\n' };
/** It names the flag and shows something whether it is on or not. */
const card = "export const Card = () => <p className={isOn('new-home') ? 'a' : 'b'}>Hi</p>;\n";

/** The paths that an engineer is asked about or that are open, of a change that brings these files. */
async function reported(changed: SideFiles, around: SideFiles = {}): Promise<readonly unknown[]> {
  const base = { ...flags, ...around };
  const outcome = await flagGated.run(createReviewContext({ base, head: { ...base, ...changed } }));
  if (outcome === 'not-applicable') return [];
  return (outcome as { reports: readonly Report[] }).reports.map(({ path, undecided }) => [path, undecided ?? false]);
}

describe('a new program that names the flag', () => {
  it('passes where it shows nothing while the flag is off', async () => {
    for (const [name, text] of [
      ['Card.tsx', "export const Card = () => (isOn('new-home') ? <p>Hi</p> : null);"],
      ['Card.js', "const x = require('./x'); exports.card = () => isOn('new-home') && x('Hi all');"],
      ['Card.vue', '<p v-if="isOn(\'new-home\')">Hi</p>'],
    ] as const)
      assert.deepEqual(await reported({ [`${home}/${name}`]: text }), [], name);
  });

  it('is for an engineer to read where it shows something then', async () => {
    for (const [name, text] of [
      ['Card.tsx', card],
      ['Card.tsx', "if (isOn('new-home')) show();\nexport const words = 'Hi all';"],
      ['Card.vue', '<p v-if="isOn(\'new-home\')">Hi</p><p>All</p>'],
      ['Card.vue', "<script>const x = 'new-home';</script>"],
      ['Card.tsx', `${card}${' '.repeat(300_000)}`],
      ['Card.js', "isOn('new-home'"],
    ] as const)
      assert.deepEqual((await reported({ [`${home}/${name}`]: text })).length, 1, text.slice(0, 99));
  });

  it('passes where only programs take it in that are judged themselves or ask for the flag', async () => {
    const path = `${home}/Card.tsx`;
    const page = "import { Card } from './Card';\nexport const Page = () => (isOn('new-home') ? <Card /> : null);\n";
    const wrap = "import { Card } from './Card';\nexport const Wrap = () => isOn('new-home') && <Card />;\n";
    assert.deepEqual(await reported({ [path]: card }, { [`${home}/Page.tsx`]: page }), []);
    const was = { [`${home}/Page.tsx`]: 'export const Page = () => null;\n' };
    assert.deepEqual(await reported({ [path]: card, [`${home}/Page.tsx`]: page }, was), []);
    const through = page.replace('./Card', './Wrap');
    assert.deepEqual(
      await reported({ [path]: card, [`${home}/Wrap.tsx`]: wrap, [`${home}/Page.tsx`]: through }, was),
      [],
    );
  });

  it('is for an engineer to read where everyone may meet it', async () => {
    const path = `${home}/Card.tsx`;
    const open = "import { Card } from './Card';\nexport const Page = () => <Card />;\n";
    const page = "import { Card } from './Card';\nexport const Page = () => (isOn('new-home') ? <Card /> : null);\n";
    const wrap = {
      [`${home}/Wrap.tsx`]: "import { Card } from './Card';\nexport const W = () => isOn('new-home') && <Card />;",
    };
    for (const [text, around, more] of [
      [card, {}, {}],
      [card, { [`${home}/Page.tsx`]: open }, {}],
      [card, {}, wrap],
      [`${card}document.title = 'x';`, { [`${home}/Page.tsx`]: page }, {}],
    ] as const)
      assert.deepEqual(await reported({ [path]: text, ...more }, around), [[path, true]], JSON.stringify(around));
  });
});

describe('programs that nobody is meant to see', () => {
  const used = {
    [`${home}/Size.tsx`]: 'export const Size = () => <p>Hi</p>;\n',
    [`${home}/Page.tsx`]: "import { Size } from './Size';\nexport const Page = () => <Size />;\n",
  };

  it('passes a test that lies among tests, whatever it tests', async () => {
    const path = `${home}/__tests__/Size.jest.tsx`;
    assert.deepEqual(await reported({ [path]: "import { Size } from '../Size';\nit('x', () => Size());\n" }, used), []);
  });

  it('holds what lies among tests for a program where another takes it in', async () => {
    const page =
      "import { words } from './tests/words';\nimport { more } from './tests';\nexport const Page = () => words + more;\n";
    for (const path of [`${home}/tests/words.ts`, `${home}/tests/index.ts`])
      assert.deepEqual(
        await reported(
          { [path]: "export const words = 'Hi';\nexport const more = 'all';\n" },
          { [`${home}/Page.tsx`]: page },
        ),
        [[path, true]],
      );
  });

  it('asks an engineer whether a program wrote what says so', async () => {
    const path = `${home}/__generated__/Size.graphql.ts`;
    const text = '/** @generated */\nexport default { first: 10 };\n';
    assert.deepEqual(await reported({ [path]: text }), [[path, true]]);
    assert.deepEqual(await reported({ [path]: text.replace('@generated', '') }), [[path, true]]);
    assert.deepEqual(await reported({ [`${home}/Size.graphql.ts`]: text }), [[`${home}/Size.graphql.ts`, true]]);
  });
});
