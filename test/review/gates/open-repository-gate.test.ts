import assert from 'node:assert/strict';

import { readImports } from '../../../src/review/gates/gated-by-importers.js';
import { judgeUse, type RepositoryGate } from '../../../src/review/gates/judge-use.js';
import { openRepositoryGate } from '../../../src/review/gates/open-repository-gate.js';
import { describePlace } from '../../../src/review/uses/describe-place.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

function openGate(base: SideFiles, head: SideFiles, isSearched = true, key = 'new-home'): Promise<RepositoryGate> {
  const context = createReviewContext({ base, head: { ...base, ...head } });
  const { snapshot } = context;
  const unsearched = { ...snapshot, search: () => Promise.resolve(undefined) };
  return openRepositoryGate([key], { ...context, snapshot: isSearched ? snapshot : unsearched }, () =>
    readImports({ snapshot }),
  );
}

describe('what of a repository asks for a flag', () => {
  const files = {
    'src/names.ts': "export const HOME = 'new-home';",
    'src/use-home.ts': "export const useHome = () => isOn('new-home');",
    'src/broken.ts': "isOn('new-home'",
    'src/other.ts': 'show();',
    'src/page.tsx':
      "const on = isOn('new-home'); f(<Banner isNew={on} text={1} />, <Banner text={on} {...a} x:y={on} />, <A.B c={on} />);",
  };

  it('is found by its key, with the names and the functions that stand for it', async () => {
    const { code, names, referringPaths } = await openGate(files, {});
    assert.deepEqual([...code.keys()].sort(), ['src/broken.ts', 'src/names.ts', 'src/page.tsx', 'src/use-home.ts']);
    assert.deepEqual([...names.keys].sort(), ['HOME', 'new-home', 'newHome']);
    assert.deepEqual([...names.answers], ['useHome']);
    // Given by all who use it, or it says nothing of the flag.
    assert.deepEqual([...(names.properties ?? [])], ['Banner.isNew']);
    assert.ok(referringPaths.has('src/use-home.ts') && !referringPaths.has('src/broken.ts'));
  });

  it('is no library of others that lies in the repository', async () => {
    const foreign = {
      'web/bower_components/a/a.js': "isOn('new-home');",
      'web/a.min.js': "isOn('new-home');",
      'web/node_modules/a/a.php': "on('new-home')",
    };
    const { code } = await openGate({ ...files, ...foreign }, {});
    assert.deepEqual(
      [...code.keys()].filter((path) => path.startsWith('web/')),
      [],
    );
  });

  it('is what the change has, where git cannot search', async () => {
    const { code, referringPaths } = await openGate(files, { 'src/fresh.ts': "if (isOn('new-home')) show();" }, false);
    assert.deepEqual([[...code.keys()], [...referringPaths]], [['src/fresh.ts'], ['src/fresh.ts']]);
  });

  it('says nothing of a place in a file that is gone by now', async () => {
    const { snapshot } = createReviewContext();
    const place = { path: 'src/a.tsx', at: 5, end: 7 };
    assert.equal(await judgeUse(place, await openGate(files, {}), { snapshot }), 'unclear');
    assert.equal(await describePlace(place, snapshot), 'src/a.tsx (line 1)');
  });

  it('is first what surely means the flag, where the flag has the name of much else', async () => {
    const pages = Object.fromEntries(Array.from({ length: 410 }, (_, each) => [`src/a${each}.ts`, "go('search');"]));
    const words = { 'src/word.ts': 'search();', 'src/z.ts': "if (flags.isEnabled('search')) show();" };
    const { code, left, referringPaths } = await openGate({ ...pages, ...words }, {}, true, 'search');
    assert.deepEqual([code.size, left], [400, 11]);
    assert.ok(code.has('src/z.ts') && !code.has('src/word.ts') && referringPaths.has('src/z.ts'));
  });
});
