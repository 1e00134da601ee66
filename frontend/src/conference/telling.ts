/** What the server tells a browser on its line; as `Told` in Java has it. */
export interface Person {
  line: string;
  person: string;
  name: string;
  sound: boolean;
  picture: boolean;
  /** Whether they may be heard. */
  heard: boolean;
  hasFloor: boolean;
  /** How often the chair muted them. */
  mutes: number;
  /** How the provider calls them, as their own page says. */
  participant?: string;
}

export interface Scene {
  onlySpeakerHeard: boolean;
  large?: string;
  people: Person[];
}

export type Why = 'ROOM' | 'ELSEWHERE' | 'SIGNED_OUT' | 'REFUSED' | 'UNFIT';

export type Told =
  | { type: 'ENTERED'; line: string; beatMillis: number; lostMillis: number }
  | ({ type: 'SCENE' } & Scene)
  | { type: 'SIGNAL'; from: string; body: string }
  | { type: 'BEAT' }
  | { type: 'ENDED'; why: Why; closed?: boolean };
