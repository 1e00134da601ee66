import { NotTaken } from '../session-proof';
import { Tampered, WrongPassphrase } from '../offline/sealing';
import { NotAShare } from './keeping';

/**
 * What stands in a teller's way, told apart: each asks the teller for something else. Whatever is none of them is a fault of the page, and
 * is said and reported as one.
 */
export type Trouble =
  /** Goes on by itself. */
  | { kind: 'not-reached' }
  /** Goes on as soon as the teller has signed in again. */
  | { kind: 'signed-out' }
  /** The server was reached and said no, in the reader's language. */
  | { kind: 'refused'; message: string }
  /** Nothing can be kept on this device, so nothing was sent. */
  | { kind: 'storage-full' }
  /** What lies on this device is not what was kept there. */
  | { kind: 'damaged' }
  | { kind: 'wrong-passphrase' }
  | { kind: 'not-a-share' }
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
export function isOfNetwork(fault: unknown): boolean {
  if (fault instanceof NotTaken) {
    return isUnreached(fault.status);
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
  if (fault instanceof WrongPassphrase) {
    return { kind: 'wrong-passphrase' };
  }
  if (fault instanceof NotAShare) {
    return { kind: 'not-a-share' };
  }
  if (fault instanceof Tampered) {
    return { kind: 'damaged' };
  }
  if (fault instanceof DOMException && fault.name === 'QuotaExceededError') {
    return { kind: 'storage-full' };
  }
  return { kind: 'unknown', message: fault instanceof Error ? fault.message || fault.name : String(fault) };
}
