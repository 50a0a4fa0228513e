import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChangedFile } from '../../../src/change/change.js';
import { judgeOffState } from '../../../src/review/gates/off-change/judge-off-state.js';
import type { FlagNames } from '../../../src/review/gates/flag-sense.js';
import { processorTime } from '../../support/processor-time.js';

const names: FlagNames = {
  keys: new Set(['new-home', 'newHome', 'new_home']),
  answers: new Set(),
  properties: new Set(['Banner.isNew']),
};

function change(path: string, before: string | undefined, after: string): ChangedFile {
  return { path, before: before === undefined ? undefined : { text: before }, after: { text: after } } as ChangedFile;
}

async function judge(before: string | undefined, after: string, path = 'src/home.tsx'): Promise<string> {
  const found = await judgeOffState(change(path, before, after), names);
  if (found === undefined || found === 'same') return found ?? 'unknown';
  const kind = found.decidesNothing ? 'idle' : found.isEntries ? 'entries' : found.sure.length > 0 ? 'seen' : 'other';
  return `${found.asks ? '' : 'unasked '}${kind}`;
}

const hook = "import { useFlag } from './flags';\n";
const component = (body: string): string => `export function Home({ user }) {\n${body}\n}\n`;
const asking = (body: string): string => `${hook}${component(`  const isNew = useFlag('new-home');\n${body}`)}`;
const old = component('  return <h1>Welcome</h1>;');

describe('a program while the flag is off', () => {
  const same: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'a property that nobody gives yet': [
      'const Card = ({ a }) => <Box size={a} />;\nexport function Row({ b }) {\n  return <Cell size={b} height={2} />;\n}\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport function Row({ b, tall = 2 }) {\n  return <Cell size={b} height={tall} />;\n}\n',
    ],
    'a property that nobody gives yet, whatever remembers the component': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const One = React.memo(Card);\nexport const Two = observer(Card);\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const One = React.memo(Card);\nexport const Two = observer(Card);\n',
    ],
    'a property that the fragments of Relay do not give': [
      'export const Card = ({ a }) => <Box size={a} />;\nexport const Container = createFragmentContainer(Card, { a: graphql`x` });\n',
      'export const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const Container = createFragmentContainer(Card, { a: graphql`x` });\n',
    ],
    'a promise that nothing waits for': ['load(a); send();', 'load(a).then(); void send().then();'],
    'a field of a class that has no value': [
      'export class A {\n  one?: string;\n}\n',
      'export class A {\n  one?: string;\n  two?: string;\n}\n',
    ],
    'an export that nobody takes any more': [
      'export const A = () => <p>Hi</p>;\nexport function isIt() {\n  return "Old";\n}\n',
      'export const A = () => <p>Hi</p>;\n',
    ],
    'what is taken from those who have the flag': [
      asking('  return <>{isNew && <New />}</>;'),
      asking('  return <>{isNew && false && <New />}</>;'),
    ],
    'a choice between two': [old, asking('  return isNew ? <h1>Hello</h1> : <h1>Welcome</h1>;')],
    'a choice the other way round': [old, asking('  return !isNew ? <h1>Welcome</h1> : <h1>Hello</h1>;')],
    'an early return': [old, asking('  if (isNew) {\n    return <h1>Hello</h1>;\n  }\n  return <h1>Welcome</h1>;')],
    'an early return of what was': [old, asking('  if (!isNew) return <h1>Welcome</h1>;\n  return <h1>Hello</h1>;')],
    'an else': [old, asking('  if (isNew) return <h1>Hello</h1>;\n  else return <h1>Welcome</h1>;')],
    'an else with a block': [
      component("  let name = 'a';\n  name = user;\n  return <b>{name}</b>;"),
      asking("  let name = 'a';\n  if (isNew) name = 'b';\n  else { name = user; }\n  return <b>{name}</b>;"),
    ],
    'a part that is added': [
      component('  return <main><h1>Welcome</h1></main>;'),
      asking('  return <main><h1>Welcome</h1>{isNew && <p>Look here</p>}</main>;'),
    ],
    'a part with a further condition': [
      component('  return <main><h1>Welcome</h1></main>;'),
      asking(
        '  return <main><h1>Welcome</h1>{user && isNew && <p>Look here</p>}{isNew && user && <p>And here</p>}</main>;',
      ),
    ],
    'a condition that the flag widens': [
      component('  return <main>{user && <p>Hi</p>}</main>;'),
      asking('  return <main>{(user || isNew) && <p>Hi</p>}</main>;'),
    ],
    'a condition that the flag narrows': [
      component('  return <main>{user && <p>Hi</p>}</main>;'),
      asking('  return <main>{user && !isNew && <p>Hi</p>}</main>;'),
    ],
    'a condition that always holds without it': [
      component('  return <main><p>Hi</p></main>;'),
      asking('  return <main>{(!isNew || user) && <p>Hi</p>}</main>;'),
    ],
    'a fragment around several': [
      component('  return <main><p>Hi</p><p>You</p></main>;'),
      asking('  return <main>{isNew ? <b>New</b> : <><p>Hi</p><p>You</p></>}</main>;'),
    ],
    'a text that the flag chooses, named': [
      component("  return <h1 title={t('a')}>{t('a')}</h1>;"),
      asking("  const title = isNew ? t('b') : t('a');\n  return <h1 title={title}>{title}</h1>;"),
    ],
    'an element of a list': [
      component("  return <List items={['a', user]} />;"),
      asking("  return <List items={[isNew && 'b', 'a', user].filter(Boolean)} />;"),
    ],
    'elements that are spread': [
      component("  return <List items={['a']} options={{ a: 1 }} />;"),
      asking(
        "  return <List items={['a', ...(isNew ? ['b'] : [])]} options={{ a: 1, ...(isNew && { b: 2 }) }} {...(isNew ? { c: 1 } : {})} />;",
      ),
    ],
    'one list or another, spread': [
      component("  return <List items={['a', 'b']} />;"),
      asking("  return <List items={['a', ...(isNew ? ['c'] : ['b'])]} />;"),
    ],
    'a class': [
      component("  return <p className={cn('a')}>Hi</p>;"),
      asking("  return <p className={cn('a', isNew && 'b')}>Hi</p>;"),
    ],
    'an attribute that is not given': [
      component('  return <p>Hi</p>;'),
      asking("  return <p title={isNew ? 'Hello' : undefined}>Hi</p>;"),
    ],
    'attributes in another order': [
      component('  return <p id="a" {...user} title="b" lang="en" x:y="z">Hi</p>;'),
      asking('  return <p id="a" {...user} title="b" lang="en" x:y="z">Hi{isNew && <b>!</b>}</p>;'),
    ],
    'attributes without a spread in another order': [
      component('  return <p id="a" title="b" x:y="z">Hi</p>;'),
      component('  return <p x:y="z" title="b" id="a">Hi</p>;'),
    ],
    'an element of a library': [
      component('  return <main><p>Hi</p></main>;'),
      component('  return <main><p>Hi</p><FeatureFlag flagKey="new-home"><b>New</b></FeatureFlag></main>;'),
    ],
    'an element of a library with what else is shown': [
      component('  return <main><p>Hi</p></main>;'),
      component('  return <main><FeatureFlag flagKey="new-home" fallback={<p>Hi</p>}><b>New</b></FeatureFlag></main>;'),
    ],
    'an effect': [
      component('  const [a] = useState(1);\n  useEffect(() => { load(a); }, [a]);\n  return <p>{a}</p>;'),
      asking(
        '  const [a] = useState(1);\n  useEffect(() => { load(a); }, [a, isNew]);\n  useEffect(() => { if (isNew) greet(); }, [isNew]);\n  isNew && greet();\n  return <p>{a}</p>;',
      ),
    ],
    'what only the new part uses': [
      component('  return <main><p>Hi</p></main>;'),
      `import { Card, type Props } from './card';\nimport type { Size } from './size';\nimport * as icons from './icons';\nimport Big from './big';\n${asking(
        `  const { data, other: { deep }, size = 1, ...rest } = useContext(News);\n  const [open, setOpen] = useState(false);\n  const show = (): void => { setOpen(true); };\n  const { gone } = useContext(Old);\n  let later;\n  interface Local { a: string }\n  return <main><p>Hi</p>{isNew && <Card size={size as number} data={data!} on={show} open={open}>{later}{rest}{deep}<Big icon={icons.a} /></Card>}</main>;`,
      ).replace(
        'const { data, other: { deep }, size = 1, ...rest } = useContext(News);',
        'const { data, size = 1 } = useContext(News); const deep = 1, rest = 2;',
      )}\nconst style = { a: 1 };\nclass Unused { a = 1; }\nenum Kind { A }\nfunction helper(a = 1) { return new Date(a); }\nexport const fresh = () => helper(style);\nexport interface Own { a: string }\nexport type Other = Own;\ndeclare module 'x';\n;`,
    ],
    'parameters that are taken apart': [
      'export function Home() {\n  return <p>Hi</p>;\n}\n',
      `${hook}export function Home({ news = [] }) {\n  const isNew = useFlag('new-home');\n  return <p>Hi{isNew && <b>{news}</b>}</p>;\n}\n`,
    ],
    'a log': [old, component("  logger.info('shown');\n  return <h1>Welcome</h1>;")],
    'an arrow with a block': [
      'export const a = (b) => b.c;\n',
      'export const a = (b: string) => {\n  return b.c;\n};\n',
    ],
    'what hands on the flag': [
      component('  return <Banner text="Hi" />;'),
      asking('  return <Banner text="Hi" isNew={isNew} />;'),
    ],
    'what takes the flag from outside': [
      'export const Banner = memo(({ text }) => <p>{text}</p>);\n',
      'export const Banner = memo(({ text, isNew = false }) => <p>{text}{isNew && <b>New</b>}</p>);\n',
    ],
    'what takes it as a function': [
      'export function Banner({ text }) {\n  return <p>{text}</p>;\n}\n',
      'export function Banner({ text, isNew: on }) {\n  return <p>{text}{on && <b>New</b>}</p>;\n}\n',
    ],
    'methods of a component': [
      'export class Home extends React.Component {\n  a = 1;\n  render() { return <p>{this.a}</p>; }\n}\n',
      `${hook}export class Home extends React.Component {\n  a = 1;\n  news = [];\n  #own() { return 1; }\n  renderNews() { return <b>{this.news}{this.#own()}</b>; }\n  render() { return <p>{this.a}{isEnabled('new-home') && this.renderNews()}</p>; }\n}\n`,
    ],
    'an else of several statements': [
      component('  a();\n  b();\n  return <p>Hi</p>;'),
      asking('  if (isNew) {\n    c();\n  } else {\n    a();\n    b();\n  }\n  return <p>Hi</p>;'),
    ],
    'an else of nothing': [
      component('  return <p>{user ? 1 : 2}</p>;'),
      asking('  if (isNew) {\n    c();\n  } else {\n  }\n  return <p>{user ? 1 : 2}</p>;'),
    ],
    'a part that nothing shows': [
      component('  if (user) a();\n  return <p>Hi</p>;'),
      asking(
        '  const news = <FeatureFlag flagKey="new-home"><b>New</b><i>!</i></FeatureFlag>;\n  if (user) a();\n  return <p>Hi{isNew && <b>New</b>}</p>;',
      ),
    ],
    'what is exported by other names': [
      `${old}const a = 1;\nexport { a as b };\nexport * as c from './c';\nexport default function () {}\n`,
      `${asking("  return <h1>{isNew ? 'Hello' : <>Welcome</>}</h1>;")}const a = 1;\nexport { a as b };\nexport * as c from './c';\nexport default function () {}\n`,
    ],
    'a default that has a name': [
      'export default function Home() {\n  return 1;\n}\n',
      'export default function Home() {\n  // why\n  return 1;\n}\n',
    ],
    'several put behind an element': [
      component('  return <main><p>Hi</p><FeatureFlag flagKey="new-home"><b>New</b><i>!</i></FeatureFlag></main>;'),
      component(
        '  return <main><FeatureFlag flagKey="new-home"><b>New</b><i>!</i></FeatureFlag><p>Hi</p></main>;',
      ).replace(
        '<FeatureFlag flagKey="new-home"><b>New</b><i>!</i></FeatureFlag><p>Hi</p>',
        '<p>Hi</p><FeatureFlag flagKey="new-home"><b>Newer</b><i>!</i></FeatureFlag>',
      ),
    ],
    'what takes other properties too': [
      "export function Banner({ 'a-b': c }) {\n  return <p>{c}</p>;\n}\n",
      "export function Banner({ 'a-b': c, isNew }) {\n  return <p>{c}{isNew && <b>New</b>}</p>;\n}\n",
    ],
    'comments and types': [
      'a();\ntype A = 1;\nlet a;\nexport { a };',
      'a(); // why\ntype A = 1 | 2; // why\nexport interface B {\n  /** Why. */\n  b: string;\n}\nlet a;\nexport { a };',
    ],
    'what a module keeps and nobody uses': [
      "function old() {\n  show('Old');\n}\nmodule.exports = { a: 1 };\n",
      'module.exports = { a: 1 };\n',
    ],
    'a throw': [
      component('  throw new Error();'),
      asking('  if (!isNew) throw new Error();\n  return <b>{`New ${user}`}</b>;'),
    ],
    'a list with gaps': [component('  return [, user];'), component('  // why\n  return [, user];')],
    'a child that is empty': [
      component('  return <p>Hi</p>;'),
      component("  return <p>Hi{/* why */}{null}{undefined}{''}</p>;"),
    ],
    'other lists': [
      component('  return [[1].filter(user), [2].map(Boolean), a.filter(Boolean), [3].filter((each) => each)];'),
      asking(
        '  const old = [[1].filter(user), [2].map(Boolean), a.filter(Boolean), [3].filter((each) => each)];\n  return isNew ? [] : old;',
      ).replace('const old = ', 'const old = isNew ? [] : '),
    ],
    'what is made for the new part': [
      component('  return <p>Hi</p>;'),
      `${asking('  const [, set] = useState(1);\n  const [[deep]] = [[1]];\n  try { a(); } catch (error) { b(error); }\n  return <p>Hi{isNew && <Big on={set} to={deep}><Plain /></Big>}</p>;').replace('  const [, set] = useState(1);\n  const [[deep]] = [[1]];\n  try { a(); } catch (error) { b(error); }\n', '')}const Big = styled.p\`color: red\`;\nconst Plain = styled(Big).attrs({})\`color: blue\`;\nconst query = gql\`query\`;\n`,
    ],
  };
  for (const [what, [before, after]] of Object.entries(same)) {
    it(`is what it was: ${what}`, async () => {
      assert.equal(await judge(before, after), 'same');
    });
  }

  const other: Readonly<Record<string, readonly [before: string | undefined, after: string, found: string]>> = {
    'words beside it': [old, asking('  return <h1>{isNew && <b>New</b>}Hello</h1>;'), 'seen'],
    'words beside it in no element': [
      asking('  return <>{isNew && <b>New</b>}<i /></>;'),
      asking("  return <>{isNew && <b>New</b>}<i />{'Hello'}</>;"),
      'seen',
    ],
    'words that something is compared with': [
      asking("  return <p>{isNew && <b>New</b>}{user === 'Come in' && <i />}</p>;"),
      asking("  return <p>{isNew && <b>New</b>}{user === 'Go on' && <i />}</p>;"),
      'other',
    ],
    'a route beside it': [
      asking('  return <Routes>{isNew && <Route path="/new" />}</Routes>;'),
      asking('  return <Routes>{isNew && <Route path="/new" />}<Route path={path} /></Routes>;'),
      'seen',
    ],
    'words in a new element that may hide them': [
      old,
      asking('  return <main>{isNew && <b>New</b>}<h1>Welcome</h1><ShowToSome><p>Hello</p></ShowToSome></main>;'),
      'other',
    ],
    'words in an element that may have hidden them before': [
      component('  return <ShowToSome><h1>Welcome</h1></ShowToSome>;'),
      asking('  return <ShowToSome>{isNew && <b>New</b>}<h1>Hello</h1></ShowToSome>;'),
      'seen',
    ],
    'words behind a new condition that leaves nothing': [
      old,
      asking('  if (ready()) greet();\n  return <h1>{isNew && <b>New</b>}Hello</h1>;'),
      'seen',
    ],
    'words behind a new condition that leaves': [
      old,
      asking('  if (ready()) return null;\n  return <h1>{isNew && <b>New</b>}Hello</h1>;'),
      'other',
    ],
    'an element beside it': [old, asking('  return <h1>{isNew && <b>New</b>}Welcome<Face /></h1>;'), 'seen'],
    'the choice turned round': [old, asking('  return isNew ? <h1>Welcome</h1> : <h1>Hello</h1>;'), 'seen'],
    'the same both ways': [undefined, asking('  return isNew ? <New /> : <New />;'), 'idle'],
    'the same both ways as before': [
      asking('  return isNew ? <New /> : <New />;'),
      asking('  load();\n  return isNew ? <New /> : <New />;'),
      'other',
    ],
    'words that are gone': [
      component('  return <h1>Welcome<p>More</p></h1>;'),
      asking('  return <h1>Welcome{isNew && <b>New</b>}</h1>;'),
      'other',
    ],
    'parts that cannot be taken alone': [
      component('  return <p>Hi</p>;'),
      component(
        '  const [, set] = useState(1);\n  const [[deep]] = [[1]];\n  const { a, ...rest } = user;\n  const { [a]: b } = user;\n  const { c: { d } } = user;\n  return <p>{`${a}Hi`}</p>;',
      ),
      'unasked other',
    ],
    'a trial': [
      component('  try { a(); } catch { b(); }'),
      component('  try { a(); } catch (error) { b(error); }'),
      'unasked other',
    ],
    'elements of other kinds': [
      component('  return <a.b {...user} c />;'),
      component('  return <a.b {...user} c d={user} />;'),
      'unasked other',
    ],
    'what is tagged by something else': [old, `${old}const a = tag\`b\`;\n(() => {})\`c\`;\n`, 'unasked other'],
    'a property that a framework may give': [
      'const Page = ({ a }) => <Box size={a} />;\nexport default Page;\n',
      'const Page = ({ a, wide }) => <Box size={a} open={wide} />;\nexport default Page;\n',
      'unasked other',
    ],
    'a property of a page': [
      'export default function Page({ a }) {\n  return <Box size={a} />;\n}\n',
      'export default function Page({ a, wide }) {\n  return <Box size={a} open={wide} />;\n}\n',
      'unasked other',
    ],
    'a property that a wrapper may give': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const Wrapped = connect(Card);\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const Wrapped = connect(Card);\n',
      'unasked other',
    ],
    'a property that a fragment of Relay gives': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const B = createFragmentContainer(Card, { wide: b });\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const B = createFragmentContainer(Card, { wide: b });\n',
      'unasked other',
    ],
    'a property that Relay gives by itself': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const B = createRefetchContainer(Card, { a: b });\n',
      'const Card = ({ a, relay }) => <Box size={a} open={relay} />;\nexport const B = createRefetchContainer(Card, { a: b });\n',
      'unasked other',
    ],
    'a property that any fragment of Relay may give': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const B = createFragmentContainer(Card, fragments);\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const B = createFragmentContainer(Card, fragments);\n',
      'unasked other',
    ],
    'a property that some fragment of Relay may give': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const B = createFragmentContainer(Card, { ...fragments });\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const B = createFragmentContainer(Card, { ...fragments });\n',
      'unasked other',
    ],
    'a property that a fragment of Relay may give by a text': [
      'const Card = ({ a }) => <Box size={a} />;\nexport const B = createFragmentContainer(Card, { "wide": b });\n',
      'const Card = ({ a, wide }) => <Box size={a} open={wide} />;\nexport const B = createFragmentContainer(Card, { "wide": b });\n',
      'unasked other',
    ],
    'one of all other properties': [
      'const Card = ({ a, ...rest }) => <Box size={a} {...rest} />;\n',
      'const Card = ({ a, wide, ...rest }) => <Box size={a} open={wide} {...rest} />;\n',
      'unasked other',
    ],
    'a property taken by a name that is worked out': [
      'const Card = ({ a }) => <Box size={a} />;\n',
      'const Card = ({ a, [wide]: b, c: [d] }) => <Box size={a} open={b} wide={d} />;\n',
      'unasked other',
    ],
    'a component that is new': [
      'const Card = ({ a }) => <Box size={a} />;\nshow(<Card />);\n',
      'const Card = ({ a }) => <Box size={a} />;\nconst More = ({ wide }) => <Box open={wide} />;\nshow(<Card />, <More />);\n',
      'unasked seen',
    ],
    'another member of an enum': [
      'export enum A { B = 1 }',
      "export enum A { B = 1, C = 2, 'D-e' = 3 }",
      'unasked entries',
    ],
    'a promise that something waits for': ['load();', 'load().then(show);', 'unasked other'],
    'what is done when it fails': ['load();', 'load().catch();', 'unasked other'],
    'another export': ['const a = 1, b = 2; export { a };', 'const a = 1, b = 2; export { b };', 'unasked other'],
    'a blank in a text': ['a(`x`);', 'a(`x\n\n`);', 'unasked other'],
    'a name that is given another value': [
      old,
      asking('  return isNew && <b>New</b>;')
        .replace('const isNew', 'let isNew')
        .replace('  return', '  isNew = true;\n  return'),
      'unasked other',
    ],
    'a name that another function has too': [
      `${old}const More = () => null;\nshow(More);\n`,
      `${asking('  return isNew ? <b>New</b> : <h1>Welcome</h1>;')}const More = () => {\n  const isNew = true;\n  return isNew ? <b>New</b> : null;\n};\nshow(More);\n`,
      'seen',
    ],
    'a function of the team’s name': [
      'function useHome() {\n  return useFlag("new-home");\n}\nuseHome() && show("a");\n',
      'function useHome() {\n  return true;\n}\nuseHome() && show("b");\n',
      'unasked other',
    ],
    'a hook that is given a sentence': [
      old,
      component("  const toast = useToast('Hello there');\n  return <h1>Welcome</h1>;"),
      'unasked other',
    ],
    'a state that begins with a sentence': [
      old,
      component("  const [a] = useState('Hello there');\n  return <h1>Welcome</h1>;"),
      'unasked other',
    ],
    'words in a list that a hook is given': [
      component("  const a = useOptions(1, ['Old']);\n  return <p>{a}</p>;"),
      component("  const a = useOptions(1, ['New']);\n  return <p>{a}</p>;"),
      'unasked other',
    ],
    'a log that does something': [
      old,
      component("  logger.info(greet('Hi'));\n  return <h1>Welcome</h1>;"),
      'unasked other',
    ],
    'a list that is called a log': [
      component('  return <p>{state.log}</p>;'),
      component("  state.log.push('Hi');\n  return <p>{state.log}</p>;"),
      'unasked other',
    ],
    'a class that does something': [
      'a();\n',
      "a();\nclass A {\n  static { greet('Hi'); }\n}\nclass B {\n  static c = greet('Hi');\n}\n@tell('Hi') class C {}\nclass D extends greet('Hi') {}\nclass E {\n  @tell('Hi') f = 1;\n}\nconst H = class { static { greet('Hi'); } };\nclass G {\n  [greet('Hi')]() {}\n}\n",
      'unasked other',
    ],
    'a namespace': ['a();\n', "a();\nnamespace A {\n  greet('Hi');\n}\n", 'unasked other'],
    'a value of a namespace': [
      'export namespace A {\n  export const b = 1;\n}\n',
      'export namespace A {\n  export const b = 2;\n}\n',
      'unasked other',
    ],
    'a value of a namespace of a script': [
      'namespace A {\n  export const b = 1;\n}\nshow(A.b);\n',
      'namespace A {\n  export const b = 2;\n}\nshow(A.b);\n',
      'unasked other',
    ],
    'values that are exported by a pattern': [
      'export const [a] = [1];\n',
      'export const [a] = [2];\n',
      'unasked other',
    ],
    'an enumeration that does something': ['a();\n', "a();\nenum A { B = greet('Hi') }\n", 'unasked other'],
    'a value for what is not given': [
      'export function Home() {\n  return 1;\n}\n',
      "export function Home({ a = greet('Hi'), [greet('Ho')]: b }) {\n  return 1;\n}\n",
      'unasked other',
    ],
    'something that is deleted': ['a();\n', "a();\nconst b = delete window['greeting'];\n", 'unasked other'],
    'a gap': ['const [, a] = b;\nshow(a);\n', 'const [a] = b;\nshow(a);\n', 'unasked other'],
    'what reads and what is called': ['a({ get b() {} });', 'a({ b() {} });', 'unasked other'],
    'a comment that steers': ['a();', '/* @jsx h */ a();', 'unasked other'],
    'what runs it': ['a();', '#!/bin/words\na();', 'unasked other'],
    'a question to the server beside it': [
      old,
      `${asking('  return <h1>Welcome{isNew && <b>New</b>}</h1>;')}export const all = graphql\`fragment All { id }\`;\n`,
      'other',
    ],
    'a call beside it': [old, asking('  greet();\n  return <h1>Welcome{isNew && <b>New</b>}</h1>;'), 'other'],
    'what gives something to everybody': [
      old,
      asking('  const a = make();\n  const b = new Date();\n  return <h1>Welcome{isNew && <b>New{a}{b}</b>}</h1>;'),
      'other',
    ],
    'a name of a framework': [old, `${old}export const metadata = { title: 'Home' };\n`, 'unasked seen'],
    'a method that others call': [
      'export class A {\n  a() { return 1; }\n}\n',
      "export class A {\n  a() { return 'Hi'; }\n}\n",
      'unasked other',
    ],
    'a private method that everyone sees': [
      'export class A {\n  a() { return 1; }\n}\n',
      "export class A {\n  #b() { return 'Hi'; }\n  a() { return this.#b(); }\n}\n",
      'unasked other',
    ],
    'a value that others read': [
      "export class A {\n  static a = 'Old';\n}\n",
      "export class A {\n  static a = 'New';\n}\n",
      'unasked other',
    ],
    'a method that stands in for one of its name': [
      'export class A {}\n',
      "export class A {\n  toString() { return 'Hi'; }\n}\n",
      'unasked other',
    ],
    'a function of a script, which is there for all': [
      "var a = 1;\nfunction greet() {\n  show('Old');\n}\n",
      "var a = 1;\nfunction greet() {\n  show('New');\n}\n",
      'unasked other',
    ],
    'a method that another class may call': [
      'class A extends Base {\n  a() { return 1; }\n}\nnew A();\n',
      "class A extends Base {\n  a() { return 1; }\n  b() { return 'Hi'; }\n}\nnew A();\n",
      'unasked other',
    ],
    'a class that is not extended, with one that is kept for its decorator': [
      'class A {\n  a() { return 1; }\n}\nnew A().a();\n',
      "class A {\n  a() { return 1; }\n  @bound b() { return 'Hi'; }\n  ['c']() {}\n  d = make();\n}\nnew A().a();\n",
      'unasked other',
    ],
    'a property that someone else gives': [
      component('  return <Banner text="Hi" />;'),
      component('  return <Banner text="Hi" isNew={true} />;'),
      'unasked other',
    ],
    'a class of CSS': [
      component('  return <p className="a">Hi</p>;'),
      component('  return <p className="b">Hi</p>;'),
      'unasked other',
    ],
    'a module': ["import { a } from './a';\na();\n", "import { a } from './b';\na();\n", 'unasked other'],
    'an icon among icons': [
      "export function Icon({ name }) {\n  switch (name) {\n    case 'a': return <svg>A</svg>;\n    case 1: default: return null;\n  }\n}\nconst all = { a: 1, 'b-c': 2, [d]: 3, 5: 6 };\nuse(all);\n",
      "export function Icon({ name }) {\n  switch (name) {\n    case 'b': return <svg>B</svg>;\n    case 'a': return <svg>A</svg>;\n    case x: default: return null;\n  }\n}\nconst all = { a: 1, 'b-c': 2, 'e-f': 4, [d]: 3, 5: 6 };\nuse(all);\n".replace(
        'case x: ',
        'case 1: ',
      ),
      'unasked entries',
    ],
    'nothing to compare with': [undefined, old, 'unknown'],
    'what does not parse': [old, 'function (', 'unknown'],
    'what did not parse': ['function (', old, 'unknown'],
  };
  for (const [what, [before, after, found]] of Object.entries(other)) {
    it(`is not what it was: ${what}`, async () => {
      assert.equal(await judge(before, after), found);
    });
  }

  const hidden: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'what everybody had, put behind one of two': [
      component('  return <main>{user && <p>Look here</p>}</main>;'),
      asking(
        '  const isSet = isNew ?? false;\n  return <main>{(isNew || isSet) && user && (isNew && isSet) && <p>Look here</p>}</main>;',
      ),
    ],
    'what everybody had, put behind it': [
      component('  return <main><p>Hi</p>{user && <p>Look here</p>}</main>;'),
      asking('  return <main><p>Hi</p>{user && isNew && <p>Look here</p>}</main>;'),
    ],
    'what everybody had, put behind an element': [
      component('  return <main><p>Hi</p><b>New</b></main>;'),
      component('  return <main><p>Hi</p><FeatureFlag flagKey="new-home"><b>New</b></FeatureFlag></main>;').replace(
        '<main>',
        '<main>{isEnabled("new-home") && null}',
      ),
    ],
    'what everybody had, put behind a name for more': [
      component('  return <main>{user && <p>Look here</p>}</main>;'),
      asking(
        '  const shows = isNew && user;\n  const isOn = isNew;\n  return <main>{isOn && shows && <p>Look here</p>}</main>;',
      ).replace('isOn && shows', 'isOn && user'),
    ],
    'a check, put behind it': [
      component('  requireAdmin(user);\n  return <p>Hi</p>;'),
      asking('  if (isNew) requireAdmin(user);\n  return <p>Hi</p>;'),
    ],
  };
  for (const [what, [before, after]] of Object.entries(hidden)) {
    it(`is not what it was for those who had it: ${what}`, async () => {
      assert.equal(await judge(before, after), 'other');
    });
  }

  it('is not what it was where something happens beside the question for the flag', async () => {
    for (const more of [
      'if (deleteAll() && isNew) b();',
      "if ((user.role = 'x') && isNew) b();",
      'if (new Alarm(user) && isNew) b();',
      'if (delete user.a && isNew) b();',
      'if (user?.leave() && isNew) b();',
      'const news = useNews();',
      'const t = usePageTracking(user.email);',
      'const [a] = useState(() => { greet(); return 1; });',
      'const a = useMemo(function () { return greet(); }, []);',
      'const a = useQuery({ queryFn: () => deleteAll() });',
      'const a = Object.freeze(user);',
      'save(<Save {...user} disabled={isNew ? true : undefined} />);',
    ]) {
      const before = component(`${more.startsWith('save') ? '  save(<Save {...user} />);\n' : ''}  return <p>Hi</p>;`);
      assert.notEqual(await judge(before, asking(`  ${more}\n  return <p>Hi</p>;`)), 'same', more);
    }
    const list = component('  return <p>Hi</p>;');
    assert.notEqual(await judge(list, asking('  return <p>Hi{user.all.length && isNew && <b />}</p>;')), 'same');
    for (const more of ['user.isOld() && ', 'user.all.length > 0 && ', 'hasNews(user) && ', 'user?.isOld() && '])
      assert.equal(await judge(list, asking(`  return <p>Hi{${more}isNew && <b>New</b>}</p>;`)), 'same', more);
    for (const more of ['const [a] = useState(() => 1);', 'const a = useCallback(() => greet(), []);'])
      assert.equal(await judge(list, asking(`  ${more}\n  return <p>Hi{isNew && <b>{a}</b>}</p>;`)), 'same', more);
  });

  it('counts what a program writes to its console, and what a framework takes by its name', async () => {
    assert.equal(await judge('run();', "run();\nconsole.log('Please wait');"), 'unasked other');
    assert.equal(await judge(old, `${old}export const Head = () => <title>New words</title>;\n`), 'unasked seen');
  });

  it('compares what hooks wait for, but for the flag and what only the part behind it uses', async () => {
    const waiting = (list: string, inside = ''): string =>
      `  const sum = useMemo(() => {${inside} return count(user.all); }${list});\n`;
    const before = (list: string): string => component(`${waiting(list)}  return <p>{sum}</p>;`);
    const after = (list: string, inside = ''): string =>
      asking(`${waiting(list, inside)}  return <p>{sum}{isNew && <b>New</b>}</p>;`);
    const inside = ' if (isNew) return more(user.name);';
    for (const [was, is, more] of [
      [', [user.all]', ', [user.all]'],
      [', [user.all]', ', [user.all, isNew]', inside],
      [', [user.all]', ', [user.name, isNew, user.all]', inside],
      ['', ''],
      [', [,user.all]', ', [user.all]'],
    ] as const)
      assert.equal(await judge(before(was), after(is, more)), 'same', `${was} ${is}`);
    for (const [was, is, more] of [
      [', [user.all]', ', []'],
      [', [user.all]', ', [isNew]', inside],
      [', [user.all]', ', [user.all, user.id]'],
      [', []', ', [user.all]'],
      [', [user.all]', ''],
      ['', ', []'],
    ] as const)
      assert.equal(await judge(before(was), after(is, more)), 'other', `${was} ${is}`);
  });

  it('proves nothing where another one answers than before, or one that the change brings', async () => {
    const asked = component('  const isNew = useFlag("new-home");\n  return isNew ? <b>New</b> : <p>Old</p>;');
    const before = `${hook}${asked}`;
    assert.equal(await judge(before, before), 'same');
    assert.equal(await judge(before, before.replace('./flags', './always')), 'other');
    const plain = component('  return <p>Old</p>;');
    const brings = (path: string) => (module: string) => module === path;
    assert.equal(await judgeOffState(change('a.tsx', plain, before), names, brings('./other')), 'same');
    const found = await judgeOffState(change('a.tsx', plain, before), names, brings('./flags'));
    assert.ok(typeof found === 'object' && found.sure.length === 0 && found.asks);
  });

  it('takes no function of its own that answers with yes for a question, nor what is asked through it', async () => {
    const plain = component('  return <p>Old</p>;');
    for (const own of [
      'const useFlag = () => true;',
      'function useFlag(key) { return true; }',
      'const useFlag = always;',
    ])
      for (const more of ['', '  const is = isNew;\n']) {
        const name = more === '' ? 'isNew' : 'is';
        const text = `${own}\n${component(`  const isNew = useFlag('new-home');\n${more}  return ${name} ? <b>New</b> : <p>Old</p>;`)}`;
        assert.notEqual(await judge(plain, text), 'same', text);
      }
  });

  it('takes no answer for off that is on where the service of the flags is silent, nor a promise', async () => {
    const plain = component('  return <p>Old</p>;');
    const choosing = (question: string, made = ''): string =>
      `${hook}import { getFlagAsync } from './flags';\n${component(`${made}  return ${question} ? <b>New</b> : <p>Old</p>;`)}`;
    const made = "  const isNew = useFlag('new-home');\n";
    for (const [question, before] of [
      ["useFlag('new-home', false)"],
      ["useFlag('new-home')"],
      ['(isNew ?? false)', made],
      ["useFlag('new-home', { team: true })"],
    ] as const)
      assert.equal(await judge(plain, choosing(question, before)), 'same', question);
    for (const [question, before] of [
      ["useFlag('new-home', true)"],
      ["flags?.useFlag('new-home', user, true)"],
      ['(isNew ?? true)', made],
      ['isNew', "  const isNew = useFlag('new-home', true);\n"],
      ["getFlagAsync('new-home')"],
    ] as const)
      assert.notEqual(await judge(plain, choosing(question, before)), 'same', question);
  });

  it('takes a hook that is asked for flags alone for a part of the question', async () => {
    const plain = component('  return <p>Old</p>;');
    const asks = (declared: string): string =>
      `import { useApp } from './app';\n${component(`  ${declared}\n  return toggles['new-home'] ? <b>New</b> : <p>Old</p>;`)}`;
    assert.equal(await judge(plain, asks('const { toggles } = useApp();')), 'same');
    assert.equal(await judge(plain, asks('const toggles = useAppContext();')), 'same');
    for (const declared of [
      'const { toggles } = useApp("load");',
      'const { toggles } = loadApp();',
      'const { toggles, user } = useApp(); log(user);',
      'const { ...toggles } = useApp();',
    ])
      assert.notEqual(await judge(plain, asks(declared)), 'same', declared);
  });

  it('says where in the new text people see something else', async () => {
    const after = asking('  return <h1>{isNew && <b>New</b>}Hello</h1>;');
    const found = await judgeOffState(change('a.tsx', old, after), names);
    assert.ok(typeof found === 'object');
    assert.equal(after.split('\n')[found.at.line - 1]?.slice(found.at.column - 1, found.at.column + 4), 'Hello');
  });

  it('does not follow what is too long, nor what is no program', async () => {
    assert.equal(await judge(old, ' '.repeat(300_001)), 'unknown');
    assert.equal(await judge('a', 'a', 'a.json'), 'unknown');
  });

  it('knows no properties where nobody looked for them', async () => {
    const found = await judgeOffState(change('a.tsx', old, old), { keys: names.keys, answers: names.answers });
    assert.equal(found, 'same');
  });

  it('ends with what is deep, and follows nothing that is deeper than people write', async () => {
    const forms: Readonly<Record<string, (times: number) => string>> = {
      and: (times) => `a(${'b && '.repeat(times)}c);`,
      blocks: (times) => `${'if (a) {'.repeat(times)}b();${'}'.repeat(times)}`,
      lists: (times) => `a(${'[...'.repeat(times)}b${']'.repeat(times)});`,
      elements: (times) => `a(${'<a>'.repeat(times)}b${'</a>'.repeat(times)});`,
      fragments: (times) => `a(${'<>'.repeat(times)}b${'</>'.repeat(times)});`,
      choices: (times) => `a(${'b ? c : '.repeat(times)}d);`,
      not: (times) => `a(${'!'.repeat(times)}b);`,
      arrows: (times) => `a(${'() => '.repeat(times)}b);`,
      calls: (times) => `a${'(b)'.repeat(times)};`,
      members: (times) => `a${'.b'.repeat(times)};`,
      else: (times) => `${'if (a) b(); else '.repeat(times)}c();`,
    };
    const started = processorTime();
    for (const [what, write] of Object.entries(forms)) {
      for (const times of [100, 300, 900, 2500, 50_000]) {
        const found = await judge(write(times), `${write(times)} // more`);
        assert.ok(found === 'same' || (found === 'unknown' && times > 100), `${what} ${times}: ${found}`);
      }
    }
    assert.ok(processorTime() - started < 20_000, `${processorTime() - started} ms`);
  });

  /** A tree of elements, with one place in it for something more. */
  const tree = fc.letrec<{ node: string; filled: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('<i>a</i>', '{user}', "{t('b')}", 'c'),
      fc
        .tuple(fc.constantFrom('p', 'List', 'a.b'), tie('node'), tie('node'))
        .map(([tag, one, two]) => `<${tag}>${one}${two}</${tag}>`),
      tie('node').map((one) => `{user && <p>${one}</p>}`),
      tie('node').map((one) => `{users.map((each) => <p key={each}>${one}</p>)}`),
    ),
    filled: fc.oneof(
      { maxDepth: 3 },
      fc.constant('HERE'),
      fc.tuple(tie('node'), tie('filled')).map(([one, two]) => `<p title="d">${one}${two}</p>`),
      tie('filled').map((one) => `{user ? <p>${one}</p> : <b>e</b>}`),
      tie('filled').map((one) => `{isNew ? <b>f</b> : <>${one}</>}`),
    ),
  }));
  const place = (filled: string, more: string): string =>
    asking(`  return <main>${filled.replace('HERE', more)}{isNew && 'g'}</main>;`);

  it('is what it was wherever something is put behind the flag', async () => {
    await fc.assert(
      fc.asyncProperty(tree.filled, tree.node, async (filled, more) => {
        for (const gated of [
          `{isNew && <b>${more}</b>}`,
          `{isNew ? <b>${more}</b> : null}`,
          `{user && isNew && <b>${more}</b>}`,
        ])
          assert.equal(await judge(place(filled, ''), place(filled, gated)), 'same');
      }),
      { numRuns: 100 },
    );
  });

  it('is never what it was where something is shown to everyone', async () => {
    await fc.assert(
      fc.asyncProperty(tree.filled, tree.node, async (filled, more) => {
        for (const open of [
          `<b>${more}New</b>`,
          `{!isNew && <b>${more}New</b>}`,
          `{(isNew || user) && <b>${more}New</b>}`,
          `{isNew || 'New'}`,
        ])
          assert.match(await judge(place(filled, ''), place(filled, open)), /^(?:seen|other)$/, open);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a template while the flag is off', () => {
  const proven: Readonly<Record<string, readonly [path: string, before: string, after: string]>> = {
    'a part of ERB': [
      'a.html.erb',
      '<p>Hi</p>',
      '<p>Hi</p>\n<% if Flipper.enabled?(:new_home) %>\n<b>New</b>\n<% end %>',
    ],
    'two parts of ERB': [
      'a.html.erb',
      '<p>Hi</p>',
      '<%# why %>\n<% if Flipper.enabled?(:new_home) %><b>New</b><% else %><p>Hi</p><% end %>',
    ],
    'two parts the other way': [
      'a.html.erb',
      '<p>Hi</p>',
      '<% unless Flipper.enabled?(:new_home) %><p>Hi</p><% else %><b>New</b><% end %>',
    ],
    'one line of ERB': ['a.html.erb', '<p>Hi</p>', '<p>Hi</p><%= render "news" if Flipper.enabled?(:new_home) %>'],
    'one part in another': [
      'a.html.erb',
      '<p>Hi</p>',
      '<% if Flipper.enabled?(:new_home) %><% if Flipper.enabled?(:new_home) %>a<% end %><b>New</b><% else %><p><%= 1 if Flipper.enabled?(:new_home) %>Hi</p><% end %>',
    ],
    'an element of Vue': [
      'a.vue',
      '<template><p>Hi</p></template>',
      '<template><b v-if="flags.newHome">New</b><p v-else>Hi</p><br v-if="flags.newHome" /></template>',
    ],
    Svelte: ['a.svelte', '<p>Hi</p>', '{#if flags.newHome}<b>New</b>{:else}<p>Hi</p>{/if}'],
    'a store of Svelte with what only the new part uses': [
      'a.svelte',
      '<script lang="ts">\n  import { a } from "./a";\n  $: routes = [{ title: a }];\n</script>\n<p>Hi {a}</p>',
      '<script lang="ts">\n  import { a } from "./a";\n  import New from "./New.svelte";\n  import { newHome } from "./flags.store";\n  const hint = "For you";\n  $: routes = [{ title: a }, ...($newHome ? [{ title: "New one" }] : [])];\n</script>\n<p>Hi {a}</p>\n{#if $newHome}<New>{hint}</New>{/if}',
    ],
    'a further way in a chain of choices': [
      'a.svelte',
      '{#if a}b{:else if c}d{:else}e{/if}',
      '{#if a}b{:else if flags.newHome}New{:else if c}d{:else}e{/if}',
    ],
    'a further way in a chain of choices of ERB': [
      'a.html.erb',
      '<% if a %>b<% elsif c %>d<% end %>',
      '<% if a %>b<% elsif Flipper.enabled?(:new_home) %>New<% elsif c %>d<% end %>',
    ],
    'a block of Ruby': [
      'a.rb',
      'def a\n  1\nend\n',
      'def a\n  # why\n  if Flipper.enabled?(:new_home)\n    b\n  else\n    1\n  end\nend\n',
    ],
    'a return of Ruby': ['a.rb', 'def a\n  1\nend\n', 'def a\n  return b if Flipper.enabled?(:new_home)\n\n  1\nend\n'],
    'a bare return of Ruby': ['a.rb', 'def a\nend\n', 'def a\n  return unless Flipper.enabled?(:new_home)\n  b\nend\n'],
    'a return in a block of Ruby': [
      'a.rb',
      'def a\n  return 1\nend\n',
      'def a\n  unless Flipper.enabled?(:new_home)\n    return 1\n  end\n  b\nend\n',
    ],
    'a statement of Ruby': [
      'a.rb',
      'a\n',
      'a\nputs "Hi" if Flipper.enabled?(:new_home)\nputs "Ho" unless Flipper.enabled?(:old)\n'.replace(
        /puts "Ho".*\n/,
        '',
      ),
    ],
    Python: ['a.py', 'a()\n', "a()\nif flag_enabled('new-home'):\n    b()\n"],
    Kotlin: [
      'A.kt',
      'fun a() {\n  show(1)\n}\n',
      'fun a() {\n  if (isEnabled("new-home")) { show(2) } else { show(1) }\n  if (isEnabled("new-home")) { more() }\n}\n',
    ],
    'an early return of Kotlin': [
      'A.kt',
      'fun a() {\n  show(1)\n}\n',
      'fun a() {\n  if (isEnabled("new-home")) return show(2)\n  if (isEnabled("new-home")) { b(); return }\n  show(1)\n}\n',
    ],
  };
  for (const [what, [path, before, after]] of Object.entries(proven)) {
    it(`is what it was: ${what}`, async () => {
      assert.equal(await judge(before, after, path), /\.(?:rb|py|kt)$/.test(path) ? 'other' : 'same');
    });
  }

  const alike: Readonly<Record<string, readonly [path: string, before: string, after: string]>> = {
    'what everybody had': [
      'a.html.erb',
      '<p>Hi</p><%= render "news" %>',
      '<p>Hi</p><% if Flipper.enabled?(:new_home) %><%= render "news" %><% end %>',
    ],
    'the first way in a chain of choices of Blade': [
      'a.blade.php',
      '@if(a)b@elseif(c)d@endif',
      "@if(feature('new-home'))New@elseif(a)b@elseif(c)d@endif",
    ],
    'a fragment of Svelte around what was': [
      'a.svelte',
      '<A><p slot="b">Hi</p></A>',
      '<A><svelte:fragment slot="b">{#if flags.newHome}<b>New</b>{:else}<p>Hi</p>{/if}</svelte:fragment></A>',
    ],
    'a return of Ruby unless': [
      'a.rb',
      'def a\n  return 1\nend\n',
      'def a\n  return 1 unless Flipper.enabled?(:new_home)\n  b\nend\n',
    ],
    'a method of Ruby that only the new part calls': [
      'a.rb',
      'class A\n  def a\n    1\n  end\nend\n',
      'class A\n  def a\n    if Flipper.enabled?(:new_home)\n      news\n    else\n      1\n    end\n  end\n\n  def news\n    "News"\n  end\nend\n',
    ],
    'Python, with what was in an else': [
      'a.py',
      'def a():\n    if b:\n        c()\n    return d\n',
      "def a():\n    # why\n    if flag_enabled('new-home'):\n        return e\n    else:\n        if b:\n            c()\n        return d\n",
    ],
    'Python with other blanks': ['a.py', 'if a:\n  b()\n\nc()\n', 'if a:\n    b()\nc()\n'],
    'Python whose old part ends it': [
      'a.py',
      'def a():\n    return d\n',
      "def a():\n    if not flag_enabled('new-home'):\n        return d\n    return e\n",
    ],
    'HAML, with what was in an else': [
      'a.haml',
      '%p\n  %b\n    = a\n= b\n',
      '- if Flipper.enabled?(:new_home)\n  = c\n- else\n  %p\n    %b\n      = a\n= b\n',
    ],
    'a guard of Swift': [
      'A.swift',
      'func a() {\n  return\n}\n',
      'func a() {\n  guard isEnabled("new-home") else { return }\n  show(2)\n}\n',
    ],
    'a comma': ['a.rb', 'a = [1]\n', 'a = [1,]\n'],
  };
  for (const [what, [path, before, after]] of Object.entries(alike)) {
    it(`shows nothing else, as far as can be told: ${what}`, async () => {
      assert.match(await judge(before, after, path), /^(?:unasked )?other$/);
    });
  }

  const other: Readonly<Record<string, readonly [path: string, before: string, after: string, found: string]>> = {
    'words beside it': [
      'a.html.erb',
      '<p>Hi</p>',
      '<p>Hi there</p><% if Flipper.enabled?(:new_home) %>New<% end %>',
      'seen',
    ],
    'a partial beside it': [
      'a.html.erb',
      '<p>Hi</p>',
      '<p>Hi</p><%= render "news" %><% if Flipper.enabled?(:new_home) %>New<% end %>',
      'other',
    ],
    'a tag beside it': [
      'a.html.erb',
      '<p>Hi</p>',
      '<p class="big">Hi</p><% if Flipper.enabled?(:new_home) %>New<% end %>',
      'other',
    ],
    'a choice turned round': ['a.svelte', '<p>Hi</p>', '{#if !flags.newHome}<b>New</b>{:else}<p>Hi</p>{/if}', 'other'],
    'words of a script that are shown beside the question': [
      'a.svelte',
      '<script>let a;</script><p>Hi {a}</p>',
      '<script>import { newHome } from "./flags";\nlet a; const hint = "For you";</script><p>Hi {a} {hint}</p>{#if $newHome}<b>New</b>{/if}',
      'seen',
    ],
    'words beside a question in a script': [
      'a.svelte',
      '<script>let a = [];</script><p>Hi {a}</p>',
      '<script>import { newHome } from "./flags";\nlet a = [...($newHome ? ["New"] : []), "Old"];</script><p>Hi {a}</p>',
      'other',
    ],
    'words of a script that does not parse': [
      'a.svelte',
      '<script>let a = ;</script><p>Hi</p>',
      '<script>let a = ; b = "New"</script><p>Hi</p>',
      'unasked seen',
    ],
    'a chain of choices': [
      'a.html.erb',
      '<p>Hi</p>',
      '<% if Flipper.enabled?(:new_home) %>a<% elsif b %>c<% else %><p>Hi</p><% end %>',
      'seen',
    ],
    'a part before a chain of choices': [
      'a.svelte',
      '{#if flags.newHome}a{:else if b}c{/if}',
      '<p>Hi</p>{#if flags.newHome}a{:else if b}c{/if}',
      'seen',
    ],
    'a chain of choices that is turned round': [
      'a.svelte',
      '{#if flags.newHome}a{:else if b}c{/if}',
      '{#if !flags.newHome}a{:else if b}c{/if}',
      'other',
    ],
    'another text by its name': [
      'a.svelte',
      '<p>{$i18n.home.title}</p>{#if flags.newHome}a{/if}',
      '<p>{$i18n.home.hello}</p>{#if flags.newHome}a{/if}',
      'seen',
    ],
    'another text by its name in a script': [
      'a.svelte',
      '<script>const a = [{ title: $i18n.home.title }];</script>{#if flags.newHome}{a}{/if}{a}',
      '<script>const a = [{ title: $i18n.home.hello }];</script>{#if flags.newHome}{a}{/if}{a}',
      'seen',
    ],
    'a chain of Ruby': [
      'a.rb',
      'def a\n  1\nend\n',
      'def a\n  if Flipper.enabled?(:new_home)\n    b\n  elsif c\n    2\n  else\n    1\n  end\nend\n',
      'unasked other',
    ],
    'words of Ruby': ['a.rb', 'a\n', "b 'Hi'\nc if Flipper.enabled?(:new_home)\n", 'other'],
    'a method of Ruby that stands in for one of its name': [
      'a.rb',
      'class A < B\nend\n',
      'class A < B\n  def title\n    1\n  end\nend\n',
      'unasked other',
    ],
    'a page of a controller': [
      'app/homes_controller.rb',
      'class A\nend\n',
      'class A\n  def news\n    1\n  end\nend\n',
      'unasked other',
    ],
    'a method that frameworks call': [
      'a.rb',
      'class A\nend\n',
      'class A\n  def to_s\n    1\n  end\nend\n',
      'unasked other',
    ],
    'a heading in a text of Ruby': [
      'a.rb',
      'a <<~TEXT\n  # Old\nTEXT\n',
      'a <<~TEXT\n  # New\nTEXT\n',
      'unasked other',
    ],
    'a question in a text of Ruby': [
      'a.rb',
      'a <<~TEXT\n  if it rains\n    old\n  end\nTEXT\n',
      'a <<~TEXT\n  if Flipper.enabled?(:new_home)\n    "New"\n  end\nTEXT\n',
      'unasked other',
    ],
    'words of a template that nobody reads here': ['a.hbs', '<p>Hi</p>', '<p>Hello</p>', 'unasked other'],
    'a star that is shown': ['a.blade.php', '<p>\n* old</p>', '<p>\n* new</p>', 'unasked seen'],
    'a line of PHP': ['a.php', '<p>\n// old</p>', '<p>\n// new</p>', 'unasked seen'],
    'a name that is no word': ['a.rb', 'go(:a)', "go('b_c', 'd/e') if x", 'unasked other'],
    'words of a program': ['a.rb', 'go(:a)', "go('Come in')", 'unasked seen'],
    'an element around what was there': [
      'a.html.erb',
      '<%= render A %>',
      '<div class="a"><%= render A %></div><% if Flipper.enabled?(:new_home) %><%= render B %><% end %>',
      'other',
    ],
    'nothing that is left': ['a.html.erb', '<p>Hi</p>', '', 'unasked other'],
    'how far a line is set in': ['a.py', 'if a:\n  b\nc\n', 'if a:\n  b\n  c\n', 'unasked other'],
    'how far a line is set in beside the new part': [
      'a.py',
      'if a:\n  b()\nc()\n',
      "if a:\n  b()\n  c()\nif flag_enabled('new-home'):\n  d()\n",
      'other',
    ],
    'how far a line of the old part is set in': [
      'a.py',
      'if a:\n    b()\nc()\n',
      "if flag_enabled('new-home'):\n    d()\nelse:\n    if a:\n        b()\n        c()\n",
      'other',
    ],
    'how far a line of HAML is set in': ['a.haml', '%p\n  = a\n= b\n', '%p\n  = a\n  = b\n', 'unasked other'],
  };
  for (const [what, [path, before, after, found]] of Object.entries(other)) {
    it(`is not what it was: ${what}`, async () => {
      assert.equal(await judge(before, after, path), found);
    });
  }

  it('is the same where nothing but notes differ', async () => {
    const notes: readonly (readonly [path: string, before: string, after: string, same: boolean])[] = [
      ['a.svelte', '<p>Hi</p>', '<!-- why -->\n<p>Hi</p>', true],
      ['a.vue', '<script>a();</script>\n<p>Hi</p>', '<script>a();</script>\n<!-- why -->\n<p>Hi</p>', true],
      ['a.vue', '<script>a("");</script><p>Hi</p>', '<script>a("<!-- b -->");</script><p>Hi</p>', false],
      ['a.html.erb', '<p>Hi</p>', '<%# why %>\n<p>Hi</p>', true],
      ['a.html.erb', '<p>Hi</p>', '<!--[if IE]>Old<![endif]-->\n<p>Hi</p>', false],
      ['A.kt', 'a("//")\n', '// why\na("//") /* so */\n', true],
      ['a.rb', "a('#')\n", "# why\na('#') # so\n", true],
      ['a.rb', 'a\n', '# frozen_string_literal: true\na\n', false],
      ['a.rb', 'a "\n#{b}\n"\n', 'a "\n#{c}\n"\n', false],
      ['A.java', 'a();\n', '// why \\u000a b();\na();\n', false],
      ['A.cs', 'a();\n', '// why \u2028 b();\na();\n', false],
      ['a.rs', 'a("\n// Old\n");\n', 'a("\n// New\n");\n', false],
      ['a.rs', 'struct A;\n', '/// Old\nstruct A;\n', false],
      ['A.kt', 'a("""\n""")\n', '// why\na("""\n""")\n', true],
      ['a.go', 'a()\n', '//go:build linux\na()\n', false],
      ['a.py', 'if a:\n  b\n', 'if a:\n    b\n', false],
      ['a.rb', 'a <<~TEXT\n  # Old\nTEXT\n', 'a <<~TEXT\n  # New\nTEXT\n', false],
      ['p.py', '#!/usr/bin/env python\nx()', '#!/usr/bin/env python3\nx()', false],
      ['v.html.erb', '<!-- <%= a %> --><p></p>', '<!-- <%= charge! %> --><p></p>', false],
      ['v.html.erb', '<!-- a --><!-- <%= a %> -->', '<!-- b --><!-- <%= a %> -->', true],
      ['_v.html.erb', '<%# locals: (a:) %><p></p>', '<%# locals: (a: 1) %><p></p>', false],
      ['v.blade.php', '<!-- {{ a() }} -->x', '<!-- {{ b() }} -->x', false],
      ['v.blade.php', "{{ a('<!--', $b, '-->') }}", "{{ a('<!--', $c, '-->') }}", false],
      ['c.go', '/* int a = 1; */\nimport "C"', '/* int a = 2; */\nimport "C"', false],
      ['c.go', '// int a = 1;\nimport "C"', '// int a = 2;\nimport "C"', false],
    ];
    for (const [path, before, after, same] of notes)
      assert.equal((await judge(before, after, path)) === 'same', same, `${path} ${after}`);
  });

  it('is not told of a template that is new', async () => {
    assert.equal(await judge(undefined, '<p>Hi</p>', 'a.html.erb'), 'unknown');
  });
});
