import { leaseState, renewed, seen, type Lease, type LeaseState } from './lease';
import { newKey, seal, unseal, unwrap, WrongPassphrase, type Sealed, type WrappedKey } from './sealing';
import type { Shelf } from './shelf';

/**
 * What lies sealed on this device of one account. Opened by what its owner typed when it was made, for this window and as
 * long as it stands open.
 *
 * Places: `key`, `device`, `lease`, `guesses` lie in the clear and tell nothing that was in a meeting; all that begins with
 * `sealed/` is sealed, and bound to its place.
 */

/** ABSENT: nothing was taken along. ENDED and CLOCK_SET_BACK: it opens no more before the next contact. */
export type VaultState = 'ABSENT' | 'LOCKED' | 'OPEN' | 'ENDED' | 'CLOCK_SET_BACK';

export interface DeviceProof {
  id: string;
  /** Says to the server which device this is. It opens nothing. */
  token: string;
}

interface Guesses {
  wrong: number;
  last: number;
}

export interface VaultSurroundings {
  now(): number;
  /** Does one thing of a name at a time, over all windows. */
  turn<T>(name: string, work: () => Promise<T>): Promise<T>;
  iterations?: number;
}

/** So many may be wrong before one has to wait. */
const FREE_GUESSES = 3;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 15 * 60_000;

/** One has to wait before the next try. */
export class TooManyGuesses extends Error {
  constructor(readonly milliseconds: number) {
    super(`wait ${milliseconds} ms`);
  }
}

export class VaultClosed extends Error {
  constructor(readonly state: VaultState) {
    super(`the vault is ${state}`);
  }
}

/** There is one already, made in another window: its key must not be lost. */
export class VaultThere extends Error {}

export function waitAfter(wrong: number): number {
  return wrong < FREE_GUESSES ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - FREE_GUESSES));
}

export class Vault extends EventTarget {
  private key: CryptoKey | null = null;

  constructor(
    readonly owner: string,
    private readonly shelf: Shelf,
    private readonly around: VaultSurroundings,
  ) {
    super();
  }

  async state(): Promise<VaultState> {
    const lease = await this.lease();
    if (lease === undefined || (await this.shelf.get('key')) === undefined) {
      this.key = null;
      return 'ABSENT';
    }
    const state: LeaseState = leaseState(lease, this.around.now());
    if (state !== 'HOLDS') {
      this.lock();
      return state;
    }
    return this.key === null ? 'LOCKED' : 'OPEN';
  }

  /**
   * Makes the vault, open.
   *
   * @throws VaultThere
   */
  async create(passphrase: string, device: DeviceProof, leaseMilliseconds: number): Promise<void> {
    const { key, wrapped } = await newKey(this.owner, passphrase, this.around.iterations);
    await this.around.turn('unlock', async () => {
      if ((await this.shelf.get('key')) !== undefined) {
        throw new VaultThere();
      }
      await this.shelf.put([
        ['key', wrapped],
        ['device', device],
        ['lease', renewed(this.around.now(), leaseMilliseconds)],
      ]);
      this.key = key;
    });
    this.changed();
  }

  /** @throws WrongPassphrase, TooManyGuesses, VaultClosed */
  async unlock(passphrase: string): Promise<void> {
    await this.around.turn('unlock', async () => {
      const state = await this.state();
      if (state === 'OPEN') {
        return;
      }
      if (state !== 'LOCKED') {
        throw new VaultClosed(state);
      }
      const now = this.around.now();
      const guesses = ((await this.shelf.get('guesses')) as Guesses | undefined) ?? { wrong: 0, last: 0 };
      const wait = guesses.last + waitAfter(guesses.wrong) - now;
      if (guesses.wrong > 0 && wait > 0) {
        throw new TooManyGuesses(wait);
      }
      // counted before it is tried: whoever breaks off has guessed all the same
      await this.shelf.put([['guesses', { wrong: guesses.wrong + 1, last: now }]]);
      this.key = await unwrap(this.owner, passphrase, (await this.shelf.get('key')) as WrappedKey);
      await this.shelf.put([['guesses', undefined]]);
    });
    this.changed();
  }

  lock(): void {
    if (this.key !== null) {
      this.key = null;
      this.changed();
    }
  }

  get isOpen(): boolean {
    return this.key !== null;
  }

  async device(): Promise<DeviceProof | undefined> {
    return (await this.shelf.get('device')) as DeviceProof | undefined;
  }

  async lease(): Promise<Lease | undefined> {
    return (await this.shelf.get('lease')) as Lease | undefined;
  }

  /** The server said that what lies here may stay. */
  async heard(leaseMilliseconds: number): Promise<void> {
    if (await this.lease()) {
      await this.shelf.put([['lease', renewed(this.around.now(), leaseMilliseconds)]]);
      this.changed();
    }
  }

  /** Notes how late it is, so that a clock that is set back is noticed. */
  async tick(): Promise<void> {
    const lease = await this.lease();
    if (lease && seen(lease, this.around.now()) !== lease && leaseState(lease, this.around.now()) === 'HOLDS') {
      await this.shelf.put([['lease', seen(lease, this.around.now())]]);
    }
  }

  async readBytes(place: string): Promise<ArrayBuffer | undefined> {
    const key = this.opened();
    const sealed = (await this.shelf.get(`sealed/${place}`)) as Sealed | undefined;
    return sealed === undefined ? undefined : unseal(key, this.owner, place, sealed);
  }

  async read<T>(place: string): Promise<T | undefined> {
    const bytes = await this.readBytes(place);
    return bytes === undefined ? undefined : (JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  /** All or none of it. Bytes are kept as they are, all else as JSON; `undefined` takes away. */
  async write(records: [place: string, content: unknown][]): Promise<void> {
    const key = this.opened();
    await this.shelf.put(
      await Promise.all(
        records.map(async ([place, content]): Promise<[string, unknown]> => [
          `sealed/${place}`,
          content === undefined ? undefined : await seal(key, this.owner, place, bytesOf(content)),
        ]),
      ),
    );
  }

  /** Also while it is locked: where something lies is no secret to who has the device. */
  async places(beginning: string): Promise<string[]> {
    return (await this.shelf.places(`sealed/${beginning}`)).map((it) => it.slice('sealed/'.length));
  }

  async remove(beginning: string): Promise<void> {
    await this.shelf.clear(`sealed/${beginning}`);
    this.changed();
  }

  turn<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.around.turn(name, work);
  }

  async destroy(): Promise<void> {
    this.key = null;
    await this.shelf.destroy();
    this.changed();
  }

  private opened(): CryptoKey {
    if (this.key === null) {
      throw new VaultClosed('LOCKED');
    }
    return this.key;
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

function bytesOf(content: unknown): BufferSource {
  return content instanceof ArrayBuffer || ArrayBuffer.isView(content)
    ? (content as BufferSource)
    : new TextEncoder().encode(JSON.stringify(content));
}

export { WrongPassphrase };
