export interface Session {
  readonly userId: string;
  readonly name: string;
  readonly expiresAt: number;
}

const sessionMinutes = 30;

/** A session for someone who has just proven who they are. Times are milliseconds since 1970. */
export function startSession(userId: string, name: string, now: number): Session {
  return { userId, name, expiresAt: now + sessionMinutes * 60_000 };
}

export function isValid(session: Session, now: number): boolean {
  return now < session.expiresAt;
}
