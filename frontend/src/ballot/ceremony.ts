import { Malformed, modulo, type Group } from './group';
import { writeProof, type WrittenProof } from './proofs';
import { count, list, parsed, record, text } from './reading';
import { randomScalars, type Scalars } from './scalars';
import { asNumber, base64Hash, hexHash } from './sha256';
import { isSignedBy, readSigned, signature, signed, type WrittenSigned } from './signing';
import {
  certificate,
  certificatesMessage,
  checkCertificate,
  checkCommitments,
  commitmentsMessage,
  committedValue,
  readCertificate,
  readCommitments,
  trusteeKey,
  valueAt,
  type WrittenKey,
} from './trustees';

/**
 * The part of one teller in the making of a key that nobody holds alone (Pedersen 1991): three rounds, in each of which everybody publishes one
 * message that can be made from everybody's messages of the round before. What the tellers send each other in secret goes through the server,
 * under keys that their certificates vouch for. Before them a round in which everybody announces the first message by its hash: nobody, the server
 * included, can choose a first message after having seen another one.
 */

/** What a teller must not lose until the ceremony is over, and must not show. */
export interface Secrets {
  ceremony: string;
  index: number;
  size: number;
  threshold: number;
  signing: string;
  encryption: string;
  /** Private key of the channel. */
  channel: JsonWebKey;
  polynomial: string[];
  /** What was published is sent again as it was, never made anew. */
  sent: { first?: FirstMessage; second?: SecondMessage; third?: ThirdMessage };
  /** What all announced, by the time that the first message was sent. Whatever the server says later, these hold. */
  announced?: string[];
  /** Code of the first messages whose digits were compared by voice. No others are gone on with. */
  compared?: string;
  /** The share, once it is known. */
  share?: string;
  /** Hash of the file of trustees that came out: elections under any other are not this teller's. */
  trustees?: string;
  /** For each election the event with the sum that this share has decrypted. A share decrypts one sum of an election, ever. */
  decrypted?: Record<string, string>;
}

/** Who the teller is, and where messages to it are encrypted to. */
export interface FirstMessage {
  cert: WrittenSigned;
  /** Signed by the key of the certificate: `{"ceremony":…,"index":…,"channel":…}`. */
  channel: WrittenSigned;
}

/** What it commits to, and a secret value for each teller, its own place empty. */
export interface SecondMessage {
  coefexps: WrittenSigned;
  /** Signed by the key of the certificate: `{"ceremony":…,"index":…,"first":…,"shares":[…]}`; `first` is the code of the first round. */
  shares: WrittenSigned;
}

/** That it has its share, and that it saw the same certificates as everybody. */
export interface ThirdMessage {
  signature: WrittenProof;
  key: WrittenKey;
}

/** Somebody sent what cannot be right. The ceremony is broken off and its number says who. */
export class CeremonyFault extends Error {
  constructor(
    readonly index: number,
    readonly step: 'announced' | 'compared' | 'certificate' | 'channel' | 'commitments' | 'share' | 'key',
  ) {
    super(`teller ${index}: ${step}`);
  }
}

const CURVE: EcKeyImportParams = { name: 'ECDH', namedCurve: 'P-256' };
const utf8 = new TextEncoder();

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** @throws Malformed */
function fromBase64(written: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(written), (it) => it.charCodeAt(0));
  } catch {
    throw new Malformed('not Base64');
  }
}

/** Begins: everything that the teller draws is drawn here. */
export async function begin(
  group: Group,
  place: Pick<Secrets, 'ceremony' | 'index' | 'size' | 'threshold'>,
  scalars: Scalars = randomScalars(group.order),
): Promise<Secrets> {
  const channel = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', channel.publicKey));
  const [signing, encryption] = [scalars.next(), scalars.next()];
  const polynomial = Array.from({ length: place.threshold }, () => scalars.next());
  const message = JSON.stringify({ ceremony: place.ceremony, index: place.index, channel: toBase64(raw) });
  return {
    ceremony: place.ceremony,
    index: place.index,
    size: place.size,
    threshold: place.threshold,
    signing: signing.toString(),
    encryption: encryption.toString(),
    channel: await crypto.subtle.exportKey('jwk', channel.privateKey),
    polynomial: polynomial.map(String),
    sent: {
      first: {
        cert: certificate(group, place, signing, encryption, scalars),
        channel: signed(group, signing, message, scalars),
      },
    },
  };
}

/** The message before the first round. The fresh keys in what it announces are randomness enough to hide it. */
export interface Announcement {
  announced: string;
}

function announced(ceremony: string, index: number, first: FirstMessage): string {
  return hexHash(`ratssaal-first-1|${ceremony}|${index}|${JSON.stringify(first)}`);
}

export function announcement({ ceremony, index, sent }: Secrets): Announcement {
  return { announced: announced(ceremony, index, sent.first!) };
}

/** Holds on to what all have announced; from then on the own first message may go out. @throws CeremonyFault */
export function heard(secrets: Secrets, messages: readonly Announcement[]): Secrets {
  const all = messages.map((it, i) => at(i + 1, 'announced', () => text(record(it, 'announced')['announced'])));
  if (all.length !== secrets.size || all[secrets.index - 1] !== announcement(secrets).announced) {
    throw new CeremonyFault(secrets.index, 'announced');
  }
  return { ...secrets, announced: all };
}

/** Takes down which first messages the digits that were compared belong to. @throws CeremonyFault */
export function agreed(group: Group, secrets: Secrets, code: string, first: readonly FirstMessage[]): Secrets {
  readFirst(group, secrets, first);
  return requireCompared({ ...secrets, compared: code }, first);
}

function requireCompared(secrets: Secrets, first: readonly FirstMessage[]): Secrets {
  if (secrets.compared === undefined || secrets.compared !== ceremonyCode(first)) {
    throw new CeremonyFault(0, 'compared');
  }
  return secrets;
}

/** What all tellers compare by voice before they go on: letters of the hash of all first messages. */
export function ceremonyCode(first: readonly FirstMessage[]): string {
  return base64Hash(JSON.stringify(first));
}

const STRETCH: Pbkdf2Params = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode('ratssaal-ceremony-1'), iterations: 100_000 };

/**
 * Digits of a code, to be read out. Everybody has announced the first message before seeing any other, so a server that shows two tellers different
 * messages has one try, and the digits of both agree by chance once in 10^18 ceremonies. That each costs a while is a second fence.
 */
export async function spoken(code: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', utf8.encode(code), 'PBKDF2', false, ['deriveBits']);
  const number = asNumber(new Uint8Array(await crypto.subtle.deriveBits(STRETCH, key, 128)));
  return (number % 10n ** 18n).toString().padStart(18, '0').match(/.{3}/g)!.join(' ');
}

function at<T>(index: number, step: CeremonyFault['step'], work: () => T): T {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof Malformed) {
      throw new CeremonyFault(index, step);
    }
    throw fault;
  }
}

/** Certificates and channels of all, checked. @throws CeremonyFault */
export function readFirst(group: Group, secrets: Secrets, first: readonly FirstMessage[]) {
  if (first.length !== secrets.size) {
    throw new Error('the first round is not over');
  }
  if (JSON.stringify(first[secrets.index - 1]) !== JSON.stringify(secrets.sent.first)) {
    throw new CeremonyFault(secrets.index, 'certificate'); // the server shows others what we did not send
  }
  return first.map((message, i) => {
    const index = i + 1;
    if (secrets.announced?.[i] !== announced(secrets.ceremony, index, message)) {
      throw new CeremonyFault(index, 'announced');
    }
    const cert = at(index, 'certificate', () => readCertificate(group, message.cert));
    const context = { size: secrets.size, threshold: secrets.threshold, index };
    if (at(index, 'certificate', () => checkCertificate(group, cert, context)) !== null || !cert.message.startsWith('{"context":')) {
      throw new CeremonyFault(index, 'certificate');
    }
    const channel = at(index, 'channel', () => {
      const read = readSigned(group, message.channel);
      const fields = record(parsed(read.message), 'ceremony', 'index', 'channel');
      const own = isSignedBy(group, cert.verification, read.message, read.signature);
      if (!own || fields['ceremony'] !== secrets.ceremony || fields['index'] !== index) {
        throw new Malformed('the channel of somebody else');
      }
      return fromBase64(text(fields['channel']));
    });
    return { cert, channel };
  });
}

/** The key for what one teller sends to another. */
async function channelKey(secrets: Secrets, other: Uint8Array<ArrayBuffer>, from: number, to: number) {
  const own = await crypto.subtle.importKey('jwk', secrets.channel, CURVE, false, ['deriveBits']);
  const their = await crypto.subtle.importKey('raw', other, CURVE, false, []);
  const common = await crypto.subtle.deriveBits({ name: 'ECDH', public: their }, own, 256);
  const material = await crypto.subtle.importKey('raw', common, 'HKDF', false, ['deriveKey']);
  const place = utf8.encode(`ratssaal-share-1|${secrets.ceremony}|${from}|${to}`);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: place },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { key, place };
}

const IV_BYTES = 12;

async function sealShare(secrets: Secrets, channel: Uint8Array<ArrayBuffer>, to: number, share: bigint): Promise<string> {
  const { key, place } = await channelKey(secrets, channel, secrets.index, to);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const content = utf8.encode(share.toString());
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place }, key, content));
  return toBase64(new Uint8Array([...iv, ...sealed]));
}

async function openShare(secrets: Secrets, channel: Uint8Array<ArrayBuffer>, from: number, written: string): Promise<bigint> {
  const { key, place } = await channelKey(secrets, channel, from, secrets.index);
  const bytes = fromBase64(written);
  try {
    const content = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES), additionalData: place },
      key,
      bytes.subarray(IV_BYTES),
    );
    return BigInt(new TextDecoder().decode(content));
  } catch {
    throw new CeremonyFault(from, 'share');
  }
}

function valuesOf(group: Group, secrets: Secrets, to: number): bigint {
  return valueAt(secrets.polynomial.map(BigInt), to, group.order);
}

/** The second round, from the messages of the first. @throws CeremonyFault */
export async function second(
  group: Group,
  secrets: Secrets,
  first: readonly FirstMessage[],
  scalars: Scalars = randomScalars(group.order),
): Promise<Secrets> {
  const others = readFirst(group, requireCompared(secrets, first), first);
  if (secrets.sent.second !== undefined) {
    return secrets;
  }
  const shares = await Promise.all(
    others.map(({ channel }, i) =>
      i + 1 === secrets.index ? '' : sealShare(secrets, channel, i + 1, valuesOf(group, secrets, i + 1)),
    ),
  );
  const signing = BigInt(secrets.signing);
  const message = JSON.stringify({ ceremony: secrets.ceremony, index: secrets.index, first: ceremonyCode(first), shares });
  return {
    ...secrets,
    sent: {
      ...secrets.sent,
      second: {
        coefexps: signed(group, signing, commitmentsMessage(group, secrets.polynomial.map(BigInt)), scalars),
        shares: signed(group, signing, message, scalars),
      },
    },
  };
}

/** The third round, from the messages of the two before: afterwards the teller has its share. @throws CeremonyFault */
export async function third(
  group: Group,
  secrets: Secrets,
  first: readonly FirstMessage[],
  messages: readonly SecondMessage[],
  scalars: Scalars = randomScalars(group.order),
): Promise<Secrets> {
  const others = readFirst(group, requireCompared(secrets, first), first);
  if (messages.length !== secrets.size) {
    throw new Error('the second round is not over');
  }
  if (firstOf(group, secrets.sent.second!) !== secrets.compared) {
    throw new CeremonyFault(0, 'compared');
  }
  if (JSON.stringify(messages[secrets.index - 1]) !== JSON.stringify(secrets.sent.second)) {
    throw new CeremonyFault(secrets.index, 'commitments');
  }
  const commitments = messages.map((message, i) =>
    at(i + 1, 'commitments', () => {
      const read = readCommitments(group, message.coefexps);
      if (checkCommitments(group, others[i]!.cert, read, secrets.threshold) !== null) {
        throw new Malformed('commitments that cannot be');
      }
      return read;
    }),
  );
  let share = 0n;
  for (const [i, message] of messages.entries()) {
    const value =
      i + 1 === secrets.index ? valuesOf(group, secrets, i + 1) : await received(group, secrets, first, others[i]!, i + 1, message);
    const promised = committedValue(group, commitments[i]!.coefficients, secrets.index);
    if (!group.equal(group.power(group.generator, value), promised)) {
      throw new CeremonyFault(i + 1, 'share');
    }
    share = modulo(share + value, group.order);
  }
  if (secrets.sent.third !== undefined) {
    return secrets;
  }
  const own = commitments[secrets.index - 1]!.coefficients.map((it) => group.print(it));
  const seen = certificatesMessage(first.map((it) => it.cert), own);
  return {
    ...secrets,
    share: share.toString(),
    sent: {
      ...secrets.sent,
      third: {
        signature: writeProof(signature(group, BigInt(secrets.signing), seen, scalars)),
        key: trusteeKey(group, share, scalars, true),
      },
    },
  };
}

/** The first messages that the sender saw. @throws Malformed */
function firstOf(group: Group, message: SecondMessage): string {
  return text(record(parsed(readSigned(group, message.shares).message), 'ceremony', 'index', 'first', 'shares')['first']);
}

async function received(
  group: Group,
  secrets: Secrets,
  first: readonly FirstMessage[],
  { cert, channel }: ReturnType<typeof readFirst>[number],
  from: number,
  message: SecondMessage,
): Promise<bigint> {
  const written = at(from, 'share', () => {
    const read = readSigned(group, message.shares);
    const fields = record(parsed(read.message), 'ceremony', 'index', 'first', 'shares');
    const own = isSignedBy(group, cert.verification, read.message, read.signature);
    const here = fields['ceremony'] === secrets.ceremony && count(fields['index']) === from;
    if (!own || !here || fields['first'] !== ceremonyCode(first)) {
      throw new Malformed('shares of another ceremony');
    }
    return text(list(fields['shares'], secrets.size)[secrets.index - 1]);
  });
  return openShare(secrets, channel, from, written);
}

/** The file of trustees that comes out. Everybody can make it, and the server does. */
export function trusteesFile(
  threshold: number,
  first: readonly FirstMessage[],
  messages: readonly SecondMessage[],
  last: readonly ThirdMessage[],
): string {
  return JSON.stringify([
    [
      'Pedersen',
      {
        threshold,
        certs: first.map((it) => it.cert),
        coefexps: messages.map((it) => it.coefexps),
        signatures: last.map((it) => it.signature),
        verification_keys: last.map((it) => it.key),
      },
    ],
  ]);
}

/** After the ceremony: all but the share is thrown away. @param file of trustees */
export function settled({ ceremony, index, size, threshold, share }: Secrets, file: string): Secrets {
  const trustees = hexHash(file);
  return { ceremony, index, size, threshold, share, trustees, signing: '', encryption: '', channel: {}, polynomial: [], sent: {} };
}

export function isSettled(secrets: Secrets): boolean {
  return secrets.share !== undefined && secrets.polynomial.length === 0;
}
