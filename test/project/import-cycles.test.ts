import assert from 'node:assert/strict';
import { importCycles, importsOf, readImports } from './imports.js';

describe('imports', () => {
  it('make no cycle, those of types alone included', () => {
    const imports = readImports('src', 'test', 'demo', 'bench');
    assert.ok(imports.get('src/bin.ts')?.includes('src/cli.ts'), 'imports are found');
    assert.deepEqual(importCycles(imports), []);
  });

  it('would be found in a cycle', () => {
    const texts: Readonly<Record<string, string>> = {
      'src/a.ts': "import type {\n  B,\n} from './room/b.js';",
      'src/room/b.ts': "import './c.js';\nexport type { A } from '../d.js';",
      'src/room/c.ts': "const load = async () => import('../a.js');",
      'src/d.ts': "import { e } from './e.js';",
      'src/e.ts': "import { join } from 'node:path';",
    };
    const imports = new Map(Object.entries(texts).map(([path, text]) => [path, importsOf(path, text)]));
    assert.deepEqual(importCycles(imports), [['src/a.ts', 'src/room/b.ts', 'src/room/c.ts']]);
  });
});
