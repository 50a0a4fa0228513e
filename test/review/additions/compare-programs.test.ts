import assert from 'node:assert/strict';

import { breachesOf } from './program-breaches.js';

describe('comparePrograms', () => {
  it('lets statements stay that run, with additions around them', () => {
    assert.deepEqual(breachesOf('start(1);', "const A = 'a';\nstart( 1 );\nconst B = 'b';"), []);
    assert.deepEqual(breachesOf('a(1); b(2);', 'a(1); b(3);'), [['“this statement” is not what it was', 'b(3);']]);
    assert.deepEqual(breachesOf('a(1);', 'a(1); b(2);'), [
      ['This new statement runs as soon as the file is loaded', 'b(2);'],
    ]);
  });

  it('points to the first import that loads another module', () => {
    const changed = 'The modules that this file loads changed (“./b”)';
    assert.deepEqual(breachesOf("import './a';", "import './a';\nimport './b';\nimport './c';"), [
      [changed, "import './b';\nimport './c';"],
    ]);
    assert.deepEqual(breachesOf('', "import type { A } from './a';\nimport { b } from './b';"), [
      [changed, "import { b } from './b';"],
    ]);
    assert.deepEqual(breachesOf("import './a';", "import './a';\nimport { b } from './a';"), []);
  });

  it('names the module that is no longer loaded', () => {
    assert.deepEqual(breachesOf("import './a'; import './b';", "import './a';"), [
      ['“import … from ./b” is gone', "import './a';"],
    ]);
  });
});
