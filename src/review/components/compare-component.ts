import { isFrame } from '../gates/code-text.js';
import { compareModules, type Comparison } from './compare-modules.js';
import { namesOfStyles } from './names-of-styles.js';
import { outlineModule } from './outline-module.js';
import { readSyntax } from './read-syntax.js';
import { withoutComments } from './without-comments.js';

/** A file of which nothing says that others can use less of it. */
const same: Comparison = { breakages: [], unsure: [] };

/**
 * Holds what a component, a style sheet or a page shows to others after a change against what it showed: the exports and props of a program, the names of a
 * style sheet, the program and the slots of Vue and Svelte. `undefined`: the file alone does not say it.
 */
export async function compareComponent(path: string, before: string, after: string): Promise<Comparison | undefined> {
  if (/\.(?:css|less|pcss|postcss|sass|scss|sss)$/iu.test(path))
    return isAmong(namesOfStyles(before), namesOfStyles(after)) ? same : undefined;
  if (isFrame(path)) return isAmong(shownOfFrame(before), shownOfFrame(after)) ? same : undefined;
  const [was, is] = await Promise.all([before, after].map((text) => readSyntax(path, text)));
  return was === undefined || is === undefined ? undefined : compareModules(outlineModule(was), outlineModule(is));
}

function isAmong(old: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return [...old].every((each) => now.has(each));
}

/** Its programs, each whole, and the places for what others put into it. */
function shownOfFrame(text: string): ReadonlySet<string> {
  const programs = text.split(/<\/?script\b/iu).filter((_, at) => at % 2 === 1);
  const slots = [
    ...withoutComments(text, '<!--', '-->').matchAll(/<slot\b[^<>]{0,500}|\{@render\s[^{}]{0,200}/giu),
  ].map(([slot]) => slot.trim());
  return new Set([...programs, ...slots]);
}
