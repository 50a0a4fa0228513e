import { createCatalogBuilder } from './catalog-builder.js';
import type { Catalog } from '../catalog.js';

/** A message of a PO file while its lines are read. */
interface Message {
  readonly fields: Map<string, { value: string; readonly offset: number }>;
  keyOffset: number;
  /** How the original's placeholders are written, by its flags: `python-format`. */
  format: string;
  /** It is not shown. */
  isFuzzy: boolean;
}

/** Gettext's `.po` and `.pot`: each translation by its context and original, plural forms by their number. The header is no text. */
export function readPo(path: string, source: string): Catalog {
  const builder = createCatalogBuilder(path, source);
  const begin = (keyOffset: number): Message => ({ fields: new Map(), keyOffset, format: '', isFuzzy: false });
  let message = begin(0);
  let field: { value: string } | undefined;
  const finish = (offset: number): void => {
    if (message.fields.size > 0) addMessage(message, builder);
    message = begin(offset);
    field = undefined;
  };
  for (const { 0: line, index } of builder.text.matchAll(/[^\n]+/g)) {
    const words = line.trim();
    if (words === '') continue;
    if (words.startsWith('#')) {
      if (message.fields.has('msgstr') || message.fields.has('msgstr[0]')) finish(index);
      if (words.startsWith('#,')) {
        message.isFuzzy ||= words.includes('fuzzy');
        message.format += /[\w-]{1,40}-format\b/.exec(words)?.[0] ?? '';
      }
      if (!words.startsWith('#~')) field = undefined;
      continue;
    }
    const [, name, quoted] =
      /^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d{1,2}\])?)?\s{0,20}("(?:[^"\\]|\\.)*")$/.exec(words) ?? [];
    if (quoted === undefined) {
      builder.fail(
        'a line here is none of PO: a word such as msgid or msgstr, then a text between straight quotation marks',
        index,
      );
      break;
    }
    const value = unescape(quoted);
    if (name === undefined) {
      if (field === undefined)
        builder.fail('this text belongs to nothing; “msgid” or “msgstr” is missing before it', index);
      else field.value += value;
      continue;
    }
    const isNext = message.fields.has(name) || (!name.startsWith('msgstr') && message.fields.has('msgstr'));
    if (isNext || (!name.startsWith('msgstr') && message.fields.has('msgstr[0]'))) finish(index);
    if (message.fields.size === 0) message.keyOffset = index;
    const opened = { value, offset: index + line.indexOf('"') };
    field = opened;
    message.fields.set(name, opened);
  }
  finish(0);
  return builder.finish('printf');
}

function addMessage(
  { fields, keyOffset, format, isFuzzy }: Message,
  builder: ReturnType<typeof createCatalogBuilder>,
): void {
  const id = fields.get('msgid');
  if (id === undefined) {
    builder.fail('“msgid” is missing before this', keyOffset);
    return;
  }
  const context = fields.get('msgctxt');
  const header = fields.get('msgstr');
  if (id.value === '' && context === undefined && header !== undefined)
    for (const [, name = '', value = ''] of header.value.matchAll(/^(Plural-Forms|Content-Type|Language):(.*)$/gm))
      builder.note(name, value.trim(), header.offset);
  // The header; and what is fuzzy is not shown.
  if ((id.value === '' && context === undefined) || isFuzzy) return;
  const plural = fields.get('msgid_plural')?.value;
  const path = context === undefined ? [id.value] : [context.value, id.value];
  if (format !== '')
    builder.note(`flag of ${path.join(' ')}`, format, keyOffset, fields.has('msgstr') ? path : [...path, 0]);
  if (!fields.has('msgstr') && !fields.has('msgstr[0]')) builder.fail('“msgstr” is missing after this', keyOffset);
  for (const [name, { value, offset }] of fields) {
    if (!name.startsWith('msgstr')) continue;
    const form = /\d+/.exec(name)?.[0];
    const words = plural ?? id.value;
    // An original without a blank or a placeholder may be no more than a name.
    const source = /[\s%{]/.test(words) ? words : undefined;
    // The first of several forms may say what the singular says.
    const singular = form === '0' && fields.has('msgstr[1]') ? id.value : undefined;
    builder.add({
      path: form === undefined ? path : [...path, Number(form)],
      value,
      key: keyOffset,
      at: offset,
      source,
      singular,
      inCode: singular ?? words,
      fault: faultOf(value, id.value),
    });
  }
}

/** What gettext checks of every text, whatever its flags, and stops at. */
function faultOf(value: string, original: string): string | undefined {
  if (value === '' || (isBroken(value, 0) === isBroken(original, 0) && isBroken(value, -1) === isBroken(original, -1)))
    return undefined;
  return 'a line break (“\\n”) begins or ends such a text where its original has one there, and nowhere else';
}

function isBroken(text: string, place: number): boolean {
  return text.at(place) === '\n';
}

function unescape(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, (_whole, sign: string) => escapes[sign] ?? sign);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
