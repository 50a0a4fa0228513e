/**
 * A name as two platforms or two eyes may take it for the same: without regard to case and to how accents are composed.
 * Upper case first, so that letters whose small forms differ (ß, ſ, the Kelvin sign) meet; both small sigmas are one,
 * since which of them a capital becomes depends on what follows it.
 */
export function fold(name: string): string {
  if (!/[^\0-\x7f]/u.test(name)) return name.toLowerCase();
  return name.normalize('NFC').toUpperCase().toLowerCase().replace(/ς/gu, 'σ').normalize('NFC');
}
