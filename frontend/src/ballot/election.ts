import { groupOf } from './belenios-2048';
import { Malformed, type Element, type Group, type Powers } from './group';
import { count, list, parsed, record, text, written } from './reading';
import { base64Hash } from './sha256';

/** What is asked. Each answer gets a vote or none. */
export interface Question {
  question: string;
  answers: string[];
  /** Whether a vote for nothing is possible, whatever the minimum. */
  blank: boolean;
  min: number;
  max: number;
}

/** An election as its file describes it. */
export interface Election {
  /** The file, byte by byte: its hash binds every proof to this election. */
  raw: string;
  fingerprint: string;
  uuid: string;
  name: string;
  group: Group;
  publicKey: Element;
  questions: Question[];
}

export interface ElectionText {
  description: string;
  name: string;
  uuid: string;
  administrator?: string;
  credentialAuthority?: string;
}

const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,64}$/;
const MOST_ANSWERS = 1_000;

/** Flags that are encrypted for a question: the blank one, if there is one, then one per answer. */
export function slots(question: Question): number {
  return question.answers.length + (question.blank ? 1 : 0);
}

/** The file of an election. */
export function writeElection(words: ElectionText, group: Group, publicKey: Element, questions: readonly Question[]): string {
  return written({
    version: 1,
    description: words.description,
    name: words.name,
    group: group.name,
    public_key: group.print(publicKey),
    questions: questions.map(({ answers, blank, min, max, question }) =>
      blank ? { answers, blank, min, max, question } : { answers, min, max, question },
    ),
    uuid: words.uuid,
    administrator: words.administrator,
    credential_authority: words.credentialAuthority,
  });
}

/** @throws Malformed */
export function readElection(raw: string): Election {
  const fields = record(
    parsed(raw),
    'version',
    'description',
    'name',
    'group',
    'public_key',
    'questions',
    'uuid',
    'administrator?',
    'credential_authority?',
  );
  const group = groupOf(fields['group']);
  if (fields['version'] !== 1 || group === undefined) {
    throw new Malformed('another version or group');
  }
  ['description', 'administrator', 'credential_authority'].filter((it) => it in fields).forEach((it) => text(fields[it]));
  const uuid = text(fields['uuid']);
  const questions = list(fields['questions']).map(readQuestion);
  if (!UUID.test(uuid) || questions.length === 0) {
    throw new Malformed('without a proper name, or nothing is asked');
  }
  const publicKey = group.read(text(fields['public_key']));
  return { raw, fingerprint: base64Hash(raw), uuid, name: text(fields['name']), group, publicKey, questions };
}

function readQuestion(entry: unknown): Question {
  const fields = record(entry, 'answers', 'blank?', 'min', 'max', 'question');
  const answers = list(fields['answers']).map(text);
  const [min, max] = [count(fields['min']), count(fields['max'])];
  const blank = 'blank' in fields ? fields['blank'] : false;
  if (answers.length === 0 || answers.length > MOST_ANSWERS || min > max || max > answers.length || max === 0) {
    throw new Malformed('a question that nobody can answer');
  }
  if (typeof blank !== 'boolean') {
    throw new Malformed('blank is neither true nor false');
  }
  return { question: text(fields['question']), answers, blank, min, max };
}

/** An election ready to compute with: powers of its generator and its key are prepared. */
export class Workshop {
  readonly group: Group;
  private readonly generators: Powers;
  private readonly keys: Powers;

  constructor(
    readonly election: Election,
    width: number,
  ) {
    this.group = election.group;
    this.generators = this.group.table(this.group.generator, width);
    this.keys = this.group.table(election.publicKey, width);
  }

  /** Power of the generator. */
  g(exponent: bigint): Element {
    return this.generators.of(exponent);
  }

  /** Power of the election's key. */
  y(exponent: bigint): Element {
    return this.keys.of(exponent);
  }

  get generator(): Powers {
    return this.generators;
  }
}
