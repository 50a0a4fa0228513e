/** A link or a picture of a page of Markdown that leads to a file beside it. */
export interface FileLink {
  /** From 1. */
  readonly line: number;
  readonly written: string;
  /** From the root of the repository. */
  readonly target: string;
}

/** Characters of a line that are looked at. */
const mostOfLine = 5000;

/** The links that lead to files of the repository, as pages of Markdown and the tags in them write them; none of an example. */
export function linksOf(path: string, text: string): readonly FileLink[] {
  const folder = path.split('/').slice(0, -1);
  let fence: string | undefined;
  return text.split('\n').flatMap((whole, index): readonly FileLink[] => {
    const mark = /^ {0,3}(```|~~~)/.exec(whole)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (fence === mark) fence = undefined;
      return [];
    }
    if (fence !== undefined) return [];
    const line = whole.slice(0, mostOfLine).replaceAll(/`[^`]*`/g, '');
    return [...line.matchAll(link)].flatMap((match) => {
      const written = match
        .slice(1)
        .join('')
        .replace(/[#?].*$/, '');
      const target = resolve(folder, written);
      return target === undefined ? [] : [{ line: index + 1, written, target }];
    });
  });
}

/** `[words](there.md "title")`, `[words]: there.md`, `src="there.png"`. */
const link =
  /\]\(\s?<?([^\s()<>]{1,500})|^ {0,3}\[[^\]]{1,200}\]:\s{1,9}<?([^\s<>]{1,500})|\s(?:src|href)="([^"\s]{1,500})"/g;

function resolve(folder: readonly string[], written: string): string | undefined {
  if (written === '' || /^(?:[a-z][a-z\d+.-]*:|\/|\{)/i.test(written)) return undefined;
  const steps = [...folder];
  for (const step of decode(written).split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
