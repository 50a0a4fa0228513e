import type { Codeowners, CodeownersRule, CodeownersSection, PolicyFile, PolicyProblem } from '../policy.js';

/** Whether a trimmed line is a section's heading: `[Name]`, `^[Name]`, `[Name][2]`, each with default owners after it. */
export function isGitlabHeading(line: string): boolean {
  return /^\^?\[[^\]]+\](?:\[\d*\])?(?:\s|$)/u.test(line);
}

/**
 * Reads GitLab's dialect (its documentation, "Syntax of CODEOWNERS file"): sections, of which equal names in any case are
 * one and optional only where each heading says so; a section's default owners for entries without any; `!` before a
 * pattern. Words that are no owners are ignored, with a problem; comments stand on lines of their own. Linear in the text.
 */
export function parseGitlabCodeowners(file: PolicyFile): Codeowners {
  const sections: CodeownersSection[] = [{ name: 'codeowners', optional: false, approvals: 1, line: 1 }];
  const byName = new Map([['codeowners', 0]]);
  const rules: CodeownersRule[] = [];
  const problems: PolicyProblem[] = [];
  let section = 0;
  let defaults: readonly string[] = [];

  const addProblem = (line: number, message: string): void => {
    problems.push({ severity: 'warning', message, file: file.path, line });
  };
  const ownersIn = (words: string, line: number): readonly string[] => {
    const all = words.split(/\s+/u).filter((word) => word !== '');
    const wrong = all.find((word) => !isOwner(word));
    if (wrong !== undefined)
      addProblem(
        line,
        `“${wrong}” is no owner and is ignored: owners are written @name, @group/subgroup, @@role or as an e-mail address.`,
      );
    return all.filter(isOwner);
  };
  const open = (head: RegExpExecArray, line: number): void => {
    const [, caret, name = '', count = '', owners = ''] = head;
    if (name.trim() === '') addProblem(line, 'This section has no name. Ask an engineer to name it.');
    defaults = ownersIn(owners, line);
    const approvals = Math.max(1, Math.min(Number.parseInt(count, 10) || 1, 1000));
    const known = byName.get(name.toLowerCase());
    const before = known === undefined ? undefined : sections[known];
    if (known !== undefined && before !== undefined) {
      section = known;
      sections[known] = {
        ...before,
        optional: before.optional && caret !== undefined,
        approvals: Math.max(before.approvals, approvals),
      };
    } else {
      section = sections.push({ name, optional: caret !== undefined, approvals, line }) - 1;
      byName.set(name.toLowerCase(), section);
    }
  };
  const enter = (text: string, line: number): void => {
    const [written] = entryPattern.exec(text) as RegExpExecArray;
    const exclude = written.startsWith('!');
    const pattern = exclude ? written.slice(1) : written;
    if (pattern === '') {
      addProblem(line, 'This line has “!” without a pattern after it and is left out. Ask an engineer to fix it.');
      return;
    }
    const words = text.slice(written.length).trim();
    const owners = exclude ? [] : words === '' ? defaults : ownersIn(words, line);
    if (!exclude && owners.length === 0)
      addProblem(line, `“${pattern}” has no owner, so GitLab asks nobody's approval for it.`);
    rules.push({ pattern, owners, line, text, section, exclude });
  };

  file.text.split('\n').forEach((each, place) => {
    const text = each.trim();
    if (text === '' || text.startsWith('#')) return;
    if (text.length > longestLine) {
      const message = `This line is longer than ${longestLine} characters and is left out. Ask an engineer to fix it.`;
      addProblem(place + 1, message);
      return;
    }
    const head = heading.exec(text);
    if (head === null) enter(text, place + 1);
    else open(head, place + 1);
  });
  return { file: file.path, dialect: 'gitlab', sections, rules, problems };
}

/** GitLab takes whatever begins like this for a heading, even if it does not understand the rest. */
const heading = /^(\^)?\[([^\]]*)\](?:\[\s*(\d*)[^\]]*\])?([^]*)$/u;

/** In characters; a line with hundreds of owners is shorter. */
const longestLine = 100_000;

/** A pattern up to the first unescaped blank. */
const entryPattern = /^(?:[^\s\\]|\\[^\n]|\\$)+/u;

function isOwner(word: string): boolean {
  if (word.startsWith('@')) return /^@@?[\w.-]+(?:\/[\w.-]+)*$/u.test(word);
  const at = word.indexOf('@');
  return at > 0 && /^[\w.%+'-]+$/u.test(word.slice(0, at)) && /^[\w-]+(?:\.[\w-]+)+$/u.test(word.slice(at + 1));
}
