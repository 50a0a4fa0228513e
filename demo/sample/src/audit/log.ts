export interface AuditEntry {
  readonly at: number;
  readonly who: string;
  readonly what: string;
}

/** Appends an entry to the audit log; resolves once it is stored. */
export async function record(entry: AuditEntry): Promise<void> {
  await fetch('/internal/audit', { method: 'POST', body: JSON.stringify(entry) });
}
