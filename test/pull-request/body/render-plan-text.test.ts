import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { renderPlanText } from '../../../src/pull-request/body/render-plan-text.js';
import { markdownRoot } from '../../markdown-root.js';

/** What a host shows of it: the words, one block a line, its kind before it. */
function shown(body: string): readonly string[] {
  const words = (node: Nodes): string =>
    'value' in node
      ? node.type === 'html'
        ? ''
        : node.value
      : 'children' in node
        ? node.children.map(words).join('')
        : '';
  return markdownRoot(renderPlanText(body) ?? '').children.flatMap((node) =>
    node.type === 'list'
      ? node.children.map((item, at) => `${node.ordered === true ? (node.start ?? 1) + at : '-'} ${words(item)}`)
      : [words(node)],
  );
}

describe('renderPlanText', () => {
  it('keeps paragraphs, and none becomes part of the list before it', () => {
    assert.deepEqual(shown('One.\nStill one.\n\n- first\n- second\n\nTwo.'), [
      'One.\nStill one.',
      '- first',
      '- second',
      'Two.',
    ]);
  });

  it('keeps the numbers of steps, and takes no box for ticked', () => {
    assert.deepEqual(shown('3. Open it\n4) Look\n\n- [x] done\n- [ ] to do'), [
      '3 Open it',
      '4 Look',
      '- done',
      '- to do',
    ]);
  });

  it('shows code as code, each line by itself', () => {
    const made = renderPlanText('Run:\n```bash\npnpm dev\n\npnpm test\n```\nthen `look`.') ?? '';
    assert.equal(made, 'Run:\n\n`pnpm dev`\\\n`pnpm test`\n\nthen `look`.');
  });

  it('shows links by their words and address, and takes the marks for the eye away', () => {
    assert.deepEqual(
      shown(
        'See [the board](https://x.example/a "b"), ![a](b.png), [https://y.example](https://y.example), <https://z.example>, [](https://w.example), [w]() *5 %* and **snake_case_name** _so_.',
      ),
      [
        'See the board (https://x.example/a), a (b.png), https://y.example, https://z.example, https://w.example, w 5 % and snake_case_name so.',
      ],
    );
  });

  it('reads a backslash as its author means it', () => {
    assert.deepEqual(shown('5 \\* 3 \\_is\\_ 15\\`'), ['5 * 3 _is_ 15`']);
  });

  it('makes a list of a table', () => {
    assert.deepEqual(shown('| Metric | Target |\n| --- | --- |\n| Sign-ups | a\\|b |'), [
      '- Metric · Target',
      '- Sign-ups · a|b',
    ]);
  });

  it('shows quotes and headings as text', () => {
    assert.deepEqual(shown('> ## They said\n\n---\n\nso'), ['They said', 'so']);
  });

  it('says nothing of nothing', () => {
    assert.equal(renderPlanText('\n---\n```\n```\n'), undefined);
  });

  it('holds no live Markdown, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...'* _ ` ``` ~~~ [ ]( ) ! < > # @erin #12 GH-1 \\ | - 1. > / /close https://x.example <b> <!-- --> & &lt; $ a'.split(
        ' ',
      ),
      ' ',
      '\n',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const made = renderPlanText(parts.join('')) ?? '';
        const live: string[] = [];
        const look = (node: Nodes): void => {
          const isOurs = node.type === 'html' && node.value === '<!-- -->';
          if (
            !isOurs &&
            ['link', 'image', 'html', 'emphasis', 'strong', 'heading', 'blockquote', 'code', 'table'].includes(
              node.type,
            )
          )
            live.push(node.type);
          if ('children' in node) for (const child of node.children) look(child);
        };
        look(markdownRoot(made));
        assert.deepEqual(live, [], made);
        assert.doesNotMatch(made, /[@#](?=\w)(?![^`\n]*`)|:\/\/|^\/\w/m);
      }),
    );
  });
});
