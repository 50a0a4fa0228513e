import { normalizeWords } from './tokenize.js';

/**
 * The words by which something that forbids reads as if it held for a time, for some PMs or changes, or as advice. They weaken nothing; whoever
 * reads them may believe otherwise. `undefined` where there are none.
 */
export function findWeakWords(text: string): string | undefined {
  return weak.exec(normalizeWords(text).replace(/'[^']*'/gu, ' '))?.[0].trim();
}

const weak = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[
    'for now|for the time being|at the moment|at first|at present|currently|temporar(?:y|ily)|initially|yet',
    '(?:until|till) (?:\\p{L}|\\d)[\\p{L}\\d-]*|during (?:the )?pilot|(?:this|next) (?:week|month|quarter|sprint)',
    'on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|after hours',
    "should(?: not|n't)?|ought not|normally|usually|generally|typically|ideally|preferabl[ey]|as a rule|in general|mostly",
    '(?:where|when|if)(?:ever)? possible|if you can|try (?:not )?to|optional(?:ly)?|advisory|recommended|a guideline',
    'without (?:asking|approval|permission|telling \\p{L}+)|or ask|(?:large|big|major|breaking) changes|new files are (?:fine|ok|okay)',
    '(?:new|junior|some|other) (?:pms?|product managers)',
    '(?:cannot|must not|may not|can not|do not|never) (?:delete|rename|move|remove)(?= *:? *$)',
  ].join('|')})(?![\\p{L}\\p{N}-])`,
  'u',
);

/** What is said of such words. */
export function describeWeakWords(words: string): string {
  return `“${words}” weakens nothing: what this line closes is locked for every PM for as long as the line stands. Ask an engineer to take these words out, or the line once it no longer holds.`;
}
