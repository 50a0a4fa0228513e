import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { onlyLeads } from '../words-only/harmless-attributes.js';
import { isLabel } from '../words-only/shown/label-words.js';
import { withoutSaid } from '../words-only/shown/said-strings.js';
import { showsAttribute } from '../words-only/shown/shown-names.js';
import { said } from './without-words.js';

const literal = String.raw`(?:'[^'\\\n$<>{}\x60]+'|"[^"\\\n$<>{}\x60]+")`;
const asks = String.raw`(?:(?:I18n|i18n|this|\$i18n)\.)?(?:\$?tc?|__?|_t|tr|gettext|translate|trans)(?:\s*\(\s*${literal}\s*\)|[ ]+${literal})|f:translate\(key:\s*${literal}\)`;
/** Code that gives a text by a key that is written out, or by its words, and does nothing else; what it gives is escaped. */
const text = new RegExp(
  String.raw`^(?:<%=\s*(?:${asks})\s*-?%>|\{\{-?\s*(?:${asks}|${literal}\s*\|\s*(?:translate|trans|transloco|t))\s*-?\}\}|\{%[-+]?\s*(?:trans|translate)\s+${literal}\s*[-+]?%\}|\{(?:${asks})\})$`,
);
/** A link of Ruby, with its words and where it leads. */
const link = new RegExp(
  String.raw`^<%=\s*link_to[\s(]\s*(?:${asks}|(?<words>${literal}))\s*,\s*(?<address>${literal})(?<rest>(?:\s*,\s*(?:target|rel|class):\s*${literal})*)\s*\)?\s*-?%>$`,
);
const words = new RegExp(String.raw`(?<=^(?:<%=|=)\s*link_to[\s(]\s*)(?:${asks}|(?<words>${literal}))(?=\s*,)`);
const leads = new RegExp(String.raw`(?<=[{,\s]href:\s*)${literal}(?=\s*[,}\n])`, 'g');
const route = /^<%=\s*~p"([^"#]*)"\s*%>$/;

/** Does a piece of a template's code show one text, and nothing else? */
export function showsText(code: string): boolean {
  return text.test(code);
}

/** Where a link leads whose address is a piece of code that only writes it out, as Phoenix's `~p` does. */
export function writtenRoute(code: string): string | undefined {
  const [, address] = route.exec(code) ?? [];
  return address !== undefined && isAddressOfPage(address) ? address : undefined;
}

/** What is left of a piece of a template's code without what it shows to people beyond doubt, and where its links lead, if that is written out. */
export function withoutAsked(code: string): string {
  if (text.test(code) || isLink(code)) return '';
  const left = withoutSaid(code).replace(words, (whole, own?: string) =>
    own === undefined || isLabel(own.slice(1, -1)) ? said : whole,
  );
  if (!/^<%=\s*render\b/.test(code)) return left;
  return left.replaceAll(leads, (whole) => (isAddressOfPage(whole.slice(1, -1)) ? said : whole));
}

function isLink(code: string): boolean {
  const { words: own, address = '', rest = '' } = link.exec(code)?.groups ?? {};
  if (address === '' || !isAddressOfPage(address.slice(1, -1))) return false;
  if (own !== undefined && !isLabel(own.slice(1, -1))) return false;
  return [...rest.matchAll(/(\w+):\s*["']([^"']*)["']/g)].every(([, name = '', value = '']) => onlyLeads(name, value));
}

/** Is it bound to a text alone, as `:label="$t('a')"`? */
export function isBoundText(element: string, name: string, value: string, tag: string): boolean {
  const [, own] = /^(?::|v-bind:)([\w-]+)$/.exec(name) ?? [];
  return own !== undefined && showsAttribute(element, own, tag, false) && bound.test(value);
}

const bound = new RegExp(String.raw`^(?:${asks})$`);
