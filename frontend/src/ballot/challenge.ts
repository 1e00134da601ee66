import { encryptAnswer, signedBallot, tracker, type Marks } from './ballot';
import { slots, type Workshop } from './election';
import { Malformed, type Element } from './group';
import { proves, readProof, writeProof, type Proof, type WrittenProof } from './proofs';
import { list, parsed, record, text } from './reading';
import { seededScalars, SEED_BYTES } from './scalars';

/**
 * A ballot that its voter does not cast but opens: the seed of everything that was drawn for it. With it anybody makes the same
 * ballot again and sees whether it holds what the voter chose; without it nobody can. Such a ballot is never cast.
 */
export interface OpenedBallot {
  uuid: string;
  seed: Uint8Array<ArrayBuffer>;
  marks: Marks[];
  /** Public part; the secret stays where it is, and the next ballot is signed with it. */
  credential: Element;
  signature: Proof;
}

interface WrittenOpening {
  v: 1;
  e: string;
  s: string;
  m: string[];
  c: string;
  p: WrittenProof;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** As short text: it has to fit into a QR code. */
export function writeOpening(workshop: Workshop, opened: OpenedBallot): string {
  const written: WrittenOpening = {
    v: 1,
    e: opened.uuid,
    s: base64(opened.seed),
    m: opened.marks.map((it) => it.map(Number).join('')),
    c: workshop.group.print(opened.credential),
    p: writeProof(opened.signature),
  };
  return JSON.stringify(written);
}

/** @throws Malformed */
export function readOpening(workshop: Workshop, written: string): OpenedBallot {
  const { v, e, s, m, c, p } = record(parsed(written), 'v', 'e', 's', 'm', 'c', 'p');
  if (v !== 1 || e !== workshop.election.uuid || !/^[\w-]{43}$/.test(text(s))) {
    throw new Malformed('opens no ballot of this election');
  }
  const seed = Uint8Array.from(atob(text(s).replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0));
  if (seed.length !== SEED_BYTES) {
    throw new Malformed('a seed of another length');
  }
  const { questions } = workshop.election;
  return {
    uuid: e,
    seed,
    marks: list(m, questions.length).map((it, i) => {
      const flags = text(it);
      if (!/^[01]+$/.test(flags) || flags.length !== slots(questions[i]!)) {
        throw new Malformed('marks of another election');
      }
      return [...flags].map((flag) => flag === '1');
    }),
    credential: workshop.group.read(text(c)),
    signature: readProof(p, workshop.group.order),
  };
}

/**
 * Makes the ballot again.
 *
 * @return its tracker, which has to be the one that the voter was shown before; null if it is not signed by its credential
 */
export function trackerOf(workshop: Workshop, { seed, marks, credential, signature }: OpenedBallot): string | null {
  const { group, election } = workshop;
  const scalars = seededScalars(seed, group.order);
  const answers = election.questions.map((it, i) => encryptAnswer(workshop, it, credential, marks[i]!, scalars));
  let signed = false;
  const ballot = signedBallot(workshop, credential, answers, (hash) => {
    signed = group.contains(credential) && proves(group, credential, `sig|${hash}|`, signature, workshop.generator);
    return signature;
  });
  return signed ? tracker(ballot) : null;
}
