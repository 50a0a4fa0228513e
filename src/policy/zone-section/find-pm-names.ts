import type { RootContent } from 'mdast';
import { splitSentences } from '../grammar/split-sentences.js';
import { isPersonName } from '../grammar/remarks/person-names.js';
import { firstTokenLine, splitTokenLines, tokenize, toSourceText } from '../grammar/tokenize.js';
import { readRosters } from '../roster/read-rosters.js';

/**
 * The first name, in lower case, of the one PM that a section has, by its list of PMs or by a line "PM: @greta-m" or "PM: Greta": "Greta can touch:"
 * says of nobody else what they may. `undefined` where it names no PM or more than one.
 */
export function findOnlyPm(blocks: readonly RootContent[], text: string): string | undefined {
  const { roster } = readRosters(blocks, text);
  const written = paragraphsIn(blocks).flatMap((paragraph) =>
    splitTokenLines(tokenize(paragraph)).flatMap((line) => [...toSourceText(line).matchAll(anyPms)]),
  );
  const rows = roster ?? [];
  const lines = findPmLines(blocks);
  // Two may have the same first name.
  if (written.length > 1 || lines.length > 1 || rows.length > 1) return undefined;
  const names = [...lines.map(({ value }) => value), ...rows.map(({ pm }) => pm)].map(firstNameOf);
  const [only] = names;
  return names.every((name) => name === only) ? only : undefined;
}

/** Where PMs may be named, in whatever form: "PMs – @paul", "> Product: @paul". */
const anyPms =
  /(?<![\p{L}])(?:PMs?|product managers?|product owners?|product|who)\*{0,2}(?: \([^)]*\))?(?::| [–—→-])/giu;

/** The paragraphs of some blocks, those in lists and quotes, too. */
function paragraphsIn(blocks: readonly RootContent[]): readonly RootContent[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.type === 'list'
        ? block.children.flatMap((item) => paragraphsIn(item.children))
        : block.type === 'blockquote'
          ? paragraphsIn(block.children)
          : [],
  );
}

/** The lines "PMs: @maya, @paul" of a section: each with what stands behind its label. */
export function findPmLines(
  blocks: readonly RootContent[],
): readonly { readonly line: number; readonly text: string; readonly value: string }[] {
  return blocks.flatMap((block) =>
    (block.type === 'paragraph' ? splitSentences(tokenize(block)) : []).flatMap((tokens) => {
      const text = toSourceText(tokens);
      const [, value] = /^(?:our |the |pilot )?(?:PMs?|product managers?|who): (.*?)\.?$/iu.exec(text) ?? [];
      return value === undefined ? [] : [{ line: firstTokenLine(tokens), text, value }];
    }),
  );
}

/** "Greta", "Greta Lind (@greta)" and "@greta-museum" are called Greta; more than one name is nobody's. */
function firstNameOf(written: string): string | undefined {
  const [, handle] = /^@([a-z]{2,20})(?:[-_.][a-z\d]+)*$/iu.exec(written) ?? [];
  if (handle !== undefined)
    return nobody.test(handle) || !isPersonName(toName(handle)) ? undefined : handle.toLowerCase();
  const name = written.replace(/ \(@[\w./-]+\)$/u, '');
  return isPersonName(name) ? name.split(' ')[0]?.toLowerCase() : undefined;
}

function toName(handle: string): string {
  return `${handle.charAt(0).toUpperCase()}${handle.slice(1).toLowerCase()}`;
}

/** Handles whose first word is no person. */
const nobody =
  /^(?:you|they|we|it|all|any|both|no|only|engineer(?:s|ing)?|developers?|devs?|eng|admins?|agents?|teams?|everyone|everybody|anyone|nobody|noone|legal|security|platform|web|app|org|company|users?|people|files?|what|which|who)$/iu;
