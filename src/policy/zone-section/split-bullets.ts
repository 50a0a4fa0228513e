import type { TextToken } from '../grammar/tokenize.js';

/**
 * A list that Markdown does not see in the lines of a paragraph: each item begins with "•" and the like, or with "2." right below other
 * text. `head` is the text above the first item.
 */
export function splitBullets(lines: readonly (readonly TextToken[])[]): {
  readonly head: readonly TextToken[];
  readonly items: readonly (readonly TextToken[])[];
} {
  const first = lines.findIndex(([token]) => token !== undefined && bullet.test(token.text));
  if (first < 0 || isNumbered(lines)) return { head: joinLines(lines), items: [] };
  return { head: joinLines(lines.slice(0, first)), items: itemsOf(lines.slice(first)) };
}

const bullet = /^\s*(?:[•‣◦▪▫●○∙·⁃–—►▶➢➤→⇒»◆◇■□★]|[-*+]\s|\(?(?:\d{1,9}|[a-z]|[ivx]{1,5})[.)]\s|[\u2460-\u2473])\s*/iu;

/** "(b) PMs can touch:": a paragraph with a number, which names no path. */
function isNumbered([line = [], ...more]: readonly (readonly TextToken[])[]): boolean {
  return (
    more.length === 0 &&
    line.every(({ kind }) => kind === 'text') &&
    /^\s*\(?[a-z\d]{1,4}[.)]\s/iu.test(String(line[0]?.text))
  );
}

function itemsOf(lines: readonly (readonly TextToken[])[]): readonly (readonly TextToken[])[] {
  const items: TextToken[][] = [];
  for (const line of lines) {
    const [first] = line;
    if (first !== undefined && bullet.test(first.text)) {
      items.push([{ ...first, text: first.text.replace(bullet, '') }, ...line.slice(1)]);
    } else if (first !== undefined) {
      items.at(-1)?.push({ ...first, kind: 'text', text: '\n' }, ...line);
    }
  }
  return items;
}

/** The lines as one text again, each on a line of its own. */
function joinLines(lines: readonly (readonly TextToken[])[]): readonly TextToken[] {
  return lines.flatMap((line, at): readonly TextToken[] => {
    const [first] = line;
    return at === 0 || first === undefined ? line : [{ ...first, kind: 'text', text: '\n', odd: false }, ...line];
  });
}
