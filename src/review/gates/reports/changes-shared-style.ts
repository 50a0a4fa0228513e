import type { ChangedFile } from '../../../change/change.js';

/** Does a component get other styles that hold for whole pages? They come with the file, whether or not it is shown. Linear in the length of its texts. */
export function changesSharedStyle({ path, before, after }: ChangedFile): boolean {
  return /\.(?:vue|svelte)$/i.test(path) && sharedStyles(path, before?.text) !== sharedStyles(path, after?.text);
}

/** In Vue all but those that are scoped, in Svelte those that say so. */
function sharedStyles(path: string, text = ''): string {
  const styles = text.split(/<style\b/i).slice(1);
  return styles
    .filter((style) => /:global\b/.test(style) || isShared(path, style.slice(0, style.indexOf('>'))))
    .map((style) => style.split(/<\/style\b/i, 1).join(''))
    .join('\n');
}

function isShared(path: string, attributes: string): boolean {
  return /\.vue$/i.test(path) ? !/\b(?:scoped|module)\b/.test(attributes) : /\bglobal\b/.test(attributes);
}
