import { isGithubDialect, parseCodeowners } from './codeowners/parse-codeowners.js';
import type { Codeowners, Policy, PolicyFile, PolicyTip } from './policy.js';

/** CODEOWNERS of a file that is parsed on first access. */
export function lazyCodeowners(source: PolicyFile): Codeowners {
  let parsed: Codeowners | undefined;
  const parse = (): Codeowners => (parsed ??= parseCodeowners(source));
  return {
    source,
    file: source.path,
    get dialect() {
      return parse().dialect;
    },
    get sections() {
      return parse().sections;
    },
    get rules() {
      return parse().rules;
    },
    get problems() {
      return parse().problems;
    },
  };
}

/** The policy narrowed to what concerns these paths: it judges them as the whole policy does. */
export function narrowPolicy({ tips: [first, ...more], preview }: Policy, paths: readonly string[]): Policy {
  const near = (tip: PolicyTip): PolicyTip => ({
    ...tip,
    codeowners: tip.codeowners && narrowCodeowners(tip.codeowners, paths),
  });
  return { tips: [near(first), ...more.map(near)], preview };
}

/** The longest list of folders, in characters, for which lines are left out; beyond it parsing the whole file is as fast. */
const longestList = 4096;

/**
 * CODEOWNERS narrowed to the lines that may concern these paths: their owners come out the same, line by line, for a tenth of the
 * work where the file is long. It says nothing of any other path. Returned unchanged if it was not read from a file, or is in
 * GitLab's dialect.
 *
 * Left out are lines that name two folders from the root, letter by letter, between which none of the paths lies.
 */
export function narrowCodeowners(codeowners: Codeowners, paths: readonly string[]): Codeowners {
  const { source } = codeowners;
  const folders = new Set(paths.flatMap((path) => twoFolders.exec(path)?.slice(0, 1) ?? []));
  const near = [...folders].map((folder) => folder.replace(/[.+]/g, '\\$&')).join('|');
  if (source === undefined || near.length > longestList || !isGithubDialect(source)) return codeowners;
  const far = new RegExp(
    `\\n/?(?!(?:${near})(?:[/ \\t]|\\r?\\n|\\r?$))${twoNames}(?=[/ \\t]|\\r?\\n|\\r?$)[^\\n]*`,
    'g',
  );
  // The line breaks stay, so that every rule keeps its line.
  const text = `\n${source.text}`.replace(far, '\n').slice(1);
  return { ...parseCodeowners({ path: source.path, text }), source };
}

/** Names without any character that is special in CODEOWNERS. */
const twoNames = '[\\w.@+-]+/[\\w.@+-]+';

const twoFolders = new RegExp(`^${twoNames}(?=/|$)`);
