import { isLocale } from '../../text/is-locale.js';
import { readTexts, type SurveyedFiles } from '../surveyed-files.js';
import { findFolderGlobs } from './folder-globs.js';
import { createCodeMentions } from './mentions-code.js';
import type { GlobSeed } from './pure-globs.js';
import { isPlainPath, isSetAside } from './set-aside.js';

/** Folders of Markdown for the readers of the product, as globs that hold nothing else. What every fourth page or more says to those who build the repository is for them. */
export async function findDocs(files: SurveyedFiles): Promise<readonly GlobSeed[]> {
  const { paths } = files;
  const pages = paths.filter((path) => docsFolder.test(path) && isPage(path));
  const texts = await readTexts(files, pages.slice(0, mostRead));
  const mentionsCode = createCodeMentions(paths);
  const counts = new Map<string, { pages: number; onCode: number }>();
  for (const [path, text] of texts) {
    const { pages: known, onCode } = counts.get(docsRootOf(path)) ?? { pages: 0, onCode: 0 };
    counts.set(docsRootOf(path), {
      pages: known + 1,
      onCode: onCode + (mentionsCode(text) || toBuilders.test(text) ? 1 : 0),
    });
  }
  const isOfCode = (root: string): boolean => {
    const { pages: read, onCode } = counts.get(root) ?? { pages: 1, onCode: 0 };
    return onCode * 4 >= read;
  };
  return findIn(
    paths.filter((path) => !isOfCode(docsRootOf(path))),
    docsFolder,
    isPage,
  );
}

/** What is said to those who work on the repository itself. */
const toBuilders =
  /\bpull requests?\b|\bgit clone\b|\bdevelopment environment\b|\bthis (?:(?:git )?repository|monorepo|codebase)\b/iu;

function docsRootOf(path: string): string {
  return docsFolder.exec(path)?.[1] ?? '';
}

/** Of pages beyond these nobody knows what they speak of; they are taken for what their folders say. */
const mostRead = 1000;

function isPage(path: string): boolean {
  return /\.mdx?$/iu.test(path) && !ofEngineers.test(path);
}

/** Folders of prompts in plain text. */
export function findPrompts(paths: readonly string[]): readonly GlobSeed[] {
  return findIn(paths, promptsFolder, (path) => /\.(?:md|txt|prompt)$/iu.test(path) && !/\/readme\.md$/iu.test(path));
}

function findIn(paths: readonly string[], folder: RegExp, isWanted: (path: string) => boolean): readonly GlobSeed[] {
  const roots = new Set<string>();
  const wanted = new Set<string>();
  for (const path of paths) {
    const root = folder.exec(path)?.[1];
    if (root === undefined || isSetAside(`${root}/`) || !isPlainPath(root)) continue;
    roots.add(root);
    if (isWanted(path) && isPlainPath(path) && !isSetAside(path)) wanted.add(path);
  }
  return findFolderGlobs([...roots], wanted, paths);
}

/** What is written for those who use the product; other docs are as often for those who build it. */
const ofReaders =
  'help|handbook|users?|(?:end-?)?user[-_]?(?:guides?|docs?|manuals?)|editor[-_]?manual|guides?|faqs?|tutorials?|how-?tos?|getting[-_]?started|quick-?start|features|manuals?|onboarding|concepts|learn|kb|knowledge[-_]?base|support|release[-_]?notes';

/** Not deeper than in a package. */
const docsFolder = new RegExp(
  `^((?:[^/]+/){0,2}(?:help|handbook|(?:docs|documentation)/(?:[^/]+/){0,3}?(?:${ofReaders})))/`,
  'iu',
);
const promptsFolder = /^((?:[^/]+\/)*?prompts?)\//iu;

/** Docs that engineers, lawyers and machines write, by the folders that they lie in and by their names. */
const ofEngineers =
  /(?:^|\/)(?:adrs?|rfcs?|decisions?|architecture|codebase|design-?docs?|dev|devel|dev(?:eloper)?s?-?docs|developers?|(?:\w+[-_])*development|agents?|ai|skills?|contribut\w*|internals?|legal|security|compliance|policies|apis?|api-\w+|sdks?|cli|command-line|man|self-?host\w*|admin\w*|install\w*|configuration|references?|runbooks?|ops|operations|infra\w*|deploy\w*|specs?|protocols?|proposals?|release-process|maintainers?|hacking|ci)(?:\/|[.-][^/]*$)|(?:^|\/)(?:licen[cs]e|security|contributing|code_of_conduct|changelog|changes|governance|maintainers|owners|agents|claude|skill|planning)[\w.-]*\.mdx?$/iu;

/** Docs for which nothing says who reads them, in the folders that they fill. */
export function findOtherDocs(paths: readonly string[], isOpen: (path: string) => boolean): readonly GlobSeed[] {
  return findIn(paths, anyDocs, (path) => isPage(path) && isOpen(path) && !isTranslated(path));
}

const anyDocs = /^((?:[^/]+\/){0,3}?(?:docs|documentation))\//iu;

/** What translators and releases copy out of the docs that people write. */
function isTranslated(path: string): boolean {
  if (/(?:^|\/)(?:i18n|l10n|locales?|translations?|versioned_\w+|versions?)\//iu.test(path)) return true;
  return path.split('/').some((name) => isLocale(name) && !/^en(?:[-_]|$)/iu.test(name));
}
