import type { OnboardingEvents } from './events';

/** Sends one event; what cannot be sent is dropped, since nobody should wait for it. */
export function track<Name extends keyof OnboardingEvents>(name: Name, details: OnboardingEvents[Name]): void {
  navigator.sendBeacon('/events', JSON.stringify({ name, details }));
}
