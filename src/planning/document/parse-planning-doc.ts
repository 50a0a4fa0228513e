import type { Heading, Root } from 'mdast';
import { findPlaceholders, withoutPlaceholders } from '../placeholder.js';
import { plainText } from '../../parsers/plain-text.js';
import { cutRanges, findComments, findUnshown, offsetsOf } from './hidden-ranges.js';
import { readPlanFields, type PlanFieldWithCode } from './plan-fields.js';
import type { LeftPlaceholder, PlanLevel, PlanSection, PlanStatus, PlanningDoc } from '../planning-doc.js';
import { canonicalLabel } from '../plan-labels.js';

/**
 * Reads a planning doc (design §5) from its text and the syntax tree of that text. Tolerant in how it is written (bold or not,
 * colon inside or outside, list or table, CRLF, BOM), strict in what it says: a label that occurs twice with two values has
 * none, a Status with conditions beside it is none. Throws on no input.
 */
export function parsePlanningDoc(text: string, root: Root): PlanningDoc {
  // The tree's offsets lack the byte order mark.
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const headings = root.children.filter((node) => node.type === 'heading');
  const titleNode = headings.find(({ depth }) => depth === 1);
  const title = titleNode === undefined ? undefined : readTitle(titleNode);
  const others = headings.filter((heading) => heading !== titleNode);
  const firstSection = others[0];
  const front =
    firstSection === undefined ? root.children : root.children.slice(0, root.children.indexOf(firstSection));
  const fields = readPlanFields(front);
  const { sections, left } = readSections(source, root, others);
  const inFields = fields.flatMap(({ label, line, written }) => placeholdersIn(written, label, line));
  return {
    title,
    fields: fields.map(({ label, value, line }) => ({ label, value, line })),
    sections,
    status: readStatus(valueOf(fields, 'status')),
    level: readLevel(valueOf(fields, 'level')),
    flags: readFlags(fieldOf(fields, 'flag')),
    featureFolder: readFolder(fieldOf(fields, 'feature folder')),
    productDris: readPeople(valueOf(fields, 'product dri')),
    engineeringDris: readPeople(valueOf(fields, 'engineering dri')),
    ...(inFields.length + left.length > 0 && { left: [...inFields, ...left] }),
  };
}

function readTitle(heading: Heading): string | undefined {
  const name = plainText(heading.children)
    .replace(/^\s*plan(?:ning)?(?: doc)?\s*[:–—-]\s*/i, '')
    .trim();
  return withoutPlaceholders(name).trim() === '' ? undefined : name;
}

function readSections(
  text: string,
  root: Root,
  headings: readonly Heading[],
): { readonly sections: readonly PlanSection[]; readonly left: readonly LeftPlaceholder[] } {
  const comments = findComments(text, root);
  const unshown = findUnshown(text, root, comments);
  const written = (part: string): string => withoutPlaceholders(part.replace(/\r\n?/g, '\n')).trim();
  // Of a section and one in it, the inner one has it.
  const left = new Map<string, LeftPlaceholder>();
  const sections = headings.map((heading, index) => {
    const end = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
    const [, from] = offsetsOf(heading, text);
    const to = end === undefined ? text.length : offsetsOf(end, text)[0];
    const name = plainText(heading.children).trim();
    const line = heading.position?.start.line ?? 1;
    const shown = cutRanges(text, from, to, unshown);
    for (const each of placeholdersIn(shown, name, line)) left.set(each.text, each);
    return { heading: name, line, body: written(cutRanges(text, from, to, comments)), shown: written(shown) };
  });
  return { sections, left: [...left.values()] };
}

function placeholdersIn(text: string, under: string, line: number): readonly LeftPlaceholder[] {
  return findPlaceholders(text).map(({ start, end }) => ({ text: text.slice(start, end), under, line }));
}

/** The one field of that label. Said twice with two values, it is not said. */
function fieldOf(fields: readonly PlanFieldWithCode[], label: string): PlanFieldWithCode | undefined {
  const named = fields.filter((field) => canonicalLabel(field.label) === label);
  return named.every(({ value }) => value === named[0]?.value) ? named[0] : undefined;
}

function valueOf(fields: readonly PlanFieldWithCode[], label: string): string {
  return fieldOf(fields, label)?.value ?? '';
}

const statuses: readonly (readonly [RegExp, PlanStatus])[] = [
  [/^draft\b/i, 'Draft'],
  [/^in[ -]review\b/i, 'In Review'],
  [/^approved\b/i, 'Approved'],
  [/^shipped\b/i, 'Shipped'],
  [/^retired\b/i, 'Retired'],
];
/** What may stand beside a status: who and when. "Approved, pending legal" is not approved. */
const beside = /^(?:[\s(),;.–—-]|\b(?:by|on|and)\b|\d{4}-\d{2}-\d{2}|@[\w./-]{1,60})*$/i;

function readStatus(value: string): PlanStatus | undefined {
  const plain = value.replace(/^[^\p{L}\p{N}]{1,8}/u, '');
  const found = statuses.find(([pattern]) => pattern.test(plain));
  if (found === undefined || plain.length > 200) return undefined;
  return beside.test(plain.replace(found[0], '')) ? found[1] : undefined;
}

function readLevel(value: string): PlanLevel | undefined {
  switch (value.toLowerCase().replace(/[\s_]+/g, '-')) {
    case 'copy':
      return 'copy';
    case 'config':
    case 'configuration':
      return 'config';
    case 'prompt':
    case 'prompts':
    case 'ai':
      return 'prompt';
    case 'front-end':
    case 'frontend':
      return 'front-end';
    case 'feature':
    case 'full':
      return 'feature';
    default:
      return undefined;
  }
}

function readFlags(field: PlanFieldWithCode | undefined): string[] {
  // What follows says why there is none.
  if (field === undefined || (field.code.length === 0 && /^none(?![\w-])/i.test(field.value))) return [];
  const written =
    field.code.length > 0 ? field.code : field.value.split(/[,;]/).map((token) => token.trim().replace(/\s.*$/s, ''));
  const keys = written.map((key) => key.trim()).filter((key) => key !== '' && !/^(?:none|n\/?a|no|-+|–|—)$/i.test(key));
  return [...new Set(keys)];
}

function readFolder(field: PlanFieldWithCode | undefined): string | undefined {
  const written = (field?.code[0] ?? field?.value ?? '').trim();
  const folder = written.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  const segments = folder.split('/');
  const usable =
    folder.length <= 400 && segments.every((name) => !['', '.', '..'].includes(name) && !/[\\:*?{}\p{C}]/u.test(name));
  return usable ? folder : undefined;
}

/** Handles and e-mail addresses where they are given, else names as written. */
function readPeople(value: string): string[] {
  const tokens = value.split(/[,;&]|\sand\s/).map((token) => {
    const named =
      /(?<![\w.])@[\w.-]{1,60}(?:\/[\w.-]{1,60})?/.exec(token)?.[0] ?? /[\w.+-]{1,64}@[\w.-]{1,100}/.exec(token)?.[0];
    return (named ?? token).trim();
  });
  return [...new Set(tokens.filter((token) => token !== '' && !/^(?:none|n\/?a|-+|–|—|@handle)$/i.test(token)))];
}
