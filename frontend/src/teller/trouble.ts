import { troubleOf as common, type Trouble as CommonTrouble } from '../ballot/trouble';
import { Tampered, WrongPassphrase } from '../offline/sealing';
import { NotAShare } from './keeping';

/** What stands in a teller's way: whatever stands in anybody's, and what can be wrong with a share. */
export type Trouble =
  | CommonTrouble
  /** What lies on this device is not what was kept there. */
  | { kind: 'damaged' }
  | { kind: 'wrong-passphrase' }
  | { kind: 'not-a-share' };

export function troubleOf(fault: unknown): Trouble {
  if (fault instanceof WrongPassphrase) {
    return { kind: 'wrong-passphrase' };
  }
  if (fault instanceof NotAShare) {
    return { kind: 'not-a-share' };
  }
  if (fault instanceof Tampered) {
    return { kind: 'damaged' };
  }
  return common(fault);
}
