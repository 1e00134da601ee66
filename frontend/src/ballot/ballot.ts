import { combined, printCiphertext, readCiphertext, writeCiphertext, type Ciphertext, type WrittenCiphertext } from './ciphertext';
import { oneIsTrue, proveOneOf, recomputed, type Answer, type Claim, type Commitments } from './disjunction';
import { slots, type Question, type Workshop } from './election';
import type { Element } from './group';
import { prove, proves, readProof, writeProof, type Proof, type WrittenProof } from './proofs';
import { list, parsed, record, text } from './reading';
import type { Scalars } from './scalars';
import { base64Hash } from './sha256';

/** For each slot of a question whether it is marked. The slot of the blank vote comes first, where there is one. */
export type Marks = readonly boolean[];

/** What is marked in a question: the numbers of answers, or nothing by a blank vote. */
export type Choice = readonly number[] | 'blank';

export interface EncryptedAnswer {
  choices: Ciphertext[];
  individual: [Proof, Proof][];
  overall: Proof[];
  blank: [Proof, Proof] | null;
}

export interface Ballot {
  uuid: string;
  fingerprint: string;
  credential: Element;
  answers: EncryptedAnswer[];
  /** All before the signature, which signs its hash. */
  body: string;
  hash: string;
  signature: Proof;
}

interface WrittenAnswer {
  choices: WrittenCiphertext[];
  individual_proofs: WrittenProof[][];
  overall_proof: WrittenProof[];
  blank_proof?: WrittenProof[];
}

/** Which check a ballot did not pass; null if it passed all. */
export type BallotFault = 'election' | 'hash' | 'group' | 'signature' | 'marks' | 'number' | 'blank' | null;

/** @throws Error if the rules of the question do not allow it */
export function marks(question: Question, choice: Choice): Marks {
  const chosen = new Set(choice === 'blank' ? [] : choice);
  if (choice === 'blank' ? !question.blank : chosen.size < question.min || chosen.size > question.max) {
    throw new Error('so many answers cannot be chosen');
  }
  if (chosen.size !== (choice === 'blank' ? 0 : choice.length) || [...chosen].some((it) => !(it in question.answers))) {
    throw new Error('no such answer');
  }
  const marked = question.answers.map((_, i) => chosen.has(i));
  return question.blank ? [choice === 'blank', ...marked] : marked;
}

/** What the proofs of an answer hash first: the election, whose ballot it is, and for all but the single slots every ciphertext. */
function contexts(workshop: Workshop, credential: Element, choices: readonly Ciphertext[]) {
  const own = `${workshop.election.fingerprint}|${workshop.group.print(credential)}`;
  return { own, all: `${own}|${choices.map((it) => printCiphertext(workshop.group, it)).join(',')}` };
}

function claimsOf({ min, max }: Question): bigint[] {
  return Array.from({ length: max - min + 1 }, (_, i) => BigInt(min + i));
}

const BIT = [0n, 1n];

/** Encrypts the answer to one question. Draws the exponents of all slots, then those of the proofs in the order in which they are written. */
export function encryptAnswer(
  workshop: Workshop,
  question: Question,
  credential: Element,
  marked: Marks,
  scalars: Scalars,
): EncryptedAnswer {
  if (marked.length !== slots(question)) {
    throw new Error('marks of another question');
  }
  const { group } = workshop;
  const secrets = marked.map((it) => ({ exponent: scalars.next(), number: it ? 1n : 0n }));
  const choices = secrets.map(({ exponent, number }) => {
    const masked = workshop.y(exponent);
    return { alpha: workshop.g(exponent), beta: number === 1n ? group.multiply(masked, group.generator) : masked };
  });
  const { own, all } = contexts(workshop, credential, choices);
  const individual = secrets.map((secret, i) =>
    proveOneOf(
      workshop,
      `prove|${own}|${printCiphertext(group, choices[i]!)}|`,
      BIT.map((claimed) => ({ ...secret, claimed })),
      scalars,
    ),
  ) as [Proof, Proof][];
  const counted = question.blank ? secrets.slice(1) : secrets;
  const sum = counted.reduce(
    (total, it) => ({ exponent: total.exponent + it.exponent, number: total.number + it.number }),
    { exponent: 0n, number: 0n },
  );
  const inRange = claimsOf(question).map((claimed): Claim => ({ ...sum, claimed }));
  if (!question.blank) {
    const total = combined(group, choices);
    const overall = proveOneOf(workshop, `prove|${all}|${printCiphertext(group, total)}|`, inRange, scalars);
    return { choices, individual, overall, blank: null };
  }
  const flag = secrets[0]!;
  const overall = proveOneOf(workshop, `bproof1|${all}|`, [{ ...flag, claimed: 1n }, ...inRange], scalars);
  const blank = proveOneOf(workshop, `bproof0|${all}|`, [{ ...flag, claimed: 0n }, { ...sum, claimed: 0n }], scalars);
  return { choices, individual, overall, blank: blank as [Proof, Proof] };
}

function writeAnswer(workshop: Workshop, answer: EncryptedAnswer): WrittenAnswer {
  return {
    choices: answer.choices.map((it) => writeCiphertext(workshop.group, it)),
    individual_proofs: answer.individual.map((it) => it.map(writeProof)),
    overall_proof: answer.overall.map(writeProof),
    ...(answer.blank ? { blank_proof: answer.blank.map(writeProof) } : {}),
  };
}

function unsigned(workshop: Workshop, credential: Element, answers: readonly EncryptedAnswer[]) {
  return {
    election_uuid: workshop.election.uuid,
    election_hash: workshop.election.fingerprint,
    credential: workshop.group.print(credential),
    answers: answers.map((it) => writeAnswer(workshop, it)),
  };
}

/** The ballot as it is sent and kept: everything, then the signature over all before it. */
export function signedBallot(
  workshop: Workshop,
  credential: Element,
  answers: readonly EncryptedAnswer[],
  sign: (hash: string) => Proof,
): string {
  const body = unsigned(workshop, credential, answers);
  const hash = base64Hash(JSON.stringify(body));
  return JSON.stringify({ ...body, signature: { hash, proof: writeProof(sign(hash)) } });
}

/**
 * A ballot. The same secret, marks and scalars make the same.
 *
 * @param signing where the exponent of the signature comes from. Never from what may be opened: whoever knows it knows the secret
 */
export function createBallot(
  workshop: Workshop,
  secret: bigint,
  marked: readonly Marks[],
  scalars: Scalars,
  signing: Scalars,
): string {
  const { questions } = workshop.election;
  if (marked.length !== questions.length) {
    throw new Error('marks of another election');
  }
  const credential = workshop.g(secret);
  const answers = questions.map((it, i) => encryptAnswer(workshop, it, credential, marked[i]!, scalars));
  return signedBallot(workshop, credential, answers, (hash) =>
    prove(workshop.group, secret, `sig|${hash}|`, signing, workshop.generator),
  );
}

/** What the voter notes and finds on the list again. */
export function tracker(ballot: string): string {
  return base64Hash(ballot);
}

const SIGNATURE = ',"signature":';

/**
 * Reads a ballot that is written exactly as the format says, to the last byte.
 *
 * @throws Malformed
 */
export function readBallot(workshop: Workshop, raw: string): Ballot {
  const { group, election } = workshop;
  const fields = record(parsed(raw), 'election_uuid', 'election_hash', 'credential', 'answers', 'signature');
  const signature = record(fields['signature'], 'hash', 'proof');
  return {
    uuid: text(fields['election_uuid']),
    fingerprint: text(fields['election_hash']),
    credential: group.read(text(fields['credential'])),
    answers: list(fields['answers'], election.questions.length).map((it, i) =>
      readAnswer(workshop, election.questions[i]!, it),
    ),
    body: `${raw.slice(0, raw.lastIndexOf(SIGNATURE))}}`,
    hash: text(signature['hash']),
    signature: readProof(signature['proof'], group.order),
  };
}

function readAnswer(workshop: Workshop, question: Question, written: unknown): EncryptedAnswer {
  const { group } = workshop;
  const names = ['choices', 'individual_proofs', 'overall_proof', ...(question.blank ? ['blank_proof'] : [])];
  const fields = record(written, ...names);
  const proofs = (from: unknown, length: number): Proof[] => list(from, length).map((it) => readProof(it, group.order));
  const count = slots(question);
  return {
    choices: list(fields['choices'], count).map((it) => readCiphertext(group, it)),
    individual: list(fields['individual_proofs'], count).map((it) => proofs(it, 2) as [Proof, Proof]),
    overall: proofs(fields['overall_proof'], question.max - question.min + (question.blank ? 2 : 1)),
    blank: question.blank ? (proofs(fields['blank_proof'], 2) as [Proof, Proof]) : null,
  };
}

/** Checks everything that a ballot proves by itself. Whether its credential may vote is another question. */
export function checkBallot(workshop: Workshop, ballot: Ballot): BallotFault {
  const { group, election } = workshop;
  if (ballot.uuid !== election.uuid || ballot.fingerprint !== election.fingerprint) {
    return 'election';
  }
  if (ballot.hash !== base64Hash(ballot.body)) {
    return 'hash';
  }
  if (!group.contains(ballot.credential)) {
    return 'group';
  }
  if (!proves(group, ballot.credential, `sig|${ballot.hash}|`, ballot.signature, workshop.generator)) {
    return 'signature';
  }
  for (const [i, question] of election.questions.entries()) {
    const fault = checkAnswer(workshop, question, ballot.credential, ballot.answers[i]!);
    if (fault !== null) {
      return fault;
    }
  }
  return null;
}

function answersOf(proofs: readonly Proof[], claims: readonly bigint[]): Answer[] {
  return proofs.map((proof, i) => ({ proof, claimed: claims[i]! }));
}

function checkAnswer(workshop: Workshop, question: Question, credential: Element, answer: EncryptedAnswer): BallotFault {
  const { group } = workshop;
  const { own, all } = contexts(workshop, credential, answer.choices);
  const { overall, blank } = answer;
  const flagged: Commitments[] = [];
  for (const [i, choice] of answer.choices.entries()) {
    const asked = answersOf(answer.individual[i]!, BIT);
    if (blank !== null && i === 0) {
      asked.push({ proof: blank[0], claimed: 0n }, { proof: overall[0]!, claimed: 1n });
    }
    const commitments = recomputed(workshop, choice, asked, true);
    if (commitments === null) {
      return 'group';
    }
    flagged.push(...commitments.splice(2));
    if (!oneIsTrue(workshop, `prove|${own}|${printCiphertext(group, choice)}|`, answer.individual[i]!, commitments)) {
      return 'marks';
    }
  }
  const counted = blank === null ? answer.choices : answer.choices.slice(1);
  const total = combined(group, counted);
  if (blank === null) {
    const commitments = recomputed(workshop, total, answersOf(overall, claimsOf(question)), false)!;
    return oneIsTrue(workshop, `prove|${all}|${printCiphertext(group, total)}|`, overall, commitments) ? null : 'number';
  }
  const asked = [{ proof: blank[1], claimed: 0n }, ...answersOf(overall.slice(1), claimsOf(question))];
  const [empty, ...inRange] = recomputed(workshop, total, asked, false)! as [Commitments, ...Commitments[]];
  if (!oneIsTrue(workshop, `bproof0|${all}|`, blank, [flagged[0]!, empty])) {
    return 'blank';
  }
  return oneIsTrue(workshop, `bproof1|${all}|`, overall, [flagged[1]!, ...inRange]) ? null : 'number';
}
