import { parseGithubCodeowners } from './parse-github-codeowners.js';
import { isGitlabHeading, parseGitlabCodeowners } from './parse-gitlab-codeowners.js';
import type { Codeowners, PolicyFile } from '../policy.js';

/** GitHub takes a larger file for absent (its documentation, "CODEOWNERS file size"). In bytes. */
export const largestCodeowners = 3 * 1024 * 1024;

/**
 * Reads a CODEOWNERS file in the dialect it is written in: GitLab's in `.gitlab/` or where section headings head entries,
 * else GitHub's. A line that cannot be read is left out with a problem; a file of over 3 MB counts as absent, with a
 * problem. Throws on no input.
 */
export function parseCodeowners(file: PolicyFile): Codeowners {
  const text = withoutMark(file.text);
  if (isTooLarge(text)) return tooLarge(file.path, file.path.startsWith('.gitlab/') ? 'gitlab' : 'github');
  return isGithubDialect(file)
    ? parseGithubCodeowners({ path: file.path, text })
    : parseGitlabCodeowners({ path: file.path, text });
}

/** Whether `parseCodeowners` reads it as GitHub does; never of a file that it takes for absent. */
export function isGithubDialect(file: PolicyFile): boolean {
  const text = withoutMark(file.text);
  return !isTooLarge(text) && !file.path.startsWith('.gitlab/') && !hasSections(file.path, text);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function isTooLarge(text: string): boolean {
  return (
    text.length > largestCodeowners ||
    (text.length > largestCodeowners / 3 && Buffer.byteLength(text) > largestCodeowners)
  );
}

/**
 * A heading counts when an entry follows it. In `.github/`, which GitLab does not read, `[name] @owner` is rather the
 * pattern of a folder called `[name]`.
 */
function hasSections(path: string, text: string): boolean {
  if (!text.includes('[')) return false;
  const lines = text.split('\n').map((line) => line.trim());
  const heading = lines.findIndex(
    (line) => isGitlabHeading(line) && !(path.startsWith('.github/') && /^\[[^\]\s]*\]\s+\S/u.test(line)),
  );
  return (
    heading >= 0 &&
    lines.slice(heading + 1).some((line) => line !== '' && !line.startsWith('#') && !isGitlabHeading(line))
  );
}

function tooLarge(path: string, dialect: Codeowners['dialect']): Codeowners {
  const message =
    'This CODEOWNERS file is larger than 3 MB, so GitHub or GitLab does not read it and no file has an owner. Ask an engineer to shorten it.';
  return {
    file: path,
    dialect,
    sections: [],
    rules: [],
    problems: [{ severity: 'warning', message, file: path, line: 1 }],
  };
}
