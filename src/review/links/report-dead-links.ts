import type { ChangedFile, FileVersion } from '../../change/change.js';
import { isPicture } from '../../change/is-picture.js';
import { lastNameOf } from '../../text/path-names.js';
import type { Report, ReviewContext } from '../check.js';
import { anchorsOf } from './anchors-of.js';
import { linksOf, type FileLink } from './links-of.js';
import { lostReferences } from './lost-references.js';

/** Links that are told of, and pages that are read for them. */
const most = 10;
const mostPages = 400;

/**
 * Links of pages that lead nowhere by this change: to a file that it deletes or moves and to a heading that it takes out or calls otherwise, also from pages that it leaves alone,
 * those whose address it takes out, and new ones to a page that is not there or to a picture of a name that no file has.
 * Other new links may be made for a place where the pages are shown.
 */
export async function reportDeadLinks({ change, snapshot }: ReviewContext): Promise<readonly Report[]> {
  const gone = new Map(change.files.filter(({ after }) => after === undefined).map((file) => [file.path, file]));
  const changed = change.files.filter(({ path, after }) => isPage(path) && after?.text !== undefined);
  const lost = new Map(
    changed.flatMap((file) => {
      const anchors = lostAnchors(file);
      return anchors.size === 0 ? [] : [[file.path, anchors] as const];
    }),
  );
  const names = [...gone.keys(), ...lost.keys()].map(lastNameOf).filter((name) => name.length > 3);
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
  const toLost = links.filter(({ target, anchor }) => anchor !== undefined && lost.get(target)?.has(anchor) === true);
  const isNew = ({
    file,
    line,
    target,
    written,
    isPart,
  }: FileLink & { readonly file: ChangedFile | undefined }): boolean =>
    file !== undefined &&
    isPart === undefined &&
    (/\.mdx?$/i.test(written) || isPicture(written)) &&
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
  // Tools look for a picture in folders of their own, too.
  const named = [
    ...new Set(toNothing.filter(({ target }) => isPicture(target)).map(({ target }) => lastNameOf(target))),
  ];
  const elsewhere = named.length === 0 ? [] : await snapshot.pathsNamed('head', named);
  const called = new Set(elsewhere.map((path) => lastNameOf(path).toLowerCase()));
  const dead = toNothing.filter(({ target }) => !isPicture(target) || !called.has(lastNameOf(target).toLowerCase()));
  return [
    ...toGone.map((each) => tell(each, describeGone(each, gone.get(each.target)?.renamedTo))),
    ...toLost.map((each) => tell(each, describeLost(each))),
    ...changed.flatMap(({ path, before, after }) =>
      lostReferences(before?.text ?? '', String(after?.text)).map(({ line, label }) =>
        tell(
          { path, line },
          `This goes by “[${label}]: …”, the line with its address, which this change takes out. Put that line back, or write the link out.`,
        ),
      ),
    ),
    ...dead.map((each) => tell(each, describeNothing(each))),
  ].slice(0, most);
}

function tell({ path, line }: { readonly path: string; readonly line: number }, message: string): Report {
  return { message, path, line };
}

function describeGone({ written, isPart }: FileLink, renamedTo: string | undefined): string {
  const what = isPart === true ? `This takes in “${written}” as a part of the page` : `This leads to “${written}”`;
  return renamedTo === undefined
    ? `${what}, which this change deletes. Take the link out, lead it elsewhere, or put the file back.`
    : `${what}, which this change moves to ${renamedTo}. Lead it there, or put the file back.`;
}

function describeNothing({ written }: FileLink): string {
  return isPicture(written)
    ? `This shows the picture “${written}”, and no file is called so. Add it, or take this out. ${look}`
    : `This leads to “${written}”, and there is no such page. ${look}`;
}

function describeLost({ written, anchor }: FileLink): string {
  const where = written === '' ? 'this page' : `“${written}”`;
  return `This leads to the heading “#${String(anchor)}” of ${where}, which this change takes out or calls otherwise. Lead it to what the heading is called now.`;
}

/** What links led to in a page before and cannot now. */
function lostAnchors({ before, after }: ChangedFile): ReadonlySet<string> {
  const now = anchorsOf(String(after?.text));
  return new Set([...anchorsOf(before?.text ?? '')].filter((anchor) => !now.has(anchor)));
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
