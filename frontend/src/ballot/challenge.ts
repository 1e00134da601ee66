import { encryptAnswer, signedBallot, tracker, type Marks } from './ballot';
import { slots, type Workshop } from './election';
import { Malformed, type Element } from './group';
import { proves, type Proof } from './proofs';
import { seededScalars, SEED_BYTES } from './scalars';
import { asNumber } from './sha256';

/**
 * A ballot that its voter does not cast but opens: the seed of everything that was drawn for it. With it anybody makes the same
 * ballot again and sees whether it holds what the voter chose; without it nobody can. Such a ballot is never cast.
 */
export interface OpenedBallot {
  uuid: string;
  marks: Marks[];
  /** Of the voter's credential in the public list, from 0. Its secret stays where it is: the next ballot is signed with it. */
  place: number;
  seed: Uint8Array<ArrayBuffer>;
  signature: Proof;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(scalar: bigint): Uint8Array {
  const digits = scalar.toString(16).padStart(2 * SEED_BYTES, '0');
  return Uint8Array.from(digits.match(/../g)!, (it) => parseInt(it, 16));
}

const FORM = /^1\.(\w+)\.([01]+(?:-[01]+)*)\.(0|[1-9]\d{0,8})\.([\w-]{43})\.([\w-]{43})\.([\w-]{43})$/;

/**
 * As short text, which fits into an address and a QR code: `1.UUID.MARKS.PLACE.SEED.CHALLENGE.RESPONSE`. Marks are 0 and 1 for each slot, with
 * a dash between questions; the last three are 32 bytes each in Base64 for addresses.
 */
export function writeOpening({ uuid, marks, place, seed, signature }: OpenedBallot): string {
  const marked = marks.map((it) => it.map(Number).join('')).join('-');
  const numbers = [seed, bytesOf(signature.challenge), bytesOf(signature.response)];
  return ['1', uuid, marked, place, ...numbers.map(base64)].join('.');
}

/** @throws Malformed */
export function readOpening(written: string): OpenedBallot {
  const found = FORM.exec(written);
  if (found === null) {
    throw new Malformed('opens no ballot');
  }
  const [, uuid, marked, place, ...numbers] = found as unknown as [string, string, string, string, string, string, string];
  const [seed, challenge, response] = numbers.map((it) =>
    Uint8Array.from(atob(it.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)),
  ) as [Uint8Array<ArrayBuffer>, Uint8Array, Uint8Array];
  return {
    uuid,
    marks: marked.split('-').map((it) => [...it].map((flag) => flag === '1')),
    place: Number(place),
    seed,
    signature: { challenge: asNumber(challenge), response: asNumber(response) },
  };
}

/**
 * Makes the ballot again.
 *
 * @param credentials the public list
 * @return its tracker, which has to be the one that the voter was shown before; null if there can be no such ballot in this election
 */
export function trackerOf(workshop: Workshop, credentials: readonly Element[], opened: OpenedBallot): string | null {
  const { group, election } = workshop;
  const { marks, seed, signature } = opened;
  const credential = credentials[opened.place];
  const fitting = marks.length === election.questions.length && election.questions.every((it, i) => slots(it) === marks[i]!.length);
  if (credential === undefined || opened.uuid !== election.uuid || !fitting || !allowed(workshop, marks)) {
    return null;
  }
  const scalars = seededScalars(seed, group.order);
  const answers = election.questions.map((it, i) => encryptAnswer(workshop, it, credential, marks[i]!, scalars));
  let signed = false;
  const ballot = signedBallot(workshop, credential, answers, (hash) => {
    signed = proves(group, credential, `sig|${hash}|`, signature, workshop.generator);
    return signature;
  });
  return signed ? tracker(ballot) : null;
}

function allowed({ election }: Workshop, marks: readonly Marks[]): boolean {
  return election.questions.every(({ blank, min, max }, i) => {
    const answers = blank ? marks[i]!.slice(1) : marks[i]!;
    const chosen = answers.filter(Boolean).length;
    return blank && marks[i]![0] ? chosen === 0 : chosen >= min && chosen <= max;
  });
}
