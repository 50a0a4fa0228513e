import { joinSome } from '../text/join-words.js';
import type { HostReport } from './examine-host.js';
import { stateWords, type ControlLine, type ControlState, type HostLine } from './host-line.js';

const signs: Readonly<Record<ControlState, string>> = { enforced: '✓', guidance: '·', 'not-set': '✗', unread: '?' };

const hosts: Readonly<Record<HostReport['kind'], string>> = { github: 'GitHub', gitlab: 'GitLab' };

/** The line of somebody of the policy who is many. */
const team = / @[^/\s]+\//;

/** What decides who the policy's teams are, and stands where a token that reads has no way to. */
const notAsked: Readonly<Record<HostReport['kind'], string>> = {
  github:
    'Not read: who may make teams. Whoever takes the name of one that was renamed or deleted is whom the policy names (the organization’s settings, Member privileges).',
  gitlab:
    'Not read: who may make groups. Whoever takes the path of one that was moved or deleted is whom the policy names (the settings of the group above it, Permissions).',
};

/** A reason that so many lines have in common is said once. */
const often = 3;
const mostNamed = 4;

/** A host's report for people, a line for each, with the page where what is amiss is set; what was not read for one reason is one line. */
export function describeHost({ kind, page, branch, lines, controls }: HostReport): readonly string[] {
  const width = Math.max(...Object.values(stateWords).map(({ length }) => length));
  const describe = (state: ControlState, what: string, said: string, link: string | undefined): readonly string[] => [
    `  ${signs[state]} ${stateWords[state].padEnd(width)}  ${what}: ${said}`,
    ...(state === 'enforced' || link === undefined ? [] : [`    ${' '.repeat(width)}  ${link}`]),
  ];
  const unread = [...lines, ...controls].filter(({ state }) => state === 'unread').map(({ said }) => said);
  const reasons = [...new Set(unread)].filter((reason) => unread.filter((each) => each === reason).length >= often);
  const isToldApart = ({ state, said }: Pick<HostLine | ControlLine, 'state' | 'said'>): boolean =>
    state !== 'unread' || !reasons.includes(said);
  const ofReason = (reason: string): readonly string[] => {
    const all = [...lines, ...controls].filter(({ state, said }) => state === 'unread' && said === reason);
    const names = joinSome(
      all.map(({ what }) => `“${what}”`),
      mostNamed,
    );
    return describe('unread', names, reason, all.find((each) => each.page !== undefined)?.page);
  };
  return [
    `What ${hosts[kind]} holds on ${branch} of ${page}, as this token could read it:`,
    ...reasons.flatMap(ofReason),
    ...lines.filter(isToldApart).flatMap((line) => describe(line.state, `“${line.what}”`, line.said, line.page)),
    ...(lines.some(({ id }) => team.test(id)) ? [notAsked[kind]] : []),
    ...(controls.some(isToldApart) ? ['What stands behind each control:'] : []),
    ...controls
      .filter(isToldApart)
      .flatMap((control) => describe(control.state, `“${control.what}”`, control.said, control.page)),
  ];
}
