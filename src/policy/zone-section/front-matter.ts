import { looksLikeZoneTitle } from '../grammar/zone-title.js';
import type { SectionProblem } from '../policy.js';

/**
 * The last line of a file's front matter, from 1; 0 where it has none. Front matter is what stands between a first line
 * `---` and the next and begins with `key:`: settings of some tool, whose comments and last line Markdown takes for
 * headings. What is written like Markdown is none, so that a rule above a title hides nothing.
 */
export function endOfFrontMatter(text: string): number {
  const lines = linesOf(text);
  if (!isFence(lines[0]) || !isKey(lines[1])) return 0;
  const end = lines.findIndex((line, place) => place > 0 && isFence(line));
  return lines.slice(1, end).every(isYaml) ? end + 1 : 0;
}

/** The front matter of a file with a PM zone must not speak of the zone, of a status or of a draft. */
export function findRemarks(text: string): readonly SectionProblem[] {
  const line = linesOf(text)
    .slice(0, endOfFrontMatter(text))
    .findIndex(
      (each) => looksLikeZoneTitle(each) || ofPms.test(each) || /^\s*["']?(?:status|draft)["']?\s*:/iu.test(each),
    );
  const message =
    'The settings at the top of this file say something about its status, so nobody can say whether the PM zone holds. Ask an engineer to take that line out.';
  return line < 0 ? [] : [{ severity: 'error', line: line + 1, message }];
}

/** "pm-locked: docs/" */
const ofPms =
  /(?<![\p{L}])(?:pms?|product[ _-]managers?)(?![\p{L}])[^#]{0,200}(?:lock|clos|forbid|deny|denied|exclud|read[ _-]?only|off[ _-]?limits|frozen|paus|suspend|(?<![\p{L}])(?:no|not|never|until)(?![\p{L}]))/iu;

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/u.test(line);
}

function isKey(line: string | undefined): boolean {
  return line !== undefined && /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u.test(line);
}

function isYaml(line: string): boolean {
  return isKey(line) || /^(?:[ \t#]|-[ \t]|$)/u.test(line);
}
