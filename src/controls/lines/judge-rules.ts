import type { BranchRules, RequiredCheck } from '../../hosts/branch-rules.js';
import { statusName } from '../../hosts/outcome-status.js';
import type { HostFacts } from '../host-facts.js';
import type { HostLine } from '../host-line.js';
import { hostPages } from './host-pages.js';
import { judgeBypass } from './judge-bypass.js';
import { enforced, notSet, someOf, unread, whyOpen, whyUnread, type Said } from './line-maker.js';

/** GitHub's number of its own app, which every workflow posts by. */
const actions = '15368';

/** What GitLab's whole pipeline is called among the checks. */
const wholePipeline = 'pipeline';

/** What the rules of the branch come to, setting by setting. Where none of them could be read every line says so. */
export function judgeRules(facts: HostFacts, pms: readonly string[], hasRoster: boolean): readonly HostLine[] {
  const { kind, branch, access } = facts;
  const pages = hostPages(facts);
  const all = 'value' in facts.rules ? facts.rules.value : undefined;
  const trouble = 'trouble' in facts.rules ? facts.rules.trouble.sentence : '';
  const lines: HostLine[] = [];
  const add = (id: string, what: string, page: string, judge: (rules: BranchRules) => Said): void => {
    const said =
      all === undefined ? unread(whyUnread([{ part: 'the rules of the branch', why: trouble }])) : judge(all);
    lines.push({ id, what, ...said, page });
  };
  const name = statusName(branch);
  const flag = (
    id: string,
    what: string,
    fact: 'codeOwners' | 'dismissedOnPush' | 'lastPushApproval' | 'upToDate',
    without: string,
  ) =>
    add(id, what, pages.reviews, (rules) => {
      if (rules[fact] === null) return unread(whyOpen(rules.unread, fact));
      return rules[fact] ? enforced(`The rules of ${branch} ask for it.`) : notSet(without);
    });

  add('required-status', `${name} has to be green`, pages.checks, (rules) => {
    const found = findStatus(rules, kind, name);
    if (found?.name === wholePipeline && kind === 'gitlab') {
      return unread(
        'The whole pipeline has to succeed. Whether the gate’s status is part of it was not read: a pipeline without it passes.',
      );
    }
    if (found !== undefined) return enforced(`${found.name} is required.`);
    if (isOpen(rules)) return unread(whyOpen(rules.unread, 'requiredChecks'));
    const others = rules.requiredChecks.map((check) => check.name);
    const besides = others.length === 0 ? 'No check is required' : `Required are ${someOf(others)}, and not this one`;
    return notSet(`${besides}: a red gate stops nobody.`);
  });
  add('status-source', `${name} counts from the gate alone`, pages.checks, (rules) => {
    const found = findStatus(rules, kind, name);
    if (found === undefined) {
      return isOpen(rules)
        ? unread(whyOpen(rules.unread, 'requiredChecks'))
        : notSet('The status is not required, so it has no expected source.');
    }
    if (found.source === null) return notSet('Anyone who may push can post it: set its expected source.');
    if (kind === 'github' && found.source === actions) {
      return unread(
        'It has to come from GitHub Actions, so that no personal token can post it. Whether a workflow on a branch of theirs can was not read: that takes a push rule set on .github/**, or a GitHub App of your own as the source.',
      );
    }
    return kind === 'github'
      ? enforced(`It has to come from the app ${found.source}.`)
      : notSet(`It is the ${found.source}, which GitLab lets every Developer answer by a token of their own.`);
  });
  add('approvals', 'A change waits for an approval', pages.reviews, ({ approvals, unread: parts }) => {
    if (approvals === null) return unread(whyOpen(parts, 'approvals'));
    if (approvals === 0) return notSet('No approval is required.');
    return enforced(approvals === 1 ? '1 approval is required.' : `${approvals} approvals are required.`);
  });
  flag(
    'code-owners',
    'Code owners approve what they own',
    'codeOwners',
    'CODEOWNERS asks for reviews and waits for none.',
  );
  flag('stale-approvals', 'A push takes approvals back', 'dismissedOnPush', 'An approval stays after a push.');
  flag(
    'last-push',
    kind === 'github' ? 'Somebody else approves the latest push' : 'Who committed does not approve',
    'lastPushApproval',
    kind === 'github' ? 'Who pushed last may be the one who approves.' : 'Who committed may be the one who approves.',
  );
  flag(
    'up-to-date',
    `A change holds the newest ${branch} before it is merged`,
    'upToDate',
    `What was judged before ${branch} went on can be merged, and the policy may be another since then.`,
  );
  add('pushers', `Nobody pushes to ${branch} itself`, pages.rules, ({ pushers, unread: parts }) => {
    if (pushers === null) return unread(whyOpen(parts, 'pushers'));
    return pushers.length === 0
      ? enforced('A pull request is required.')
      : notSet(`Without a pull request may push: ${someOf(pushers)}.`);
  });
  add('force-pushes', `The history of ${branch} is not rewritten`, pages.rules, ({ forcePushes, unread: parts }) => {
    if (forcePushes === 'unknown') return unread(whyOpen(parts, 'forcePushes'));
    return forcePushes === 'forbidden' ? enforced('Force pushes are off.') : notSet('Force pushes are allowed.');
  });
  add(
    'bypass',
    'No pilot PM may pass by the rules',
    pages.rules,
    ({ bypass, pushers, approvals, requiredChecks, unread: parts }) => {
      if (bypass === null) return unread(whyOpen(parts, 'bypass'));
      if (pushers !== null && pushers.length > 0 && approvals === 0 && requiredChecks.length === 0)
        return notSet('There is no rule that anybody would have to pass by.');
      const who = bypass.length === 0 ? 'Nobody may.' : `It may: ${someOf(bypass.map((each) => each.who))}.`;
      if (!hasRoster && bypass.length > 0) return unread(`${who} Who the pilot PMs are is said by no list of PMs.`);
      const judged = judgeBypass(bypass, pms, access);
      if ('unknown' in judged) return unread(`${who} It is not known ${judged.unknown}: ${whyUnread(access.unread)}`);
      return judged.pms.length === 0 ? enforced(who) : notSet(`${who} Among them: ${someOf(judged.pms)}.`);
    },
  );
  lines.push(judgeAlone(facts, lines));
  return lines;
}

/** On GitLab the gate's status is one of the pipeline, or an external check of that name. */
function findStatus({ requiredChecks }: BranchRules, kind: HostFacts['kind'], name: string): RequiredCheck | undefined {
  if (kind === 'github') {
    const all = requiredChecks.filter((check) => check.name === name);
    // Required twice, the stricter holds.
    return (
      all.find(({ source }) => source !== null && source !== actions) ??
      all.find(({ source }) => source !== null) ??
      all[0]
    );
  }
  return (
    requiredChecks.find((check) => check.source !== null && /^pm-zone\b/iu.test(check.name)) ??
    requiredChecks.find((check) => check.source === null)
  );
}

/** Whether it was not read which checks are required. */
function isOpen({ unread: parts }: BranchRules): boolean {
  return parts.some(({ facts }) => facts.includes('requiredChecks'));
}

/** Whether an author could bring a change of theirs in with nobody else having seen all of it. */
function judgeAlone(facts: HostFacts, lines: readonly HostLine[]): HostLine {
  const { kind, rules, access } = facts;
  const pages = hostPages(facts);
  const of = (id: string): HostLine => lines.find((line) => line.id === id) as HostLine;
  const line = { id: 'author-alone', what: 'No author merges a change of theirs alone', page: pages.reviews };
  if (!('value' in rules)) return { ...line, ...unread(of('approvals').said) };
  const { authorApproval, unread: parts } = rules.value;
  const needs = [of('approvals'), of('pushers'), of('bypass')];
  // Either of the two sees to what is pushed after an approval.
  const afterwards = [of('stale-approvals'), of('last-push')];
  const missing = needs.filter(({ state }) => state === 'not-set').map(({ said }) => said);
  if (authorApproval === true) missing.push('Authors may approve their own.');
  if (afterwards.every(({ state }) => state === 'not-set'))
    missing.push('What is pushed after an approval needs no other one.');
  if (access.jobsApprove === true)
    missing.push('A job of GitHub Actions may approve, and whoever pushes can write one.');
  if (missing.length > 0) return { ...line, ...notSet(missing.join(' ')) };
  const open = needs.filter(({ state }) => state === 'unread').map(({ said }) => said);
  if (authorApproval === null) open.push(whyOpen(parts, 'authorApproval'));
  if (afterwards.every(({ state }) => state !== 'enforced'))
    open.push(...afterwards.filter(({ state }) => state === 'unread').map(({ said }) => said));
  if (access.jobsApprove === null) open.push('Whether a job of GitHub Actions may approve was not read.');
  if (open.length > 0) return { ...line, ...unread([...new Set(open)].join(' ')) };
  const own =
    kind === 'github' ? 'GitHub takes nobody’s approval of their own pull request' : 'Authors do not approve their own';
  return { ...line, ...enforced(`${own}, and what is pushed later needs another.`) };
}
