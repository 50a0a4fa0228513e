import { acts, saidAlone } from './element-names.js';
import type { FilledPiece, Piece } from './read-tags.js';

/** Follows the tags of a template, and says who reads the text that stands right in one. */
export interface TextReaders {
  /** Goes past a tag. */
  pass(piece: FilledPiece): void;
  /** Do people read the text that stands here? */
  areRead(): boolean;
  /** Does the text stand in an element in which one word is one for people, too? */
  isSaidAlone(): boolean;
  /** Does nobody know what becomes of the words in such a tag? */
  isOddTag(piece: Piece): boolean;
}

const machine =
  /^(?:option|optgroup|datalist|select|i|text|tspan|use|var|kbd|samp|data|output|time|translate|link|meta|base)$/i;
/** In other libraries of tags (`<c:set>`, `<sql:update>`) text is code or a value. */
const prose = /^(?:c:(?:if|when|otherwise|forEach|out|choose)|svelte:\w+|x-slot:\w+|[a-z]+:(?:layout|page))$/i;
/** Parts of Laravel's mails, which show what stands in them. */
const mail = /^x-mail::(?:message|button|panel|subcopy|footer|layout)$/;
const slot = /^x-slot\b/i;
const handed = /class|style|script|url|href|src|attr|\bid\b|icon|type|key/i;
/** Its words are names of signs. */
const isSign = /icon|symbol|emoji/i;
/** Its text is the key of its translations, unless Angular is given a name for it (`@@home`), of which the mask of code leaves one sign. */
const translated = /\s(?:i18n(?![\w-])(?!="[^"]*@[@\uE000])|v-translate\b|translate(?![\w-]|="(?:no|yes)"))/i;

/** With one of these the text of a choice is not what is chosen. */
const valued = /\s(?:value|:value|v-bind:value|th:value)=/i;
const boundValue = /^\[(?:ngv|v)alue\]$/i;

/** Starts at the top of a template. `areChoicesRead`: people read the choices of a list, too, where these have values of their own. */
export function followReaders(path: string, areChoicesRead = false): TextReaders {
  const isVue = /\.vue$/i.test(path);
  const open: { readonly name: string; readonly isOdd: boolean }[] = [];
  /** How many of a name are open, so that nobody looks for one that is not. */
  const counts = new Map<string, number>();
  const count = (name: string, more: number): void => void counts.set(name, (counts.get(name) ?? 0) + more);
  return {
    isOddTag: ({ tag, text }) => tag !== undefined && isOdd(tag.name, text),
    areRead: () => open.at(-1)?.isOdd !== true,
    isSaidAlone: () => saidAlone.test(open.at(-1)?.name ?? ''),
    pass: (piece) => {
      const { tag, text } = piece;
      if (tag === undefined || tag.isEmpty) return;
      if (!tag.closes) {
        // What stands beside the template of a component of Vue is for its tools.
        const isBeside = isVue && open.length === 0 && tag.name !== 'template';
        const isChoice = areChoicesRead && /^option$/i.test(tag.name) && hasValue(piece) && !translated.test(text);
        open.push({ name: tag.name, isOdd: isBeside || isSign.test(text) || (isOdd(tag.name, text) && !isChoice) });
        count(tag.name, 1);
        return;
      }
      if ((counts.get(tag.name) ?? 0) === 0) return;
      const at = open.findLastIndex(({ name }) => name === tag.name);
      for (const { name } of open.splice(at)) count(name, -1);
    },
  };
}

function hasValue({ text, codes }: FilledPiece): boolean {
  return valued.test(text) || codes.some((code) => boundValue.test(code));
}

/** Does nobody know what an element of such a name does with its text, or does a machine read it? */
export function isOdd(name: string, whole: string): boolean {
  if (machine.test(name) || translated.test(whole)) return true;
  if (mail.test(name)) return false;
  if (slot.test(name) && handed.test(whole)) return true;
  if (name.includes(':') && !prose.test(name)) return true;
  return name !== 'mj-text' && /[-:.\p{Lu}]/u.test(name) && acts.test(name);
}
