import type { ChangedFile, FileVersion } from '../../change/change.js';
import type { Report, ReviewContext } from '../check.js';
import { linksOf, type FileLink } from './links-of.js';

/** Links that are told of, and pages that are read for them. */
const most = 10;
const mostPages = 400;

/**
 * Links of pages that lead nowhere by this change: to a file that it deletes or moves, also from pages that it leaves alone, and new ones to a page that is not there.
 * Other new links may be made for a place where the pages are shown.
 */
export async function reportDeadLinks({ change, snapshot }: ReviewContext): Promise<readonly Report[]> {
  const gone = new Map(change.files.filter(({ after }) => after === undefined).map((file) => [file.path, file]));
  const names = [...gone.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)).filter((name) => name.length > 3);
  const changed = change.files.filter(({ path, after }) => isPage(path) && after?.text !== undefined);
  const found = names.length > 0 && names.length <= most ? await snapshot.search(names.map(expression), []) : [];
  const others = (found ?? []).filter(
    (path) => isPage(path) && !gone.has(path) && !changed.some((each) => each.path === path),
  );
  if (others.length > mostPages) return [];
  const texts = others.length === 0 ? none : await snapshot.read('head', others);
  const pages = [
    ...changed.map((file) => ({ path: file.path, text: String(file.after?.text), file })),
    ...others.map((path) => ({ path, text: texts.get(path)?.text ?? '', file: undefined })),
  ];
  const links = pages.flatMap(({ path, text, file }) => linksOf(path, text).map((link) => ({ path, file, ...link })));
  const toGone = links.filter(({ target }) => gone.has(target));
  const isNew = ({ file, line, target, written }: FileLink & { readonly file: ChangedFile | undefined }): boolean =>
    file !== undefined &&
    /\.mdx?$/i.test(written) &&
    !gone.has(target) &&
    file.added.some(({ start, end }) => start <= line && line <= end);
  const fresh = links.filter(isNew);
  const there =
    fresh.length === 0 ? none : await snapshot.read('head', [...new Set(fresh.map(({ target }) => target))]);
  // A page that moved brings links along that led nowhere before.
  const old = new Set(
    change.files
      .flatMap(({ path, before }) => (before?.text === undefined ? [] : linksOf(path, before.text)))
      .map(({ written }) => written),
  );
  const toNothing = fresh.filter(({ target, written }) => !there.has(target) && !old.has(written));
  return [
    ...toGone.map(({ target, ...rest }) => tell(rest, describeGone(rest.written, gone.get(target)?.renamedTo))),
    ...toNothing.map((each) => tell(each, `This leads to “${each.written}”, and there is no such page. ${look}`)),
  ].slice(0, most);
}

function tell({ path, line }: { readonly path: string; readonly line: number }, message: string): Report {
  return { message, path, line };
}

function describeGone(written: string, renamedTo: string | undefined): string {
  return renamedTo === undefined
    ? `This leads to “${written}”, which this change deletes. Take the link out, lead it elsewhere, or put the file back.`
    : `This leads to “${written}”, which this change moves to ${renamedTo}. Lead it there, or put the file back.`;
}

const none: ReadonlyMap<string, FileVersion> = new Map();

const look = 'Look how its file is called, small and capital letters too.';

/** Lists of what was are left as they are. */
function isPage(path: string): boolean {
  return (
    /\.(?:md|mdx|markdown)$/i.test(path) && !/(?:^|\/)(?:changelog|changes|history|news|releases?)[^/]*$/i.test(path)
  );
}

/** For git, over bytes: letters, digits and what means nothing there as they are. */
function expression(name: string): string {
  return name.replaceAll(/[^\w -]/g, '.');
}
