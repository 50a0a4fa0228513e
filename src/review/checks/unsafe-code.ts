import { collectCatalogFamilies, type CatalogFamily } from '../../catalogs/collect-catalog-families.js';
import { isMisread } from '../../catalogs/is-misread.js';
import type { ChangedFile } from '../../change/change.js';
import { writtenTexts } from '../catalog-reports/written-texts.js';
import type { Check, Outcome, ReviewContext } from '../check.js';
import { partTextsAndCode } from '../find-code.js';
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
  const families = await readFamilies(context);
  const hosts = [...families.flatMap(hostsOfTexts), ...prose.filter(mayHoldParts).flatMap(hostsOfProse)];
  const reports = [
    ...families.flatMap((family) => reportUnsafeTexts(family, who)),
    ...prose.filter(mayHoldParts).flatMap((file) => reportUnsafeProse(file, who)),
    ...(await reportNewHosts(hosts, context, who)),
  ];
  const isUnread = families.some((family) =>
    family.some(({ file, after }) => file !== undefined && after !== undefined && isMisread(after)),
  );
  return { reports, ...((code.length > 0 || isUnread) && { undecided: true }) };
}

/** The catalogs in which something was written that has to be looked at, each in all its languages. */
async function readFamilies({ change, snapshot, parsed }: ReviewContext): Promise<readonly CatalogFamily[]> {
  const memory: ParsedCatalogs = parsed ?? new WeakMap();
  const families = await collectCatalogFamilies(change.files.filter(mayHoldParts), snapshot);
  return Promise.all(
    families.map((family) =>
      Promise.all(
        family.map(async ({ location, file, before, after }) => ({
          location,
          file,
          before: before && (await parseOnce(location, before, memory)),
          after: after && (await parseOnce(location, after, memory)),
        })),
      ),
    ),
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
