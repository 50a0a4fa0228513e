import assert from 'node:assert/strict';
import type { TreeNode } from '../../../../src/presentation/tree/tree-node.js';
import { buildWhatChangedNodes } from '../../../../src/presentation/tree/change/what-changed-nodes.js';
import { createReviewContext, type ReviewContextParts } from '../../../support/review-context.js';

async function nodesOf(parts: ReviewContextParts): Promise<readonly TreeNode[]> {
  const { change, flags } = createReviewContext(parts);
  return buildWhatChangedNodes({ change, flags: await flags() });
}

const said = (nodes: readonly TreeNode[] | undefined): unknown =>
  nodes?.map(({ label, description }) => [label, description]);

describe('whatChangedNodes', () => {
  it('says flags before and after, opened where they stand', async () => {
    const nodes = await nodesOf({
      base: { 'flags.yaml': 'a:\n  enabled: false\nb: true\nc:\n  enabled: true\n  owner: x\n' },
      head: { 'flags.yaml': 'a:\n  enabled: true\n  rollout: 20\nc:\n  enabled: true\n  owner: y\nd: false\n' },
    });
    assert.deepEqual(said(nodes), [
      ['Flag a', 'off → on, 20 %'],
      ['Flag b', 'on → not there'],
      ['Flag c', 'on, other settings differ'],
      ['Flag d', 'not there → off'],
    ]);
    assert.deepEqual([nodes[0]?.open, nodes[1]?.open], [{ path: 'flags.yaml', line: 1, column: 1 }, undefined]);
  });

  it('says texts old and new by key and language', async () => {
    const nodes = await nodesOf({
      base: {
        'i18n/en.json': '{"a": "One", "b": "Two"}',
        'i18n/fr.json': '{"a": "Un"}',
        'strings/all.json': '{"z": "1"}',
      },
      head: { 'i18n/en.json': '{"a": "Eins", "c": "New"}', 'strings/all.json': '{"z": "1", "y": "2"}' },
    });
    assert.deepEqual(said(nodes), [
      ['Texts, en', '3 texts'],
      ['Texts, fr', 'removed'],
      ['all.json', '2 lines'],
    ]);
    assert.deepEqual(said(nodes[0]?.children), [
      ['a', '“One” → “Eins”'],
      ['c', 'new: “New”'],
      ['b', 'removed: “Two”'],
    ]);
    assert.equal(nodes[0]?.children[0]?.tooltip, 'a\nBefore: One\nAfter: Eins');
    assert.deepEqual(nodes[0].children[0].open, { path: 'i18n/en.json', line: 1, column: 7 });
    assert.equal(nodes[1]?.children[0]?.open, undefined);
  });

  it('names a catalog without a language by its path, and counts what is too much', async () => {
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`k${n}`, 'v'])));
    const nodes = await nodesOf({ base: { 'i18n/app.json': '{}' }, head: { 'i18n/app.json': many } });
    assert.equal(nodes[0]?.label, 'Texts in i18n/app.json');
    assert.equal(nodes[0].children.length, 101);
    assert.equal(nodes[0].children.at(-1)?.label, '… and 30 more');
  });

  it('says which events are new', async () => {
    const path = 'src/analytics/events.ts';
    const named = (...names: readonly string[]): string => names.map((name) => `on('${name}');\n`).join('');
    const nodes = await nodesOf({ base: { [path]: named('a_b') }, head: { [path]: named('a_b', 'c_d') } });
    assert.deepEqual(said(nodes), [['New events', 'c_d']]);
    assert.deepEqual(said(nodes[0]?.children), [['c_d', undefined]]);
    const names = Array.from({ length: 7 }, (_, n) => `event_${n}`);
    assert.match(String((await nodesOf({ head: { [path]: named(...names) } }))[0]?.description), /event_4 …$/);
    const gone = await nodesOf({ base: { [path]: named('a_b') }, head: {} });
    assert.deepEqual(said(gone), [[`Events in ${path}`, 'removed']]);
  });

  it('says of other files how much of them', async () => {
    const nodes = await nodesOf({
      base: { 'a.md': 'a\n', 'b.md': 'x\ny\n', 'gone.md': 'x', 'from.md': 'y' },
      head: { 'a.md': 'b\n', 'b.md': 'x\n', 'new.md': 'n\n', 'to.md': 'y' },
      renames: { 'from.md': 'to.md' },
    });
    assert.deepEqual(said(nodes), [
      ['a.md', '2 lines'],
      ['b.md', '1 line'],
      ['from.md', 'moved to to.md'],
      ['gone.md', 'removed'],
      ['new.md', 'new, 1 line'],
      ['to.md', 'moved here from from.md'],
    ]);
    assert.deepEqual(
      nodes.map(({ open }) => open?.line),
      [1, 1, undefined, undefined, 1, 1],
    );
  });
});
