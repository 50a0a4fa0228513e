/** The lines of a page of Markdown with their numbers from 1, without those of examples. */
export function outsideFences(text: string): readonly { readonly text: string; readonly line: number }[] {
  let fence: string | undefined;
  return text.split('\n').flatMap((whole, index) => {
    const mark = /^ {0,3}(```|~~~)/.exec(whole)?.[1];
    if (mark === undefined) return fence === undefined ? [{ text: whole.slice(0, mostOfLine), line: index + 1 }] : [];
    if (fence === undefined) fence = mark;
    else if (fence === mark) fence = undefined;
    return [];
  });
}

/** Characters of a line that are looked at. */
const mostOfLine = 5000;
