import assert from 'node:assert/strict';
import { designSystem } from '../../../src/review/checks/design-system.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

const path = 'src/features/home/components/card.tsx';
const settings = { designSystem: ['@acme/ui', 'src/design-system/'] };
const card = 'import { Text } from "@acme/ui";\nexport const Card = () => <Text>Hello there</Text>;\n';

async function isMet(base: SideFiles, head: SideFiles, parts: ReviewContextParts = { settings }): Promise<boolean> {
  const row = { featureFolders: ['src/features/home'] };
  const outcome = await designSystem.run(createReviewContext({ row, ...parts, base, head: { ...base, ...head } }));
  assert.ok(outcome !== 'not-applicable');
  assert.deepEqual(outcome.reports, []);
  return outcome.isByHand !== true;
}

/** The card with these lines above it and this within. */
function withMore(lines: string, inside = ''): SideFiles {
  return { [path]: `${lines}\n${card.replace('</Text>', `${inside}</Text>`)}` };
}

describe('design-system', () => {
  it('is met by a change that uses nothing new', async () => {
    const none = { settings: { designSystem: [] } };
    for (const head of [
      { [path]: card.replace('there', 'you') },
      { [path]: card.replace('Hello there', '{greet()}') },
      withMore('import type { A } from "other";\nimport { type B } from "more";\nexport type { C } from "else";'),
    ])
      assert.equal(await isMet({ [path]: card }, head, none), true, JSON.stringify(head));
    assert.equal(await isMet({ 'src/ui/a.html': '<p>Hello there</p>' }, { 'src/ui/a.html': '<p>Hello you</p>' }), true);
    const gone = createReviewContext({ base: { [path]: card } });
    assert.deepEqual(await designSystem.run(gone), { reports: [] });
  });

  it('is met by parts of the design system and of the PM’s own folders, however these are asked for', async () => {
    for (const module of [
      '@acme/ui/button',
      'src/design-system/button',
      '@/design-system',
      '~/design-system/a',
      '../../../design-system/a',
      './own',
      '../own',
    ])
      assert.equal(await isMet({ [path]: card }, withMore(`import { A } from "${module}";`)), true, module);
    assert.equal(await isMet({}, { [path]: card }), true);
  });

  it('is the author’s to confirm of all else', async () => {
    for (const [lines, inside = ''] of [
      ['import { A } from "@acme/uikit";'],
      ['import { A } from "design-system/a";'],
      ['import { A } from "../../other/a";'],
      ['import "./../../../styles.css";'],
      ['export * from "other";'],
      ['const A = require("other");'],
      ['const A = import("other");'],
      ['const A = styled.p`top: 0`;'],
      ['', '<button>Go</button>'],
      ['', '<Text style={{ top: 0 }}>Go</Text>'],
      ['', '<a.b>Go</a.b><svg:rect />'],
      ['const (', ''],
    ] as const)
      assert.equal(await isMet({ [path]: card }, withMore(lines, inside)), inside.startsWith('<a.b'), lines + inside);
    assert.equal(
      await isMet({ [path]: card }, withMore('import { A } from "@acme/ui/a";'), { settings: { designSystem: [''] } }),
      false,
    );
    assert.equal(await isMet({ 'src/ui/a.css': '.a { top: 0 }' }, { 'src/ui/a.css': '.a { top: 1px }' }), false);
    assert.equal(await isMet({ [path]: card }, withMore('import "a";'), { tip: { zone: undefined } }), false);
    const unread = { mode: '100644', oid: undefined, bytes: 9, unread: 'too-large' } as const;
    assert.equal(await isMet({ [path]: unread }, { [path]: card }), false);
  });

  it('does not apply to tests and to changes without components', async () => {
    for (const file of ['src/ui/card.test.tsx', 'i18n/en.json'])
      assert.equal(await designSystem.run(createReviewContext({ head: { [file]: 'a' } })), 'not-applicable');
  });
});
