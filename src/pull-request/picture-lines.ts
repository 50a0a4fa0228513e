import { escapeMarkdown, truncate } from '../text/plain-markdown.js';

/** A picture that is to stand in a description: what it shows, as Markdown, and its name in our folder of pictures. */
export interface PictureLine {
  readonly alt: string;
  readonly name: string;
}

/** More are of no use to a reviewer. */
export const mostPictures = 20;

/** What stands in the place of what a picture shows until the PM says it. */
export const unsaid = 'what it shows';

/** Signs of what a picture shows, as it is said and with what Markdown needs besides. */
const longestWords = 200;
const longestAlt = 2000;

/** Names that we give: a picture of somebody else's making has none. */
const name = '[a-z0-9][a-z0-9-]{0,40}-[0-9a-f]{12}\\.(?:png|jpg|gif|webp)';
const drafted = new RegExp(`!\\[((?:\\\\.|[^\\]\\\\\\n]){0,${longestAlt}})\\]\\(picture:(${name})\\)`, 'g');
const coming = new RegExp(`^\\*The author adds a picture here: (.{0,${longestAlt}}) \\((${name})\\)\\*$`, 'gm');

/** What somebody says that a picture shows, as Markdown that shows exactly it. */
export function altOf(words: string): string {
  return escapeMarkdown(truncate(words.trim(), longestWords));
}

/** A picture in a draft that its author reads and changes. */
export function draftedPicture({ alt, name }: PictureLine): string {
  return `![${alt}](picture:${name})`;
}

/** The pictures of a draft, in their order. */
export function findDraftedPictures(text: string): readonly PictureLine[] {
  return [...text.matchAll(drafted)].map(([, alt = '', name = '']) => ({ alt, name }));
}

/** A draft's pictures with what each of them shows as `words` has it by its name; where it has nothing they stay. */
export function describeDrafted(text: string, words: ReadonlyMap<string, string>): string {
  return text.replace(drafted, (written, _, name: string) => {
    const said = words.get(name);
    return said === undefined ? written : draftedPicture({ alt: altOf(said), name });
  });
}

/** What stands on a host where a picture is to come: a line that says so to everybody, on a line of its own. */
export function comingPicture({ alt, name }: PictureLine): string {
  return `*The author adds a picture here: ${alt === '' ? unsaid : alt} (${name})*`;
}

/** A draft's text with its pictures as they stand on a host before they are there, each on a line of its own. */
export function toComing(text: string): string {
  const lines = text.split('\n').map((line) => {
    const pictures = findDraftedPictures(line);
    const rest = line.replace(drafted, '').trimEnd();
    return pictures.length === 0
      ? line
      : [...(rest.trim() === '' ? [] : [rest]), ...pictures.map(comingPicture)].join('\n\n');
  });
  return lines.join('\n');
}

/** The pictures that are still to come in a description. */
export function findComing(body: string): readonly PictureLine[] {
  return [...body.matchAll(coming)].map(([, alt = '', name = '']) => ({ alt, name }));
}

/** A description in which pictures that were to come are there, at the addresses that the host has them at; none is put in twice. */
export function putPictures(body: string, addresses: ReadonlyMap<string, string>): string {
  const there = new Set([...addresses.values()].filter((address) => body.includes(`](${address})`)));
  return body.replace(
    new RegExp(`${coming.source}((?:\\r?\\n){0,2})`, 'gm'),
    (line: string, alt: string, name: string, end: string) => {
      const address = addresses.get(name);
      if (address === undefined) return line;
      if (there.has(address)) return '';
      there.add(address);
      return `![${alt}](${address})${end}`;
    },
  );
}
