import { followsIdly } from './follows-idly.js';
import { isAskedFor, isReadBack, readsAttributes } from './is-read-back.js';
import { openBrackets } from './open-brackets.js';
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
  /^(?:placeholder|aria-label|data-(?:tippy-content|tooltip|title|original-title|(?:bs-)?content|bs-title|(?:turbo-)?confirm))$/;
/** The last word of a component that is a part of a page, by the names that all toolkits have, and what it is given that people read. */
const component =
  /^([A-Z][\w.]*?)??(?:Alert|AppBar|Avatar|Badge|Banner|Button|Btn|Callout|Card|Chip|Dialog|Drawer|Empty|EmptyState|Field|Header|Heading|Icon|IconButton|Input|Item|Label|Link|Modal|Notice|Page|Panel|Popover|Popup|Section|Select|Slider|Snackbar|Switch|Tab|TextArea|Textarea|Tile|Toast|Toggle|Tooltip)$/;
const shownOfComponent =
  /^(?:aria-label|label|tooltip|placeholder|hint|hint-?[Tt]ext|helper-?[Tt]ext|help-?[Tt]ext|subtitle|heading|caption)$/;
/** What is called like a part of a page and does something, or is data. */
const acts =
  /^(?:add|analytics|app|archive|bind|consumer|csv|dataset|drop|encrypt|excel|experiment|go|guard(?:ed)?|gpu|import|invoke|keychain|load|open|outbound|pipeline|register|remind|security|swipe|telemetry|thread|tracked|tracking|upload|vault|xlsx)(?![a-z])/i;
/** A key of translations: what it says in other languages goes by what stands there. */
const translates = /[\s[](?:[\w-]*i18n|[\w-]*translat)/;
/** A question before a link or a form of Rails is followed. */
const asksFirst = /(?:\bdata:|:data\s*=>)\s*\{\s*(?:(?:turbo_)?confirm:|:(?:turbo_)?confirm\s*=>)\s*["']$/;
/** What Lingui translates, by whatever people read it. */
const translated =
  /(?<![\w$.-])(?:label|tooltip|placeholder|hint|helperText|heading|caption|title|text|description|message)\s*[:=]$/;
/** Texts of Flutter and Compose, and what a file of these imports. */
const textOf = /(?<![\w.$>@:-])(?:Text|SelectableText)\((?:\s*text\s*=)?$/;
const draws = /^import (?:['"]package:flutter\/|androidx\.compose\.)/m;
/** A message to whoever is looking, as a statement or all that a function does. */
const tells =
  /(?:^|[;{}]|=>|\breturn)\s*(?:toast|message|notification|snackbar)\.(?:success|error|info|warn(?:ing)?)\($/;

/** Is what stands in quotes in code only shown to people, by all that is around it? `all`: the whole file. */
export function isShown(path: string, { before, after, below }: Around, all: string): boolean {
  const isTemplate = before.endsWith('`');
  if (count(before, '`') % 2 !== (isTemplate ? 1 : 0)) return false;
  const behind = `${after.slice(1)}\n${below}`;
  if (isTemplate) return isTranslated(before, behind);
  if (/\.(?:erb|haml|slim)$/i.test(path) && asksFirst.test(before)) return followsIdly(behind, 1);
  const code = before.slice(0, -1).trimEnd();
  const [tag, name = '', own = ''] = attribute.exec(code.slice(-longestTag)) ?? [];
  if (tag !== undefined)
    return (
      isShownAs(name, own, all) &&
      !translates.test(tag + behind.slice(0, longestTag).replace(/>[^]*/, '')) &&
      /^\s*(?:[}/>\w@:#*[(]|$)/.test(behind)
    );
  if (tells.test(code)) return followsIdly(behind, 1);
  return draws.test(all) && textOf.test(code) && isTextOnly(code, behind);
}

/** A tag that is longer is not read, in characters. */
const longestTag = 4000;

/** Is an attribute of an element or a component one that people read, and is nothing looked for or read by it in the file? */
function isShownAs(name: string, own: string, all: string): boolean {
  if (isAskedFor(own, all)) return false;
  if (element.test(name)) return shownOfElement.test(own) && !readsAttributes(all);
  const [found, first = ''] = component.exec(pascalCase(name)) ?? [];
  if (found === undefined || acts.test(first) || usesText(first) || !shownOfComponent.test(own)) return false;
  return !isReadBack(own, all);
}

/** `mat-tab` is the component MatTab; an element of HTML has no hyphen. */
function pascalCase(name: string): string {
  return name.includes('-') ? name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name;
}

/** A text of Lingui, right in an element or as what is given to one: no program depends on it, since it is another in each language already. */
function isTranslated(before: string, behind: string): boolean {
  if (!/(?<![\w.$>@:-])t`$/.test(before)) return false;
  const code = before.slice(0, -2).trimEnd();
  if (/>\s*\{$/.test(code)) return /^\s*\}/.test(behind);
  if (attribute.test(code.slice(-longestTag))) return /^\s*\}/.test(behind);
  const brackets = openBrackets(code);
  return (
    translated.test(code) &&
    brackets.length > 0 &&
    brackets.every(({ before: outer }) => !usesText(outer)) &&
    followsIdly(behind, brackets.length)
  );
}

/** A text of an app is shown wherever it stands, but where one is looked for by it. */
function isTextOnly(code: string, behind: string): boolean {
  if (/(?:[=!+]=|\b(?:case|in|is))\s*(?:const\s+)?\w+\((?:\s*text\s*=)?$/.test(code)) return false;
  const around = [...openBrackets(code), ...openBrackets(code.slice(-close), 'all')];
  return !around.some(({ before }) => usesText(before)) && followsIdly(behind, 1);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
