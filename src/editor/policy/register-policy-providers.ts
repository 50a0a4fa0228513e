import { CompletionItem, CompletionItemKind, Disposable, Hover, l10n, languages, MarkdownString, Range } from 'vscode';
import type { TextDocument } from 'vscode';
import type { KnownPaths } from '../../policy/check-policy.js';
import type { RuleFiles } from '../../presentation/policy-file/list-rule-files.js';
import type { TypedPolicy } from '../../presentation/policy-file/read-typed-policy.js';
import type { SessionSnapshot } from '../sessions/repository-state.js';

/** A policy as it is typed, and the repository that it is for; `undefined` where there is none, or it is nobody's to write here. */
export type ReadPolicy = (document: TextDocument) => Promise<
  | {
      readonly policy: TypedPolicy;
      readonly path: string;
      readonly paths: KnownPaths;
      readonly snapshot: SessionSnapshot;
    }
  | undefined
>;

/** What VS Code asks for while a policy is written: what may stand at the cursor, and which files a rule is about. */
export function registerPolicyProviders(
  selector: { readonly scheme: string; readonly pattern: string },
  read: ReadPolicy,
): Disposable {
  return Disposable.from(
    languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: async (document, position) => {
          const found = await read(document);
          if (found === undefined) return [];
          const [{ completePolicyLine }, { collectHandles }, { readKnownFlags }] = await Promise.all([
            import('../../presentation/policy-file/complete-policy-line.js'),
            import('../../presentation/policy-file/collect-handles.js'),
            import('../../presentation/plan/known-flags.js'),
          ]);
          const { policy, snapshot } = found;
          const { root, asking, tracked } = snapshot;
          const isRow = document.lineAt(position.line).text.trimStart().startsWith('|');
          const flags = isRow
            ? await readKnownFlags({
                root,
                policy: { tips: [policy.tip], preview: true },
                asking,
                paths: tracked.paths,
              })
            : [];
          const names = {
            paths: tracked.paths,
            handles: collectHandles(policy.tip),
            flags: flags.map(({ key }) => key),
          };
          const isOwners = document.uri.path.endsWith('/CODEOWNERS');
          return completePolicyLine(document.getText().split(/\r?\n/u), position, names, isOwners).map(
            ({ label, detail, start, end }, at) => {
              const item = new CompletionItem({ label, description: detail }, CompletionItemKind.Value);
              item.range = new Range(position.line, start, position.line, end);
              item.sortText = String(at).padStart(4, '0');
              if (label.endsWith('/')) item.command = { command: 'editor.action.triggerSuggest', title: '' };
              return item;
            },
          );
        },
      },
      '`',
      '/',
      '@',
      '*',
    ),
    languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => {
        const found = await read(document);
        const { policy, snapshot } = found ?? {};
        const rules = policy?.zoneRules.filter(({ line }) => line === position.line + 1) ?? [];
        const column = document.lineAt(position.line).text;
        const rule = rules.find(({ glob }) => isAt(column, `\`${glob}\``, position.character)) ?? rules[0];
        if (rule === undefined || policy === undefined || snapshot === undefined) return undefined;
        const { listRuleFiles } = await import('../../presentation/policy-file/list-rule-files.js');
        const all = policy.tip.zone?.rules ?? [];
        return new Hover(showFiles(listRuleFiles(rule, all, snapshot.tracked.paths), rule.effect === 'allow'));
      },
    }),
  );
}

function isAt(text: string, part: string, character: number): boolean {
  const start = text.indexOf(part);
  return start >= 0 && start <= character && character <= start + part.length;
}

/** Names of files are text and nothing else. */
function showFiles({ open, closed, more }: RuleFiles, isAllow: boolean): MarkdownString {
  const shown = new MarkdownString();
  const list = (title: string, paths: readonly string[]): void => {
    if (paths.length === 0) return;
    shown.appendText(`${title}\n`);
    shown.appendCodeblock(paths.join('\n'), 'plaintext');
  };
  list(l10n.t('Opens, for example:'), open);
  list(isAllow ? l10n.t('Takes back, for example:') : l10n.t('Closes, for example:'), closed);
  if (open.length + closed.length === 0) shown.appendText(l10n.t('No file here yet.'));
  if (more > 0) shown.appendText(l10n.t('And {0} more.', more));
  return shown;
}
