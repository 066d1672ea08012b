export { BugError } from './bug-error.ts';
export { CausewayError, type ErrorKind, exitCodes } from './causeway-error.ts';
export { OutsideError } from './outside-error.ts';
export { RefusedError } from './refused-error.ts';
export { RequestError } from './request-error.ts';
export { toCausewayError } from './to-causeway-error.ts';
