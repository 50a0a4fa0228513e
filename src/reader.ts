import { answerCalls } from './presentation/reader/answer-calls.js';
import type { Request } from './presentation/reader/messages.js';
import { serveCalls } from './presentation/reader/serve-calls.js';

// What reads repositories for the editor, in a process that the extension starts: nothing of it weighs on the extension host, and its end gives
// back all that it took. It ends with whoever started it, however that ended.
const serve = serveCalls(answerCalls(), (reply) => process.send?.(reply));
process.on('message', (request) => serve(request as Request));
process.on('disconnect', () => process.exit());
