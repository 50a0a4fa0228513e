import assert from 'node:assert/strict';
import { createFileMemory } from '../../../src/review/gates/file-memory.js';
import { createOpenWays } from '../../../src/review/gates/open-way/create-open-ways.js';
import { createImportIndex } from '../../../src/review/gates/references/import-index.js';

/** Why it is not evident that everyone sees the word HERE of these programs; `open` where it is. */
async function judge(
  files: Readonly<Record<string, string>>,
  { complete = true, isNamedElsewhere = false } = {},
): Promise<string> {
  const index = createImportIndex();
  const texts = new Map(Object.entries(files));
  for (const [path, text] of texts) index.add(path, text);
  const [path, text] = [...texts].find(([, each]) => each.includes('HERE')) as [string, string];
  const imports = (): Promise<{ index: typeof index; texts: typeof texts; complete: boolean }> =>
    Promise.resolve({ index, texts, complete });
  const namesFlag = (each: string): boolean => each.includes('new-home');
  const way = createOpenWays(imports, namesFlag, createFileMemory(), isNamedElsewhere);
  return (await way(path, [text.indexOf('HERE')])) ?? 'open';
}

const main = "import { Home } from './home';\ncreateRoot(root).render(<Home />);\n";
const home = (body: string): string => `export function Home({ items, isLoading, plan }) {\n${body}\n}\n`;
const drawn = (body: string): Readonly<Record<string, string>> => ({
  'src/home.tsx': home(body),
  'src/main.tsx': main,
});

describe('a way to what everyone sees', () => {
  const open: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a page that is put on the screen': drawn('return <p>HERE</p>;'),
    'words under what is loaded': drawn(
      "if (isLoading) return null;\nreturn <p>{items.length > 0 ? 'HERE' : 'None'}</p>;",
    ),
    'words where there is something to list': drawn('return <div>{items.length > 0 && <p>HERE</p>}</div>;'),
    'words under what is a list': drawn('return Array.isArray(items) && <p>HERE</p>;'),
    'words in each of a list': drawn('return <ul>{items.map((item) => <li title="HERE">{item}</li>)}</ul>;'),
    'a part of a page': drawn('const head = <h1>HERE</h1>;\nreturn <main>{head}</main>;'),
    'a function that gives a part': drawn('const head = () => <h1>HERE</h1>;\nreturn <main>{head()}</main>;'),
    'a component in another': {
      'src/card.tsx': 'const Card = () => <p>HERE</p>;\nexport default memo(Card);\n',
      'src/home.tsx': `import Card from './card';\n${home('return <Layout header={<Card />} />;')}`,
      'src/main.tsx': main,
    },
    'a component that an index hands on': {
      'src/ui/card.tsx': 'export const Card = () => <p>HERE</p>;\n',
      'src/ui/index.ts': "export * from './card';\n",
      'src/index.ts': "export { Card as Box } from './ui';\n",
      'src/home.tsx': `import { Box } from './index';\n${home('return <Box />;')}`,
      'src/main.tsx': main,
    },
    'a class': {
      'src/home.tsx':
        'class Page extends Component {\n  state = { a: 1 };\n  head = () => <b>HERE</b>;\n  render() { return <p>{this.head()}</p>; }\n}\nexport { Page as Home };\n',
      'src/main.tsx': main,
    },
    'a class that is loading': {
      'src/home.tsx':
        'export class Home extends Component {\n  static { register(); }\n  render() { return this.state.isLoading ? <i /> : <p>HERE</p>; }\n}\n',
      'src/main.tsx': main,
    },
    'a part that is drawn in two others': {
      'src/home.tsx': `const Card = () => <p>HERE</p>;\nconst Top = () => <Card />;\nconst End = () => <Card />;\n${home('return <><Top /><End /></>;')}`,
      'src/main.tsx': main,
    },
    'a part that draws itself': {
      'src/home.tsx': `const Tree = () => <ul>HERE<Tree /></ul>;\n${home('return <Tree />;')}`,
      'src/main.tsx': main,
    },
    'an element of a namespace': drawn('return <xhtml:p>HERE</xhtml:p>;'),
    'words that are put together': drawn("return <p>{'HERE' + plan}</p>;"),
    'a part of a layout': drawn('return <Layout.Body tall {...plan}>HERE</Layout.Body>;'),
    'a function that is called at once': drawn("return <p>{(function () { return 'HERE'; })()}</p>;"),
    'one of two ways': drawn('if (isLoading) { return <i />; } else { return <p>HERE</p>; }'),
    'a page that is its own default': {
      'src/home.tsx': 'export default class extends Component {\n  render() { return <p>HERE</p>; }\n}\n',
      'src/main.tsx': "import Home from './home';\ncreateRoot(root).render(() => <Home />);\n",
    },
    'a default with a name': {
      'src/home.tsx': 'export default function Home() { return <p>HERE</p>; }\n',
      'src/pages.ts': "export { default as Home } from './home';\nexport { Home as 'the page' } from './home';\n",
      'src/main.tsx': "import { Home, type Plan } from './pages';\ncreateRoot(root).render(<Home />);\n",
    },
    'a page of Next': {
      'next.config.js': 'module.exports = {};\n',
      'pages/home.tsx': 'export default function () { return <p>{`HERE`}</p>; }\n',
    },
    'a page of one of several applications': {
      'apps/docs/next.config.js': 'module.exports = {};\n',
      'apps/web/next.config.js': 'module.exports = {};\n',
      'apps/web/pages/home.tsx': 'export default function Home() { return <p>HERE</p>; }\n',
    },
    'a default with a name in what hands it on': {
      'src/home.tsx': 'export default memo(function Home() { return <p>HERE</p>; });\n',
      'src/main.tsx': "import Home from './home';\nlet root;\ncreateRoot(root).render(<Home />);\n",
    },
    'a component under a type': {
      'src/home.tsx': 'export const { useHome } = api, Home = (() => <p>HERE</p>) as FC;\n',
      'src/main.tsx': main,
    },
    'a name in quotes': {
      'src/home.tsx': "const Home = () => <p>HERE</p>;\nexport { Home as 'the page' };\n",
      'src/main.tsx': "import { 'the page' as Home } from './home';\ncreateRoot(root).render(<Home />);\n",
    },
    'a route that is loaded late': {
      'src/home.tsx': 'const Home = () => <p>HERE</p>;\nexport default connect(state)(Home);\n',
      'src/main.tsx':
        'const Home = lazy(() => import(\'./home\'));\nReactDOM.render(<Routes><Route path="/" element={<Home />} /></Routes>, root);\n',
    },
    'a route of TanStack': {
      'src/routes/home.tsx':
        "export const Route = createFileRoute('/home')({ component: Home, loader });\nfunction Home() { return <p>{t('HERE')}</p>; }\n",
    },
  };
  for (const [what, files] of Object.entries(open)) {
    it(`is evident: ${what}`, async () => assert.equal(await judge(files), 'open'));
  }

  const hidden: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'under a condition that may be anything': drawn('return plan.isNew && <p>HERE</p>;'),
    'under an answer': drawn('return isShown(plan) ? <p>HERE</p> : null;'),
    'behind a way out': drawn('if (plan === 3 && !useShown()) return null;\nreturn <p>HERE</p>;'),
    'in an element that may hide it': drawn('return <FeatureGate><p>HERE</p></FeatureGate>;'),
    'by a name that is given another value': drawn('let head = <b>HERE</b>;\nhead = null;\nreturn <p>{head}</p>;'),
    'in what is called on a click': drawn("return <p onClick={() => tell('HERE')}>a</p>;"),
    'in a list that something reads': drawn("const tabs = [{ title: 'HERE' }];\nreturn <Tabs tabs={tabs} />;"),
    'words where nothing else is given': drawn("return <p>{plan || 'HERE'}</p>;"),
    'words for each that a part draws': drawn('return <List renderItem={() => <b>HERE</b>} header={<i>a</i>} />;'),
    'in what is compared': drawn("return <p>{plan === 'HERE'}</p>;"),
    'in what only decides': drawn("return <p>{plan('HERE') && <b>a</b>}</p>;"),
    'in what several values are taken from': drawn("const { a, b } = { a: 'HERE', b: 1 };\nreturn <p>{a}</p>;"),
    'where it is taken in as a type': {
      'src/home.tsx': home('return <p>HERE</p>;'),
      'src/main.tsx':
        "import type { Home } from './home';\nimport * as all from './other';\ncreateRoot(root).render(<all.Home />);\n",
    },
    'where it is handed on as a whole': {
      'src/home.tsx': home('return <p>HERE</p>;'),
      'src/main.tsx':
        "import * as all from './home';\nexport * as pages from './home';\ncreateRoot(root).render(<all.Home />);\n",
    },
    'where nobody takes it in': { 'src/home.tsx': home('return <p>HERE</p>;') },
    'where it is taken in and registered': {
      'src/home.tsx': home('return <p>HERE</p>;'),
      'src/main.tsx': "import { Home } from './home';\nregister([{ path: '/', component: Home }]);\n",
    },
    'where what takes it in names the flag': {
      ...drawn('return <p>HERE</p>;'),
      'src/main.tsx': `${main}ask('new-home');`,
    },
    'in an example': {
      'examples/home.tsx': home('return <p>HERE</p>;'),
      'examples/main.tsx': main,
    },
    'in a folder called pages beside an application with pages': {
      'apps/docs/next.config.js': 'module.exports = {};\n',
      'apps/web/pages/home.tsx': 'export default () => <p>HERE</p>;\n',
    },
    'on a page that has it under a name in quotes': {
      'next.config.js': 'module.exports = {};\n',
      'pages/home.tsx':
        "export default function () { return <i />; }\nconst Card = () => <p>HERE</p>;\nexport { Card as 'the card' };\n",
    },
    'in a part of a class with a name in quotes': {
      'src/home.tsx':
        "export class Home extends Component {\n  'head'() { return <b>HERE</b>; }\n  #side() { return <i />; }\n  render() { return <p>{this.#side()}</p>; }\n}\n",
      'src/main.tsx': main,
    },
    'in one of the parts of a class': {
      'src/home.tsx':
        'export class Home extends Component {\n  head() { return <b>HERE</b>; }\n  render() { return <p>{this[head]()}</p>; }\n}\n',
      'src/main.tsx': main,
    },
    'in a class that has what is open of its flags': {
      'src/home.tsx':
        'export class Home extends Component {\n  render() { return this.props.flags.open ? <p>HERE</p> : <i />; }\n}\n',
      'src/main.tsx': main,
    },
    'where a function loads it late': {
      'src/home.tsx': 'export default () => <p>HERE</p>;\n',
      'src/main.tsx': "const Home = lazy(loadHome);\ncreateRoot(root).render(<Home />);\nimport './home';\n",
    },
    'where an answer loads it late': {
      'src/home.tsx': 'export default () => <p>HERE</p>;\n',
      'src/main.tsx':
        "const Home = lazy(() => loadHome('./home'));\ncreateRoot(root).render(<Home />);\nimport './home';\n",
    },
    'where a name says what is loaded late': {
      'src/home.tsx': 'export default () => <p>HERE</p>;\n',
      'src/main.tsx': "const Home = lazy(() => import(home));\ncreateRoot(root).render(<Home />);\nimport './home';\n",
    },
    'in a folder called pages of no framework': { 'pages/home.tsx': 'export default () => <p>HERE</p>;\n' },
    'where it does not parse': { 'src/home.tsx': 'HERE ( ', 'src/main.tsx': main },
    'in a wrapper that is not known': {
      'src/home.tsx': 'const Own = () => <p>HERE</p>;\nexport const Home = withPlan(Own);\n',
      'src/main.tsx': main,
    },
  };
  for (const [what, files] of Object.entries(hidden)) {
    it(`is not evident: ${what}`, async () => assert.notEqual(await judge(files), 'open'));
  }

  it('says what could not be followed', async () => {
    assert.match(
      await judge(hidden['where it is taken in and registered'] as Record<string, string>),
      /what src\/main\.tsx does with src\/home\.tsx/,
    );
    assert.match(await judge(hidden['where nobody takes it in'] as Record<string, string>), /no page was found/);
    assert.match(await judge(drawn('return <p>HERE</p>;'), { complete: false }), /more code here/);
    assert.match(await judge(drawn('return <p>HERE</p>;'), { isNamedElsewhere: true }), /no page|could not/);
  });

  it('gives up where the way is too long', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 220 }, (_, at) => [
        `src/c${at}.tsx`,
        `import { C${at - 1} } from './c${at - 1}';\nexport const C${at} = () => <C${at - 1} />;\n`,
      ]),
    );
    const files = { ...many, 'src/c-1.tsx': '', 'src/c0.tsx': 'export const C0 = () => <p>HERE</p>;\n' };
    assert.match(await judge(files), /more code on the way/);
  });
});
