export interface Charge {
  readonly teamId: string;
  readonly cents: number;
  readonly currency: 'EUR' | 'USD';
}

/** What a team pays for a month: the first five seats are free. */
export function monthlyCharge(teamId: string, seats: number): Charge {
  return { teamId, cents: Math.max(0, seats - 5) * 600, currency: 'EUR' };
}
