import { Diagnostic, DiagnosticSeverity, Uri } from 'vscode';
import type { Severity } from '../review/check.js';
import { explainCheckCommand } from './command-names.js';
import type { ShownFinding } from './shown-findings.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  blocker: DiagnosticSeverity.Error,
  'needs-fix': DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** A finding as the Problems panel has it, with a link to what its check means. */
export function diagnosticOf({ finding, range }: Pick<ShownFinding, 'finding' | 'range'>): Diagnostic {
  const { check, message, severity } = finding;
  const diagnostic = new Diagnostic(range, message, severities[severity]);
  diagnostic.source = 'PM Zone';
  const asked = encodeURIComponent(JSON.stringify([check]));
  diagnostic.code = { value: check, target: Uri.parse(`command:${explainCheckCommand}?${asked}`) };
  return diagnostic;
}
