import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDiff } from '../../src/setup/render-diff.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('renderDiff', () => {
  it('is what git applies to get the file', () => {
    const repository = temporaryRepository();
    const cases: readonly (readonly [string | undefined, string])[] = [
      [undefined, 'a\nb\n'],
      ['', 'a\n'],
      ['one\n', 'one\n\nmore\n'],
      ['1\n2\n3\n4\n5\n', '1\n2\n3\n4\n5\n\nmore\n'],
      ['1\n2\n3\n4\n5', '1\n2\n3\n4\n5\n\nmore\n'],
      ['one\r\n', 'one\r\n\r\nmore\r\n'],
    ];
    for (const [before, after] of cases) {
      repository.remove('docs/a.md');
      if (before !== undefined) repository.write('docs/a.md', before);
      const diff = renderDiff({ path: 'docs/a.md', before, after }).join('\n');
      repository.gitWith(`${diff}\n`, 'apply', '--whitespace=nowarn', '-');
      assert.equal(readFileSync(join(repository.root, 'docs/a.md'), 'utf8'), after, diff);
    }
    repository.remove();
  });
});
