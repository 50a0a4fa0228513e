import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Minimatch } from 'minimatch';
import type { CodeownersRule } from '../src/policy/policy.js';
import type { DataSet } from './data-sets.js';
import { requirePeers } from './install-peers.js';
import { toGlobs, toRegExp } from './translate.js';

/** Returns the owners of a path; a path without owners has none. */
export type FindOwners = (path: string) => readonly string[];

/** Another way to find owners. `wrong` says why its answers differ from GitHub's documentation, where they do. */
export interface Peer {
  readonly name: string;
  readonly wrong?: string;
  /** Compiles the data set's CODEOWNERS file. `rules` are its valid lines. */
  readonly prepare: (set: DataSet, rules: readonly CodeownersRule[]) => FindOwners;
}

interface CodeownersPackage {
  new (folder: string): { getOwner(path: string): readonly string[] };
}
interface CodeownersUtils {
  parse(text: string): unknown;
  matchFile(path: string, entries: unknown): { readonly owners: readonly string[] } | null;
}
interface Snyk {
  OwnershipEngine: { FromCodeownersFile(file: string): { calcFileOwnership(path: string): readonly string[] } };
}
type Ignore = () => { add(pattern: string): { ignores(path: string): boolean } };

const asIgnore = 'reads patterns as .gitignore does: `dir/*` also covers subfolders';
const ignoresCase = `${asIgnore}, and case does not count`;

/** The packages of npm that find owners, and the two ways that people write themselves. */
export function loadPeers(): readonly Peer[] {
  const require = requirePeers();
  const Codeowners = require('codeowners') as CodeownersPackage;
  const utils = require('codeowners-utils') as CodeownersUtils;
  const snyk = require('@snyk/github-codeowners/dist/lib/ownership/OwnershipEngine') as Snyk;
  const ignore = require('ignore') as Ignore;
  return [
    {
      name: 'npm codeowners',
      wrong: `${ignoresCase}; words after \`#\` are owners`,
      prepare: ({ codeowners }) => {
        const found = withFile(codeowners, (folder) => new Codeowners(folder));
        return (path) => found.getOwner(path);
      },
    },
    {
      name: 'npm codeowners-utils',
      wrong: ignoresCase,
      prepare: ({ codeowners }) => {
        const entries = utils.parse(codeowners);
        return (path) => utils.matchFile(path, entries)?.owners ?? [];
      },
    },
    {
      name: 'npm @snyk/github-codeowners',
      wrong:
        'case does not count, and one line that it does not understand fails the whole file (here it gets the valid lines)',
      prepare: (_, rules) => {
        const engine = withFile(
          rules.map(({ pattern, owners }) => [pattern, ...owners].join(' ')).join('\n'),
          (folder) => snyk.OwnershipEngine.FromCodeownersFile(join(folder, 'CODEOWNERS')),
        );
        return (path) => engine.calcFileOwnership(path);
      },
    },
    {
      name: 'npm ignore, one a rule',
      wrong: ignoresCase,
      prepare: (_, rules) =>
        lastMatch(rules, ({ pattern }) => {
          const one = ignore().add(pattern);
          return (path) => one.ignores(path);
        }),
    },
    {
      name: 'minimatch, translated',
      prepare: (_, rules) =>
        lastMatch(rules, ({ pattern }) => {
          const options = { dot: true, nobrace: true, noext: true, nocomment: true, nonegate: true };
          const globs = toGlobs(pattern).map((glob) => new Minimatch(glob, options));
          return (path) => globs.some((glob) => glob.match(path));
        }),
    },
    regExpPeer,
  ];
}

/** Slow with many rules, correct by its simplicity: the reference of the others. */
export const regExpPeer: Peer = {
  name: 'one RegExp a rule',
  prepare: (_, rules) =>
    lastMatch(rules, ({ pattern }) => {
      const expression = toRegExp(pattern);
      return (path) => expression.test(path);
    }),
};

const none: readonly string[] = [];

function lastMatch(
  rules: readonly CodeownersRule[],
  compile: (rule: CodeownersRule) => (path: string) => boolean,
): FindOwners {
  const newestFirst = rules.map((rule) => ({ owners: rule.owners, matches: compile(rule) })).reverse();
  return (path) => {
    for (const { owners, matches } of newestFirst) if (matches(path)) return owners;
    return none;
  };
}

function withFile<T>(codeowners: string, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-bench-'));
  try {
    writeFileSync(join(folder, 'CODEOWNERS'), codeowners);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
