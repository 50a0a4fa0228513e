/** `é` as `\u00e9`: what is no ASCII, unit by unit. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As JSON escapes it, and as YAML, TOML and programs read it too. */
export function escapeAsJson(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return escaped.replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, toAscii).replaceAll('\x7f', '\\u007f');
}

const letters: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', e: '\x1b', a: '\x07', '0': '\0' }),
  ...Object.entries({ N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' }),
]);

/** What an escape says in JSON, JavaScript, YAML and TOML; any other sign is itself, and a line that is carried on is nothing. */
export function decodeEscape(raw: string): string {
  if (!raw.startsWith('\\')) return raw;
  const code = /^\\(?:[uUx]([\da-f]{2,8})|u\{([\da-f]{1,6})\})$/i.exec(raw);
  if (code !== null) return decodeCode(code[1] ?? code[2]);
  return /^\\\r?\n/.test(raw) ? '' : (letters.get(raw.slice(1)) ?? raw.slice(1));
}

/** The sign of a number in hexadecimal digits; a sign that stands for none where there is no such. */
export function decodeCode(digits = '', base = 16): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** An escape, or one sign. */
export const escapeEach = /\\u\{[\da-f]{1,6}\}|\\u[\da-f]{4}|\\U[\da-f]{8}|\\x[\da-f]{2}|\\\r?\n[ \t]*|\\[^]|[^]/gu;
