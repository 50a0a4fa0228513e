import type { ChangedFile } from '../../../change/change.js';
import type { OffToken } from '../off-state/tokens/read-live-tokens.js';
import { readTextOffState } from '../off-state/read-text-off-state.js';
import { compareOffStates } from '../off-state/compare-off-states.js';
import { isController, isRoutes } from './read-rails-programs.js';

const nobody: ReadonlySet<string> = new Set();

/** Whether a changed program of Rails has something for people that it did not have: a page, an address, or words. */
export function showsMore({ path, before, after }: ChangedFile): boolean {
  const [old, now] = [before?.text ?? '', after?.text ?? ''];
  if (path.endsWith('.erb')) {
    const tokensOf = (text: string): readonly OffToken[] => readTextOffState(path, text, nobody).tokens;
    return compareOffStates(tokensOf(old), tokensOf(now))?.sure[0] !== undefined;
  }
  // Nobody here tells the words of such a template from its code.
  if (/\.(?:haml|slim)$/.test(path)) return false;
  const partsOf = isRoutes(path) ? addressesIn : isController(path) ? pagesIn : phrasesIn;
  const known = new Set(partsOf(old));
  return partsOf(now).some((each) => !known.has(each));
}

function addressesIn(text: string): readonly string[] {
  const lines = text.matchAll(/^[ \t]*(?:get|post|put|patch|delete|match|root|resources?|mount)\b[^\n]*/gm);
  return [...lines].map(([line]) => line.trim());
}

function pagesIn(text: string): readonly string[] {
  const [open] = text.split(/^[ \t]*(?:private|protected)\b/m) as [string];
  return open.match(/\bdef \w+/g) ?? [];
}

/** Words between quotes, those apart that only engineers read. */
function phrasesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (forEngineers.test(line) ? [] : (line.match(phrase) ?? [])));
}

const phrase = /"[^"\n]*\p{L}[,.’']? \p{L}[^"\n]*"|'[^'\n]*\p{L}[,.’]? \p{L}[^'\n]*'/gu;
const forEngineers =
  /\b(?:logger|log|raise|fail|puts|warn|abort|desc|Sentry|where|order|joins|execute|select|require|comment|class|data|style)\b|\b(?:SELECT|FROM|WHERE|AND|OR|ASC|DESC|IS NULL)\b/;
