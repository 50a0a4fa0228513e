import { isWholePage } from './is-whole-page.js';
import { isWordTemplate } from './is-word-template.js';

/** Is it a template whose texts are told from its code, by its name, or one of Go or PHP by what it holds? */
export function isTextTemplate(path: string, text: string): boolean {
  if (/\.astro$/i.test(path) && !isHeadClear(text)) return false;
  return isWordTemplate(path) || isWholePage(path, text);
}

/** The program at the head of a component of Astro stands between two lines of dashes, if there is one; what looks like such a line may stand in a text of it. */
function isHeadClear(text: string): boolean {
  const fences = text.match(/^[ \t]*(?:---|\.\.\.)/gm) ?? [];
  return (
    fences.length === 0 || (fences.length === 2 && text.startsWith('---') && fences.every((each) => each === '---'))
  );
}
