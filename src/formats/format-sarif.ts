import type { Location, Log, PropertyBag, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../review/check.js';
import type { Finding, Review } from '../review/review.js';
import { escapeJson } from '../text/escape-json.js';

const levels: Readonly<Record<Severity, Result.level>> = { blocker: 'error', 'needs-fix': 'warning', note: 'note' };

/** The review as a SARIF 2.1.0 log (OASIS), for code-scanning services. Paths are relative URIs, columns count UTF-16 units from 1. */
export function formatSarif(review: Review): string {
  return writeSarif(review, review.findings.map(resultOf));
}

/** A log of these results, about the checks and items of the review. */
export function writeSarif(review: Review, results: readonly Result[]): string {
  const rules = new Map<string, ReportingDescriptor>();
  for (const { check, text } of review.items) {
    if (check !== undefined) rules.set(check, { id: check, shortDescription: { text } });
  }
  for (const { check } of [...review.findings, ...review.crashes]) {
    if (!rules.has(check)) rules.set(check, { id: check });
  }
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'PM Zone', rules: [...rules.values()] } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: review.crashes.length === 0,
            ...(review.crashes.length > 0 && {
              toolExecutionNotifications: review.crashes.map(({ check, message }) => ({
                level: 'error' as const,
                message: { text: message },
                associatedRule: { id: check },
              })),
            }),
          },
        ],
        results: [...results],
        properties: groundsOf(review),
      },
    ],
  };
  return `${escapeJson(JSON.stringify(log))}\n`;
}

/** What the log says of no result: the verdict of each item, and by which policy, against what and for whom it was given. */
function groundsOf({ verdict, moment, base, head, policy, author, items }: Review): PropertyBag {
  const verdicts = items.map(({ id, verdict: given, by, due, claimedBy, setAside }) => {
    return { id, verdict: given, by, due, claimedBy, setAside };
  });
  return { verdict, moment, base, head, policy, author, items: verdicts };
}

/** A finding as a result, at its place, or at that of the policy: GitHub's code scanning refuses a log with a result that lies nowhere. */
export function resultOf({ id, check, severity, message, path, line, column, staged }: Finding): Result {
  return {
    ruleId: check,
    level: levels[severity],
    message: { text: message },
    ...(staged && { properties: { staged } }),
    locations: path === undefined ? atPolicy : locate(path, line, column),
    ...(id !== undefined && { partialFingerprints: { 'pmZoneFinding/v1': id } }),
  };
}

/** Where what lies in no file is shown. */
export const atPolicy = locate('CLAUDE.md', 1);

function locate(path: string, line?: number, column?: number): Location[] {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return [{ physicalLocation: { artifactLocation: { uri }, ...region } }];
}
