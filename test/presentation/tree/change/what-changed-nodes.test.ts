import assert from 'node:assert/strict';
import { readChangedTexts } from '../../../../src/presentation/my-change/text-changes.js';
import type { TreeNode } from '../../../../src/presentation/tree/tree-node.js';
import { buildWhatChangedNodes } from '../../../../src/presentation/tree/change/what-changed-nodes.js';
import { createReviewContext, type ReviewContextParts } from '../../../support/review-context.js';

async function nodesOf(parts: ReviewContextParts): Promise<readonly TreeNode[]> {
  const { change, flags } = createReviewContext(parts);
  return buildWhatChangedNodes({ change, flags: await flags(), texts: await readChangedTexts(change, new Map()) });
}

const said = (nodes: readonly TreeNode[] | undefined): unknown =>
  nodes?.map(({ label, description }) => [label, description]);

describe('whatChangedNodes', () => {
  it('says flags before and after, and leads to the page', async () => {
    const nodes = await nodesOf({
      base: { 'flags.yaml': 'a:\n  enabled: false\nb: true\nc:\n  enabled: true\n  owner: x\n' },
      head: { 'flags.yaml': 'a:\n  enabled: true\n  rollout: 20\nc:\n  enabled: true\n  owner: y\nd: false\n' },
    });
    assert.deepEqual(
      nodes.map(({ label, accessibleLabel }) => [label, accessibleLabel]),
      [
        ['a', 'Flag a, off → on, 20 %'],
        ['b', 'Flag b, on → not there'],
        ['c', 'Flag c, on, other settings differ'],
        ['d', 'Flag d, not there → off'],
      ],
    );
    assert.deepEqual(nodes[0]?.command?.arguments, ['flags']);
  });

  it('says of other files of the same name which folder tells them apart', async () => {
    const nodes = await nodesOf({
      base: { 'a/x.css': 'a', 'b/x.css': 'a', 'b/y.css': 'a' },
      head: { 'a/x.css': 'b', 'b/x.css': 'b', 'b/y.css': 'b' },
    });
    assert.deepEqual(said(nodes), [
      ['x.css', 'a'],
      ['x.css', 'b'],
      ['y.css', undefined],
    ]);
  });

  it('says the words in the code where a catalog leaves a text empty', async () => {
    const po = (text: string): string => `msgid "Board made"\nmsgstr "${text}"\n`;
    const nodes = await nodesOf({
      base: { 'po/en.po': po(''), 'po/de.po': po('Tafel') },
      head: { 'po/en.po': po('New board'), 'po/de.po': po('') },
    });
    assert.deepEqual(
      nodes[0]?.children.map(({ tooltip }) => tooltip),
      [
        'po/en.po\nBefore, the words in the code: Board made\nNow: New board',
        'po/de.po\nBefore: Tafel\nNow, the words in the code: Board made',
      ],
    );
  });

  it('says texts by their words, each with its languages, which alone can be put back', async () => {
    const nodes = await nodesOf({
      base: {
        'i18n/en.json': '{"a": "One", "b": "Two"}',
        'i18n/fr.json': '{"a": "Un"}',
        'strings/all.json': '{"z": "1"}',
      },
      head: {
        'i18n/en.json': '{"a": "A first thing that is much too long to be read here", "c": "New"}',
        'i18n/fr.json': '{"a": "Une"}',
        'strings/all.json': '{"z": "1", "y": "2"}',
      },
    });
    assert.deepEqual(
      nodes.map(({ label, icon, tooltip }) => [label, icon, tooltip]),
      [
        [
          '“A first thing that is mu…”',
          'diff-modified',
          'a\nBefore: One\nNow: A first thing that is much too long to be read here\nchanged in 2 languages',
        ],
        ['“New”', 'diff-added', 'c\nNew: New\nnew in 1 language'],
        ['“Two”', 'diff-removed', 'b\nBefore: Two\nTaken out\ntaken out in 1 language'],
        ['all.json', 'file', 'strings/all.json\n2 lines'],
      ],
    );
    const [first, added] = nodes;
    assert.deepEqual(
      first?.children.map(({ label, text, context, command }) => [label, text, context, command?.arguments]),
      [
        ['English', { path: 'i18n/en.json', keyPath: '["a"]' }, 'text-changed', ['i18n/en.json', 1]],
        ['French', { path: 'i18n/fr.json', keyPath: '["a"]' }, 'text-changed', ['i18n/fr.json', 1]],
      ],
    );
    assert.match(String(first.accessibleLabel), /much too long to be read here”, changed in 2 languages, a$/);
    assert.equal(first.command?.id, 'pmZone.showChange');
    assert.deepEqual([added?.text, added?.context, added?.children], [undefined, undefined, []]);
  });

  it('puts a text back that stands in one language, leads to what is gone, and counts what is too much', async () => {
    const [one] = await nodesOf({ base: { 'i18n/en.json': '{"a": "1"}' }, head: { 'i18n/en.json': '{"a": "2"}' } });
    assert.deepEqual([one?.text, one?.context], [{ path: 'i18n/en.json', keyPath: '["a"]' }, 'text-changed']);
    const [gone] = await nodesOf({
      base: { 'i18n/en.json': '{"a": "1"}', 'i18n/de.json': '{"a": "2"}' },
      head: { 'i18n/en.json': '{}' },
    });
    assert.deepEqual(gone?.children[0]?.command?.arguments, ['i18n/en.json', 1]);
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`k${n}`, 'v'])));
    const nodes = await nodesOf({ base: { 'i18n/app.json': '{}' }, head: { 'i18n/app.json': many } });
    assert.equal(nodes.length, 101);
    assert.equal(nodes.at(-1)?.label, '… and 30 more');
  });

  it('says which events are new', async () => {
    const path = 'src/analytics/events.ts';
    const named = (...names: readonly string[]): string => names.map((name) => `on('${name}');\n`).join('');
    const nodes = await nodesOf({ base: { [path]: named('a_b') }, head: { [path]: named('a_b', 'c_d') } });
    assert.deepEqual(said(nodes), [['New events', '1']]);
    assert.deepEqual(said(nodes[0]?.children), [['c_d', undefined]]);
    const gone = await nodesOf({ base: { [path]: named('a_b') }, head: {} });
    assert.deepEqual(
      gone.map(({ label, tooltip }) => [label, tooltip]),
      [['Events', `${path}\nremoved`]],
    );
  });

  it('says of other files how much of them, and shows the difference', async () => {
    const nodes = await nodesOf({
      base: { 'a.md': 'a\n', 'b.md': 'x\ny\n', 'gone.md': 'x', 'from.md': 'y' },
      head: { 'a.md': 'b\n', 'b.md': 'x\n', 'new.md': 'n\n', 'to.md': 'y' },
      renames: { 'from.md': 'to.md' },
    });
    assert.deepEqual(
      nodes.map(({ tooltip }) => tooltip),
      [
        'a.md\n2 lines',
        'b.md\n1 line',
        'from.md\nmoved to to.md',
        'gone.md\nremoved',
        'new.md\nnew, 1 line',
        'to.md\nmoved here from from.md',
      ],
    );
    assert.deepEqual(nodes[0]?.command?.arguments, ['a.md', 1]);
    assert.deepEqual(
      nodes.map(({ open }) => open?.path),
      ['a.md', 'b.md', undefined, undefined, 'new.md', 'to.md'],
    );
  });
});
