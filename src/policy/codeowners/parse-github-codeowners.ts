import type { Codeowners, CodeownersRule, PolicyFile, PolicyProblem } from '../policy.js';

/**
 * Reads GitHub's dialect: a pattern and its owners a line, `#` begins a comment, a backslash keeps the next character of a
 * pattern from its meaning. A line with an owner that is none, with `!` or with a control character is left out with a
 * problem, as GitHub does; `[ ]` is taken literally, with a problem. Linear in the text.
 */
export function parseGithubCodeowners(file: PolicyFile): Codeowners {
  const rules: CodeownersRule[] = [];
  const problems: PolicyProblem[] = [];
  let start = 0;
  for (let line = 1; start <= file.text.length; line += 1) {
    const end = file.text.indexOf('\n', start);
    const stop = end < 0 ? file.text.length : end;
    if (stop === start) {
      start += 1;
      continue;
    }
    const written = file.text.slice(start, stop);
    const text = trim(written);
    start = stop + 1;
    if (text === '' || text.startsWith('#')) continue;
    if (oddBlank.test(text)) {
      const message = `This line has a blank that is none (like a no-break space), which GitHub takes for a part of a name, so whom it asks is not what one reads. Ask an engineer to type the line anew.`;
      problems.push({ severity: 'warning', message, file: file.path, line });
    }
    if (plainLine.test(text)) {
      const blank = text.search(/[ \t]/u);
      const pattern = blank < 0 ? text : text.slice(0, blank);
      const owners = blank < 0 ? [] : splitWords(text.slice(blank));
      rules.push({ pattern, owners, line, text, section: 0, exclude: false });
      continue;
    }
    const addProblem = (severity: PolicyProblem['severity'], message: string): void => {
      problems.push({ severity, message, file: file.path, line });
    };
    const read = readLine(text);
    if ('problem' in read) {
      const message = `${read.problem} This line is left out, so it protects nothing. Ask an engineer to fix it.`;
      addProblem('warning', message);
      continue;
    }
    rules.push({ ...read, line, text, section: 0, exclude: false });
    if (/(?<!\\)[[\]]/u.test(read.pattern)) {
      const message = `“${read.pattern}” matches its square brackets as they stand; CODEOWNERS knows no character ranges.`;
      addProblem('info', message);
    }
  }
  return {
    file: file.path,
    dialect: 'github',
    sections: [{ name: '', optional: false, approvals: 1, line: 1 }],
    rules,
    problems,
  };
}

/** In characters; a line with hundreds of owners is shorter. */
const longestLine = 100_000;

/** Drops trailing blanks, except one that is escaped by a backslash. */
function trim(written: string): string {
  const text = written.trim();
  return text.endsWith('\\') && /\\[ \t]/u.test(written.slice(written.indexOf(text) + text.length - 1))
    ? `${text} `
    : text;
}

/** What looks like a blank and is no space or tab: no file's path has one without a backslash. */
const oddBlank = /(?<!\\)[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

/** Fast path for most lines, so that a large file is read in a few milliseconds. */
const plainLine = /^(?=[^\0-\x08\x0a-\x1f]{1,1000}$)[^\s\\#![\]]+(?:[ \t]+@[\w-]+(?:\/[\w.-]+)?)*$/u;

/** A pattern up to the first unescaped blank. */
const patternOfLine = /^(?:[^\s\\#]|\\[^\n])+/u;

type Line = { readonly pattern: string; readonly owners: readonly string[] } | { readonly problem: string };

function readLine(text: string): Line {
  if (text.length > longestLine) return { problem: `This line is longer than ${longestLine} characters.` };
  const pattern = patternOfLine.exec(text)?.[0];
  if (pattern === undefined) return { problem: 'This line has no pattern that could be read.' };
  if (pattern.startsWith('!')) return { problem: `“${pattern}” begins with “!”, which CODEOWNERS does not know.` };
  if (/[\0-\x08\x0e-\x1f\x7f]/u.test(text)) return { problem: 'This line has a control character in it.' };
  const rest = text.slice(pattern.length);
  const comment = rest.indexOf('#');
  const owners = splitWords(comment < 0 ? rest : rest.slice(0, comment));
  const wrong = owners.find((owner) => !isOwner(owner));
  if (wrong !== undefined)
    return { problem: `“${wrong}” is no owner: owners are written @name, @organisation/team or as an e-mail address.` };
  return { pattern, owners };
}

function splitWords(text: string): string[] {
  const words = text.trim();
  return words === '' ? [] : words.split(/[ \t]+/u);
}

function isOwner(word: string): boolean {
  if (word.startsWith('@')) return /^@[\w-]+(?:\/[\w.-]+)?$/u.test(word);
  const at = word.indexOf('@');
  const domain = word.slice(at + 1);
  return at > 0 && /^[\w.%+'-]+$/u.test(word.slice(0, at)) && /^[\w.-]+$/u.test(domain) && /[\w-]\.\w+$/u.test(domain);
}
