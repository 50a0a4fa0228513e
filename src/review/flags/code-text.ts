/** Endings of files that are programs. */
export function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte)$/i.test(path) && !/\.d\.[cm]?ts$/i.test(path);
}

/** Tests and stories run nowhere near a user. */
export function isTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e)\/|\.(?:test|spec|stories|story)\.[a-z]+$/i.test(path);
}

/**
 * The text of a program with its comments blanked, same length and lines; strings stay. Linear in the text's length. Where text
 * between tags looks like a comment it is blanked too: a mention there counts for nothing.
 */
export function blankComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|<!--[^]*?(?:-->|$)/g,
    (found: string, quoted: string | undefined) => quoted ?? found.replace(/[^\n]/g, ' '),
  );
}

/** Where a key stands as a whole string in a program without its comments: offsets of the opening quotes. */
export function findKey(code: string, key: string): number[] {
  const places: number[] = [];
  for (const quote of ['"', "'", '`']) {
    const wanted = `${quote}${key}${quote}`;
    for (let at = code.indexOf(wanted); at !== -1; at = code.indexOf(wanted, at + 1)) places.push(at);
  }
  return places.sort((a, b) => a - b);
}
