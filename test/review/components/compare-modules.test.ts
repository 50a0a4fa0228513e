import assert from 'node:assert/strict';
import { compareComponent } from '../../../src/review/components/compare-component.js';

/** What comes of one program in place of another, in short. */
async function compare(before: string, after: string, path = 'src/components/a.tsx'): Promise<string> {
  const found = await compareComponent(path, before, after);
  if (found === undefined) return 'unread';
  const broken = found.breakages.map(({ kind, name, prop, line }) =>
    [kind, name, prop, line].filter(Boolean).join(' '),
  );
  return [...broken, ...found.unsure.map((name) => `unsure ${name}`)].join(', ');
}

describe('compareModules', () => {
  it('reads props by their types, wherever these stand', async () => {
    for (const [with_, without] of [
      ['export function A(p: { a?: string; b?: number }) {}', 'export function A(p: { b?: number }) {}'],
      ['type P = { a?: string };\nexport const A = (p: P) => null;', 'type P = {};\nexport const A = (p: P) => null;'],
      [
        'interface P { a?: string }\nexport const A: React.FC<P> = (p) => null;',
        'interface P {}\nexport const A: React.FC<P> = (p) => null;',
      ],
      [
        'type P = { a?: string } & Q;\nexport const A = memo(({ a }: P) => null);',
        'type P = {} & Q;\nexport const A = memo(({ a }: P) => null);',
      ],
      [
        'export const A = memo(forwardRef<R, { a?: string }>((p, ref) => null));',
        'export const A = memo(forwardRef<R, {}>((p, ref) => null));',
      ],
      [
        'const B = function ({ a }) {};\nexport const A = memo(B);',
        'const B = function ({}) {};\nexport const A = memo(B);',
      ],
      ['function B({ a = 1 } = {}) {}\nexport { B as A };', 'function B({} = {}) {}\nexport { B as A };'],
      ['export const A = (({ a }) => null) as Any;', 'export const A = (({}) => null) as Any;'],
      ['export const A = (({ a }) => null) satisfies Any;', 'export const A = (({}) => null) satisfies Any;'],
      ['export interface A { a(): void; b: 1 }', 'export interface A { b: 1 }'],
      ['export type A = { a: string };', 'export type A = {};'],
    ] as const) {
      assert.equal(await compare(with_, without), 'lost-prop A a', with_);
      const back = await compare(without, with_);
      assert.ok(back === '' || back.startsWith('required A a'), `${with_}: ${back}`);
      assert.equal(await compare(with_, `${with_}\n// more\n`), '');
    }
    assert.equal(
      await compare('export default function ({ a, ...rest }) {}', 'export default function ({ ...rest }) {}'),
      'lost-prop default a',
    );
    assert.equal(
      await compare('function A({ a }) {}\nexport default A;', 'function A() {}\nexport default A;'),
      'lost-prop default a',
    );
  });

  it('says once what comes of one line of a type', async () => {
    const of = (mark: string): string =>
      `export type P = { a${mark}: 1 };\nexport const A = (p: P) => 1;\nexport default A;`;
    assert.equal(await compare(of('?'), of('')), 'required P a 1');
  });

  it('knows what is exported, however it is', async () => {
    for (const [before, name] of [
      ['export const A = 1;', 'A'],
      ['export const { A, x: [B = 1, ...C] } = all;', 'A, lost B'],
      ['export const { A, ...B } = all;', 'A, lost B'],
      ['export class A {}', 'A'],
      ['export enum A { B }', 'A'],
      ['export { x as "a b" } from "./x";', 'a b'],
      ['export * from "./x";', '* from ./x'],
      ['export * as A from "./x";', 'A'],
      ['import { A } from "./x";\nexport { A };', 'A'],
      ['export default missing;', 'default'],
      ['export default class {}', 'default'],
      ['export default memo(x);', 'default'],
      ['export declare function A(): void;', 'A'],
    ] as const) {
      assert.equal(await compare(before, 'export const Z = 1;\n'), `lost ${name}`, before);
      assert.equal(await compare(before, before), '', before);
    }
    assert.equal(
      await compare('namespace A { }\nexport { };', 'export { };'),
      'unsure what the file does when it is read',
    );
    assert.equal(
      await compare('"use client";\nexport const A = 1;', 'export const A = 1;'),
      'unsure what the file does when it is read',
    );
  });

  it('takes other words, numbers and elements for what they were, and is unsure of other values, classes and hooks', async () => {
    for (const [before, after] of [
      ['export const a = "x";', 'export const a = "y";'],
      ['export const A = <b>x</b>;', 'export const A = <b>y</b>;'],
      ['export const A = styled.p`top: 0`;', 'export const A = styled.p`top: 1px`;'],
    ] as const)
      assert.equal(await compare(before, after), '', after);
    for (const [before, after] of [
      ['export const A = styled.p`top: 0`;', 'export const A = styled.b`top: 0`;'],
      ['export const A = { a: 1 };', 'export const A = { b: 1 };'],
      ['export const A: string = "x";', 'export const A: number = "x";'],
      ['export const A = "x";', 'export const A = 1;'],
      ['export class A { a() {} }', 'export class A {}'],
      ['export function A(p) {}', 'export function A(q) { p; }'],
      ['export const A = b();', 'export const A = c();'],
      ['export const A = memo(x);\nimport x from "./a";', 'export const A = memo(x);\nimport x from "./b";'],
      ['export const A = memo(({ a }) => null);', 'export const A = other(({ a }) => null);'],
      ['export const A = ({ a: b }) => null;', 'export const A = ({ a: { c } }) => c;'],
    ] as const)
      assert.match(await compare(before, after), before.includes('{ a: b }') ? /^$/ : /^unsure A$/, after);
    assert.equal(
      await compare('export function useA() { return 1; }', 'export function useA() { return 2; }'),
      'unsure useA',
    );
  });

  it('is unsure of a prop whose type is other, or names one that is', async () => {
    const component = (types: string, member: string): string =>
      `${types}\ninterface P { ${member} }\nexport const A = (p: P) => null;`;
    for (const [before, after] of [
      [component('', 'a: string'), component('', 'a: number')],
      [component('type S = "a" | "b";', 'a: S'), component('type S = "a";', 'a: S')],
      [component('type S = "a";\ntype T = S[];', 'a: T'), component('type S = "b";\ntype T = S[];', 'a: T')],
      [
        component('const s = { a: 1, b: 2 };', 'a: keyof typeof s'),
        component('const s = { a: 1 };', 'a: keyof typeof s'),
      ],
      [component('import { S } from "./s";', 'a: S'), component('import { S } from "./t";', 'a: S')],
      [component('', 'a: 1; [key: string]: unknown'), component('', 'a: 1')],
      [
        component('', 'a: 1').replace('interface P', 'interface P<T>'),
        component('', 'a: 1').replace('(p: P)', '(p: Q)'),
      ],
      [component('', 'a: 1').replace('(p: P)', '(p: P<1>)'), component('', 'a: 1').replace('(p: P)', '(p: P<2>)')],
    ] as const)
      assert.match(await compare(before, after), /unsure A$/, after);
    const same = component('type S = "a";\ntype T = S[];', 'a: T');
    assert.equal(await compare(same, same.replace('null', '1')), '');
    const looped = 'type P = P;\nexport const A = (p: P) => null;';
    assert.equal(await compare(looped, looped), '');
    const around = 'const B = memo(B);\nexport const A = memo(B);';
    assert.equal(await compare(around, around), '');
  });

  it('says of no other file what it cannot', async () => {
    for (const path of ['a.astro', 'a.html']) assert.equal(await compare('a', 'b', path), 'unread');
    assert.equal(await compare('export const A = (', 'x'), 'unread');
  });

  it('takes time in proportion to the text', async () => {
    for (const each of [':', '.a', '/*', '--', '<slot ', '{@render ', '@mixin ', ':a;', '$'])
      for (const path of ['a.css', 'a.vue']) {
        const started = performance.now();
        await compare('', each.repeat(200_000 / each.length), path);
        assert.ok(performance.now() - started < 2000, `${each} ${performance.now() - started}`);
      }
  });
});
