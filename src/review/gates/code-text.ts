import { isTemplate } from '../../change/is-template.js';
import { blank } from '../../text/blank.js';

/** Endings of files that are JavaScript or TypeScript programs, whole or in a frame. */
export function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte)$/i.test(path) && !isDeclaration(path);
}

/** Types of TypeScript and nothing else, of which nothing is left when it runs. */
export function isDeclaration(path: string): boolean {
  return /\.d\.[cm]?ts$/i.test(path);
}

/** Programs in a frame of HTML, which are read as text. */
export function isFrame(path: string): boolean {
  return /\.(?:vue|svelte)$/i.test(path);
}

/** Endings of files that are programs in any usual language, or templates of one; `isCode` among them. */
export function isProgram(path: string): boolean {
  return isCode(path) || program.test(path) || isTemplate(path);
}

const program =
  /\.(?:c|cc|clj[cs]?|coffee|cpp|cs|dart|elm|exs?|fs|go|groovy|h|hs|java|jl|kts?|lua|m|mm|php|pl|py|rb|rs|sc|scala|sh|swift|vb)$/i;

/** Tests, what they are held against, and stories run nowhere near a user, unless something else imports them. */
export function isTest(path: string): boolean {
  return (
    snapshot.test(path) ||
    /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress)\/|^spec\/|(?:^|\/)spec\/.*\.rb$|[._](?:test|spec|stories|story|cy|e2e)\.[a-z]+$|(?:^|\/)test_[^/]+\.py$/i.test(
      path,
    ) ||
    /[a-z](?:Tests?|Spec)\.(?:cs|groovy|java|kt|scala|swift)$/.test(path)
  );
}

/** A library of others that lies in the repository, or what a minifier made: it does not ask for a flag of the product by itself. */
export function isForeign(path: string): boolean {
  return /(?:^|\/)(?:node_modules|bower_components|jspm_packages)\/|[.-]min\.[cm]?js$/i.test(path);
}

/** What Jest, Vitest, Syrupy, ApprovalTests and Verify write down and compare with. */
const snapshot =
  /(?:^|\/)__(?:(?:image|file|diff)_)?(?:snapshots?|fixtures|diff_output)__\/|\.(?:snap|ambr|storyshot)$|\.(?:approved|received|verified)\.[a-z]+$/i;

/** Whether a text has the key between quotes, or as a symbol of Ruby (`:new_home`). */
export function mentionsKey(text: string, key: string): boolean {
  if (findQuoted(text, key).length > 0) return true;
  for (let at = text.indexOf(`:${key}`); at !== -1; at = text.indexOf(`:${key}`, at + 1)) {
    if (!/[\w:]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + 1 + key.length))) return true;
  }
  return false;
}

/** Where a key stands between quotes of one kind: offsets of the opening quotes, in order. Linear in the text's length. */
export function findQuoted(text: string, key: string): readonly number[] {
  return ['"', "'", '`']
    .flatMap((quote) => {
      const wanted = `${quote}${key}${quote}`;
      const places: number[] = [];
      for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) places.push(at);
      return places;
    })
    .sort((a, b) => a - b);
}

/**
 * A text with everything blanked that may be a comment in JavaScript or HTML, be it in a string or not: what is left is certainly
 * no comment. Same length and lines. Linear in the text's length.
 */
export function blankComments(text: string): string {
  // Without its end a comment takes in all that follows, so this is looked for in vain once.
  return text.replaceAll(/\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|<!--[^]*?(?:-->|$)/g, blank);
}
