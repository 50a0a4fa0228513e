import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGit, type Git } from '../git/git.js';
import { GitError, toPlainLine } from '../git/git-error.js';
import { openWorkGit } from '../git/work-git.js';

/** Where commits are fetched from. The token goes with each request as a header, and nowhere else. */
export interface CommitSource {
  /** Without a name or a password in it. */
  readonly url: string;
  readonly authorization: string | undefined;
}

/** A ref there, and the name that it gets here. */
export interface FetchedRef {
  readonly from: string;
  readonly to: string;
}

/** A new repository of commits alone, in a folder of its own. */
export interface CommitStore {
  readonly root: string;
  /** What git is run with in it. */
  readonly environment: NodeJS.ProcessEnv;
  /** The branch that the source calls its default. */
  findDefaultBranch(): Promise<string>;
  /** Fetches these refs with their whole history, and resolves to the commit of each by its name here. */
  fetch(refs: readonly FetchedRef[]): Promise<ReadonlyMap<string, string>>;
  /** Fetches commits that maybe no ref leads to any more, as far as the source still has them. */
  fetchCommits(commits: readonly string[]): Promise<void>;
  /** Makes one ref stand for another, as a clone's note of the default branch does. */
  point(name: string, target: string): Promise<void>;
  remove(): Promise<void>;
}

/** The network is not to be trusted with a token, this machine is. */
const address = /^(?:(https):\/\/[^@\s/]+|(http):\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?)(?:\/[^@\s]*)?$/;
/** Milliseconds that the whole history may take to come. */
const longestFetch = 20 * 60_000;
/** Seconds in which something of it has to come. A host that still counts what to send says so every five. */
const longestSilence = 120;

/**
 * Makes an empty bare repository for commits of `source`. No file is checked out, and nothing outside of the machine's own environment is
 * read: no configuration of a user or the system, no template, no hook. What comes is only stored: no submodule, tag or large file is
 * followed, and no redirect, which would take the token with it.
 */
export async function createCommitStore(
  source: CommitSource,
  environment: Readonly<Record<string, string | undefined>>,
  folder = tmpdir(),
  silence = longestSilence,
): Promise<CommitStore> {
  const [, safely, here] = address.exec(source.url) ?? [];
  const protocol = safely ?? here;
  if (protocol === undefined) {
    throw new GitError(
      'failed',
      'The host’s address is none that commits can be fetched from: it begins with https://, and holds neither a name nor a password.',
    );
  }
  const home = await mkdtemp(join(folder, 'pm-zone-'));
  const root = join(home, 'commits.git');
  const kept = keepSafe(environment, home);
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true });
  try {
    await openGit(home, { environment: kept }).run(['init', '--bare', '--quiet', '--template=', root]);
  } catch (error) {
    await remove();
    throw error;
  }
  const git = openGit(root, { environment: kept });
  const run = openWorkGit(git, false);
  const request = (command: readonly string[], input = ''): ReturnType<typeof run> =>
    run([...closed, '-c', 'http.lowSpeedLimit=1', '-c', `http.lowSpeedTime=${silence}`, ...command], {
      network: true,
      timeout: longestFetch,
      input,
      environment: { ...secret(source), GIT_ALLOW_PROTOCOL: protocol },
    });
  const ask = async (command: readonly string[], input = ''): Promise<string> => {
    const { code, output, said } = await request(command, input);
    if (code !== 0) throw explain(said, source);
    return output.toString('utf8');
  };
  return {
    root,
    environment: kept,
    async findDefaultBranch() {
      const answer = await ask(['ls-remote', '--symref', '--', source.url, 'HEAD']);
      const [, branch] = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer) ?? [];
      if (branch !== undefined) return branch;
      throw new GitError('not-fetched', 'The host does not say which branch is its default. Set one in its settings.');
    },
    async fetch(refs) {
      await ask(fetchCommand(source.url), refs.map(({ from, to }) => `+${from}:${to}\n`).join(''));
      return readTips(git, refs);
    },
    async fetchCommits(commits) {
      const missing = await findMissing(git, commits);
      const get = async (some: readonly string[]): Promise<boolean> =>
        (await request(fetchCommand(source.url), some.map((commit) => `${commit}\n`).join(''))).code === 0;
      if (missing.length === 0 || (await get(missing)) || missing.length === 1) return;
      // One that the source has no more takes all others with it.
      for (const commit of missing) await get([commit]);
    },
    async point(name, target) {
      await git.run(['symbolic-ref', name, target]);
    },
    remove,
  };
}

/** What is passed on of the job's environment: where programs, certificates and the network are. */
const safe =
  /^(?:PATH|PATHEXT|SystemRoot|windir|ComSpec|TEMP|TMP|TMPDIR|LANG|(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO|GIT_SSL_CAPATH)$/i;

function keepSafe(environment: Readonly<Record<string, string | undefined>>, home: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(environment).filter(([name]) => safe.test(name))),
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
}

/** No redirect takes the token along, and no program is asked for another. */
const closed = ['http.followRedirects=false', 'credential.helper=', 'core.askPass=', 'maintenance.auto=false'].flatMap(
  (each) => ['-c', each],
);

function fetchCommand(url: string): readonly string[] {
  const alone = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-show-forced-updates'];
  return ['fetch', '--quiet', ...alone, '--stdin', '--', url];
}

/** By the environment: what stands in a command or in an address can be read by others on the machine. */
function secret({ authorization }: CommitSource): Readonly<Record<string, string>> {
  return authorization === undefined
    ? {}
    : {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'http.extraHeader',
        GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
      };
}

/** As many of them, the latest, as are looked for: a branch that people work on has fewer. */
const mostCommits = 100;

async function findMissing(git: Git, commits: readonly string[]): Promise<readonly string[]> {
  const wanted = [...new Set(commits)].slice(-mostCommits);
  const listed = await git.run(['cat-file', '--batch-check'], { input: wanted.map((each) => `${each}\n`).join('') });
  return [...String(listed).matchAll(/^(\S+) missing$/gm)].map(([, commit]) => commit as string);
}

async function readTips(git: Git, refs: readonly FetchedRef[]): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(refs.map(({ to }) => to))];
  const output = await git.run(['for-each-ref', '--format=%(objectname) %(refname)', '--', ...names]);
  const found = output
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' ', 2) as [string, string])
    .map(([commit, name]) => [name, commit] as const);
  return new Map(found.filter(([name]) => names.includes(name)));
}

function explain(said: string, { url }: CommitSource): GitError {
  const [, missing] = /couldn't find remote ref (\S+)/.exec(said) ?? [];
  if (missing !== undefined) {
    return new GitError(
      'unknown-revision',
      `The host has no ${toPlainLine(missing)} any more. It was taken away or renamed meanwhile.`,
    );
  }
  const words = said.split('\n').find((line) => /^(?:fatal|error): /.test(line)) ?? 'nothing';
  return new GitError(
    'not-fetched',
    `The commits could not be fetched from ${toPlainLine(url)}. Git said: ${toPlainLine(words)}`,
  );
}
