import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagGated } from '../../../src/review/checks/flag-gated.js';
import { createReviewContext } from '../../support/review-context.js';

const banner = (condition: string, rest = 'return null;'): string =>
  `import { useFeatureFlags } from './hooks';\nexport default function Banner({ message }) {\n  const { checkFeatureFlag } = useFeatureFlags();\n  if (${condition}) { ${rest} }\n  return <p>{message}</p>;\n}\n`;
const off = "!checkFeatureFlag('new-home') || !message";
const layout = (more = '', imports = ''): string =>
  `import { Header } from './Header';\n${imports}export function Layout() {\n  return <main><Header />${more}</main>;\n}\n`;
const drawn = layout('<Banner message={env.MESSAGE} />', "import Banner from './Banner';\n");

async function reported(component: string, after = drawn): Promise<readonly unknown[]> {
  const base = { 'flags.yaml': 'new-home: false\n', 'src/Layout.tsx': layout() };
  const head = { ...base, 'src/Banner.tsx': component, 'src/Layout.tsx': after };
  const outcome = await flagGated.run(createReviewContext({ base, head }));
  return (outcome as { reports: readonly Report[] }).reports.flatMap(({ path }) =>
    path === 'src/Layout.tsx' ? [path] : [],
  );
}

describe('a component that draws nothing without its flag', () => {
  it('may be put into a page that everyone sees', async () => {
    assert.deepEqual(await reported(banner(off)), []);
    const arrow = "export const Banner = () => {\n  if (!isOn('new-home')) return null;\n  return <p>New</p>;\n};\n";
    assert.deepEqual(await reported(arrow, drawn.replace('import Banner', 'import { Banner }')), []);
    const named = arrow.replace('const Banner = () =>', 'function Banner()');
    assert.deepEqual(await reported(named, drawn.replace('import Banner', 'import { Banner }')), []);
    assert.deepEqual(await reported(banner(off).replace('const {', 'let last;\n  const {')), []);
  });

  it('is another where it draws something all the same, or more comes with it', async () => {
    for (const component of [
      banner("!checkFeatureFlag('new-home') && !message"),
      banner("checkFeatureFlag('new-home')"),
      banner(off, 'return message;'),
      banner(off, 'say(message); return null;'),
      banner(off).replace('const {', "say('Hello');\n  const {"),
      banner(off).replace('const {', "const said = say('Hello');\n  const {"),
      banner("!checkFeatureFlag('new-home', true)"),
      'export default function Banner() {\n  const said = 1;\n}\n',
    ])
      assert.deepEqual(await reported(component), ['src/Layout.tsx'], component);
    assert.deepEqual(await reported(banner(off), drawn.replace('<Header />', '<Header /><p>Hello</p>')), [
      'src/Layout.tsx',
    ]);
    const named = banner("checkFeatureFlag('new-home')").replace('default ', '');
    assert.deepEqual(await reported(named, drawn.replace('import Banner', 'import { Banner }')), ['src/Layout.tsx']);
    assert.deepEqual(await reported(banner(off), drawn.replace("'./Banner'", "'./Other'")), ['src/Layout.tsx']);
  });
});
