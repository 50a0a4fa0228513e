import { decodePercent } from '../../text/path-names.js';
import { outsideFences } from './outside-fences.js';

/** A link or a picture of a page of Markdown that leads to a file beside it. */
export interface FileLink {
  /** From 1. */
  readonly line: number;
  /** Without what stands behind `#` or `?`. */
  readonly written: string;
  /** From the root of the repository. */
  readonly target: string;
  /** The place in the page, behind `#`. */
  readonly anchor?: string;
  /** The page is taken in as a part of this one; tools look for it in places of their own. */
  readonly isPart?: true;
}

/** The links that lead to files of the repository, as pages of Markdown and the tags in them write them; none of an example. */
export function linksOf(path: string, text: string): readonly FileLink[] {
  const folder = path.split('/').slice(0, -1);
  return outsideFences(text).flatMap(({ text: whole, line: number }): readonly FileLink[] => {
    const line = whole.replaceAll(/`[^`]*`/g, '');
    const links = [...line.matchAll(link)].flatMap((match): FileLink[] => {
      const whither = match.slice(1).join('');
      const written = whither.replace(/[#?].*$/, '');
      const [, anchor] = /#([^\s?]{1,200})/.exec(whither) ?? [];
      const target = written === '' && anchor !== undefined ? path : resolve(folder, written);
      return target === undefined
        ? []
        : [{ line: number, written, target, ...(anchor && { anchor: decodePercent(anchor) }) }];
    });
    const parts = [...line.matchAll(part)].flatMap((match): FileLink[] => {
      const written = match.slice(1).join('');
      const target = resolve(folder, written);
      return target === undefined ? [] : [{ line: number, written, target, isPart: true }];
    });
    return [...links, ...parts];
  });
}

/** `[words](there.md "title")`, `[words]: there.md`, `src="there.png"`. */
const link =
  /\]\(\s?<?([^\s()<>]{1,500})|^ {0,3}\[[^\]]{1,200}\]:\s{1,9}<?([^\s<>]{1,500})|\s(?:src|href)="([^"\s]{1,500})"/g;

/** `<!-- @include: ./part.md -->` of VitePress, `{% include_relative part.md %}` of Jekyll, `--8<-- "part.md"` of MkDocs, `import Part from './part.mdx'`. */
const part =
  /<!--\s{0,9}@include:?\s{1,9}([^\s>{[]{1,500})|\{%-?\s{0,9}include_relative\s{1,9}([^\s%]{1,500})|^\s{0,9}-{1,3}8<-{1,3}\s{1,9}"([^"\s:]{1,500})|^import\s{1,9}[^\s'"]{1,80}\s{1,9}from\s{1,9}['"](\.[^'"\s]{1,500})['"]/g;

function resolve(folder: readonly string[], written: string): string | undefined {
  if (written === '' || /^(?:[a-z][a-z\d+.-]*:|\/|\{)/i.test(written)) return undefined;
  const steps = [...folder];
  for (const step of decodePercent(written).split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
