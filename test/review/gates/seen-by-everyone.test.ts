import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../src/change/change.js';
import { judgeOffState } from '../../../src/review/gates/off-change/judge-off-state.js';
import type { FlagNames } from '../../../src/review/gates/flag-sense.js';

const names: FlagNames = { keys: new Set(['new-home', 'newHome']), answers: new Set() };

async function judge(before: string, after: string): Promise<unknown> {
  const change = { path: 'src/home.tsx', before: { text: before }, after: { text: after } } as ChangedFile;
  const found = await judgeOffState(change, names);
  return found === 'same' ? 'same' : 'other';
}

const home = (body: string): string => `export function Home({ user, items }) {\n${body}\n}\n`;
const asking = (body: string): string =>
  `import { useFlag } from './flags';\n${home(`  const isNew = useFlag('new-home');\n${body}`)}`;
const old = home('  return <p>Hi</p>;');
const shown = (condition: string): string => home(`  return <p>Hi{${condition} && <b>New</b>}</p>;`);

describe('what everyone sees though a flag is named', () => {
  const other: Readonly<Record<string, readonly [before: string, after: string]>> = {
    ...Object.fromEntries(
      [
        "document.body.classList.toggle('new-home')",
        "setFlag('new-home', true)",
        "features.overrideFlag('new-home')",
        "enableFeature('new-home')",
        "startFeatureTour('new-home')",
        "navigate('new-home')",
      ].map((call) => [`a call that acts: ${call}`, [old, home(`  ${call};\n  return <p>Hi</p>;`)] as const]),
    ),
    ...Object.fromEntries(
      [
        '<FeatureCard name="new-home">Read on</FeatureCard>',
        '<ToggleButton name="new-home">Read on</ToggleButton>',
        '<Navigate to="new-home">Read on</Navigate>',
        '<Feature id="new-home">Read on</Feature>',
        '<Feature data-name="new-home">Read on</Feature>',
      ].map((element) => [`an element: ${element}`, [old, home(`  return <p>Hi{${element}}</p>;`)] as const]),
    ),
    'a flag that the program sets itself': [old, `const features = { newHome: true };\n${shown('features.newHome')}`],
    'a flag that a constant sets': [old, `const FLAGS = { newHome: true } as const;\n${shown('FLAGS.newHome')}`],
    'a flag that a checked constant sets': [
      old,
      `const FLAGS = { newHome: true } satisfies Flags;\n${shown('FLAGS.newHome')}`,
    ],
    'a flag that it sets from outside': [
      old,
      `import { flags } from './flags';\nflags.newHome = true;\n${shown('flags.newHome')}`,
    ],
    'a promise': [old, `const isHome = async () => api.isEnabled('new-home');\n${shown('isHome()')}`],
    'a promise of a function': [
      old,
      `async function isHome() { return api.isEnabled('new-home'); }\n${shown('isHome()')}`,
    ],
    'a generator': [old, `function* isHome() { return api.isEnabled('new-home'); }\n${shown('isHome()')}`],
    'a yes before the question': [
      old,
      `function useHome() { if (window.ready) return true; return useFlag('new-home'); }\n${shown('useHome()')}`,
    ],
    'something before the question': [
      old,
      `const useHome = () => { if (window.ready) return window.home; return useFlag('new-home'); };\n${shown('useHome()')}`,
    ],
    'an answer that takes the name of another': [
      old,
      `import { alwaysOn as useFlag } from './flags';\n${shown("useFlag('new-home')")}`,
    ],
    'a hook that may do something': [old, asking('  return <p>Hi{useToast(user) && isNew && <b>New</b>}</p>;')],
    'a call that may do something': [old, asking('  return <p>Hi{selectPlan(user) && isNew && <b>New</b>}</p>;')],
    'a function behind the return': [
      home("  return head();\n  function head() { return 'Welcome'; }"),
      home("  return head();\n  function head() { return 'Buy now'; }"),
    ],
    'a field that takes a value away': [
      'export class A extends B {\n  declare title: string;\n}\n',
      'export class A extends B {\n  title: string;\n}\n',
    ],
    'what a constructor is handed by its type': [
      "import { Prices } from './prices';\n@Component({})\nexport class A {\n  constructor(private prices: Prices) {}\n}\n",
      "import { Promo } from './promo';\n@Component({})\nexport class A {\n  constructor(private prices: Promo) {}\n}\n",
    ],
    'a type of the same name from elsewhere': [
      "import { Prices } from './prices';\n@Component({})\nexport class A {\n  constructor(prices: Prices) {}\n}\n",
      "import { Prices } from './promo';\n@Component({})\nexport class A {\n  constructor(prices: Prices) {}\n}\n",
    ],
    'an effect that waits no more': [
      home('  useEffect(() => { load(user); }, [user]);'),
      home('  useEffect(() => { load(user); }, []);'),
    ],
    'a sum that is not made anew': [
      home('  return useMemo(() => sum(items.all), [items.all]);'),
      home('  return useMemo(() => sum(items.all), []);'),
    ],
    'gaps elsewhere': ['const [, a, , b] = make();\nshow(a, b);\n', 'const [a, , , b] = make();\nshow(a, b);\n'],
    'a parameter in front': [
      'export function row(user) {\n  return user;\n}\n',
      "export function row({ news }, user) {\n  return useFlag('new-home') ? news : user;\n}\n",
    ],
    'a list that keeps what is nothing': [
      home("  return [user.first, user.last].filter(Boolean).join(' ');"),
      home("  return [user.first, user.last].join(' ');"),
    ],
    'a blank between two elements': [
      home('  return <p><b>Total:</b> <i>{user}</i></p>;'),
      home('  return <p><b>Total:</b><i>{user}</i></p>;'),
    ],
    'a blank at the end of words': [
      home('  return <p>Hello <b>{user}</b></p>;'),
      home('  return <p>Hello<b>{user}</b></p>;'),
    ],
    'a blank that keeps words in one line': [
      home('  return <p>10&nbsp;kg of it</p>;'),
      home('  return <p>10 kg of it</p>;'),
    ],
    'a blank within what is left': [
      home('  return <p><b>a</b><b>b</b></p>;'),
      asking('  return <p><b>a</b> {isNew && <i />}<b>b</b></p>;'),
    ],
    'a comment that takes a call away': ['setup();\n', '/* @__PURE__ */ setup();\n'],
    'a head that a framework takes': [old, `${old}export const head = { title: 'New words' };\n`],
    'a state that a framework takes': [old, `${old}export const Empty = () => <p>New words</p>;\n`],
  };
  for (const [what, [before, after]] of Object.entries(other)) {
    it(`is not what it was: ${what}`, async () => {
      assert.equal(await judge(before, after), 'other');
    });
  }

  const same: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'an effect that waits for more of the new part': [
      home('  useEffect(() => { load(user); }, [user]);'),
      asking(
        '  const news = useContext(News);\n  useEffect(() => { load(user); if (isNew) show(<Card all={news} />); }, [user, isNew, news]);',
      ),
    ],
    'a list without what is nothing': [
      home("  return [user && 'a', 'b'].filter(Boolean).join(' ');"),
      asking("  return [isNew && 'c', user && 'a', 'b'].filter(Boolean).join(' ');"),
    ],
    'a field that only has a type': [
      'export class A extends B {\n  title = 1;\n}\n',
      'export class A extends B {\n  declare name: string;\n  title = 1;\n}\n',
    ],
    'a no before the question': [
      old,
      `function useHome() { if (!window.ready) return false; if (!window.top) return; const a = () => { return 1; }; return useFlag('new-home'); }\n${shown('useHome()')}`,
    ],
    'types of a constructor that name no class': [
      'class A {\n  constructor(a, b = 1, private c: string, d: E.F) {}\n}\nshow(A);\n',
      'class A {\n  constructor(a, b = 1, private c: number, d: E.G) {}\n}\nshow(A);\n',
    ],
    'blanks around what is new': [
      home('  return <p>Hello {user}</p>;'),
      asking('  return <p>{isNew && <b />} Hello {isNew && <b />} {user} {isNew && <b />}</p>;'),
    ],
    'blanks around all that is new': [
      home('  return <p><b /></p>;'),
      asking('  return <p> {isNew && <b />} {isNew && <b />} <b /></p>;'),
    ],
    'words on lines of their own': [
      home('  return <p>Hello <b>{user}</b> and more</p>;'),
      asking(
        "  return (\n    <p>\n      Hello{' '}\n      <b>{user}</b> and\n      more\n      {isNew && <b />}\n    </p>\n  );",
      ),
    ],
    'a gate': [old, shown("checkGate('new-home')")],
    'a gate of its own': [old, shown("useHomeGate('new-home')")],
    'an element of a library': [old, home('  return <p>Hi<Feature name="new-home">New</Feature></p>;')],
    'a flag whose hook has another name here': [
      old,
      `import { useFlag as useSwitch } from './flags';\n${shown("useSwitch('new-home')")}`,
    ],
    'flags that are asked for themselves': [
      old,
      `const flags = { newHome: useFlag('new-home'), ...rest };\n${shown('flags.newHome')}`,
    ],
  };
  for (const [what, [before, after]] of Object.entries(same)) {
    it(`is what it was: ${what}`, async () => {
      assert.equal(await judge(before, after), 'same');
    });
  }

  it('is for an engineer to say of what a hook gives that is read behind the flag alone', async () => {
    const seen = async (after: string): Promise<unknown> => {
      const change = {
        path: 'src/home.tsx',
        before: { text: asking('  return <p>Hi{isNew && <b>New</b>}</p>;') },
        after: { text: after },
      };
      const found = await judgeOffState(change as ChangedFile, names);
      return found === 'same' || found === undefined ? found : found.sure.length > 0;
    };
    const with_ = (first: string, rest = '{isNew && !isThere && <b>New</b>}'): string =>
      asking(`  const ${first};\n  return <p>Hi${rest}</p>;`);
    assert.equal(await seen(with_("isThere = useMatch(`/${user}/${t('slugs.search')}/*`)")), false);
    assert.equal(await seen(with_("{ isThere } = usePlace('here')")), false);
    // Not for certain: what such a hook does with what it is given nobody can tell.
    for (const perhaps of [
      with_("isThere = useToast('Welcome to us')"),
      with_('isThere = usePopup(<b>Welcome</b>)'),
      with_("isThere = usePopup(() => say('Welcome'))"),
      with_("isThere = show('welcome')"),
    ])
      assert.equal(await seen(perhaps), false, perhaps);
    const shown = with_("isThere = useMatch('/here')", '{isNew && <b>New</b>}<i>Here</i>');
    assert.equal(await seen(shown), true);
  });
});
