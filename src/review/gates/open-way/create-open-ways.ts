import type { FileMemory } from '../file-memory.js';
import type { RepositoryImports } from '../gated-by-importers.js';
import { mayResolveTo } from '../references/import-index.js';
import { readProgram } from '../read-program.js';
import { createIsPage, isOfProduct } from './is-page.js';
import { mounted, readDrawing, type Drawing } from './read-drawing.js';
import { readLinks, type Link, type Links } from './read-links.js';

/** More parts of pages on the way up from one are not looked at. */
const mostSteps = 200;

/**
 * Why it is not evident that everyone comes to a place of a program; `undefined` where it is: what is drawn there is drawn for certain, part by part, up to a page that everyone
 * may open. A place that nobody understands on the way is no way.
 */
export type OpenWay = (path: string, offsets: readonly number[]) => Promise<string | undefined>;

interface Read {
  readonly drawing: Drawing;
  readonly links: Links;
}

/**
 * `namesFlag`: whether a program may have to do with the flag, and so is not gone through. `isNamedElsewhere`: programs in other languages name it too, which may decide what is put
 * on their pages.
 */
export function createOpenWays(
  imports: () => Promise<RepositoryImports>,
  namesFlag: (text: string) => boolean,
  remember: FileMemory,
  isNamedElsewhere: boolean,
): OpenWay {
  const read = async (path: string, text: string): Promise<Read | undefined> => {
    const program = await readProgram(path, text, remember);
    return (
      program && remember(path, text, 'drawing', () => ({ drawing: readDrawing(program), links: readLinks(program) }))
    );
  };
  return async (path, offsets) => {
    const { index, texts, complete } = await imports();
    const isPage = createIsPage(texts.keys());
    if (!complete) return 'there is more code here than could be followed';
    const first = await read(path, texts.get(path) ?? '');
    const owners = new Set(offsets.flatMap((at) => first?.drawing.ownerAt(at) ?? []));
    if (owners.size === 0) return 'what changed there is no part of a page for certain, as far as could be followed';
    let obstacle = `no page was found that shows ${path} for certain`;
    const seen = new Map<string, Set<string>>();
    const open: (readonly [path: string, name: string])[] = [];
    const go = (to: string, name: string): void => {
      const known = seen.get(to) ?? new Set<string>();
      if (known.has(name)) return;
      seen.set(to, known.add(name));
      open.push([to, name]);
    };
    for (const owner of owners) go(path, owner);
    for (const [at, name] of open) {
      if (open.length > mostSteps) return 'there is more code on the way to what people see than could be followed';
      if (name === mounted && isOfProduct(at) && !isNamedElsewhere) return undefined;
      // What was put on the list was read.
      const { drawing, links } = (await read(at, texts.get(at) as string)) as Read;
      for (const user of drawing.usersOf(name)) go(at, user);
      const exported = name.startsWith(handed) ? [name.slice(handed.length)] : links.exportsOf(name);
      if (exported.includes('default') && isPage(at)) return undefined;
      if (exported.length === 0) continue;
      for (const importer of index.importersOf(at)) {
        const text = texts.get(importer) as string;
        const other = namesFlag(text) ? undefined : await read(importer, text);
        const taken = takenBy(importer, other?.links.taken ?? [], at, exported);
        for (const each of taken) go(importer, each);
        const isUsed = taken.some((each) => other?.drawing.usersOf(each).size !== 0 || each.startsWith(handed));
        if (!isUsed) obstacle = `what ${importer} does with ${at} could not be followed`;
      }
    }
    return obstacle;
  };
}

/** A name under which a program hands on what it takes from another. */
const handed = '> ';

/** What a program calls what it takes of these exports of another, or under which names it hands it on. */
function takenBy(
  importer: string,
  taken: readonly Link[],
  path: string,
  exported: readonly string[],
): readonly string[] {
  return taken.flatMap((each): readonly string[] => {
    if (!mayResolveTo(importer, each.module, path)) return [];
    if (each.imported === '*')
      return each.exported === '*' ? exported.filter((name) => name !== 'default').map((name) => handed + name) : [];
    if (!exported.includes(each.imported)) return [];
    return [
      ...(each.local === undefined ? [] : [each.local]),
      ...(each.exported === undefined ? [] : [handed + each.exported]),
    ];
  });
}
