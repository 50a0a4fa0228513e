import { followsIdly } from './follows-idly.js';
import { openBrackets } from './open-brackets.js';
import { isGivenToShow, isPart } from './is-given-to-show.js';
import { isAskedFor, isHandedOn, isReadBack } from './is-read-back.js';
import { usesText } from './uses-text.js';

/** What stands before a literal, with its quote, and what stands behind it: in its line, and below. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly below: string;
}

/** So much of what stands above is looked at, in characters. */
const near = 8000;
/** So much for whoever shows a text by its own name. */
const close = 1500;
/** Names that are given what people read, and nothing else; `title`, `text` and `message` are stored, sent and found by, too. */
const names =
  'data-(?:bs-|original-)?(?:title|tooltip|confirm|content)|data-tippy-content|aria-label|label|label_?[Tt]ext|tooltip|placeholder|hint|hint_?[Tt]ext|helper_?[Tt]ext|help_?[Tt]ext|subtitle|heading|caption|confirm';
/** An attribute of an element as it is written: one that is bound (`:label`, `v-bind:label`, `(confirm)`) is code. */
const attribute = new RegExp(
  String.raw`<([\w.:-]+)(?:\s+[^\s"'{}<>=]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*\s+(${names})=\{?$`,
);
/** A property of an object, or an argument that is given by its name. */
const property = new RegExp(String.raw`(?<![\w$.-])["']?:?(${names})["']?\s*(:|=>|=)$`);
/** The same of what is translated, which people read whatever it is called. */
const translated = new RegExp(String.raw`(?<![\w$.-])(${names}|title|text|description|message)\s*(:|=)$`);
/** Texts of Flutter, Compose and SwiftUI. */
const textOf = /(?<![\w.$>@:-])(?:Text|Label|SelectableText)\((?:\s*text\s*[:=])?$/;
/** What SwiftUI asks of a text it shows. */
const looks = /^\s*\)\s*\.(?:font|bold|italic|foreground\w+|padding|multiline\w+)\(/;
/** A message to whoever is looking, as a statement or all that a function does. */
const tells =
  /(?:^|[;{}]|=>|\breturn)\s*(?:toast|message|notification|snackbar)\.(?:success|error|info|warn(?:ing)?)\($/;

/** May what stands in quotes in code only be shown to people, by all that is around it? `all`: the whole file. */
export function isShown(path: string, { before, after, below }: Around, all: string): boolean {
  const above = before.slice(-near);
  const isTemplate = above.endsWith('`');
  if (count(before, '`') % 2 !== (isTemplate ? 1 : 0)) return false;
  const isTranslated = /(?<![\w.$>@:-])t`$/.test(above);
  if (isTemplate && !isTranslated) return false;
  const code = above.slice(0, isTranslated ? -2 : -1).trimEnd();
  const behind = `${after.slice(1)}\n${below}`;
  const [, tag = '', own] = attribute.exec(code) ?? [];
  if (own !== undefined)
    return (
      (isPart(tag) || !usesText(tag)) &&
      !isAskedFor(own, all) &&
      !isReadBack(own, all) &&
      !(own === 'label' && /\.vue$/i.test(path) && /(?:Radio|Checkbox|Option|RadioButton)$/.test(tag)) &&
      /^\s*(?:[}/>\w@:#*[(]|$)/.test(behind)
    );
  // Right in an element.
  if (isTranslated && />\s*\{$/.test(code)) return /^\s*\}/.test(behind);
  if (tells.test(code)) return followsIdly(behind, 1);
  if (/\.(?:dart|kts?|swift)$/i.test(path) && textOf.test(code)) return isTextOnly(code, behind);
  const [, name, by = ''] = (isTranslated ? translated : property).exec(code) ?? [];
  // What is translated is another text in each language already: no program depends on it.
  if (name === undefined || (!isTranslated && (isAskedFor(name, all) || isReadBack(name, all)))) return false;
  const brackets = openBrackets(code);
  const [, variable] = /(\w+)\s*(?::[^=]*)?=$/.exec(brackets.at(-1)?.before.trimEnd() ?? '') ?? [];
  if (variable !== undefined && !isTranslated && isHandedOn(variable, all)) return false;
  return isGivenToShow(path, by, code, brackets) && followsIdly(behind, brackets.length);
}

/** A text of an app is shown wherever it stands, but where one is looked for by it. */
function isTextOnly(code: string, behind: string): boolean {
  if (/(?:[=!+]=|\b(?:case|in|is))\s*(?:const\s+)?\w+\((?:\s*text\s*[:=])?$/.test(code)) return false;
  if (openBrackets(code.slice(-close), 'all').some(({ before }) => usesText(before))) return false;
  return looks.test(behind) || followsIdly(behind, 1);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
