import assert from 'node:assert/strict';
import type { Report } from '../../src/review/check.js';
import { eventsAdditionsOnly } from '../../src/review/checks/events-additions-only.js';
import { runChecks } from '../support/run-checks.js';

const path = 'src/features/home/analytics/events.ts';
const old = `import { track } from './track';

export const events = {
  opened: 'home_opened',
  left: { name: 'home_left', properties: ['page'] },
} as const;

export enum Step { First = 'first', Second = 'second' }

export interface Opened { page: string; from?: string }

export type Event = 'home_opened' | 'home_left';

export const all = ['home_opened', 'home_left'];

export function send(event: Event): void {
  track(event);
}
`;
const judgements = { [path]: { conditions: [{ kind: 'additions-only', text: 'additions only', line: 12 }] } } as const;
const reportsOf = (after: string): Promise<readonly Report[]> =>
  runChecks([eventsAdditionsOnly], { base: { [path]: old }, head: { [path]: after }, judgements });
const swap = (from: string, to: string): string => {
  assert.ok(old.includes(from), from);
  return old.replace(from, to);
};
const behind = (text: string): string => old + text;
const inFront = (text: string): string => text + old;

/** What is more than an addition, whatever it looks like. */
const attacks: Readonly<Record<string, string>> = {
  'a name changed': swap("'home_opened',", "'home_seen',"),
  'a name by escapes': swap("opened: 'home_opened'", "opened: 'home\\u005fopened2'"),
  'a name in other letters': swap("opened: 'home_opened'", "opened: 'Home_opened'"),
  'a name with a letter that looks like it': swap("opened: 'home_opened'", "opened: 'hоme_opened'"),
  'a name that is put together': swap("opened: 'home_opened'", "opened: 'home_' + 'opened'"),
  'a name that is looked up': swap("opened: 'home_opened'", 'opened: names.opened'),
  'a name in a template': swap("opened: 'home_opened'", 'opened: `home_${x}`'),
  'a name that is called for': swap("opened: 'home_opened'", "opened: name('home_opened')"),
  'a key changed': swap('opened:', 'open:'),
  'a key that is worked out': swap('opened:', "['open' + 'ed']:"),
  'a key twice': swap("opened: 'home_opened',", "opened: 'home_opened',\n  opened: 'x',"),
  'a key twice, in quotation marks': swap("opened: 'home_opened',", "opened: 'home_opened',\n  'opened': 'x',"),
  'a spread behind': swap("['page'] },\n}", "['page'] },\n  ...others,\n}"),
  'a spread in front': swap('events = {\n', 'events = {\n  ...others,\n'),
  'a getter': swap("opened: 'home_opened'", "get opened() { return 'x'; }"),
  'the prototype': swap("['page'] },\n}", "['page'] },\n  __proto__: other,\n}"),
  'a property less': swap("['page']", '[]'),
  'no constant any more': swap(' as const', ''),
  'another type': swap(' as const', ' as any'),
  'not exported any more': swap('export const events', 'const events'),
  'exported by another name': swap('export const events', 'const events') + 'export { events as renamed };\n',
  'a member of an enum changed': swap("First = 'first'", "First = 'one'"),
  'a member of an enum twice': swap("Second = 'second'", "Second = 'second', First = 'x'"),
  'a constant enum': swap('export enum', 'export const enum'),
  'an enum that goes on': behind("export enum Step { First = 'x' }\n"),
  'a property required': swap('from?: string', 'from: string'),
  'a property that may lack': swap('page: string', 'page?: string'),
  'a property of another type': swap('page: string', 'page: number'),
  'a property of more types': swap('page: string', 'page: string | undefined'),
  'a new property required': swap('from?: string', 'from?: string; at: number'),
  'an index': swap('from?: string', 'from?: string; [key: string]: unknown'),
  'an interface that goes on': behind('export interface Opened { page2: string }\n'),
  'an arm less': swap("'home_opened' | 'home_left'", "'home_opened'"),
  'any text': swap("'home_opened' | 'home_left'", 'string'),
  'an arm of all texts': swap("| 'home_left'", "| 'home_left' | (string & {})"),
  'a list cut': swap("all = ['home_opened', ", 'all = ['),
  'a list turned round': swap("all = ['home_opened', 'home_left']", "all = ['home_left', 'home_opened']"),
  'a list with a hole': swap("all = ['home_opened', ", "all = ['home_opened', , "),
  'a list spread': swap("'home_left'];", "'home_left', ...more];"),
  'a function that does more': swap('track(event);', 'track(event);\n  fetch(url);'),
  'a function that does less': swap('  track(event);\n', ''),
  'a function that waits': swap('export function send', 'export async function send'),
  'a function with a default': swap('send(event: Event)', "send(event: Event = 'home_left')"),
  'a function called': behind("send('home_opened');\n"),
  'something done': behind('document.title = events.opened;\n'),
  'something sent': behind("fetch('https://example.com');\n"),
  'something changed later': behind("(events as any).opened = 'x';\n"),
  'something taken away later': behind('delete (events as any).opened;\n'),
  'something put over later': behind("Object.assign(events, { opened: 'x' });\n"),
  'something defined later': behind("Object.defineProperty(events, 'opened', { value: 'x' });\n"),
  'something sorted': behind('all.reverse();\n'),
  'something pushed': behind("all.push('x');\n"),
  'a list emptied': behind('all.length = 0;\n'),
  'a loop': behind('while (true);\n'),
  'an import for what it does': inFront("import './other';\n"),
  'another import': swap("'./track'", "'./other'"),
  'an import that is read as data': swap("'./track'", "'./track' with { type: 'json' }"),
  'an import that is read as text': swap("'./track'", "'./track' with { 'type': 'text' }"),
  'something that is put away at the end': behind('using more = track;\n'),
  'something that is put away later': behind('await using more = track;\n'),
  'a module that waits to be resolved': behind(
    'export function then(resolve: (x: unknown) => void): void { resolve({}); }\n',
  ),
  'a module by require': behind("import more = require('./x');\n"),
  'all that it exports in one': behind('export = events;\n'),
  'a module declared anew': behind("declare module './track' { export const x: string; }\n"),
  'a class made from a call': behind("export class More extends track('x') {}\n"),
  'a name of a class that is worked out': behind("export class More { [fetch('x')] = 1; }\n"),
  'a parameter that runs': behind("export function more(x = fetch('y')): void {}\n"),
  'a namespace that runs': behind("export namespace More { export const x = fetch('x'); }\n"),
  'a call that may be none': behind("export const more = globalThis.fetch?.('x');\n"),
  'a value by chance': behind('export const more = Math.random() > 0.5 ? 1 : 2;\n'),
  'a line end within a comment': swap('track(event);', 'track(event); // ours\u2028fetch(1);'),
  'a comment of old that is code': behind('--> fetch(1)\n'),
  'a comment for a bundler': swap('track(event);', 'track(event); /* webpackIgnore: true */'),
  'a comment for a bundler of another name': swap('track(event);', 'track(event); /* @vite-ignore */'),
  'a comment that says nothing happens': swap('track(event);', '/* @__PURE__ */ track(event);'),
  'a comment that hides from the tests': swap('track(event);', '/* istanbul ignore next */ track(event);'),
  'a comment that expects an error': swap('  track(event);', '  // @ts-expect-error\n  track(event);'),
  'a comment for another linter': swap('  track(event);', '  // biome-ignore lint: x\n  track(event);'),
  // In one piece, Node would take it for the address of this file.
  'a comment with another source': behind(['//# source', 'URL=https://example.com/a.js\n'].join('')),
  'a stop for whoever looks': behind('debugger;\n'),
  'an error': behind("throw new Error('x');\n"),
  'an import of the same name': inFront("import { other as track2 } from 'x';\n").replace(
    '{ track }',
    '{ track as t }',
  ),
  'a name taken': behind('var track = console.log;\n'),
  'a global changed': behind('globalThis.track = undefined;\n'),
  'a declaration for all': behind('declare global { interface Window { x: string } }\n'),
  'all of another file': behind("export * from './other';\n"),
  'a default': behind('export default events;\n').replace('export const events', 'const events'),
  'a value in a class that runs': behind("class A { static { fetch('x'); } }\n"),
  'a value that runs': behind("export const more = fetch('x');\n"),
  'a value that runs in a template': behind('export const more = `${fetch("x")}`;\n'),
  'a value that runs at once': behind('export const more = (() => track("x"))();\n'),
  'a value that waits': behind("export const more = await import('./x');\n"),
  'a value with a tag': behind('export const more = track`x`;\n'),
  'a decorator': behind('@track class A {}\n'),
  'code that the parser does not know': behind('export const more = ;\n'),
  'code behind a comment that is none': behind('<!-- x\n'),
  'another program for the file': inFront('#!/usr/bin/env node\n'),
  strictness: inFront("'use client';\n"),
  'no checks of types': inFront('// @ts-nocheck\n'),
  'a comment that a scanner heeds': swap('  track(event);', '  track(event); // nosem'),
  'all of it twice': behind(old),
  'all of it away': '',
};

describe('a list of events that may only grow', () => {
  for (const [what, text] of Object.entries(attacks))
    it(`is closed with ${what}`, async () => assert.notDeepEqual(await reportsOf(text), []));

  it('is open to what only adds', async () => {
    for (const text of [
      swap("['page']", "['from', 'page']"),
      swap('from?: string', 'from?: string; at?: number'),
      swap("| 'home_left'", "| 'home_left' | 'home_asked'"),
      swap("'home_left'];", "'home_left', 'home_asked'];"),
      swap("Second = 'second'", "Second = 'second', Third = 'third'"),
      behind("export const more = { asked: 'home_asked' } as const;\n// What people ask.\n"),
    ])
      assert.deepEqual(await reportsOf(text), [], text);
  });
});
