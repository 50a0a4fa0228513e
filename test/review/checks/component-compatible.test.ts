import assert from 'node:assert/strict';
import { componentCompatible } from '../../../src/review/checks/component-compatible.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

interface Came {
  readonly broken: readonly string[];
  readonly confirmed: readonly string[];
  readonly isOpen: boolean;
}

async function run(base: SideFiles, head: SideFiles, more: ReviewContextParts = {}): Promise<Came> {
  const outcome = await componentCompatible.run(createReviewContext({ ...more, base, head: { ...base, ...head } }));
  assert.ok(outcome !== 'not-applicable');
  const say = (undecided: boolean): readonly string[] =>
    outcome.reports
      .filter((report) => (report.undecided === true) === undecided)
      .map(({ path, line, severity, message }) => `${String(path)}:${String(line)} ${String(severity)} ${message}`);
  return { broken: say(false), confirmed: say(true), isOpen: outcome.undecided === true };
}

const fine: Came = { broken: [], confirmed: [], isOpen: false };
const open: Came = { ...fine, isOpen: true };
const path = 'src/components/button.tsx';
const user = { 'src/pages/pay.tsx': 'import { Button } from "../components/button";\n<Button size="s" kind="a" />;\n' };

function button(props: string, rest = ''): string {
  return `import type { Size } from "./size";\ninterface Props {\n${props}\n}\nexport function Button({ size }: Props) {\n  return <b className={size}>Go</b>;\n}\n${rest}`;
}

/** Of a component with these props, which `pay.tsx` uses. */
function propsChanged(before: string, after: string, more: ReviewContextParts = {}): Promise<Came> {
  return run({ ...user, [path]: button(before) }, { [path]: button(after) }, more);
}

describe('component-compatible', () => {
  it('lets a component do otherwise within, take more, and be new', async () => {
    const text = button('size: Size;');
    for (const after of [
      text.replace('<b className={size}>Go</b>', '<p>{helper(size)}</p>') +
        'function helper(x: string) { return x; }\n',
      button('size: Size;\n  label?: string;'),
      button('size: Size;', 'export const Other = () => null;\n'),
    ])
      assert.deepEqual(await run({ ...user, [path]: text }, { [path]: after }), fine, after);
    assert.deepEqual(await propsChanged('kind: "a" | "b";', 'kind: "a" | "b" | "c";'), fine);
    assert.deepEqual(await propsChanged('size: Size;', 'size?: Size;'), fine);
    assert.deepEqual(await run(user, { [path]: text }), fine);
  });

  it('has what others use put back, with a file that does', async () => {
    for (const [before, after, said] of [
      [
        'size: Size;',
        'kind: string;',
        /button\.tsx:1 needs-fix “Button” does not take “size” any more, and src\/pages\/pay\.tsx may need it/,
      ],
      [
        'kind: "a" | "b";',
        'kind: "b";',
        /button\.tsx:3 needs-fix “Button” takes fewer values as “kind” than before, and .* Let it take what it took/,
      ],
      [
        'size: Size;',
        'size: Size;\nlabel: string;',
        /button\.tsx:4 needs-fix “Button” demands “label” now, and .* Let it be left out/,
      ],
      [
        'size: Size; label?: string',
        'size: Size; label: string',
        /button\.tsx:3 needs-fix “Button” demands “label” now/,
      ],
    ] as const) {
      const { broken } = await propsChanged(before, after);
      assert.match(broken.join('\n'), said);
    }
    const { broken } = await run({ ...user, [path]: button('size: Size;') }, { [path]: 'export const Knob = 1;\n' });
    assert.match(
      broken.join(),
      /button\.tsx:1 needs-fix This file does not export “Button” any more, and src\/pages\/pay\.tsx/,
    );
    const standard = { 'src/components/card/index.tsx': 'export default function Card() { return null; }\n' };
    const lost = await run(
      { ...standard, 'src/app.tsx': 'import card from "./components/card";\n' },
      { 'src/components/card/index.tsx': 'export const Card = 1;\n' },
    );
    assert.match(lost.broken.join(), /no default export any more, and src\/app\.tsx may/);
    const demanding = {
      'src/components/card/index.tsx': 'export default function Card(p: { a: string }) { return null; }\n',
    };
    const more = await run({ ...standard, 'src/app.tsx': 'import card from "./components/card";\n' }, demanding);
    assert.match(more.broken.join(), /This component demands “a” now/);
  });

  it('has it confirmed where nothing in the repository needs it, as where the change mends all that do', async () => {
    const base = { ...user, [path]: button('size: Size;') };
    const mended = await run(base, {
      [path]: button('kind: string;'),
      'src/pages/pay.tsx': 'import { Button } from "../components/button";\n<Button kind="a" />;\n',
    });
    assert.deepEqual(mended.broken, []);
    assert.match(mended.confirmed[0] ?? '', /does not take “size” any more\. Nothing else .* @erin confirms/);
    const alone = await run({ [path]: base[path] }, { [path]: 'export const Knob = 1;\n' });
    assert.deepEqual([alone.broken, alone.confirmed.length], [[], 1]);
    const given = await run(
      { ...base, 'a.tsx': '<Button size="s" label="x" />' },
      { [path]: button('size: Size; label: string') },
    );
    assert.match(given.broken.join(), /pay\.tsx/);
  });

  it('is a blocker where the policy demands it, also of other programs', async () => {
    const judgements = {
      'src/lib/sum.ts': { conditions: [{ kind: 'non-breaking', text: 'non-breaking changes', line: 1 }] },
    } as const;
    const base = {
      'src/lib/sum.ts': 'export const sum = 1;\nexport const rest = 2;\n',
      'src/a.ts': 'import { rest } from "./lib/sum";',
    };
    const change = { 'src/lib/sum.ts': 'export const sum = 2;\n' };
    const { broken } = await run(base, change, { judgements });
    assert.match(broken.join(), /sum\.ts:1 blocker This file does not export “rest” any more/);
    assert.equal(
      await componentCompatible.run(createReviewContext({ base, head: { ...base, ...change } })),
      'not-applicable',
    );
  });

  it('leaves to an engineer what the file alone does not say', async () => {
    const base = { ...user, [path]: button('size: Size;') };
    const text = base[path];
    for (const after of [
      text.replace('./size', './other-size'),
      text.replace('size: Size', 'size: Size<1>'),
      text.replace('interface Props', 'interface Props extends Others'),
      `${text}Button.displayName = "x";\n`,
      text.replace('({ size }: Props)', '({ size }: Props, other: string)'),
      'export function Button(',
      text.replace('export function Button({ size }: Props)', 'export function Button(props)'),
    ])
      assert.deepEqual(await run(base, { [path]: after }), open, after);
    const removed = createReviewContext({ base, head: user });
    assert.deepEqual(await componentCompatible.run(removed), { reports: [], undecided: true });
    const page = { 'src/pages/a.html': '<p class="a">Hello there</p>' };
    assert.deepEqual(await run(page, { 'src/pages/a.html': '<p class="b">Hello there</p>' }), open);
    assert.deepEqual(await run(page, { 'src/pages/a.html': '<p class="a">Hello you</p>' }), fine);
  });

  it('reads style sheets by their names, and Vue and Svelte by their programs and slots', async () => {
    for (const [file, was, is, expected] of [
      ['src/ui/a.css', '.a { color: #fff; --b: 1px }', '.a { color: #eee; --b: 2px }\n.c { }', fine],
      ['src/ui/a.css', '.a, .b { }', '.b { }', open],
      ['src/ui/a.scss', '$x: 1px;\n@mixin m { }', '$x: 2px;\n@mixin m { top: 0 }', fine],
      ['src/ui/a.scss', '$x: 1px;\n@mixin m { }', '$y: 1px;\n@mixin m { }', open],
      ['src/ui/a.css', '.a { top: 0 }\n.b { top: 0 }', '.a { top: 0 }\n/** .b { top: 0 } */', open],
      ['src/ui/a.css', '.a { top: 0 }', '/* new * /* here */ .a { top: 0 } /* open', fine],
      ['src/ui/a.css', '.a { top: 0 }', 'b { top: 0 } /* .a { top: 0 }', open],
      ['src/ui/a.scss', '.a { top: 0 }\n.b { top: 0 }', '.a { top: 0 }\n// .b { top: 0 }', open],
      ['src/ui/a.scss', '.a { &-b { top: 0 } }', '.a { top: 0 }', open],
      ['src/ui/a.pcss', '.a { top: 0 }', '.a { top: 1px }', fine],
      ['src/ui/a.pcss', '.a { top: 0 }\n.b { top: 0 }', '.a { top: 0 }', open],
      ['src/ui/a.styl', '.a\n  top 0', '.a\n  top 1px', open],
      ['src/ui/a.less', '@x: 1px;\n@y: 2px;', '@x: 2px;\n@y: 2px;', fine],
      ['src/ui/a.less', '@x: 1px;\n@y: 2px;', '@x: 1px;', open],
      ['src/ui/a.vue', '<script>a</script><slot />', '<script>a</script><!-- <slot /> -->', open],
      ['src/ui/a.vue', '<script>a</script><p class="a">x</p>', '<script>a</script><p class="b">Hello there</p>', fine],
      ['src/ui/a.vue', '<script>a</script><p class="a">x</p>', '<script>b</script><p class="a">x</p>', open],
      ['src/ui/a.svelte', '<script>a</script><slot name="x" />', '<script>a</script><b />', open],
    ] as const)
      assert.deepEqual(await run({ [file]: was }, { [file]: is }), expected, is);
  });

  it('does not apply to tests and to changes without components', async () => {
    for (const file of ['src/components/button.test.tsx', 'i18n/en.json'])
      assert.equal(
        await componentCompatible.run(createReviewContext({ base: { [file]: '1' }, head: { [file]: '2' } })),
        'not-applicable',
      );
  });
});
