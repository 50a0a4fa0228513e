import type { KeyIndex } from './key-index.js';
import type { KeyMatch } from './key-match.js';
import { canonicalName } from './text-key.js';

/** Attributes of pages that name texts by their keys, as libraries and extensions of browsers call them. */
const attribute =
  /(?<![\w$-])(?:(?:data-)?(?:i18n|l10n|locali[sz]e|translat(?:e|ion)|trans(?:loco)?|tl|tr|t|msg|intl)(?:-[\w-]{1,40})?|data-lang(?:-\w{1,40})?|data-text)\s{0,3}=\s{0,3}(?:"([^"]{1,600})"|'([^']{1,600})')/gi;
/** `[title]home.title`, `title:homeTitle`, `.title:homeTitle`: for which attribute or property the text is. */
const target = /^(?:\[[\w.:-]{1,60}\]|\.?[\w.-]{1,60}\s*[:=](?!:))\s*/;

/** `{{#t}}home.title{{/t}}` of Mustache, with what some put behind a comma. */
const section =
  /\{\{\s?#\s?(t|i18n|tr|_|str|translate|locali[sz]e|trans|intl|l10n|lang)\s?\}\}([^{},]{1,300})(?:,[^{}]{0,200})?\{\{\s?\/\s?\1\s?\}\}/g;
/** `{% trans %}home.title{% endtrans %}` of Twig, Jinja and Django; what has the text in quotation marks has no end. */
const block =
  /\{%[-+]?\s{0,9}(?:block)?trans(?:late)?\b((?:(?!%\})[^"]){0,200})%\}((?:(?!\{%)[^]){1,1000})\{%[-+]?\s{0,9}(?:end\w{0,20}|plural)\b/g;
/** `{% t home.title %}` of Liquid, without quotation marks. */
const tag = /\{%-?\s{0,9}(?:t|tr|translate|trans|lang|i18n)\s{1,9}([\w.-]{2,200})\s{0,9}-?%\}/g;
/** `<p translate>home.title</p>`. */
const content =
  /<[^<>]{1,300}\s(?:translate|v-t|data-(?:i18n|translate|locali[sz]e))(?:\s[^<>]{0,300})?>([^<>{}]{1,200})</g;
/** `{DynamicResource Home.Title}` and `{loc:Translate Home_Title}` of XAML, `{i18n>homeTitle}` of UI5, `"%homeTitle%"` of manifests, `${%Home title}` of Jelly. */
const extensions = [
  /\{(?:\w{1,40}:)?(?:Dynamic|Static)Resource\s{1,9}(?:ResourceKey\s?=\s?)?([\w.-]{1,200})\s?\}/g,
  /\{(?:[\w.]{1,40}:)?(?:Loc\w{0,20}|Translat\w{1,20}|Tr|T|Lang\w{0,20}|L10n\w{0,20}|I18n\w{0,20}|Res[xw]\w{0,20}|String\w{0,20})\s{1,9}(?:Key\s?=\s?|Path\s?=\s?)?'?([\w.-]{1,200})'?\s{0,9}[},]/g,
  /\{\s?i18n\w{0,20}>\/?([\w./-]{1,200})\s?\}/g,
  /"%([\w.-]{1,200})%"/g,
  /\$\{%([^}()\n]{1,200})[(}]/g,
];

/** `form_row(form.save, {label: isNew ? 'add' : 'save'})` of Symfony in Twig: forms translate what their fields are called. */
const field =
  /\bform_(?:row|label|widget|help)\(\s{0,50}[\w.[\]'"-]{1,200}\s{0,50},\s{0,50}\{((?:[^{}]|\{[^{}]{0,300}\}){1,600})\}/g;
const named = /(?<![\w.])(?:label|help|placeholder)\s{0,9}:\s{0,9}((?:[^,'"{}]|'[^']{0,200}'|"[^"]{0,200}"){1,400})/g;

/** Where pages and templates ask for texts in ways of their own, in which no program would name a string. */
export function matchMarkup(text: string, keys: KeyIndex): readonly KeyMatch[] {
  const found: KeyMatch[] = [];
  const add = (written: string, from: number): void => {
    const name = written.trim();
    const at = from + written.indexOf(name);
    for (const key of keys.named(canonicalName(name))) found.push({ key, at, end: at + name.length, sure: true });
  };
  if (!/[<{%]/.test(text)) return found;
  for (const { 0: whole, 1: double, 2: single = '', index } of text.matchAll(attribute)) {
    const value = double ?? single;
    const from = index + whole.length - value.length - 1;
    for (const { 0: part, index: start } of value.matchAll(/[^,;]+/g)) {
      const name = part.trim().replace(target, '');
      // HTML itself has these for one of its attributes.
      if (!/^(?:yes|no)$/.test(name)) add(name, from + start + part.lastIndexOf(name));
    }
  }
  for (const { 0: whole, 2: name = '', index } of text.matchAll(section)) add(name, index + whole.indexOf(name));
  for (const { 0: whole, 1: head = '', 2: words = '', index } of text.matchAll(block)) {
    const trimmed = words.trim();
    const joined = /\btrimmed\b/.test(head) ? trimmed.replace(/\s*\n\s*/g, ' ') : trimmed;
    const at = index + whole.indexOf(words);
    for (const name of new Set([joined, joined.replace(/\{\{\s*(\w+)\s*\}\}/g, '%($1)s')])) add(name, at);
  }
  for (const { 0: whole, 1: options = '', index } of text.matchAll(field)) {
    for (const { 0: option, 1: value = '', index: start } of options.matchAll(named)) {
      const from = index + whole.lastIndexOf(options) + start + option.lastIndexOf(value);
      for (const { 0: quoted, index: inside } of value.matchAll(/'[^']+'|"[^"]+"/g))
        // What is compared is no text.
        if (!/[=!<>]=?\s*$/.test(value.slice(0, inside))) add(quoted.slice(1, -1), from + inside + 1);
    }
  }
  for (const pattern of [tag, content, ...extensions]) {
    for (const { 0: whole, 1: name = '', index } of text.matchAll(pattern)) add(name, index + whole.lastIndexOf(name));
  }
  return found;
}
