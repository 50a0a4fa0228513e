import { Disposable, languages } from 'vscode';
import { createDiagnostic } from './findings/finding-diagnostic.js';
import type { Services } from '../services/services.js';
import { registerQuickFixActions } from './findings/register-quick-fix-actions.js';
import { trackFindings } from './findings/displayed-findings.js';
import { followTyping } from './findings/typed-findings.js';

/** The Problems panel and the lines of open files: each finding at its range, with a link to what it means, and quick fixes. */
export function registerProblemsPanel(services: Pick<Services, 'log' | 'reader' | 'reviews' | 'sessions'>): Disposable {
  const typed = followTyping(services);
  const findings = trackFindings(services.reviews, typed);
  const problems = languages.createDiagnosticCollection('pm-zone');
  return Disposable.from(
    typed,
    findings,
    problems,
    findings.onDidChange((uris) => {
      for (const uri of uris) problems.set(uri, findings.get(uri).map(createDiagnostic));
    }),
    registerQuickFixActions(services, findings),
  );
}
