import type { PolicyProblem } from '../policy.js';
import type { TextToken } from '../grammar/tokenize.js';

/** What a cell lists: inline code as it stands, other words cut at commas, semicolons, line breaks and "and". Nothing is `-` or "none". */
export function parseCellEntries(tokens: readonly TextToken[]): readonly string[] {
  return tokens
    .filter(({ struck }) => !struck)
    .flatMap(({ kind, text }) => (kind === 'code' ? [text] : text.split(/[,;\n]|<br\s*\/?>|(?<=\s|^)and(?=\s|$)/iu)))
    .map((entry) => entry.trim())
    .filter((entry) => /[\p{L}\p{N}/*.]/u.test(entry) && !/^(?:none|n\/a|tbd|tba)$/iu.test(entry));
}

/** The e-mail addresses in a text, lower case. */
export function findEmails(text: string): readonly string[] {
  return (text.match(/[^\s<>,;()|"'`]{1,64}@[^\s<>,;()|"'`@]{1,255}/gu) ?? [])
    .map((email) =>
      email
        .replace(/^mailto:/iu, '')
        .replace(/\.+$/u, '')
        .toLowerCase(),
    )
    .filter((email) => email.includes('.', email.indexOf('@')));
}

/** The handles and teams in a text (`@maya`, `@org/team`), as written. */
export function findHandles(text: string): readonly string[] {
  return (text.match(/(?<![\p{L}\p{N}._%+@-])@[\p{L}\p{N}][\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}_.-]+)*/gu) ?? []).map(
    (handle) => handle.replace(/[.-]+$/u, ''),
  );
}

/** A person's name without their handles and addresses. */
export function parsePersonName(text: string): string {
  return text
    .split(/[\s<>()|,;]+/u)
    .filter((word) => !word.includes('@'))
    .join(' ')
    .trim();
}

/**
 * Folders from the root, `/`-separated, without leading or trailing slash. The root, a wildcard, `..` and whatever else
 * names more or less than one plain folder is an error and is left out. Brackets are of its name: `app/(shop)/[locale]`.
 */
export function parseFeatureFolders(
  entries: readonly string[],
  pm: string,
  addProblem: (severity: PolicyProblem['severity'], message: string) => void,
): readonly string[] {
  const folders: string[] = [];
  for (const entry of entries) {
    const folder = entry.replace(/^(?:\.?\/)+|(?:\/\*\*)?\/*$/gu, '');
    if (
      folder === '' ||
      folder === '.' ||
      /[*?{}\\<>:"|!\p{C}\p{Default_Ignorable_Code_Point}]|(?:^|\/)(?:\.{1,2})?(?:\/|$)/u.test(folder)
    ) {
      addProblem(
        'error',
        `“${entry.slice(0, 80)}” cannot be a feature folder of ${pm}: it must be one plain folder, without wildcards or “..”. Ask an engineer to fix the list of PMs.`,
      );
    } else {
      folders.push(folder);
    }
  }
  return folders;
}
