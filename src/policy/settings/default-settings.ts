import type { ZoneSettings } from '../policy.js';

/** The settings where CLAUDE.md sets nothing (design §3, "Settings"). */
export const defaultSettings: ZoneSettings = {
  controls: 'standard',
  sizeLimit: { files: 15, lines: 400 },
  designSystem: [],
  flagFiles: ['**/flags.{yaml,yml,json}'],
  protectedData: [],
  planningDocs: ['**/PLANNING.md'],
  auditLog: [],
};
