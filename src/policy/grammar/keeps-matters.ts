import { normalizeWords } from './tokenize.js';

/**
 * Whether words keep kinds of code from PMs, by what it is about: "Data models and authentication remain with engineering." Where such words
 * name no path, nothing holds them.
 */
export function keepsMatters(text: string): boolean {
  const words = normalizeWords(text);
  return matter.test(words) && keeping.some((form) => form.test(words));
}

const ofTexts =
  "(?!['’]?s? (?:copy|texts?|e?-?mails?|messages?|wording|words|strings|screens?|pages?|docs?|prompts?|flags?|banners?|forms?))";

/** What seeds of a policy keep with engineering. */
const matter = new RegExp(
  `(?<![\\p{L}])(?:${[
    'data models?|databases?|(?:database |db )?(?:migrations?|schemas?)|api contracts?',
    'authentication|authori[sz]ation|session handling|encryption|credentials|secrets',
    'payments?(?: processing)?|billing|checkout|protected[- ]data handling',
    'infrastructure|build and deploy configuration|deploy(?:ment)?(?: configuration)?|ci configuration',
    'agent orchestration|security-sensitive code(?: paths)?|compliance[- ]monitoring|audit logging',
  ].join('|')})(?![\\p{L}])${ofTexts}`,
  'u',
);

const engineers = '(?:the )?(?:engineering|engineers)(?: team)?';

const keeping = [
  `(?:remains?|stays?|belongs?|left|kept|reserved)(?: all)? (?:with|to|for|at) ${engineers}(?![\\p{L}])`,
  'engineering[- ]only|engineers[- ]only',
  `(?:^|[.:] )${engineers} (?:keeps?|owns?|retains?) `,
  "(?:^|[.:] )(?:(?:the|our|both|two|pilot) )*(?:pms|a pm|product managers) (?:cannot|can not|can't|must not|mustn't|may not|must never|never|do not|don't) (?:touch|edit|change|modify|update) (?!the (?:tone|wording|meaning|length))",
  '(?:is|are|stays?|remains?) (?:all )?(?:off[- ]limits|out of bounds|locked|closed)(?![\\p{L}])',
].map((form) => new RegExp(form, 'u'));
