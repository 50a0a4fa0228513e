import { useSyncExternalStore } from 'react';
import { flagService } from './flag-service';

/** Is the flag on for the person who is signed in? False while the flag service has not answered. */
export function useFlag(key: string): boolean {
  return useSyncExternalStore(flagService.subscribe, () => flagService.isOn(key));
}
