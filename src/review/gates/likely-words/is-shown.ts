import { countOccurrences } from './count-occurrences.js';
import { followsIdly } from './follows-idly.js';
import { isAskedFor, isReadBack } from './is-read-back.js';
import { openBrackets } from './open-brackets.js';
import { isShownByToolkit, writesOut } from './is-shown-by-toolkit.js';
import { usesText } from './uses-text.js';

/** What stands before a literal, with its quote, and what stands behind it: in its line, and below. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly below: string;
}

/** So much of what stands above is looked at for whoever gets a text through blocks, in characters. */
const close = 1500;
/** An attribute of an element as it is written: one that is bound (`:label`, `v-bind:label`, `(confirm)`) is code. */
const attribute = /<([\w.:-]+)(?:\s+[^\s"'{}<>=]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*\s+([\w-]+)=\{?$/;
/** Elements of HTML, and their attributes that a browser shows or says, or a library of tooltips and questions does. */
const element = /^(?:a|abbr|button|div|i|img|input|label|li|nav|p|section|small|span|svg|table|td|textarea|th|ul)$/;
const shownOfElement =
  /^(?:placeholder|aria-label|data-(?:tippy-content|tooltip|original-title|bs-(?:title|content)|(?:turbo-)?confirm))$/;
/** The last word of a component that is a part of a page, by the names that all toolkits have, and what it is given that people read. */
const component =
  /^([A-Z][\w.]*?)??(?:Alert|AppBar|Avatar|Badge|Banner|Button|Btn|Callout|Card|Chip|Dialog|Drawer|Empty|EmptyState|Field|Header|Heading|Icon|IconButton|Input|Item|Label|Link|Modal|Notice|Page|Panel|Popover|Popup|Section|Select|Slider|Snackbar|Switch|Tab|TextArea|Textarea|Tile|Toast|Toggle|Tooltip)$/;
const shownOfComponent =
  /^(?:aria-label|label|tooltip|placeholder|hint|hint-?[Tt]ext|helper-?[Tt]ext|help-?[Tt]ext|subtitle|heading|caption)$/;
/** What may stand before it: a library's letters, and words of which no other thing is made. */
const ordinary =
  /^(?:[A-Z]|El|Mat|Md|Mui|Ion|Ui|Base|Text|Form\.?|Icon|Date|Time|Number|Password|Email|Search|Input|Modal|Tool|Nav|Menu|List|Table|Page|Section|Empty|Info|Error|Success|Action|Multi|Outlined|Filled|Primary|Secondary|Submit|Cancel|Close|Back|Custom|Default|Simple|Settings|Descriptions\.?)*$/;
/** A key of translations: what it says in other languages goes by what stands there. */
const translates = /[\s[](?:[\w-]*i18n|[\w-]*transl|[\w-]*l10n|[\w-]*locali[sz]e|gettext|v-t\b|data-lang)/i;
/** Files in which what stands between “<” and “>” is an element; elsewhere it may stand in a string. */
const holdsElements =
  /\.(?:[jt]sx|jsx?|vue|svelte|astro|html?|(?:blade|component)\.\w+|erb|haml|slim|cshtml|razor|gohtml|tmpl|jsp|ftlh?|hbs|twig|njk|liquid|h?eex)$/i;
/** Back ticks of which nobody here knows whether they begin a text. */
const strayTicks = /\\`|(["'/])`\1|\[`\]/;
/** A question before a link or a form of Rails is followed. */
const asksFirst = /(?:\bdata:|:data\s*=>)\s*\{\s*(?:(?:turbo_)?confirm:|:(?:turbo_)?confirm\s*=>)\s*["']$/;
const helper = /\b(?:link_to|button_to|button_tag|submit_tag|form_with|form_for|f\.(?:submit|button))\b/;
/** What Lingui translates, by whatever people read it. */
const translated =
  /(?<![\w$.-])(?:label|tooltip|placeholder|hint|helperText|heading|caption|title|text|description|message)\s*[:=]$/;
/** Texts of Flutter and Compose, and what a file of these imports. */
const textOf = /(?<![\w.$>@:-])(?:Text|SelectableText)\((?:\s*text\s*=)?$/;
const draws = /^import (?:['"]package:flutter\/|androidx\.compose\.)/m;
/** Texts that a file takes for objects, or that are another library's. */
const readsTexts = /\bas Text\)|\bhide Text\b/;
/** A message to whoever is looking, as a statement or all that a function does. */
const tells =
  /(?:^|[;{}]|=>|\breturn)\s*(?:(?:toast|message|notification|snackbar)\.(?:success|error|info|warn(?:ing)?)|(toast(?:Success|Error|Info|Warning)))\($/;

/** Is what stands in quotes in code only shown to people, by all that is around it? `all`: the whole file. */
export function isShown(path: string, { before, after, below }: Around, all: string): boolean {
  const isTemplate = before.endsWith('`');
  if (strayTicks.test(all)) return false;
  if (countOccurrences(before, '`') % 2 !== (isTemplate ? 1 : 0)) return false;
  const behind = `${after.slice(1)}\n${below}`;
  if (isTemplate) return isTranslated(before, behind);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/\.(?:erb|haml|slim)$/i.test(path) && asksFirst.test(line) && writesOut(line) && helper.test(line))
    return followsIdly(behind, 1);
  if (isShownByToolkit(path, before, behind, all)) return true;
  const code = before.slice(0, -1).trimEnd();
  const [tag, name = '', own = ''] = attribute.exec(code.slice(-longestTag)) ?? [];
  if (tag !== undefined) {
    const rest = behind.slice(0, longestTag);
    return (
      holdsElements.test(path) &&
      isShownAs(name, own, all) &&
      !translates.test(tag + (/^(?:[^>"'{]|"[^"]*"|'[^']*'|\{[^{}]*\})*/.exec(rest)?.[0] ?? '')) &&
      !openBrackets(code.slice(0, -tag.length)).some(usesText) &&
      (code.endsWith('{') ? /^\s*\}/ : /^\s*(?:[/>\w@:#*[({]|$)/).test(behind)
    );
  }
  const [told, teller] = tells.exec(code) ?? [];
  if (told !== undefined) {
    // What the file itself makes may do more.
    const isOwn = teller !== undefined && new RegExp(String.raw`\b(?:function|const|let|var)\s+${teller}\b`).test(all);
    return !isOwn && followsIdly(behind, 1);
  }
  return textOf.test(code) && draws.test(all) && !readsTexts.test(all) && isTextOnly(code, behind);
}

/** A tag that is longer is not read, in characters. */
const longestTag = 4000;

/** Is an attribute of an element or a component one that people read, and is nothing looked for or read by it in the file? */
function isShownAs(name: string, own: string, all: string): boolean {
  if (isAskedFor(own, all)) return false;
  if (element.test(name)) return shownOfElement.test(own);
  const [found, first = ''] = component.exec(pascalCase(name)) ?? [];
  const isPart = found !== undefined && ordinary.test(first);
  const isOwn = new RegExp(String.raw`\b(?:function|const|let|var|class)\s+${name.replace(/\W.*$/, '')}\b`).test(all);
  return isPart && !isOwn && shownOfComponent.test(own) && !isReadBack(own, all);
}

/** `mat-tab` is the component MatTab; an element of HTML has no hyphen. */
function pascalCase(name: string): string {
  return name.includes('-') ? name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name;
}

/** A text of Lingui, right in an element or as what is given to one: no program depends on it, since it is another in each language already. */
function isTranslated(before: string, behind: string): boolean {
  if (!/(?<![\w.$>@:-])t`$/.test(before)) return false;
  const code = before.slice(0, -2).trimEnd();
  if (/>\s*\{$/.test(code) && !/<(?:option|textarea|script|style)\b[^<]*$/.test(code)) return /^\s*\}/.test(behind);
  const [, name = '', own] = attribute.exec(code.slice(-longestTag)) ?? [];
  if (own !== undefined) return translated.test(`${own}=`) && component.test(name) && /^\s*\}/.test(behind);
  const brackets = openBrackets(code);
  return (
    translated.test(code) && brackets.length > 0 && !brackets.some(usesText) && followsIdly(behind, brackets.length)
  );
}

/** A text of an app is shown wherever it stands, but where one is looked for by it. */
function isTextOnly(code: string, behind: string): boolean {
  if (/(?:[=!+]?=|\b(?:case|in|is))\s*(?:const\s+)?\w+\((?:\s*text\s*=)?$/.test(code)) return false;
  const around = [...openBrackets(code), ...openBrackets(code.slice(-close), 'all')];
  return !around.some(usesText) && followsIdly(behind, 1);
}
