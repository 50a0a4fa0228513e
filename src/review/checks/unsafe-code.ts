import {
  collectCatalogFamilies,
  type CatalogFamily,
  type CatalogFile,
  type CatalogMember,
} from '../../catalogs/collect-catalog-families.js';
import { isMisread } from '../catalog-reports/differences/is-misread.js';
import type { ChangedFile } from '../../change/change.js';
import { writtenTexts } from '../catalog-reports/written-texts.js';
import type { Check, Outcome, ReviewContext } from '../check.js';
import { partTextsAndCode } from '../unsafe/part-texts-and-code.js';
import { findHosts } from '../unsafe/find-hosts.js';
import { mayHoldParts } from '../unsafe/may-hold-parts.js';
import { reportNewHosts, type BroughtHost } from '../unsafe/report-new-hosts.js';
import { reportUnsafeProse } from '../unsafe/report-unsafe-prose.js';
import { reportUnsafeTexts } from '../unsafe/report-unsafe-texts.js';
import { parseOnce, type ParsedCatalogs } from '../uses/parse-once.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * No unsafe code, HTML or address of another site comes in (design §6, "Security and privacy"): what texts, prose, prompts and flags gain is looked
 * through for what does something on a page and for sites that are new; whether code is unsafe is the engineering DRI's to say. Signs that nobody
 * sees are reported by `copy-catalog`.
 */
export const unsafeCode: Check = {
  id: 'unsafe-code',
  section: 'Security and privacy',
  severity: 'blocker',
  due: 'commit',
  run,
};

async function run(context: ReviewContext): Promise<Outcome> {
  const who = whoToAsk(context);
  const { prose, code } = await partTextsAndCode(context);
  const texts = await readTexts(context);
  const looked = prose.filter(mayHoldParts);
  const hosts = [...texts.flatMap(({ touched }) => hostsOfTexts(touched)), ...looked.flatMap(hostsOfProse)];
  const unsafe = await Promise.all(texts.map(({ touched, readOthers }) => reportUnsafeTexts(touched, readOthers, who)));
  const reports = [
    ...unsafe.flat(),
    ...looked.flatMap((file) => reportUnsafeProse(file, who)),
    ...(await reportNewHosts(hosts, context, who)),
  ];
  const isUnread = texts.some(({ touched }) => touched.some(({ after }) => after !== undefined && isMisread(after)));
  return { reports, ...((code.length > 0 || isUnread) && { undecided: true }) };
}

interface ReadTexts {
  /** The languages that the change writes. */
  readonly touched: CatalogFamily;
  /** The others, of which there may be sixty: they are read where something was found. */
  readonly readOthers: () => Promise<CatalogFamily>;
}

/** The catalogs in which something was written that has to be looked at. */
async function readTexts({ change, snapshot, parsed }: ReviewContext): Promise<readonly ReadTexts[]> {
  const memory: ParsedCatalogs = parsed ?? new WeakMap();
  const read = ({ location, file, before, after }: CatalogFile): Promise<CatalogMember> =>
    Promise.all([before && parseOnce(location, before, memory), after && parseOnce(location, after, memory)]).then(
      ([old, now]) => ({ location, file, before: old, after: now }),
    );
  const families = await collectCatalogFamilies(change.files.filter(mayHoldParts), snapshot);
  return Promise.all(
    families.map(async (family) => ({
      touched: await Promise.all(family.filter(({ file }) => file !== undefined).map(read)),
      readOthers: () => Promise.all(family.filter(({ file }) => file === undefined).map(read)),
    })),
  );
}

/** Sites that a text names and did not name before. */
function hostsOfTexts(family: CatalogFamily): readonly BroughtHost[] {
  return family.flatMap((member) =>
    [...writtenTexts(member)].flatMap(({ entry, before }) => {
      const known = new Set(findHosts(before?.value ?? '').map(({ host }) => host));
      return findHosts(entry.value).flatMap(({ host }) =>
        known.has(host) ? [] : [{ host, path: member.location.path, line: entry.at.line }],
      );
    }),
  );
}

function hostsOfProse({ path, before, after }: ChangedFile): readonly BroughtHost[] {
  const known = new Set(findHosts(before?.text ?? '').map(({ host }) => host));
  return findHosts(after?.text ?? '').flatMap(({ host, line }) => (known.has(host) ? [] : [{ host, path, line }]));
}
