import { Disposable, languages } from 'vscode';
import { diagnosticOf } from './finding-diagnostic.js';
import type { Parts } from './parts.js';
import { registerQuickFixes } from './quick-fixes.js';
import { trackFindings, type DisplayedFinding } from './shown-findings.js';

/** The Problems panel and the lines of open files: each finding where it stands, with a link to what it means, and ways to mend it. */
export function registerProblems(services: Pick<Parts, 'log' | 'reviews' | 'sessions'>): Disposable {
  const findings = trackFindings(services.reviews);
  const problems = languages.createDiagnosticCollection('pm-zone');
  return Disposable.from(
    findings,
    problems,
    findings.onDidChange((uris) => {
      for (const uri of uris) problems.set(uri, findings.get(uri).map(createDiagnostic));
    }),
    registerQuickFixes(services, findings),
  );
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  blocker: DiagnosticSeverity.Error,
  'needs-fix': DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

export function createDiagnostic({ finding, range }: Pick<DisplayedFinding, 'finding' | 'range'>): Diagnostic {
  const { check, message, severity } = finding;
  const diagnostic = new Diagnostic(range, message, severities[severity]);
  diagnostic.source = 'PM Zone';
  const asked = encodeURIComponent(JSON.stringify([check]));
  diagnostic.code = { value: check, target: Uri.parse(`command:${explainCheckCommand}?${asked}`) };
  return diagnostic;
}
