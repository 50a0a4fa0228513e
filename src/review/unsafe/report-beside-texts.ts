import type { CatalogFamily, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { writtenTexts } from '../catalog-reports/written-texts.js';
import type { Report } from '../check.js';
import { linesOnlyIn, type TextLine } from './changed-lines.js';
import { findActiveParts, findUnescapedParts, type ActivePart } from './find-active-parts.js';
import { findNewParts } from './find-new-parts.js';

const xml = /\.(?:xml|xlf|xliff|resx|resw|stringsdict|a?xaml|ts)$/iu;

/** What in a file of texts is more than texts, by its ending: a line of it is looked at as it is written. */
const more: readonly (readonly [of: RegExp, pattern: RegExp])[] = [
  [
    xml,
    /<!(?:ENTITY|DOCTYPE(?! (?:TS|plist)\b))|<\?(?!xml\s)|\bmimetype\s{0,9}=|<data\s[^<>]{0,500}\btype\s{0,9}=|<(?:assembly|resheader|metadata|bool|integer|dimen|color|style|drawable|array|integer-array|declare-styleable|public|external-file|internal-file|include|xi:include)\b|<item\s[^<>]{0,500}\btype\s{0,9}=/iu,
  ],
  [
    /\.pot?$/iu,
    /^\s{0,9}"(?:Plural-Forms:[^"]{0,500}\bplural=[^;"]{0,500}(?:[a-mo-z_]|n[a-z_])|Content-Type:(?![^"]{0,200}charset=(?:utf-8|us-ascii|ascii|charset)))/iu,
  ],
  [
    /\.ftl$/iu,
    /\{\s{0,9}"[^"\n]{0,200}[<>&:/\\=][^"\n]{0,200}"\s{0,9}\}|^\s{1,40}\.(?:on[a-z]{3,30}|href|src|srcdoc|style|innerhtml|action|formaction)\s{0,9}=|\/\/[\w.-]{0,60}\{/iu,
  ],
  [
    /\.arb$/iu,
    /"(?:type|format)"\s{0,9}:\s{0,9}"[^"\n]{0,200}[^\w", .#:/-]|^\s{0,40}"[^"\n]{0,200}[(){};][^"\n]{0,200}"\s{0,9}:/iu,
  ],
];

/**
 * What the change writes into a file of texts beside the texts, or into a part of one that its reader leaves out, as the attributes of its tags in XML. What
 * another language has like this is a translation.
 */
export function reportBesideTexts(family: CatalogFamily, who: string): readonly Report[] {
  return family.flatMap((member) => reportMember(member, family, who));
}

function reportMember(member: CatalogMember, family: CatalogFamily, who: string): readonly Report[] {
  const { file, location } = member;
  if (file?.after?.text === undefined) return [];
  const [old, text] = [file.before?.text ?? '', file.after.text];
  const brought = linesOnlyIn(text, old);
  const parts = findBeside(location.path, brought);
  if (parts.length === 0) return [];
  const sides = [findBeside(location.path, linesOnlyIn(old, text))];
  for (const { before } of family)
    if (before !== undefined) sides.push(findBeside(location.path, linesOf(before.text)));
  const inTexts = new Set(
    [...writtenTexts(member)].flatMap(({ entry }) => findAny(entry.value).map(({ what }) => what)),
  );
  return findNewParts(parts, ...sides)
    .filter(({ what }) => !inTexts.has(what))
    .map(({ what, line }) => ({
      message: `This has ${what} in it now, which is more than the words of a text. That it is safe here ${who} confirms in the pull request.`,
      severity: 'note',
      path: location.path,
      line,
      undecided: true,
    }));
}

function linesOf(text: string): readonly TextLine[] {
  return text.split('\n').map((line, index) => ({ text: line, number: index + 1 }));
}

function findAny(text: string): readonly ActivePart[] {
  return [...findActiveParts(text), ...findUnescapedParts(text)];
}

function findBeside(path: string, lines: readonly TextLine[]): readonly ActivePart[] {
  const [, pattern] = more.find(([of]) => of.test(path)) ?? [];
  const isXml = xml.test(path);
  const beside = lines.flatMap(({ text, number }): readonly ActivePart[] => {
    const [found] = pattern?.exec(text) ?? [];
    return found === undefined ? [] : [{ what: `“${found.trim().slice(0, 60)}”`, line: number, written: text.trim() }];
  });
  const isPhp = /\.php$/iu.test(path);
  // In XML the file has tags and names of its own, and one of PHP begins so.
  const isOfFile = ({ what, doubtful, line, written }: ActivePart): boolean =>
    isXml
      ? doubtful === true || what === '<source>' || what === '<?'
      : isPhp && lines[line - 1]?.number === 1 && /^<\?php\s/u.test(written);
  const parts = findAny(lines.map(({ text }) => text).join('\n')).filter((part) => !isOfFile(part));
  return [...beside, ...parts.map((part) => ({ ...part, line: (lines[part.line - 1] as TextLine).number }))];
}
