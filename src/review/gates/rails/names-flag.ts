import { simplify } from '../names-key.js';
import type { RailsPrograms } from './read-rails-programs.js';

const method = /^([ \t]*)def (?:self\.)?(\w{3,100})[?!]?[^\n]*\n(?:(?!\1end\b)[^\n]*\n){0,200}?\1end\b/gm;
const constant = /^[ \t]*([A-Z]\w{2,100})\s*=[^\n]*/gm;
/** Names that too many methods have to say anything. */
const common =
  /^(?:index|show|new|create|edit|update|destroy|call|perform|initialize|render|save|valid|validate|name|title|text|value|items|rows|status|result|params|before_render|to_\w+)$/;
/** What answers for what answers for the flag. */
const mostRounds = 3;

/**
 * Whether a text may name one of the flags, however it is spelled, or a method or constant of these programs that does. It is taken to name one rather once too often:
 * what names none has nothing to do with them.
 */
export function createNamesFlag(programs: RailsPrograms, keys: readonly string[]): (text: string) => boolean {
  const plain = keys.map(simplify);
  const answers = new Set<string>();
  const names = (text: string): boolean => {
    const simple = simplify(text);
    return plain.some((key) => simple.includes(key)) || wordsOf(text).some((word) => answers.has(word));
  };
  for (let round = 0; round < mostRounds; round++) {
    const { size } = answers;
    for (const text of programs.values()) {
      if (!names(text)) continue;
      for (const [whole, , name = ''] of text.matchAll(method))
        if (!common.test(name) && names(whole)) answers.add(name);
      for (const [whole, name = ''] of text.matchAll(constant)) if (names(whole)) answers.add(name);
    }
    if (answers.size === size) break;
  }
  return names;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\w+/g) ?? [];
}
