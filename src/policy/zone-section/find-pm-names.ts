import type { RootContent } from 'mdast';
import { splitSentences } from '../grammar/split-sentences.js';
import { isPersonName } from '../grammar/remarks/person-names.js';
import { firstTokenLine, splitTokenLines, tokenize, toSourceText } from '../grammar/tokenize.js';
import { readRosters } from '../roster/read-rosters.js';

/**
 * The first names, in lower case, of all the PMs that a section has, by its list of PMs or by one line "PM: @greta-m" or "PMs: Greta, Paul Ott (@paul)":
 * "Greta and Paul can touch:" says of nobody else what they may. Empty where it names none, where one of them has no name, or two have the same.
 */
export function findPmNames(blocks: readonly RootContent[], text: string): readonly string[] {
  const { roster = [] } = readRosters(blocks, text);
  const written = paragraphsIn(blocks).flatMap((paragraph) =>
    splitTokenLines(tokenize(paragraph)).flatMap((line) => [...toSourceText(line).matchAll(anyPms)]),
  );
  const lines = findPmLines(blocks);
  if (written.length > 1 || lines.length > 1) return [];
  const named = lines.flatMap(({ value }) => value.split(joint));
  const lists = [named, roster.map(({ pm }) => pm)].filter((list) => list.length > 0);
  const found = lists.map((list) => new Set(list.map(firstNameOf)));
  const all = new Set(found.flatMap((names) => [...names]));
  const isOfAll = found.every((names, at) => names.size === lists[at]?.length && names.size === all.size);
  const known = [...all].filter((name) => name !== undefined);
  return isOfAll && known.length === all.size ? known : [];
}

const joint = /, (?:and )?| (?:and|&) /u;

/** Where PMs may be named, in whatever form: "PMs – @paul", "> Product: @paul". */
const anyPms =
  /(?<![\p{L}])(?:PMs?(?: here| (?:in|of) the pilot)?|product managers?|product owners?|people in product|product|who)\*{0,2}(?: \([^)]*\))?(?::| [–—→=-])/giu;

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
      const [, value] =
        /^(?:our |the |pilot |who is (?:an? )?|who are (?:the|our) )?(?:PMs?|product managers?|people in product|who)(?: here| (?:in|of) the pilot)?(?::| =) (.*?)\.?$/iu.exec(
          text,
        ) ?? [];
      return value === undefined ? [] : [{ line: firstTokenLine(tokens), text, value }];
    }),
  );
}

/** "Greta", "Greta Lind (@greta)" and "@greta-museum" are called Greta; more than one name is nobody's. */
function firstNameOf(written: string): string | undefined {
  const [, handle] = /^@([a-z]{2,20})(?:[-_.][a-z\d]+)*$/iu.exec(written) ?? [];
  if (handle !== undefined)
    return nobody.test(handle) || !isPersonName(toName(handle)) ? undefined : handle.toLowerCase();
  const name = written.replace(/ (?:\(@[\w./-]+\)|@[\w./-]+)$/u, '');
  return isPersonName(name) ? name.split(' ')[0]?.toLowerCase() : undefined;
}

function toName(handle: string): string {
  return `${handle.charAt(0).toUpperCase()}${handle.slice(1).toLowerCase()}`;
}

/** Handles whose first word is no person. */
const nobody =
  /^(?:you|they|we|it|all|any|both|no|only|engineer(?:s|ing)?|developers?|devs?|eng|admins?|agents?|teams?|everyone|everybody|anyone|nobody|noone|legal|security|platform|web|app|org|company|users?|people|files?|what|which|who)$/iu;
