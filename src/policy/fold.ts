/**
 * A name as two platforms or two eyes may take it for the same: without regard to case and to how accents are composed.
 * Upper case first, so that letters whose small forms differ (ß, ſ, the Kelvin sign) meet.
 */
export function fold(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
