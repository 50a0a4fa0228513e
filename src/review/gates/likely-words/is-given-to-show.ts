import type { OpenBracket } from './open-brackets.js';
import { usesText } from './uses-text.js';

/** The last word of what shows something: a part of a page, by the names that all toolkits have. */
const part =
  /(?<![\w$])([A-Z]\w*?)??(?:Alert|AppBar|Avatar|Badge|Banner|Bar|Button|Btn|Callout|Card|Cell|Checkbox|Chip|Confirm|Decoration|Dialog|Drawer|Dropdown|Empty|EmptyState|Field|FieldType|Form|Header|Heading|Icon|Input|Item|Label|Link|List|Menu|Modal|Notice|Option|Page|Panel|Picker|Popover|Popup|Radio|Row|Screen|Section|Select|Sheet|Slider|Snackbar|Switch|Tab|Table|Text|TextArea|Textarea|Tile|Title|Toast|Toggle|Tooltip|View|Widget)$/;
/** What is called like a part of a page and does something, or is data. */
const acts =
  /^(?:add|analytics|archive|bind|consumer|csv|dataset|describe|drop|encrypt|ensure|go|gpu|import|invoke|keychain|keyring|load|open|outbound|pipeline|register|remind|scroll|security|swipe|system|thread|tracked|tracking|upload|vault|work|xlsx)(?![a-z])/i;
/** Helpers of Rails' pages, and elements of Haml. */
const helper =
  /(?:^|[=(\s])(?:link_to|button_to|button_tag|submit_tag|mail_to|(?:f|form)\.\w+)[\s(].*$|%(?:input|textarea|button|a|abbr|img)(?:[.#][\w-]+)*\{[^{}]*$/;
/** What a value begins behind, so that the bracket is no call's. */
const valueFollows = /(?:^|[=:|&]|\s\?|=>|\b(?:return|default))\s*$/;

/** Is it the name of a part of a page? */
export function isPart(name: string): boolean {
  const [found, first = ''] = part.exec(name) ?? [];
  return found !== undefined && !acts.test(first) && !usesText(first);
}

/** Is what is given by a name given to what shows it, or part of plain data? `by`: the sign between the name and the text. */
export function isGivenToShow(path: string, by: string, code: string, brackets: readonly OpenBracket[]): boolean {
  const [inner] = brackets;
  const isPage = /\.(?:erb|haml|slim)$/i.test(path);
  if (isPage) return helper.test(code.slice(code.lastIndexOf('\n') + 1));
  if (inner === undefined || inner.sign === 'block') return false;
  // `label = "…"` is a variable, but in the brackets of a call.
  if (by === '=' && inner.sign !== '(' && !/\.elm$/i.test(path)) return false;
  return brackets.every(({ before }) => {
    if (usesText(before)) return false;
    return (
      valueFollows.test(before) || (isPart(before.trim()) && !/\b(?:def|fn|fun|func|function|class)\s/.test(before))
    );
  });
}
