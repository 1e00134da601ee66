import { NotTaken } from '../session-proof';

/**
 * What stands in somebody's way, told apart: each asks them for something else. Whatever is none of them is a fault of the page or the server,
 * and is said and reported as one.
 */
export type Trouble =
  /** Goes on by itself. */
  | { kind: 'not-reached' }
  /** Goes on as soon as they have signed in again. */
  | { kind: 'signed-out' }
  /** The server was reached and said no, in the reader's language. */
  | { kind: 'refused'; message: string }
  /** Nothing can be kept on this device, so nothing was sent. */
  | { kind: 'storage-full' }
  | { kind: 'unknown'; message: string };

export class NotReached extends Error {}

export class SignedOut extends Error {}

/** The message is in the reader's language. */
export class Refused extends Error {}

/** Too slow, too busy, or somebody in between who does not reach it. */
const TRY_AGAIN = [408, 429, 502, 503, 504];

export function isUnreached(status: number): boolean {
  return TRY_AGAIN.includes(status);
}

/** Whether asking failed on the way: thrown by fetch, or while an answer was read. */
export function isOfNetwork(fault: unknown, unreached = isUnreached): boolean {
  if (fault instanceof NotTaken) {
    return unreached(fault.status);
  }
  return fault instanceof TypeError || (fault instanceof DOMException && ['AbortError', 'NetworkError', 'TimeoutError'].includes(fault.name));
}

export function troubleOf(fault: unknown): Trouble {
  if (fault instanceof NotReached) {
    return { kind: 'not-reached' };
  }
  if (fault instanceof SignedOut) {
    return { kind: 'signed-out' };
  }
  if (fault instanceof Refused) {
    return { kind: 'refused', message: fault.message };
  }
  if (fault instanceof DOMException && fault.name === 'QuotaExceededError') {
    return { kind: 'storage-full' };
  }
  return { kind: 'unknown', message: fault instanceof Error ? fault.message || fault.name : String(fault) };
}
