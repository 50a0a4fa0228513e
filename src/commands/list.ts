import { attest } from './attest.js';
import type { Command } from './command.js';
import { doctor } from './doctor.js';
import { files } from './files.js';
import { guard } from './guard.js';
import { plan } from './plan.js';
import { pr } from './pr.js';
import { review } from './review.js';
import { why } from './why.js';

/** Every command of the command line, in the order of a change's life. */
export const commands: readonly Command[] = [files, why, plan, review, attest, guard, pr, doctor];
