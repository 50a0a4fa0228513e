import { l10n, window, type QuickPickItem } from 'vscode';
import { findEngineers } from '../../../guard/find-engineers.js';
import type { RequiredEngineer } from '../../../guard/judge-uncommitted.js';
import type { PolicySession } from '../../../policy/policy-session.js';

const person = /^[^<>]*[^<>\s][^<>]*<[^<>\s]+@[^<>\s]+>$/;

/** Asks which engineers worked on it, as `Name <email>`; `undefined` where nobody was named, so that nothing is committed. */
export async function askCoAuthors(
  policySession: PolicySession,
  { path, why, names }: RequiredEngineer,
): Promise<readonly string[] | undefined> {
  const known = await findEngineers(policySession, names);
  type Item = QuickPickItem & { readonly person: string | undefined };
  const items: readonly Item[] = [
    ...known.map(({ name, email, isNamed }) => ({
      label: name,
      description: email,
      person: `${name} <${email}>`,
      ...(isNamed && { detail: l10n.t('answers for this with you') }),
    })),
    { label: l10n.t('Somebody else…'), person: undefined, alwaysShow: true },
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('{0} needs an engineer: {1}', path, why),
    placeHolder: l10n.t('Who made this part with you? Ask {0}. The commit names them.', names.join(', ')),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (chosen === undefined || chosen.length === 0) return undefined;
  const people = chosen.flatMap((item) => item.person ?? []);
  if (people.length === chosen.length) return people;
  const typed = await askPerson();
  return typed === undefined ? undefined : [...people, typed];
}

async function askPerson(): Promise<string | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Who made this part with you?'),
    prompt: l10n.t('The name, and the e-mail address that they commit with.'),
    placeHolder: 'Erin Okafor <erin@example.com>',
    ignoreFocusOut: true,
    validateInput: (typed) =>
      person.test(typed.trim()) ? undefined : l10n.t('Write it like this: Erin Okafor <erin@example.com>'),
  });
  return text?.trim();
}
