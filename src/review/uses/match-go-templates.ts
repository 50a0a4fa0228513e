import type { KeyIndex } from './key-index.js';
import type { KeyMatch } from './key-match.js';
import { canonicalName } from './text-key.js';

/** `{{ i18n "read_time" . }}` and `{{ T "home" | title }}`: the key is in quotation marks of its own, whatever the template stands in. */
const action =
  /\{\{-?[^{}"`\n]{0,100}(?<![\w$-])(?:i18n|[tT]|[tT]r(?:[NF]|HTML)?|[tT]ranslate|[lL]ocali[sz]e)\s{1,10}["`]([^"`\n]{1,200})["`]/g;

/** Where templates of Go, as Hugo has them, ask for texts. */
export function matchGoTemplates(text: string, keys: KeyIndex): readonly KeyMatch[] {
  return [...text.matchAll(action)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const end = index + whole.length - 1;
    return [...keys.named(canonicalName(name))].map((key) => ({ key, at: end - name.length, end, sure: true }));
  });
}
