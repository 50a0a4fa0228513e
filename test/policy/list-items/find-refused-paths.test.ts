import assert from 'node:assert/strict';
import { findRefusedPaths } from '../../../src/policy/list-items/find-refused-paths.js';
import { readPolicy, describeRules } from '../../support/read-policy.js';

const textOf = (text: string): string[] =>
  findRefusedPaths([{ kind: 'text', text, line: 1, struck: false, bold: false, odd: false }]).map((each) => each.text);

describe('findRefusedPaths', () => {
  for (const [text, ...paths] of [
    ['Do not edit docs/legal/**.', 'docs/legal/**'],
    ['Never change docs/legal/terms.md by hand.', 'docs/legal/terms.md'],
    ['Never edit files in docs/legal by hand.', 'docs/legal'],
    ['docs/legal is locked', 'docs/legal'],
    ['Do not edit docs/legal/ and src/a/b.ts!', 'docs/legal/', 'src/a/b.ts'],
    ['Never edit or/and add/remove anything'],
    ['Do not edit it, see docs/adr/0001-api.md'],
    ['Never edit this: read docs/adr/0001-api.md first'],
    ['Do not edit after /compact or 24/7/'],
    ['Do not edit https://example.com/a/b'],
    ['Never change the and/or logic of it'],
  ] as const)
    it(text, () => assert.deepEqual(textOf(text), paths));

  it('reads no path in code, which others read', () => {
    const zone = readPolicy('## PM zone\n\nPMs can touch:\n\n- `a/**`\n\n## Build\n\nNever edit `a/b` or a/c/d.md.\n');
    assert.deepEqual(zone && describeRules(zone), ['+ a/**', '- a/b', '- a/c/d.md']);
  });

  it('names nothing where nothing is refused', () => {
    const zone = readPolicy('## PM zone\n\nPMs can touch:\n\n- `a/**`\n\n## Build\n\nTexts live in a/c/d.md.\n');
    assert.deepEqual(zone && describeRules(zone), ['+ a/**']);
  });

  it('reads a long text in time', () => {
    const began = performance.now();
    for (const part of ['in a/', 'a/', 'see ', 'in aaaaaaaaaa', 'edit a/b', '.!', 'in ././'])
      textOf(part.repeat(100_000 / part.length));
    assert.ok(performance.now() - began < 3000);
  });
});
