import type { OpenBracket } from './open-brackets.js';
import { usesText } from './uses-text.js';

/** The last word of what shows something: a part of a page, by the names that all toolkits have. */
const part =
  /(?<![\w$])[A-Z]\w*(?<=Alert|Action|AppBar|Avatar|Badge|Banner|Bar|Box|Button|Btn|Callout|Card|Cell|Checkbox|Chip|Column|Confirm|Decoration|Dialog|Drawer|Dropdown|Empty|EmptyState|Field|FieldType|Form|Group|Header|Heading|Icon|Image|Input|Item|Label|Link|List|Menu|Modal|Notice|Option|Page|Panel|Picker|Popover|Popup|Radio|Row|Screen|Section|Select|Sheet|Slider|Snackbar|Step|Switch|Tab|Table|Text|TextArea|Textarea|Tile|Title|Toast|Toggle|Tooltip|View|Widget)$/;
/** Helpers of Rails' pages, and elements of Haml. */
const helper =
  /(?:^|[=(\s])(?:link_to|button_to|button_tag|submit_tag|mail_to|(?:f|form)\.\w+)[\s(].*$|%(?:input|textarea|button|a|abbr|img)(?:[.#][\w-]+)*\{[^{}]*$/;
/** What a value begins behind, so that the bracket is no call's. */
const valueFollows = /(?:^|[=:|&]|\s\?|=>|\b(?:return|default))\s*$/;

/** Is it the name of a part of a page? */
export function isPart(name: string): boolean {
  return part.test(name);
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
      valueFollows.test(before) || (part.test(before.trim()) && !/\b(?:def|fn|fun|func|function|class)\s/.test(before))
    );
  });
}
