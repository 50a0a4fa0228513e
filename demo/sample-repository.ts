import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fastImportStream, type PlannedCommit } from './fast-import.js';
import { projectFolder } from './project-folder.js';
import { history, people, type HistoryStep } from './sample-history.js';

/** A working copy with its `origin` beside it, both in one folder. */
export interface SampleRepository {
  /** Everything that was made lies in here; deleting it leaves nothing behind. */
  readonly folder: string;
  /** Maya's clone, on `main`. */
  readonly root: string;
  /** The bare repository that is its `origin`. */
  readonly origin: string;
  /** What to run git and `pm-zone` with, so that the user's own git settings have no say. */
  readonly environment: NodeJS.ProcessEnv;
  readonly people: typeof people;
}

/** The address that `origin` goes by; git is told to look in the folder instead, so that nothing reaches the network. */
export const originAddress = 'https://github.com/harbor-example/boards.git';

/**
 * Makes the sample repository in `folder`, which may not exist yet or must be empty: a company's code with two feature folders,
 * a PM zone, code owners and a history of several people. Commit ids are the same in every run. Throws where git fails.
 */
export function makeSampleRepository(folder: string): SampleRepository {
  mkdirSync(folder, { recursive: true });
  const home = realpathSync(folder);
  const root = join(home, 'boards');
  const origin = join(home, 'origin.git');
  const environment = isolatedEnvironment(home);
  const git = (input: string, ...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: home, env: environment, input, stdio: ['pipe', 'pipe', 'pipe'] });
  };
  writeFileSync(join(home, 'gitconfig'), personalSettings);
  git('', 'init', '--quiet', '--bare', '--template=', '--initial-branch=main', origin);
  git(fastImportStream(planCommits()), '-C', origin, 'fast-import', '--quiet');
  git('', 'clone', '--quiet', '--template=', '--no-hardlinks', origin, root);
  appendFileSync(join(root, '.git', 'config'), ownSettings(origin));
  git('', '-C', root, 'remote', 'set-url', 'origin', originAddress);
  return { folder: home, root, origin, environment, people };
}

/** Settings of a person that no story is about. */
export const personalSettings = `[init]
\tdefaultBranch = main
[advice]
\tdetachedHead = false
`;

function ownSettings(origin: string): string {
  return `[user]
\tname = ${people.maya.name}
\temail = ${people.maya.email}
[core]
\tautocrlf = false
[commit]
\tgpgSign = false
[gc]
\tauto = 0
[url ${JSON.stringify(pathToFileURL(origin).href)}]
\tinsteadOf = ${originAddress}
`;
}

/** What to run git with in `home`, so that the user’s own git settings have no say. */
export function isolatedEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** The history as commits with whole texts. */
function planCommits(): readonly PlannedCommit[] {
  const last = readSample();
  return history.map((step, index): PlannedCommit => {
    const { by, at, message, branch, merges } = step;
    const paths = [...addedBy(step, last), ...(step.edits ?? []).map((edit) => edit.path)];
    return {
      branch: branch ?? 'main',
      by,
      at,
      message,
      files: new Map(paths.map((path) => [path, textAfter(index, path, last.get(path) ?? '')])),
      ...(branch !== undefined && { startsAt: 'main' }),
      ...(merges !== undefined && { merges }),
    };
  });
}

/** The paths that begin in a step: those of its `adds` that no longer prefix of another step claims. */
function addedBy(step: HistoryStep, last: ReadonlyMap<string, string>): string[] {
  const claims = history.flatMap((other) => (other.adds ?? []).map((prefix) => ({ prefix, step: other })));
  return [...last.keys()].filter((path) => {
    const claiming = claims.filter(
      ({ prefix }) => path === prefix || (prefix.endsWith('/') && path.startsWith(prefix)),
    );
    return claiming.sort((one, other) => other.prefix.length - one.prefix.length)[0]?.step === step;
  });
}

/** The text of a file as a step leaves it: its last text without what later steps edit. */
function textAfter(index: number, path: string, last: string): string {
  const later = history.slice(index + 1).flatMap((step) => (step.edits ?? []).filter((edit) => edit.path === path));
  return later.reduceRight((text, { from, to }) => {
    const pieces = text.split(to);
    if (pieces.length !== 2) throw new Error(`${path} of the sample does not say once: ${to}`);
    return pieces.join(from);
  }, last);
}

/** Every file of the sample by its path, sorted. Names that tools of this repository would take for their own start with `_`. */
function readSample(): ReadonlyMap<string, string> {
  const source = join(projectFolder(), 'demo', 'sample');
  const names = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map((entry): [string, string] => {
    const place = join(entry.parentPath, entry.name);
    const path = relative(source, place).split(sep).map(realName).join('/');
    return [path, readFileSync(place, 'utf8').replaceAll('\r\n', '\n')];
  });
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function realName(name: string): string {
  switch (name) {
    case '_claude':
    case '_github':
    case '_gitignore':
      return name.replace('_', '.');
    default:
      return name.replace(/^_/, '');
  }
}
