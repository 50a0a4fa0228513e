import { classifyFile } from '../../change/classify-file.js';
import { printable } from '../../text/printable.js';
import { toPlainTitle } from '../../text/plain-markdown.js';
import { parseTitle } from './parse-title.js';
import type { TitleConvention } from './title-convention.js';

export interface TitleInput {
  /** What the title says. */
  readonly text: string;
  /** Paths of the change, the planning doc apart. */
  readonly paths: readonly string[];
  readonly branch: string;
  /** Subjects of the change's commits, oldest first. */
  readonly subjects: readonly string[];
}

export interface WrittenTitle {
  readonly title: string;
  /** What in it the PM has to fill in or to look at, in whole sentences. */
  readonly toFill: readonly string[];
}

/** What stands where something is not known. */
export const blank = '___';

/**
 * The title in the form that the repository's have. Nothing of it is invented: a ticket comes from the branch, a commit or the text itself, a
 * scope or an area from what other titles have and the folders of the change; what is not known is left blank, and said.
 */
export function writeTitle(convention: TitleConvention, input: TitleInput): WrittenTitle {
  const own = parseTitle(input.text);
  // What is in the form already is kept as it is written.
  if (convention.form !== 'plain' && own.form === convention.form && own.form !== 'conventional')
    return { title: toPlainTitle(input.text), toFill: [] };
  const emoji =
    convention.emoji === undefined || own.emoji !== undefined ? '' : `${emojiFor(input.paths)[convention.emoji]} `;
  const { lead, toFill } = leadFor(convention, input);
  const said = own.form === 'conventional' && convention.form === 'conventional' ? own.text : input.text;
  const text = convention.lowercase ? withSmallLetter(said) : said;
  return { title: toPlainTitle(`${emoji}${lead}${text}`), toFill };
}

interface Lead {
  readonly lead: string;
  readonly toFill: readonly string[];
}

function leadFor(convention: TitleConvention, input: TitleInput): Lead {
  switch (convention.form) {
    case 'plain':
      return { lead: '', toFill: [] };
    case 'ticket': {
      const ticket = findTicket(convention, input);
      return { lead: convention.frame.replace('$', () => ticket.name), toFill: ticket.toFill };
    }
    case 'tag':
    case 'area': {
      const name = findName(convention, input) ?? convention.usualName ?? blank;
      const kind = convention.form === 'tag' ? 'tag' : 'area';
      return {
        lead: convention.form === 'tag' ? `[${name}] ` : `${name}: `,
        toFill: name === blank ? [fillSentence(`the ${kind}`, convention, examples(convention.names))] : [],
      };
    }
    case 'conventional':
      return conventionalLead(convention, input);
  }
}

function conventionalLead(convention: TitleConvention, input: TitleInput): Lead {
  const { type, toFill } = findType(convention, input);
  if (convention.scope === 'ticket') {
    const ticket = findTicket(convention, input);
    return { lead: `${type}(${ticket.name}): `, toFill: [...toFill, ...ticket.toFill] };
  }
  const name = convention.scope === 'none' ? undefined : findName(convention, input);
  if (name !== undefined) return { lead: `${type}(${name}): `, toFill };
  if (convention.scope !== 'needed') return { lead: `${type}: `, toFill };
  return {
    lead: `${type}(${blank}): `,
    toFill: [...toFill, fillSentence('the scope', convention, examples(convention.names))],
  };
}

/** What the PM's own commits say; else docs for docs, and something new for anything else that users see. */
function findType(
  convention: TitleConvention,
  { paths, subjects }: TitleInput,
): { readonly type: string; readonly toFill: readonly string[] } {
  const inUse = convention.allowedTypes ?? convention.types;
  const known = (wanted: readonly [string, ...string[]]): string | undefined => {
    const [found] = wanted.flatMap((each) => inUse.find((type) => type.toLowerCase() === each) ?? []);
    return found ?? (convention.allowedTypes === undefined ? wanted[0] : undefined);
  };
  const own = subjects.toReversed().flatMap((subject) => parseTitle(subject).type ?? [])[0];
  const written = own === undefined ? undefined : known([own.toLowerCase()]);
  if (written !== undefined) return { type: written, toFill: [] };
  const isDocs = paths.every((path) => ['docs', 'planning'].includes(classifyFile(path)));
  const type = known(isDocs ? ['docs', 'doc'] : ['feat', 'feature']);
  if (type === undefined) return { type: blank, toFill: [fillSentence('the type', convention, examples(inUse))] };
  const fix = isDocs ? undefined : known(['fix', 'bugfix']);
  const sentence = `In the title, “${type}” says that something is new. Make it “${fix}” where you correct something that was wrong.`;
  return { type, toFill: fix === undefined ? [] : [sentence] };
}

function findTicket(
  convention: TitleConvention,
  { branch, subjects, text }: TitleInput,
): { readonly name: string; readonly toFill: readonly string[] } {
  const { keys, usualKey } = convention;
  for (const place of [branch, text, ...subjects.toReversed()]) {
    const found =
      keys.length === 0
        ? /(?:^|\/)(\d{2,6})(?=[-_])/.exec(place)?.[1]
        : [...place.slice(0, 500).matchAll(/(?<![a-z0-9])[a-z][a-z0-9]{1,9}-\d{1,6}(?![a-z0-9])/gi)]
            .map(([name]) => name.toUpperCase())
            .find((name) => keys.includes(name.slice(0, name.indexOf('-'))));
    if (found !== undefined) return { name: found, toFill: [] };
  }
  const name = usualKey === undefined ? blank : `${usualKey}-${blank}`;
  return {
    name,
    toFill: [fillSentence('your ticket’s number', convention, examples(keys.map((each) => `${each}-123`)))],
  };
}

/** A scope, tag or area of other titles that is a folder of everything that changes. */
function findName({ names }: TitleConvention, { paths }: TitleInput): string | undefined {
  const holds = (path: string, name: string): boolean => `/${path}`.toLowerCase().includes(`/${name.toLowerCase()}/`);
  return paths.length === 0 ? undefined : names.find((name) => paths.every((path) => holds(path, name)));
}

function fillSentence(what: string, { source }: TitleConvention, among: string): string {
  return `In the title, put ${what} in place of “${blank}”${among === '' ? '' : `, such as ${among}`}, ${printable(source)}.`;
}

function examples(values: readonly string[]): string {
  return values
    .slice(0, 3)
    .map((value) => `“${printable(value)}”`)
    .join(', ');
}

/** Gitmoji's own meanings. */
function emojiFor(paths: readonly string[]): { readonly code: string; readonly sign: string } {
  const kinds = new Set(paths.map((path) => classifyFile(path)));
  if (kinds.has('copy')) return { code: ':speech_balloon:', sign: '💬' };
  if (kinds.size === 1 && kinds.has('flags')) return { code: ':triangular_flag_on_post:', sign: '🚩' };
  if ([...kinds].every((kind) => kind === 'docs' || kind === 'planning')) return { code: ':memo:', sign: '📝' };
  return { code: ':sparkles:', sign: '✨' };
}

/** Only of a plain word: not of “FAQ” or “iOS”. */
function withSmallLetter(text: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/u.test(text) || /^A /.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;
}
