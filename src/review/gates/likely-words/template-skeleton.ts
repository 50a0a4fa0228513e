import { roleOf } from '../words-only/code-role.js';
import { mark } from '../words-only/mask-code.js';
import type { FilledPiece } from '../words-only/read-tags.js';
import { isShownName } from '../words-only/shown/shown-names.js';
import { codeSkeleton, inTemplate, settle, withoutSaid } from './code-skeleton.js';
import { isDrawn, isQuietAttribute } from './quiet-attributes.js';
import { readString, said, withoutWords } from './without-words.js';

/** What is left of a template without what people read and without what only holds that: its branches, its calls, and all tags and attributes that may do something. */
export function templateSkeleton(pieces: readonly FilledPiece[]): string {
  const left = pieces.flatMap(({ text, tag, codes }) => {
    const code = codes.values();
    if (tag !== undefined) return tagSkeleton(text, tag.name, code);
    return text
      .split(mark)
      .flatMap((part, index) => [...(index === 0 ? [] : [filled(code.next().value as string)]), withoutWords(part)]);
  });
  return settle(left.filter(Boolean).join('\n'), false);
}

/** Nothing where all that a piece of code does is to show a text. */
function filled(code: string): string {
  // A script, a style or a picture that is drawn counts as it is.
  if (/^<[a-z]/i.test(code)) return code;
  if (roleOf(code) === 'note') return '';
  const left = codeSkeleton(code, inTemplate);
  return onlySaid.test(left) ? '' : left;
}

const onlySaid = new RegExp(
  String.raw`^(?:<%[-=]*|\{\{\{?|\{%[-~+]?|\{!!|\{|@lang\(|<\?=)?[\s(]*${said}[\s)]*(?:\|\s*safe\s*)?(?:[-=]*%>|\}\}\}?|[-~+]?%\}|!!\}|\}|\?>)?$`,
);

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g;

function tagSkeleton(text: string, name: string, code: Iterator<string>): string {
  if (text.startsWith('</')) return isDrawn(name) ? '' : text;
  const write = (part: string): string => part.replaceAll(mark, () => filled(code.next().value as string));
  const left: string[] = [];
  const isOwn = isDrawn(name);
  for (const [, called = '', value] of text.replace(/^<[^\s/>]*/, '').matchAll(attribute)) {
    const [own, given] = [write(called), value === undefined ? undefined : write(value)];
    if (given === undefined) left.push(own);
    else left.push(attributeSkeleton(own, given.replace(/^(["'])([^]*)\1$/, '$2'), isOwn));
  }
  const kept = left.filter(Boolean);
  return kept.length === 0 && isOwn ? '' : `<${[name, ...kept].join(' ')}>`;
}

function attributeSkeleton(name: string, value: string, isOwn: boolean): string {
  if (value === '' && (isShownName(name) || isQuietAttribute(name, ''))) return '';
  // A link that is made of a text of its language for addresses.
  if (name === 'href' && (value === '' || isQuietAttribute(name, value))) return isOwn ? '' : `href=${said}`;
  if (isQuietAttribute(name, value)) return '';
  const isBound = /^[:@#(*[]|^(?:v-|on|bind:|use:)/i.test(name);
  if (isBound) return `${name}="${withoutSaid(value)}"`;
  if (isShownName(name)) return withoutWords(value) === '' ? '' : `${name}="${withoutWords(value)}"`;
  return `${name}="${name === 'value' ? (readString(value) ?? value) : value}"`;
}
