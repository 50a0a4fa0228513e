import type { ActivePart } from './find-active-parts.js';

/** Whom people who read a page are not, or what is said to them alone who do not look at it. */
const toMachines =
  /\b(?:ai|llms?|agents?|assistants?|claude|copilot|chatgpt|gpt|gemini|cursor|codex|bots?|reviewers?|prompts?|instructions?)\b|\bignore\s{1,9}(?:all|any|the|previous|your|these)\b|\byou\s{1,9}(?:must|are|should|may|can)\b/iu;

/** `[//]: # (words)` and `[comment]: <> (words)`, which no page shows. */
const asLink = /^ {0,3}\[(?:\/\/|comment|#|_)\]:[ \t]{0,9}(?:#|<>)[ \t]{0,9}(\S[^\n]{0,2000})$/gimu;

/** Comments of a page of Markdown that speak to programs which read along, as coding agents do: nobody who looks at the page sees them. */
export function findHiddenWords(page: string): readonly ActivePart[] {
  const found: { readonly at: number; readonly words: string }[] = [];
  for (let at = page.indexOf('<!--'); at >= 0;) {
    const end = page.indexOf('-->', at + 4);
    const words = page.slice(at + 4, end < 0 ? undefined : end);
    found.push({ at, words });
    at = end < 0 ? -1 : page.indexOf('<!--', end);
  }
  for (const { index, 1: words = '' } of page.matchAll(asLink)) found.push({ at: index, words });
  const speaking = found
    .map(({ at, words }) => ({ at, said: words.slice(0, longest).trim().replace(/\s+/gu, ' ') }))
    .filter(({ said }) => toMachines.test(said));
  return speaking.slice(0, most).map(({ at, said }) => ({
    what: `a comment that no page shows, “${said.slice(0, 60)}”,`,
    line: page.slice(0, at).split('\n').length,
    written: said,
  }));
}

const most = 100;
const longest = 20_000;
