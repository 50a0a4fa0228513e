import { Diagnostic, DiagnosticSeverity, Disposable, languages, Uri } from 'vscode';
import type { Severity } from '../review/check.js';
import { explainCheckCommand } from './command-names.js';
import type { Parts } from './parts.js';
import { registerQuickFixes } from './quick-fixes.js';
import { followFindings, type ShownFinding } from './shown-findings.js';

/** The Problems panel and the lines of open files: each finding where it stands, with a link to what it means, and ways to mend it. */
export function registerProblems(parts: Pick<Parts, 'log' | 'reviews' | 'zones'>): Disposable {
  const findings = followFindings(parts.reviews);
  const problems = languages.createDiagnosticCollection('pm-zone');
  return Disposable.from(
    findings,
    problems,
    findings.onDidChange((uris) => {
      for (const uri of uris) problems.set(uri, findings.of(uri).map(diagnosticOf));
    }),
    registerQuickFixes(parts, findings),
  );
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  blocker: DiagnosticSeverity.Error,
  'needs-fix': DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

export function diagnosticOf({ finding, range }: Pick<ShownFinding, 'finding' | 'range'>): Diagnostic {
  const { check, message, severity } = finding;
  const diagnostic = new Diagnostic(range, message, severities[severity]);
  diagnostic.source = 'PM Zone';
  const asked = encodeURIComponent(JSON.stringify([check]));
  diagnostic.code = { value: check, target: Uri.parse(`command:${explainCheckCommand}?${asked}`) };
  return diagnostic;
}
