import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeIsolatedHome } from '../isolated-home.js';
import { minimatch } from 'minimatch';
import { casePlan, casePolicy } from './case-policy.js';
import type { Case } from './case.js';

/** A repository in a temporary folder that borrows the objects of a copy of a public one. */
export interface CaseRepository {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Points `main` and `change` at the base and the head of a case, each with its policy and plan. Throws where the copy does not hold the commit. */
  lay(each: Case): void;
  /** Writes the change's files and the policy to the disk, and no others: copies lack their largest files, and nobody needs more. */
  checkOut(): void;
  remove(): void;
}

const person = 'Maya Rivera <maya@harbor.example> 1735689600 +0000';
/** Files that define events, by their names; what only sends them is left out, and so is what a page is drawn by. */
const definesEvents =
  /^(?!.*(?:test|spec|stories)).*(?:analytics|telemetry|events?|tracking|capture|stats|metrics)[^/]*\.(?:[jt]s|ya?ml|json)$/iu;

/** What else would say what a PM may touch. */
const replaced = [
  'CLAUDE.md',
  '.claude/CLAUDE.md',
  'AGENTS.md',
  'CODEOWNERS',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
];

/** `copy` is the git folder of the public repository; nothing is written there. */
export function openCaseRepository(copy: string): CaseRepository {
  const { home, root, environment } = makeIsolatedHome('pm-zone-quality-');
  const index = { ...environment, GIT_INDEX_FILE: join(home, 'index') };
  const git = (args: readonly string[], input: string | Buffer = ''): string =>
    execFileSync('git', args, {
      cwd: root,
      env: index,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    }).trimEnd();
  const text = (revision: string, path: string): string | undefined => {
    try {
      return execFileSync('git', ['cat-file', 'blob', `${revision}:${path}`], {
        cwd: root,
        env: environment,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return undefined;
    }
  };
  execFileSync('git', ['init', '--quiet', '--template=', '--initial-branch=main', root], { env: environment });
  writeFileSync(join(root, '.git/objects/info/alternates'), `${join(realpathSync(copy), 'objects')}\n`);
  git(['config', 'user.name', 'Maya Rivera']);
  git(['config', 'user.email', 'maya@harbor.example']);

  const commit = (tree: string, added: ReadonlyMap<string, string>, parent?: string): string => {
    git(['read-tree', tree]);
    git(['rm', '-r', '--cached', '--quiet', '--ignore-unmatch', '--', ...replaced]);
    for (const [path, content] of added) {
      const blob = git(['hash-object', '-w', '--stdin'], content);
      git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
    }
    const written = `tree ${git(['write-tree', '--missing-ok'])}\n${parent === undefined ? '' : `parent ${parent}\n`}author ${person}\ncommitter ${person}\n\nA small change\n`;
    return git(['hash-object', '-t', 'commit', '-w', '--stdin'], written);
  };
  return {
    root,
    environment,
    lay: (each) => {
      const isMistake = each.kind === 'mistake';
      const [before, after] = [isMistake ? each.commit : `${each.commit}^1`, each.commit];
      const changed = isMistake
        ? (each.edits ?? []).map(({ path }) => path)
        : git(['diff-tree', '-r', '--no-renames', '--name-only', '-z', before, after]).split('\0').filter(Boolean);
      const edited = edit(each, (path) => text(after, path));
      const isNamed = (path: string): boolean => each.flagFiles?.some((glob) => minimatch(path, glob)) === true;
      const flagFiles = changed
        .filter((path) => each.check.startsWith('flag-') || /flag|feature/iu.test(path))
        // There are only so many names on a roster.
        .toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)))
        .slice(0, 50);
      const stems = flagFiles.map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/u, ''));
      const names = [
        ...stems,
        ...flagFiles.flatMap((path) => [text(before, path) ?? '', edited.get(path) ?? text(after, path) ?? '']),
      ];
      const isAboutEvents = each.check === 'events-additions-only';
      const eventFiles = changed.filter(
        (path) => isAboutEvents && (each.expect.some((expected) => expected.path === path) || definesEvents.test(path)),
      );
      const policy: [string, string] = ['CLAUDE.md', casePolicy(each, names, eventFiles)];
      const plan: [string, string] = [`${each.plan?.folder ?? 'product'}/PLANNING.md`, casePlan(each)];
      const base = commit(before, new Map([policy]));
      git(['update-ref', 'refs/heads/main', base]);
      const planned = commit(before, new Map([policy, plan]), base);
      git(['update-ref', 'refs/heads/change', commit(after, new Map([...edited, policy, plan]), planned)]);
      git(['symbolic-ref', 'HEAD', 'refs/heads/change']);
    },
    checkOut: () => {
      const checked = (...args: readonly string[]): string =>
        execFileSync('git', args, { cwd: root, env: environment, encoding: 'utf8', maxBuffer: 2 ** 28 });
      checked('config', 'core.sparseCheckout', 'true');
      const changed = checked('diff', '--name-only', '-z', 'main', 'HEAD').split('\0').filter(Boolean);
      const escaped = ['CLAUDE.md', ...changed].map((path) => `/${path.replaceAll(/[\\*?[\]!# ]/g, '\\$&')}\n`);
      mkdirSync(join(root, '.git', 'info'), { recursive: true });
      writeFileSync(join(root, '.git', 'info', 'sparse-checkout'), escaped.join(''));
      checked('read-tree', '-mu', 'HEAD');
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function edit({ edits = [] }: Case, read: (path: string) => string | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, find, put } of edits) {
    const parts = (texts.get(path) ?? read(path) ?? '').split(find);
    if (parts.length !== 2) throw new Error(`“${find}” does not stand exactly once in ${path}.`);
    texts.set(path, parts.join(put.replaceAll(/[⟦⟧]/g, '')));
  }
  return texts;
}
