import { SetupProblem } from './setup.mjs';

/**
 * What a person is told where the machine does not let them listen on a port; null: another error.
 * @param {{ readonly code?: string, readonly port?: number }} error of listening
 * @param {string} instead the option that names a port which works
 */
export function portRefused(error, instead) {
  return error.code === 'EACCES' ? new SetupProblem(`This machine does not let you listen on port ${error.port ?? 'that you named'}. Name one above 1024: npm start -- ${instead}`) : null;
}
