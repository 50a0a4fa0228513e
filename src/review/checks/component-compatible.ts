import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import type { Check, Outcome, Report, ReviewContext, Severity } from '../check.js';
import { compareComponent } from '../components/compare-component.js';
import type { Breakage } from '../components/compare-modules.js';
import { findUser } from '../components/find-user.js';
import { isTest } from '../gates/code-text.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * No component loses an export or a prop that others use, takes less or demands more (design §6, "Front end"). What the file alone does not say, as the
 * result of a hook, is the engineering DRI's to say.
 */
export const componentCompatible: Check = {
  id: 'component-compatible',
  section: 'Front end',
  severity: 'needs-fix',
  due: 'push',
  enforces: 'non-breaking',
  run,
};

async function run(context: ReviewContext): Promise<Outcome> {
  const files = context.change.files.filter(
    (file) => !isTest(file.path) && (isComponent(file) || isDemanded(file, context)),
  );
  if (files.length === 0) return 'not-applicable';
  const outcomes = await Promise.all(files.map((file) => compare(file, context)));
  return {
    reports: outcomes.flatMap((reports) => reports ?? []),
    ...(outcomes.includes(undefined) && { undecided: true }),
  };
}

function isComponent({ path }: ChangedFile): boolean {
  return classifyFile(path) === 'components';
}

function isDemanded({ path }: ChangedFile, { judgements }: ReviewContext): boolean {
  return judgements.get(path)?.conditions.some(({ kind }) => kind === 'non-breaking') === true;
}

/** `undefined`: nobody can tell from the file alone. */
async function compare(file: ChangedFile, context: ReviewContext): Promise<readonly Report[] | undefined> {
  const { path, before, after } = file;
  // Nobody uses yet what is new.
  if (before === undefined && file.renamedFrom === undefined) return [];
  if (before?.text === undefined || after?.text === undefined) return undefined;
  if ((await context.words(file)) === 'words') return [];
  const found = await compareComponent(path, before.text, after.text);
  if (found === undefined) return undefined;
  const severity = isDemanded(file, context) ? 'blocker' : 'needs-fix';
  const reports = await Promise.all(found.breakages.map((breakage) => report(path, breakage, severity, context)));
  return reports.length === 0 && found.unsure.length > 0 ? undefined : reports;
}

async function report(path: string, breakage: Breakage, severity: Severity, context: ReviewContext): Promise<Report> {
  const { kind, line = 1 } = breakage;
  const user = await findUser({ path, breakage }, context);
  const who = whoToAsk(context);
  const what = describe(breakage);
  if (user === undefined)
    return {
      message: `${what}. Nothing else in this repository seems to need it as it was; that nothing does ${who} confirms in the pull request.`,
      path,
      line,
      undecided: true,
    };
  return {
    message: `${what}, and ${user} may need it as it was. ${mend[kind]}, or ask ${who} to make this part of the change.`,
    severity,
    path,
    line,
  };
}

const mend: Readonly<Record<Breakage['kind'], string>> = {
  lost: 'Put it back and add what is new beside it',
  'lost-prop': 'Put it back and add what is new beside it',
  narrowed: 'Let it take what it took',
  required: 'Let it be left out, as it could be',
};

function describe({ kind, name, prop = '' }: Breakage): string {
  const component = name === 'default' ? 'This component' : `“${name}”`;
  switch (kind) {
    case 'lost':
      return name === 'default'
        ? 'This file has no default export any more'
        : `This file does not export “${name}” any more`;
    case 'lost-prop':
      return `${component} does not take “${prop}” any more`;
    case 'narrowed':
      return `${component} takes fewer values as “${prop}” than before`;
    case 'required':
      return `${component} demands “${prop}” now`;
  }
}
