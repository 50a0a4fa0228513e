import type { Policy, ZoneSettings } from '../../src/policy/policy.js';
import { defaultSettings } from '../../src/policy/settings/default-settings.js';
import type { Moment, ReviewContext } from '../../src/review/check.js';
import { readChecklist, type Checklist } from '../../src/policy/read-checklist.js';
import { checks } from '../../src/review/checks/list.js';
import { planItems, type PlannedItem } from '../../src/review/checklist/plan-items.js';
import { code, markdownTable } from './markdown-table.js';

/** Each check with what it decides: the item of the built-in checklist that names it. */
export function checkTable(): string {
  const items = new Map(builtIn().map((item) => [item.id, item.text]));
  return markdownTable(
    ['check', 'what it decides', 'section', 'what it finds is', 'due', 'stops a commit', 'kept whatever the list says'],
    checks.map(({ id, section, severity, due, stopsCommit }) => {
      const text = items.get(id);
      if (text === undefined) throw new Error(`The built-in checklist has no item for the check ${id}.`);
      const severities = { blocker: 'a blocker', 'needs-fix': 'to be fixed', note: 'a note' } as const;
      return [
        code(id),
        text,
        section,
        severities[severity],
        dueWords[due],
        stopsCommit === true ? 'yes' : 'no',
        kept(id),
      ];
    }),
  );
}

/** The items of the built-in checklist that no check decides, with whose confirmation each waits for. */
export function confirmedTable(): string {
  return markdownTable(
    ['item', 'what is confirmed', 'section', 'by', 'due', 'kept whatever the list says'],
    builtIn()
      .filter(({ check }) => check === undefined)
      .map(({ id, text, section, by, due }) => [
        code(id),
        text,
        section,
        by === 'author' ? 'the PM' : by,
        dueWords[due],
        kept(id),
      ]),
  );
}

const dueWords: Readonly<Record<Moment, string>> = {
  edit: 'on save',
  commit: 'at each commit',
  push: 'before the pull request',
  'pull-request': 'on the pull request',
};

/** What the engine itself adds to a list that names nothing; a check with a condition is added with it besides. */
function kept(id: string): string {
  const condition = checks.find((check) => check.id === id)?.enforces;
  const controls = keptBy(id);
  if (condition === undefined) return controls;
  const demanded = `with the condition \`${condition}\``;
  return controls === 'no' ? demanded : `${controls}, ${demanded}`;
}

function keptBy(id: string): string {
  const isAdded = (controls: ZoneSettings['controls']): boolean =>
    itemsOf({ items: [] }, controls).some((item) => item.id === id);
  return isAdded('standard') ? 'always' : isAdded('regulated') ? 'regulated' : 'no';
}

function builtIn(): readonly PlannedItem[] {
  return itemsOf(readChecklist(undefined), 'standard');
}

/** What the engine decides of an empty change by this list. */
function itemsOf(list: Checklist, controls: ZoneSettings['controls']): readonly PlannedItem[] {
  const zone = {
    file: 'CLAUDE.md',
    line: 1,
    rules: [],
    prose: [],
    roster: undefined,
    settings: { ...defaultSettings, controls },
    problems: [],
  };
  const policy: Policy = {
    tips: [{ ref: 'main', commit: undefined, zone, codeowners: undefined, skill: undefined }],
    preview: false,
  };
  const change = { files: [] } as unknown as ReviewContext['change'];
  return planItems({ policy, change, judgements: new Map() } as unknown as ReviewContext, list, checks);
}
