import { isGoPage } from './is-go-page.js';
import { isWordTemplate } from './is-word-template.js';

/** Is it a template whose texts are told from its code, by its name, or one of Go by what it holds? */
export function isTextTemplate(path: string, text: string): boolean {
  return isWordTemplate(path) || isGoPage(path, text);
}
