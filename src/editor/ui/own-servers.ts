import type { OwnServers } from '../../pull-request/repository-host.js';
import { readSettings } from './editor-settings.js';
import { readEnterpriseServer } from './enterprise-server.js';

/** The servers that the user's own settings name, and the workspace's never: a repository does not say where a sign-in goes. */
export function readOwnServers(): OwnServers {
  return { github: readEnterpriseServer(), gitlab: readSettings().gitlabServer };
}
