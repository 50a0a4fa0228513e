import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface CommitOptions {
  /** `Name <email>`, both author and committer. */
  readonly author?: string;
  /** Seconds since 1970; a fixed moment where it is left out, so that ids are the same in every run. */
  readonly at?: number;
}

/** A real git repository in a folder of its own, untouched by the user's git configuration. */
export interface TemporaryRepository {
  readonly root: string;
  /** What git is run with here: hand it to code that starts git itself. */
  readonly environment: NodeJS.ProcessEnv;
  /** Writes a file, making its folders; `executable` sets its mode. */
  write(path: string, content: string | Uint8Array, executable?: boolean): void;
  remove(path?: string): void;
  /** Runs git in the root and gives its output without the last newline; throws where git fails. */
  git(...args: readonly string[]): string;
  gitWith(input: string | Uint8Array, ...args: readonly string[]): string;
  /** Adds everything and commits it (also where nothing changed); gives the commit's id. */
  commit(message: string, options?: CommitOptions): string;
  /** Another repository that begins as a clone of this one, with this one as its `origin`; `options` go to `git clone`. */
  clone(...options: readonly string[]): TemporaryRepository;
}

/** An empty repository on branch `main`, by Maya <maya@example.com>. `remove()` without a path deletes it all. */
export function temporaryRepository(): TemporaryRepository {
  return inFolder((root, environment) => {
    execFileSync('git', ['init', '--quiet', '--template=', '--initial-branch=main', root], { env: environment });
  });
}

function inFolder(make: (root: string, environment: NodeJS.ProcessEnv) => void): TemporaryRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
  const root = join(home, 'work');
  const environment = isolated(home);
  make(root, environment);
  appendFileSync(
    join(root, '.git', 'config'),
    '[user]\n\tname = Maya\n\temail = maya@example.com\n[core]\n\tautocrlf = false\n[commit]\n\tgpgSign = false\n[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n',
  );
  const gitWith = (
    input: string | Uint8Array | undefined,
    args: readonly string[],
    extra: NodeJS.ProcessEnv = {},
  ): string =>
    execFileSync('git', args, {
      cwd: root,
      env: { ...environment, ...extra },
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
      ...(input === undefined ? {} : { input }),
    }).replace(/\n$/, '');
  return {
    root,
    environment,
    write(path, content, executable) {
      const place = join(root, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
      if (executable !== undefined) chmodSync(place, executable ? 0o755 : 0o644);
    },
    remove(path) {
      rmSync(path === undefined ? home : join(root, path), { recursive: true, force: true });
    },
    git: (...args) => gitWith(undefined, args),
    gitWith: (input, ...args) => gitWith(input, args),
    commit(message, { author = 'Maya <maya@example.com>', at = 1_700_000_000 } = {}) {
      const [, name = '', email = ''] = /^(.*?) ?<(.*)>$/.exec(author) ?? [];
      const date = `${at} +0000`;
      const who = {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: name,
        GIT_COMMITTER_EMAIL: email,
        GIT_COMMITTER_DATE: date,
      };
      gitWith(undefined, ['add', '--all']);
      gitWith(
        message,
        [
          'commit',
          '--quiet',
          '--allow-empty',
          '--allow-empty-message',
          '--no-verify',
          '--cleanup=verbatim',
          '--file=-',
        ],
        who,
      );
      return readHead(root) ?? gitWith(undefined, ['rev-parse', 'HEAD']);
    },
    clone: (...options) =>
      inFolder((target, targetEnvironment) => {
        execFileSync('git', ['clone', '--quiet', '--template=', ...options, `file://${root}`, target], {
          env: targetEnvironment,
          stdio: 'pipe',
        });
      }),
  };
}

/** The commit that is checked out, as git has just written it: the tests make thousands, and to start git for it takes the longest. */
function readHead(root: string): string | undefined {
  try {
    const head = readFileSync(join(root, '.git', 'HEAD'), 'utf8').trim();
    return head.startsWith('ref: ') ? readFileSync(join(root, '.git', head.slice(5)), 'utf8').trim() : head;
  } catch {
    return undefined;
  }
}

/** What tells tools to do otherwise where the tests run. */
const theirs = new Set(['ELECTRON_RUN_AS_NODE', 'HUSKY', 'LEFTHOOK', 'NODE_OPTIONS']);

function isolated(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && !theirs.has(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: join(home, '.local', 'share'),
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}
