import { CodeLens, commands, Disposable, EventEmitter, l10n, languages, Range, Uri, workspace } from 'vscode';
import type { CodeLensProvider, TextDocument } from 'vscode';
import { describeReason } from '../../../policy/describe-reason.js';
import { truncate } from '../../../text/plain-markdown.js';
import { printable } from '../../../text/printable.js';
import { saveAttestations, readAttestations } from '../../../git/attestation-file.js';
import { requestToPairCommand } from '../../ui/command-ids.js';
import { judgeFile, type JudgedFile } from '../../sessions/judge-file.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { affectsSettings } from '../../ui/editor-settings.js';

const withEngineering = 'pmZone.editWithEngineering';
/** Characters, so that the lenses beside it fit in a narrow window; “Why?” has the rest. */
const maxLength = { reason: 70, people: 40 };
/** VS Code drops a plain space between an icon and the text of a lens. */
const gap = '\u00a0';

/** Above the first line of a file that the PM may not edit alone: why, whom to ask, and how to go on. */
export function registerLockLenses({ sessions, log }: Pick<Services, 'sessions' | 'log'>): Disposable {
  const changed = new EventEmitter<void>();
  const fire = (): void => changed.fire();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document: TextDocument) => {
      const judged = await judgeFile(sessions, document.uri);
      return judged === undefined ? [] : lensesFor(judged);
    },
  };
  return Disposable.from(
    changed,
    languages.registerCodeLensProvider({ scheme: 'file' }, provider),
    registerCommand(log, withEngineering, async (uri) => {
      const judged = uri instanceof Uri ? await judgeFile(sessions, uri) : undefined;
      if (judged?.judgement.standing !== 'pair') {
        throw new CommandError(l10n.t('This file is not one that you edit together with an engineer.'));
      }
      const { snapshot, path } = judged;
      const by = snapshot.asking.names[0] ?? '';
      // The attestation is about working with an engineer, whatever the file's content becomes.
      const attestation = { item: itemOf(path), content: '', by, at: new Date().toISOString() };
      await saveAttestations(snapshot.repository.commonDir, [attestation]);
      fire();
      await commands.executeCommand(requestToPairCommand, uri);
    }),
    sessions.onDidChange(fire),
    sessions.onDidInvalidate(fire),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role')) fire();
    }),
  );
}

async function lensesFor(judged: JudgedFile): Promise<CodeLens[]> {
  const { uri, judgement, snapshot, path } = judged;
  const lens = (title: string, command: string, tooltip: string): CodeLens =>
    new CodeLens(new Range(0, 0, 0, 0), { title, command, tooltip, arguments: [uri] });
  const why = l10n.t('Read why, rule by rule');
  const text = describeLock(judged);
  switch (judgement.standing) {
    case 'editable':
      return [];
    case 'locked':
      return [
        lens(`$(lock)${gap}${text}`, 'pmZone.why', why),
        lens(l10n.t('Why?'), 'pmZone.why', why),
        lens(l10n.t('Request to Pair…'), requestToPairCommand, l10n.t('A message to those who own this file')),
      ];
    case 'pair': {
      const attestations = await readAttestations(snapshot.repository.commonDir);
      const isAttested = attestations.some(({ item }) => item === itemOf(path));
      return [
        lens(`$(organization)${gap}${text}`, 'pmZone.why', why),
        lens(l10n.t('Why?'), 'pmZone.why', why),
        isAttested
          ? lens(
              l10n.t('You edit this with an engineer'),
              requestToPairCommand,
              l10n.t('Ask again: the message to those who own this file'),
            )
          : lens(
              l10n.t('Edit with an Engineer…'),
              withEngineering,
              l10n.t('Say that you work on this file with an engineer, and ask for one'),
            ),
      ];
    }
  }
}

/** Escapes whatever VS Code would render as an icon. */
function describeLock({ judgement, snapshot }: JudgedFile): string {
  const people = new Set(
    judgement.owners.length > 0 ? judgement.owners : snapshot.asking.rows.flatMap((row) => row.engineeringDris),
  );
  const reason = truncate(printable(describeReason(judgement)), maxLength.reason);
  const why = judgement.standing === 'locked' ? l10n.t('Locked: {0}', reason) : l10n.t('Not yours alone: {0}', reason);
  const words =
    people.size === 0
      ? why
      : l10n.t('{0}. Ask {1}', why, truncate(printable([...people].join(', ')), maxLength.people));
  return words.replaceAll('$(', '$ (');
}

function itemOf(path: string): string {
  return `with engineering: ${path}`;
}
