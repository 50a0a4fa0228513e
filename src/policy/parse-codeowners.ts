import { parseGithubCodeowners } from './github-codeowners.js';
import { isGitlabHeading, parseGitlabCodeowners } from './gitlab-codeowners.js';
import type { Codeowners, PolicyFile } from './policy.js';

/** GitHub takes a larger file for absent (its documentation, "CODEOWNERS file size"). In bytes. */
export const largestCodeowners = 3 * 1024 * 1024;

/**
 * Reads a CODEOWNERS file in the dialect it is written in: GitLab's in `.gitlab/` or where section headings head entries,
 * else GitHub's. A line that cannot be read is left out with a problem; a file of over 3 MB counts as absent, with a
 * problem. Throws on no input.
 */
export function parseCodeowners(file: PolicyFile): Codeowners {
  const text = file.text.startsWith('\ufeff') ? file.text.slice(1) : file.text;
  const gitlab = file.path.startsWith('.gitlab/');
  if (text.length > largestCodeowners || (text.length > largestCodeowners / 3 && sizeOf(text) > largestCodeowners)) {
    return tooLarge(file.path, gitlab ? 'gitlab' : 'github');
  }
  return gitlab || hasSections(file.path, text)
    ? parseGitlabCodeowners({ path: file.path, text })
    : parseGithubCodeowners({ path: file.path, text });
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

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}

function tooLarge(path: string, dialect: Codeowners['dialect']): Codeowners {
  const message =
    'This CODEOWNERS file is larger than 3 MB, so the host does not read it and no file has an owner. Ask engineering to shorten it.';
  return {
    file: path,
    dialect,
    sections: [],
    rules: [],
    problems: [{ severity: 'warning', message, file: path, line: 1 }],
  };
}
