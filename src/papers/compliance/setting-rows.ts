import { describeWave } from '../../doctor/describe-wave.js';
import type { SettingPlace, Zone, ZoneSettings } from '../../policy/policy.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Line, Span } from '../paper.js';
import { joined, placeSpan } from './paper-words.js';

interface Shown {
  /** The label in lower case, as the policy's reader calls it. */
  readonly setting: string;
  readonly label: string;
  readonly value: (settings: ZoneSettings) => Line;
  /** What its absence means. */
  readonly absent: string;
}

const codes = (texts: readonly string[] = []): Line => joined(texts.map((code) => ({ code })));
const names = (texts: readonly string[] = []): Line => joined(texts);

const shown: readonly Shown[] = [
  { setting: 'controls', label: 'Controls', value: ({ controls }) => [controls], absent: 'standard, the default' },
  {
    setting: 'pilot',
    label: 'Pilot',
    value: ({ pilot }) => [pilot === undefined ? 'not read' : `${pilot.from} to ${pilot.to}`],
    absent: 'no days are named: the zone is open on every day, and never frozen',
  },
  {
    setting: 'engineers',
    label: 'Engineers',
    value: ({ engineers }) => names(engineers),
    absent: 'nobody is named: an account that is on no list is taken for no PM',
  },
  {
    setting: 'compliance sign-off',
    label: 'Compliance sign-off',
    value: ({ compliance }) => names(compliance),
    absent: 'nobody is named: an engineering DRI signs in their place',
  },
  {
    setting: 'audit log',
    label: 'Audit log',
    value: ({ auditLog }) => codes(auditLog),
    absent: 'no path is named: only what the forbids cover is locked',
  },
  {
    setting: 'production-critical',
    label: 'Production-critical',
    value: ({ productionCritical }) => codes(productionCritical),
    absent: 'no path is named',
  },
  {
    setting: 'wave',
    label: 'Waves',
    value: ({ waves = [] }) => [waves.map(describeWave).join('; ')],
    absent: 'none is named: all that the zone opens is open at once',
  },
  {
    setting: 'protected data',
    label: 'Protected data',
    value: ({ protectedData }) => codes(protectedData),
    absent: 'no term is named',
  },
  {
    setting: 'planning docs',
    label: 'Planning docs',
    value: ({ planningDocs }) => codes(planningDocs),
    absent: '**/PLANNING.md, the default',
  },
  {
    setting: 'flag files',
    label: 'Flag files',
    value: ({ flagFiles }) => codes(flagFiles),
    absent: '**/flags.{yaml,yml,json}, the default, and what is called as flag files are',
  },
  {
    setting: 'size limit',
    label: 'Size limit',
    value: ({ sizeLimit: { files, lines } }) => [`${files} files, ${lines} lines`],
    absent: '15 files, 400 lines, the default',
  },
  {
    setting: 'incident contacts',
    label: 'Incident contacts',
    value: ({ incidentContacts }) => names(incidentContacts),
    absent: 'nobody is named',
  },
];

/** Each setting of the policy with its value and its line, or what its absence means. */
export function settingRows(facts: ComplianceFacts): readonly (readonly Line[])[] {
  const { zone } = facts.tip;
  return shown.map(({ setting, label, value, absent }) => {
    const place = findPlace(zone, setting);
    // A heading may say it too: “PM zone (regulated)”.
    if (setting === 'controls' && place === undefined && zone.settings.controls === 'regulated')
      return [[label], ['regulated, by the heading'], [placeSpan(facts, zone.file, zone.line)]];
    const says: Line = place !== undefined ? value(zone.settings) : [absent];
    const where: Span = place === undefined ? 'not set' : placeSpan(facts, place.file, place.line);
    return [[label], says, [where]];
  });
}

/** Where a setting stands, the last of several. */
export function findPlace(zone: Zone, setting: string): SettingPlace | undefined {
  return zone.settingsAt?.findLast((each) => each.setting === setting);
}
