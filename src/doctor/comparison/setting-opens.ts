import type { LabelName, ZoneSettings } from '../../policy/policy.js';

/** Whether a setting that is another now allows more or asks less than before; so in doubt. */
export function settingOpens(
  name: keyof ZoneSettings,
  before: Partial<ZoneSettings>,
  after: Partial<ZoneSettings>,
): boolean {
  switch (name) {
    case 'controls':
      return before.controls === 'regulated';
    case 'sizeLimit':
      return isLarger(before.sizeLimit, after.sizeLimit);
    // Who is on one of these is judged by nobody, or signs: taken away, anybody may be.
    case 'engineers':
    case 'compliance':
      return after[name] === undefined || gains(before[name] ?? [], after[name]);
    case 'designSystem':
    case 'planningDocs':
      return gains(before[name] ?? [], after[name] ?? []);
    case 'protectedData':
    case 'auditLog':
    case 'productionCritical':
      return gains(after[name] ?? [], before[name] ?? []);
    // A label can set off a machine that merges or deploys.
    case 'labels':
      return gains((before.labels ?? []).map(nameOf), (after.labels ?? []).map(nameOf));
    // What a wave opens is said path by path; in doubt one that was there and is another opens.
    case 'waves':
      return before.waves !== undefined;
    case 'flagFiles':
    case 'baseBranch':
      return true;
    // What the days of a pilot open and close is said path by path.
    case 'pilot':
    case 'confirmationSubject':
    case 'incidentContacts':
      return false;
  }
}

/** Whether the second list has something that the first has not. */
export function gains(one: readonly string[], other: readonly string[]): boolean {
  return other.some((each) => !one.includes(each));
}

function nameOf({ name }: LabelName): string {
  return name;
}

function isLarger(one: ZoneSettings['sizeLimit'] | undefined, other: ZoneSettings['sizeLimit'] | undefined): boolean {
  const { files = 0, lines = 0 } = one ?? {};
  return other !== undefined && (other.files > files || other.lines > lines);
}
