import type { CatalogMember } from '../../catalogs/collect-catalog-families.js';
import type { ChangedFile } from '../../change/change.js';
import { writtenTexts } from '../catalog-reports/written-texts.js';
import { linesOnlyIn, type TextLine } from './changed-lines.js';
import { findHosts } from './find-hosts.js';
import type { BroughtHost } from './report-new-hosts.js';

/** Sites that a text of a catalog names and did not name before. */
export function hostsOfTexts(member: CatalogMember): readonly BroughtHost[] {
  return [...writtenTexts(member)].flatMap(({ entry, before }) => {
    const found = findHosts(entry.value);
    if (found.length === 0) return [];
    const known = new Set(findHosts(before?.value ?? '').map(({ host }) => host));
    return found.flatMap((each) =>
      known.has(each.host) ? [] : [{ ...each, path: member.location.path, line: entry.at.line }],
    );
  });
}

/** The same of the lines of a file as they are written. */
export function hostsOfLines({ path, before, after }: ChangedFile): readonly BroughtHost[] {
  const [old, text] = [before?.text ?? '', after?.text ?? ''];
  const lines = linesOnlyIn(text, old);
  const found = findHosts(lines.map((line) => line.text).join('\n'));
  if (found.length === 0) return [];
  const known = new Set(findHosts(old).map(({ host }) => host));
  return found.flatMap((each) =>
    known.has(each.host) ? [] : [{ ...each, path, line: (lines[each.line - 1] as TextLine).number }],
  );
}
