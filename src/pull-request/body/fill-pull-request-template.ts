import { printable } from '../../text/printable.js';
import { closeOpen } from './close-open.js';
import { dropComments } from './drop-comments.js';
import { findExamples } from './find-examples.js';
import { standsForAnswer } from './stands-for-answer.js';
import { readFences } from './read-fences.js';

/** The sections of a pull request's body that a repository's own template may ask for under its own headings. */
export type BodySection = 'summary' | 'why' | 'changes' | 'tests' | 'rollback' | 'plan' | 'disclosure';

export interface FilledTemplate {
  readonly markdown: string;
  /** Which sections found their place in it. */
  readonly filled: ReadonlySet<BodySection>;
  /** The parts of it that are left to whoever opens the pull request, by their headings. */
  readonly unfilled: readonly string[];
}

/** Characters; a longer template is not used. */
const longestTemplate = 20_000;

const headings: readonly (readonly [RegExp, BodySection])[] = [
  [
    /\b(?:AI|LLMs?)\b.{0,20}\b(?:usage|use|disclosure|tools?)\b|\b(?:usage|use|disclosure) of (?:AI|LLMs?)\b/i,
    'disclosure',
  ],
  [
    /^(?:(?:short |brief |change )?(?:summary|description|overview|explanation)|proposed changes?\b|what\b(?!.*\b(?:changed?|problem|types?|kinds?|sort|issues?|tickets?|current)\b)|tl;?dr)/i,
    'summary',
  ],
  [/^(?:why|what problem|motivation|context|background|reason|rationale)\b/i, 'why'],
  [/^(?:changes?|what (?:has )?changed?|what's changed)\b/i, 'changes'],
  [
    /^(?:test(?:s|ing| plan)?|how (?:has (?:this|it) been|was (?:this|it)|(?:this|it) was|to|did you) test(?:ed)?|qa|verification)\b/i,
    'tests',
  ],
  [/^(?:how\b.{0,30}?\b)?(?:roll(?:ed|ing)?[-\s]?(?:out|back)|revert|deploy(?:ment)?|release|risks?)\b/i, 'rollback'],
  [/^(?:plan(?:ning)?(?: doc)?|spec|design doc|prd)\b/i, 'plan'],
];

/**
 * The repository's own template with our texts under the headings that ask for them. Its comments and its examples of an answer are left out, all
 * else stays as it is, check boxes included. Each section goes in once. Headings in code are none. `undefined` where the template is too long to be one.
 */
export function fillPullRequestTemplate(
  template: string,
  texts: ReadonlyMap<BodySection, string>,
): FilledTemplate | undefined {
  if (template.length > longestTemplate) return undefined;
  const filled = new Set<BodySection>();
  const lines: string[] = [];
  const parts: TemplatePart[] = [{ heading: '', level: 0, isFilled: false, isUnsaid: false, lines: [] }];
  const fences = readFences();
  const blanks: string[] = [];
  const plain = dropComments(template.replace(/^\uFEFF/, '')).split('\n');
  const asked = headingsOf(plain);
  const examples = findExamples(plain);
  for (const [at, written] of plain.entries()) {
    if (examples.has(at)) continue;
    const isCode = fences.isCode(written);
    const line = isCode ? written : withoutReference(written);
    const heading = isCode ? undefined : parseHeading(line);
    const part = parts.at(-1) as TemplatePart;
    if (!isCode && (part.isFilled || part.isUnsaid) && heading === undefined && standsForAnswer(plain, at)) continue;
    if (isCode || line !== '' || lines.at(-1) !== '') lines.push(line);
    if (heading === undefined) {
      part.lines.push(line);
      if (!isCode && (part.isFilled || part.level === 0) && isBlank(line)) blanks.push(`“${plainLine(line)}”`);
      continue;
    }
    const own = sectionsFor(heading.text);
    const wanted = own.includes('summary') ? [...own, ...described.filter((each) => !asked.has(each))] : own;
    const given = wanted.flatMap((each) => {
      const text = filled.has(each) ? undefined : texts.get(each);
      if (text === undefined) return [];
      filled.add(each);
      return ['', text];
    });
    // Its own words below would go on ours.
    if (given.length > 0) lines.push(...given, '');
    // Empty, it reads as if nobody had asked.
    const isUnsaid = given.length === 0 && own.includes('tests') && isEmptyBelow(plain, at);
    if (isUnsaid) lines.push('', notSaid, '');
    parts.push({ heading: heading.text, level: heading.level, isFilled: given.length > 0, isUnsaid, lines: [] });
  }
  // What is open at its end would swallow our sections.
  const markdown = `${lines.join('\n').trimEnd()}\n`;
  return {
    markdown: markdown + closeOpen(markdown),
    filled,
    unfilled: [...blanks, ...parts.flatMap(leftToFill)],
  };
}

const notSaid = '_Nothing is said of it yet._';

/** Does nothing stand between this heading and the next, not even one of its parts? */
function isEmptyBelow(lines: readonly string[], at: number): boolean {
  const next = lines.find((line, index) => index > at && line.trim() !== '' && !standsForAnswer(lines, index));
  const [own, other] = [parseHeading(lines[at] as string), parseHeading(next ?? '')];
  return next === undefined || (other !== undefined && other.level <= (own?.level ?? 0));
}

/** What belongs to a description where no other heading asks for it: else a checklist would stand between the two. */
const described = ['why', 'changes'] as const satisfies readonly BodySection[];

function headingsOf(lines: readonly string[]): ReadonlySet<BodySection> {
  const fences = readFences();
  return new Set(lines.flatMap((line) => (fences.isCode(line) ? [] : sectionsFor(parseHeading(line)?.text ?? ''))));
}

/** A line that names an issue which the pull request closes: an example, or one to be filled in. */
const reference =
  /^(\s{0,10}(?:[-*+] )?(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?) ?:? ?)(?=$|[#_[.…*(]|https?:|[A-Z]{2,10}-)(.{0,200})$/i;

/** What waits for an answer in the middle of a part: a reference, or a stand-in such as `<model>`, #XXX or ___. */
function isBlank(line: string): boolean {
  return (
    reference.test(line) || /`<[^`<>]{1,60}>`|#X{2,}(?!\w)|(?<!\w)(?:TODO|TBD)(?!\w)|(?<!\w)_{3,}(?!\w)/.test(line)
  );
}

/** Sent as it is, the example in a template (“Fixes #123”) would close that issue. */
function withoutReference(line: string): string {
  const [, lead = '', rest = ''] = reference.exec(line) ?? [];
  return /\d/.test(rest) ? `${lead.trimEnd()} ___` : line;
}

/** What stands under one heading. */
interface TemplatePart {
  readonly heading: string;
  readonly level: number;
  readonly isFilled: boolean;
  /** What it asks for is said nowhere, and that was said. */
  readonly isUnsaid: boolean;
  readonly lines: string[];
}

/** A line in bold stands for a heading of the lowest level. */
function parseHeading(line: string): { readonly text: string; readonly level: number } | undefined {
  const [, signs, text] = /^ {0,3}(#{1,6}) (.{1,200})/.exec(line) ?? [];
  if (signs !== undefined && text !== undefined) return { text, level: signs.length };
  const bold = /^\*\*([^*]{1,200})\*\*:?\s{0,9}$/.exec(line)?.[1];
  return bold === undefined ? undefined : { text: bold, level: 7 };
}

/** The heading of a part that got no text of ours, with its boxes to tick; one that only holds other headings is none. */
function leftToFill(part: TemplatePart, index: number, parts: readonly TemplatePart[]): readonly string[] {
  const next = parts[index + 1];
  const isEmpty = part.lines.every((line) => line.trim() === '');
  if (part.isFilled || (isEmpty && (part.level === 0 || (next !== undefined && next.level > part.level)))) return [];
  const boxes = part.lines.filter((line) => /^\s{0,20}[-*+] \[ \]/.test(line)).length;
  // Without a heading there is nothing to call it by.
  if (part.level === 0 && boxes === 0) return [];
  const name = part.level === 0 ? 'its beginning' : `“${plainLine(plainHeading(part.heading))}”`;
  return [boxes === 0 ? name : `${name} (${boxes} ${boxes === 1 ? 'box' : 'boxes'} to tick)`];
}

/** A long one by its first sentence, else by its first words. */
function plainLine(line: string): string {
  const text = printable(line.trim());
  if (text.length <= longestName) return text;
  const sentence = /^.{8,78}?[.!?](?= )/u.exec(text)?.[0];
  return sentence?.slice(0, -1) ?? `${text.slice(0, longestName - 1).replace(/\s+\S*$/u, '')}…`;
}

const longestName = 80;

/** A heading by its words. */
function plainHeading(heading: string): string {
  return heading
    .replace(/^(?::\w{1,30}:|[^\p{L}\p{N}:]){1,20}/u, '')
    .replace(/[*_`#]|\s*:\s*$/g, '')
    .trim();
}

/** “What and why” asks for two. */
function sectionsFor(heading: string): readonly BodySection[] {
  const words = heading.replace(/^(?::\w{1,30}:|[^\p{L}:]){1,20}/u, '').replace(/[*_`]/g, '');
  const section = headings.find(([pattern]) => pattern.test(words))?.[1];
  if (section === undefined) return [];
  return section !== 'why' && /(?:\band|[&+/,])\s*why\b/i.test(words) ? [section, 'why'] : [section];
}
