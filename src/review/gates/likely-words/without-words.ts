/** Stands for what people read. */
export const said = '\0';

/** Signs of code, of a placeholder, of a name for a machine, and signs that are not seen. */
const odd = /[<>{}[\]=\\`|~^]|\$(?!\d)|%\w|:\p{L}|\p{L}_\p{L}|\p{L}\(|\(\)|;\p{L}|\p{DI}/u;
const mail = /^[("']?[\w.+-]*@[\w-]+(?:\.[\w-]+)+[)"'.,;:!?]*$/;
const letter = /\p{L}|\p{N}/u;
const sign = /[.,!?:;"'’”)]+$/;
/** One word alone is a value, unless it begins with a capital. */
const alone = /^["“‘'(]?\p{Lu}[\p{Ll}\p{M}'’-]*[.,!?…:)"”’']{0,3}$/u;
/** It reads like a sentence, and a machine does it. */
const done =
  /^\s*(?:(?:select|insert|update|delete|drop|alter|create|grant|truncate|with)\s[^]*\b(?:from|into|set|table|where|on|as)\b|(?:sudo|rm|curl|wget|git|npm|npx|yarn|docker|kubectl|chmod|eval|bash|sh)\s)/i;

/** The words of a sentence as blanks: entities and line ends that are written out, and Razor's own `@@`. */
function plainText(text: string): string {
  return text
    .replaceAll(/\\[nrt]|&(?:nbsp|shy|zwnj);/g, ' ')
    .replaceAll(/\\(["'`])/g, '$1')
    .replaceAll('@@', '@');
}

/** What is left of a text without its words: what is filled in to it, in its order. */
export function withoutWords(text: string): string {
  return plainText(text)
    .split(/\s+/)
    .filter((token) => token !== '' && !isWord(token))
    .map((token) => token.replace(sign, ''))
    .join(' ');
}

/**
 * What is left of a string of a program without what people read; `undefined` where it may be a value, a name or a command, so that all of it counts.
 */
export function readString(content: string): string | undefined {
  if (done.test(content)) return undefined;
  const words = plainText(content)
    .split(/\s+/)
    .filter((token) => letter.test(token) && isWord(token));
  const [first, ...more] = words;
  if (first === undefined || (more.length === 0 && !alone.test(first))) return undefined;
  return `${said}${withoutWords(content)}`;
}

function isWord(token: string): boolean {
  if (mail.test(token)) return true;
  return !token.includes('@') && !odd.test(token);
}
