import assert from 'node:assert/strict';
import { parseCodeowners } from '../../../src/policy/codeowners/parse-codeowners.js';
import { findIdleOwners } from '../../../src/policy/problems/find-idle-owners.js';
import { createPathFinder } from '../../../src/policy/problems/path-finder.js';

const paths = ['src/auth/login.ts', 'src/home/a.ts', 'docs/a.md'];
const find = (text: string): readonly string[] =>
  findIdleOwners(parseCodeowners({ path: 'CODEOWNERS', text }), createPathFinder(paths)).map(
    ({ severity, line, message }) => `${severity} ${line} ${message}`,
  );

describe('findIdleOwners', () => {
  it('names a line that misses what it names by a slip of the hand', () => {
    assert.deepEqual(find('* @a\n/src/atuh/ @sec\n/dosc @d\n/src/HOME/ @b\n'), [
      'info 2 `/src/atuh/` matches no file here, so nobody is asked by this line. Did you mean `/src/auth/`?',
      'info 3 `/dosc` matches no file here, so nobody is asked by this line. Did you mean `/docs`?',
      'info 4 `/src/HOME/` matches no file here, so nobody is asked by this line. Did you mean `/src/home/`?',
    ]);
  });

  it('names backslashes between folders', () => {
    assert.match(find('src\\\\auth @sec\n').join(''), /^warning 1 .* has backslashes, which part no folders/);
  });

  it('leaves what is there, what has no owner, wildcards, names of any folder and what is gone alone', () => {
    const right = '* @a\n/src/auth/ @a\n/src/atuh/\n/src/*uth/ @a\natuh @a\n/src/billing/ @a\n/src/x/ @a\na\\ b @a\n';
    assert.deepEqual(find(right), []);
  });
});
