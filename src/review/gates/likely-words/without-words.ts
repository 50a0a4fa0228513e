/** Signs of code, of a placeholder, of a name for a machine, and signs that are not seen. */
const odd =
  /[<>{}[\]=\\`|~^]|\$(?!\d)|%\w|:\p{L}|\p{L}_\p{L}|\p{L}\(|\(\)|;\p{L}|&(?!(?:amp|nbsp|[lr][sd]quo|[nm]dash|hellip|quot|apos);|$)|\p{DI}|[\u2028\u2029\u0085]/u;
const mail = /^[("']?[\w.+-]*@[\w-]+(?:\.[\w-]+)+[)"'.,;:!?]*$/;
const sign = /[.,!?:;"'’”)]+$/;
/** It reads like a sentence, and a machine does it. */
const done =
  /^\s*(?:select|insert|update|delete|drop|alter|create|grant|truncate|with|query|mutation|sudo|rm|mv|cp|curl|wget|git|npm|npx|yarn|docker|kubectl|chmod|eval|bash|sh)\s|\b(?:IS (?:NOT )?NULL|ORDER BY|LIMIT|WHERE|FROM)\b/;
const sentence = /^["“(¡¿]?\p{Lu}|[.?!…]["”’)]?$/u;

/** What is left of a text without its words: what is filled in to it, in its order. */
export function withoutWords(text: string): string {
  return text
    .replaceAll('@@', '@')
    .split(/[ \t\r\n]+/)
    .filter((token) => token !== '' && !isWord(token))
    .map((token) => token.replace(sign, ''))
    .join(' ');
}

/** Is a string words that people are shown, where nothing else tells? So is a sentence of three words or more, with a capital at its beginning or an end. */
export function isSentence(text: string): boolean {
  const words = text.trim().split(' ');
  return words.length >= 3 && words.every(isWord) && sentence.test(text.trim()) && !done.test(text);
}

/** Is it words and nothing else? */
export function areWords(text: string): boolean {
  return /\p{L}/u.test(text) && withoutWords(text) === '' && !done.test(text);
}

function isWord(token: string): boolean {
  return mail.test(token) || (!token.includes('@') && !odd.test(token));
}
