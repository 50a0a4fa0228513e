import { usesText } from './uses-text.js';

/** What stands before a literal, with its quote, and what stands behind it: in its line, and below. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly below: string;
}

/** So much of what stands above is looked at, in characters. */
const near = 1500;
/** A name that is given what people read, and nothing else; `title`, `text` and `message` are stored, sent and found by, too. */
const named =
  /(?<![\w$.[-])["']?:?(?<name>data-(?:bs-|original-)?(?:title|tooltip|confirm|content)|data-tippy-content|aria-label|(?<=\bText\(\s*)text|label|label_?[Tt]ext|tooltip|placeholder|hint|hint_?[Tt]ext|helper_?[Tt]ext|help_?[Tt]ext|subtitle|heading|caption|confirm)["']?\s*(?:[:=]|=>|=\{)$/;
/** A call that shows a text, or asks for it by its words. */
const shows =
  /(?<![\w.$>@:-])(?:(?:Text|Label|SelectableText|NSLocalizedString|tr|i18n|_|__|u?gettext(?:_lazy)?|(?:toast|message|notification|snackbar)\.(?:success|error|info|warn(?:ing)?))\(|t)$/;
/** Strings that stand right before another, which become one with it. */
const joined = /(?:"(?:[^"\\\n]|\\.)*"\s*)+$/;
/** What gives a part of a page its text. */
const sets = /(?:\.|->)set(?:Text|Title|Label|ToolTip|StatusTip|PlaceholderText|WindowTitle)\($/;
/** May what stands in quotes in code only be shown to people, by all that is around it? `all`: the whole file. */
export function isShown(around: Around, all: string): boolean {
  const above = around.before.slice(-near);
  const isTemplate = above.endsWith('`');
  if (count(around.before, '`') % 2 !== (isTemplate ? 1 : 0)) return false;
  const whole = above.slice(0, -1).replace(joined, '').trimEnd();
  const line = whole.slice(whole.lastIndexOf('\n') + 1);
  const call = shows.exec(whole);
  if (call?.[0] === 't' && !isTemplate) return false;
  const code = call === null ? whole : whole.slice(0, call.index).trimEnd();
  const name = named.exec(code)?.groups?.['name'];
  const isGiven = name !== undefined || (call !== null && isHandedOn(whole.slice(0, call.index)));
  if (!isGiven || !endsThere(around, line) || (call === null && isReadBack(name ?? '', all))) return false;
  const names = [...openNames(code), /<([\w.:-]+)[^<>]*>?\{?$/.exec(code)?.[1] ?? ''];
  return !names.some((each) => usesText(each) || /[=!]==?/.test(each));
}

/** Is something held against what is called so, or looked up by it, in the same file? */
function isReadBack(name: string, text: string): boolean {
  const own = String.raw`\.${name}\b`;
  return new RegExp(
    String.raw`${own}\s*(?:[=!]==?|\.(?:includes|split|replace|toLower|match|starts|ends|indexOf))|[=!]==?\s*[\w.]*${own}|\[[\w.]*${own}|\((?:[\w.]*)${own}\)\s*\{|\[\w*\b${name}[~|^$*]?=`,
  ).test(text);
}

/** Is a call handed on, or a statement of its own, and compared with nothing? */
function isHandedOn(code: string): boolean {
  const left = code.trimEnd();
  if (sets.test(left) || /(?:^|[({[,;:?>]|=>|\b(?:return|const|echo)|<\?=|[^=!<>]=)$/.test(left))
    return !/[-=]>$/.test(left) || left.endsWith('=>');
  return /\n[ \t]*$/.test(code) && !/(?:[=<>|&~^%/*+-]|\b(?:in|is|not|and|or|eq))$/.test(left);
}

/** Is nothing asked of the literal, or of what it is given to, behind it? */
function endsThere({ after, below }: Around, line: string): boolean {
  const rest = after.slice(1).trim();
  const isAttribute = /\s[\w:-]+=$/.test(line);
  if (isAttribute && /^(?:$|\/?>|[\w@:#*[(v-])/.test(rest)) return true;
  if (
    !/^(?:[)\]}\s]*(?:[,;].*|\{?\s*(?:\/\/.*|#.*)?|<.*|-?%>.*)?|\)\.arg\(.*)$/.test(rest) ||
    /[=!]==?|\|>|[)\]]\s*\??\.(?!arg\()\w/.test(rest)
  )
    return false;
  const next = /^\s*(\S.*)/.exec(below)?.[1] ?? '';
  return (
    /[,;]$/.test(rest) || !/^(?:\.(?!arg\()|<(?![/a-zA-Z])|[?[|=!+-]|(?:in|is|not|and|or|eq|matches|like)\b)/.test(next)
  );
}

/** The names that stand in the statement before a place, and before the brackets that are open there. */
function openNames(code: string): readonly string[] {
  let depth = 0;
  const names: string[] = [];
  for (let at = code.length - 1; at >= 0; at -= 1) {
    const sign = code[at] as string;
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign) && depth > 0) depth -= 1;
    else if ('([{'.includes(sign)) {
      const before = code.slice(Math.max(0, at - 120), at);
      names.push(/([^\n;{}()[\],]*(?:<[\w, .<>]*>)?[!?.]*)\s*$/.exec(before)?.[1] ?? '');
    }
  }
  // Without brackets, as in Ruby, all that is given stands behind the name.
  const statement = (names.length === 0 ? /(?:,\s*\n|[^;\n])*$/ : /[^;\n{}()[\],]*$/).exec(code)?.[0] ?? '';
  return [...names, statement.replace(named, '')];
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
