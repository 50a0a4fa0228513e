import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { makeIsolatedHome } from './isolated-home.js';

/** What a repository is made of. Paths are from the root. */
export interface Contents {
  /** Files with nothing in them. */
  readonly empty: readonly string[];
  /** Text by path: what `main` holds besides. */
  readonly texts: ReadonlyMap<string, string>;
  /** Text by path: what a branch adds in one commit. */
  readonly branch: ReadonlyMap<string, string>;
  /** Text by path of each change that can be staged on the branch, by a name. */
  readonly changes: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface GitRepository {
  readonly root: string;
  /** Nothing of the user's own git settings. */
  readonly environment: NodeJS.ProcessEnv;
  /** Makes the index hold the branch and that change, as `git add` leaves it. */
  stage(change: string): void;
  remove(): void;
}

const author = 'Maya Rivera <maya@harbor.example> 1735689600 +0000';

/** A real repository in a temporary folder, with an `origin`, on a branch from `main`; no file is written to its working tree. */
export function makeGitRepository(contents: Contents): GitRepository {
  const { home, root, environment } = makeIsolatedHome('pm-zone-bench-');
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, { cwd: root, env: environment, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  execFileSync('git', ['init', '--quiet', '--template=', '--initial-branch=main', root], { env: environment });
  for (const [name, value] of [
    ['user.name', 'Maya Rivera'],
    ['user.email', 'maya@harbor.example'],
    ['remote.origin.url', 'https://git.example/harbor/app.git'],
    ['remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*'],
  ] as const) {
    git(['config', name, value]);
  }
  git(['fast-import', '--quiet'], stream(contents));
  git(['update-ref', 'refs/remotes/origin/main', 'refs/heads/main']);
  git(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']);
  git(['symbolic-ref', 'HEAD', 'refs/heads/work']);
  const staged = new Map<string, string>();
  for (const name of contents.changes.keys()) {
    const raw = git(['diff-tree', '-r', '--no-renames', 'HEAD', `refs/bench/${name}`]);
    staged.set(name, raw.replaceAll(/^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\t(.*)$/gm, '$1 $2 0\t$3'));
    git(['update-ref', '-d', `refs/bench/${name}`]);
  }
  git(['read-tree', 'HEAD']);
  return {
    root,
    environment,
    stage(change) {
      git(['read-tree', 'HEAD']);
      git(['update-index', '--index-info'], staged.get(change) ?? '');
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function stream({ empty, texts, branch, changes }: Contents): string {
  return [
    'blob\nmark :1\ndata 0\n\n',
    commit('refs/heads/main', undefined, texts, empty),
    commit('refs/heads/work', 'refs/heads/main', branch),
    ...[...changes].map(([name, files]) => commit(`refs/bench/${name}`, 'refs/heads/work', files)),
  ].join('');
}

function commit(
  ref: string,
  from: string | undefined,
  texts: ReadonlyMap<string, string>,
  empty: readonly string[] = [],
): string {
  return [
    `commit ${ref}\nauthor ${author}\ncommitter ${author}\n${data('Change what is asked for')}`,
    ...(from === undefined ? [] : [`from ${from}\n`]),
    ...empty.map((path) => `M 100644 :1 ${quoted(path)}\n`),
    ...[...texts].map(([path, text]) => `M 100644 inline ${quoted(path)}\n${data(text)}`),
    '\n',
  ].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quoted(path: string): string {
  return `"${path.replaceAll(/["\\]/g, '\\$&')}"`;
}
