import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../demo/project-folder.js';
import { lintMessages } from './lint-messages.js';

/** Text by path from the project's folder. */
type Files = ReadonlyMap<string, string>;

/** The most files directly in one folder. */
const mostFiles = 25;

type RoomOf = (path: string) => string | undefined;

async function loadRoomOf(): Promise<RoomOf> {
  const rooms = pathToFileURL(join(projectFolder(), 'scripts', 'rooms.mjs')).href;
  return ((await import(rooms)) as { readonly roomOf: RoomOf }).roomOf;
}

function readSources(): Files {
  const paths = readdirSync(join(projectFolder(), 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|md)$/u.test(name))
    .map((name) => posix.join('src', ...name.split(/[\\/]/u)));
  return new Map(paths.map((path) => [path, readFileSync(join(projectFolder(), path), 'utf8')]));
}

/** What is wrong with the rooms of some files, each in a sentence. */
function roomProblems(files: Files, roomOf: RoomOf): readonly string[] {
  const sources = [...files.keys()].filter((path) => path.endsWith('.ts'));
  const rooms = new Set(sources.flatMap((path) => roomOf(path) ?? []));
  return [
    ...groups(sources, (path) => posix.dirname(path))
      .filter(([, paths]) => paths.length > mostFiles)
      .map(([folder, { length }]) => `${folder} has ${length} files: part it into folders.`),
    ...groups(sources, (path) => basename(path))
      .filter(([, paths]) => paths.length > 1)
      .map(([name, paths]) => `${name} is the name of several files: ${paths.join(', ')}.`),
    ...[...rooms].sort().flatMap((room) => {
      const text = files.get(`${room}/README.md`);
      if (text === undefined) return [`${room} has no README.md.`];
      return countSentences(firstParagraph(text)) === 2
        ? []
        : [`${room}/README.md does not begin with two sentences: what the room knows, and what it must not.`];
    }),
  ];
}

function groups(paths: readonly string[], keyOf: (path: string) => string): readonly (readonly [string, string[]])[] {
  const found = new Map<string, string[]>();
  for (const path of [...paths].sort()) found.set(keyOf(path), [...(found.get(keyOf(path)) ?? []), path]);
  return [...found];
}

/** The first that is no heading, on one line. */
function firstParagraph(markdown: string): string {
  const parts = markdown.split(/\n\s*\n/u).map((part) => part.replace(/^#.*\n?/u, '').trim());
  return (parts.find((part) => part !== '') ?? '').replace(/\s+/gu, ' ');
}

function countSentences(text: string): number {
  return [...text.matchAll(/[.!?](?=\s|$)/gu)].length;
}

describe('rooms', () => {
  let roomOf: RoomOf;
  before(async () => {
    roomOf = await loadRoomOf();
  });

  it('are small, have names of their own, and say what they know and must not', () => {
    assert.deepEqual(roomProblems(readSources(), roomOf), []);
  });

  it('would be found too large, of one name or without a word', () => {
    const many = Array.from({ length: 26 }, (_, at): [string, string] => [`src/policy/globs/glob-${at}.ts`, '']);
    const files = new Map([
      ...many,
      ['src/policy/README.md', '# Policy\n\nKnows what the files say.\n'],
      ['src/change/commit.ts', ''],
      ['src/change/README.md', '# Change\n\nKnows what git says\nchanged. Must not know the policy.\n\nMore.\n'],
      ['src/editor/views/commit.ts', ''],
    ]);
    assert.deepEqual(roomProblems(files, roomOf), [
      'src/policy/globs has 26 files: part it into folders.',
      'commit.ts is the name of several files: src/change/commit.ts, src/editor/views/commit.ts.',
      'src/editor/views has no README.md.',
      'src/policy/README.md does not begin with two sentences: what the room knows, and what it must not.',
    ]);
  });

  const inside: readonly (readonly [string, string])[] = [
    ['src/review/x.ts', "import { brace } from '../policy/globs/brace.js';"],
    ['src/policy.ts', "import type { Brace } from './policy/globs/brace.js';"],
    ['src/review/checks/x.ts', "export { brace } from '../../policy/globs/brace.js';"],
    ['src/review/checks/x.ts', "export * from '../../policy/globs/brace.js';"],
    ['src/review/x.ts', "const load = async () => import('../policy/globs/brace.js');"],
    ['src/review/x.ts', "type Brace = import('../policy/globs/brace.js').Brace;"],
    ['src/editor/views/x.ts', "import { item } from '../sessions/reading/item.js';"],
    ['src/editor/x.ts', "import { item } from './sessions/reading/item.js';"],
    ['src/commands/x.ts', "import { node } from '../presentation/tree/nodes/node.js';"],
  ];
  for (const [path, text] of inside) {
    it(`keep what is inside them from ${path}: ${text}`, async () => {
      const [message, ...others] = await lintMessages(path, text, 'rooms/face');
      assert.match(
        message ?? '',
        /is inside the room src\/(?:policy|editor\/sessions|presentation\/tree): import what lies directly in/u,
      );
      assert.deepEqual(others, []);
    });
  }

  const fine: readonly (readonly [string, string])[] = [
    ['src/review/checks/x.ts', "import { judge } from '../../policy/judge.js';"],
    ['src/policy/standing/x.ts', "import { brace } from '../globs/brace.js';"],
    ['src/policy/x.ts', "import { brace } from './globs/brace.js';"],
    ['src/commands/x.ts', "import { node } from '../presentation/tree/node.js';"],
    ['src/editor/views/x.ts', "import { sessions } from '../sessions/session-cache.js';"],
    ['src/editor/views/x.ts', "import { services } from '../services.js';"],
    ['src/cli.ts', "import { why } from './commands/why.js';"],
    ['src/policy/x.ts', "import { join } from 'node:path';"],
  ];
  for (const [path, text] of fine) {
    it(`let ${path} have ${text}`, async () => assert.deepEqual(await lintMessages(path, text, 'rooms/face'), []));
  }

  it('have files of at most 250 lines', async () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, at) => `export const x${at} = ${at};`).join('\n');
    assert.equal((await lintMessages('src/policy/x.ts', lines(251), 'max-lines')).length, 1);
    assert.deepEqual(await lintMessages('src/policy/x.ts', lines(250), 'max-lines'), []);
  });
});
