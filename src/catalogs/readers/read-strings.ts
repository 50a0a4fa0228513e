import { createCatalogBuilder } from './catalog-builder.js';
import type { Catalog } from '../catalog.js';

/** Apple's `.strings`: `"key" = "text";` with comments. */
export function readStrings(path: string, source: string): Catalog {
  const builder = createCatalogBuilder(path, source);
  const { text } = builder;
  const token = /\s+|\/\*[^]*?\*\/|\/\/[^\n]*|"(?:[^"\\]|\\[^])*"|[\w.-]+|[=;]/y;
  const words: { word: string; offset: number }[] = [];
  while (token.lastIndex < text.length) {
    const offset = token.lastIndex;
    const word = token.exec(text)?.[0];
    if (word === undefined) {
      const message =
        text[offset] === '"'
          ? 'the quotation mark that ends this text is missing'
          : 'a sign stands here that is none of a text';
      builder.fail(message, offset);
      break;
    }
    if (!/^(?:\s|\/[*/])/.test(word)) words.push({ word, offset });
    const statement = words.map((each) => (/^[=;]$/.test(each.word) ? each.word : 't')).join('');
    if (/^(?:t=t;|t;)$/.test(statement)) {
      const [key, , value = key] = statement === 't;' ? [words[0]] : words;
      if (key !== undefined && value !== undefined)
        builder.add({ path: [unquote(key.word)], value: unquote(value.word), key: key.offset, at: value.offset });
      words.length = 0;
    } else if (!'t=t;'.startsWith(statement)) {
      const missing = statement.startsWith('t=t')
        ? 'a “;” is missing before this'
        : 'here stands no “"key" = "text";”; is a quotation mark missing, or one too many in a text?';
      builder.fail(missing, offset);
      break;
    }
  }
  if (words.length > 0) builder.fail('a “;” is missing at the end', (words[0] as { offset: number }).offset);
  return builder.finish('printf');
}

function unquote(word: string): string {
  if (!word.startsWith('"')) return word;
  return word
    .slice(1, -1)
    .replace(/\\(?:[Uu]([\da-f]{4})|([^]))/gi, (_whole, code: string | undefined, sign: string) =>
      code === undefined ? sign.replace('n', '\n') : String.fromCharCode(Number.parseInt(code, 16)),
    );
}
