import { findRunningAttribute } from './running/find-running-attribute.js';
import { readMarkup } from './running/read-markup.js';

export { isRunningAttribute } from './running/find-running-attribute.js';

/** A place of a text that does more than to be read: something runs it, or a reader sees another text than the one that stands there. */
export interface RunningCode {
  readonly kind: 'runs' | 'hides';
  /** As it is written. */
  readonly code: string;
  readonly offset: number;
}

/**
 * What a browser, a template or a server runs of a text that is put into a page as it is, or what hides in it; talk of JavaScript is none. An
 * address is read as a browser reads it, without blanks and with its entities undone.
 */
export function findRunningCode(message: string): RunningCode | undefined {
  const found = running.exec(message);
  if (found !== null) return { kind: 'runs', code: found[0], offset: found.index };
  const attribute = findRunningAttribute(message);
  if (attribute !== undefined) return { kind: 'runs', ...attribute };
  for (const { 0: code, 1: address = '', index: offset } of message.matchAll(addresses))
    if (runningAddress.test(asBrowserReads(address))) return { kind: 'runs', code, offset };
  for (const { 0: code, index: offset } of message.matchAll(hosts))
    if (hasUser.test(code) || (/[a-z]/i.test(code.slice(code.indexOf('/'))) && lookalike.test(code)))
      return { kind: 'hides', code, offset };
  return undefined;
}

const inBraces = String.raw`[^{}]{0,200}`;

// No repetition stands within another.
const running = new RegExp(
  [
    String.raw`<\/?(?:script|iframe|frameset|frame|embed|object|applet|portal|form|style|base|meta)(?=[\s/>])`,
    String.raw`<link\s[^<>]{0,500}\brel\s{0,9}=`,
    String.raw`<[a-z][^<>]{0,500}[\s"'/]on[a-z]{3,20}\s{0,9}=`,
    // What gets out of the attribute that a page puts the text into.
    String.raw`["'](?:[\s/]{1,9}on[a-z]{3,20}|on(?:blur|change|click|dblclick|error|focus|input|key|load|mouse|pointer|toggle)[a-z]{0,12})\s{0,9}=`,
    String.raw`(?:java|vb)script:(?=\S)|data:text\/html`,
    // A server's and a template's; “<%= count %>” is a placeholder of some libraries.
    String.raw`<%(?!\{|[=-]?\s{0,9}[\w.]{1,60}\s{0,9}%>)|<\?(?:php\b|=|xml-stylesheet)|<!--#|\{%-?\s{0,9}[a-z]`,
    String.raw`\{\{(?!\s{0,9}[\w.$-]{1,60}\s{0,9},)${inBraces}(?:\(|__|\bconstructor\b)`,
    String.raw`[$#]\{${inBraces}(?:[(\x60]|__|\bconstructor\b|\bprocess\.|jndi:|\benv:|\bsys:)`,
  ].join('|'),
  'i',
);

/** What stands behind a “=” in a tag, or between the brackets of a link in Markdown. */
const addresses = /(?:[a-z]\s{0,9}=\s{0,9}["']?|\]\()([^"'<>)]{4,300})/gi;
const runningAddress =
  /^(?:javascript:|vbscript:|blob:|filesystem:|data:(?!image\/(?:png|jpe?g|gif|webp|avif)[;,]|,))/i;

function asBrowserReads(address: string): string {
  // A browser leaves out the characters that no key types.
  return readMarkup(address).replace(/[^\x21-\uffff]+/g, '');
}

const hosts = /https?:\/\/[^\s/"'<>?#)]{1,200}/gi;
/** A Cyrillic or Greek letter in an address that has Latin ones too. */
const lookalike = /[\u0370-\u03ff\u0400-\u04ff]/;
/** What stands before the “@” looks like the host, and is none: `https://bank.com@evil.io`. */
const hasUser = /[^/]@[^/]/;
